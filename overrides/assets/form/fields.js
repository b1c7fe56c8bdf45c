// Which field a part of a schema is shown as, and the fields of a whole record or of a part of one.
import { index } from "./data.js";
import { make, say } from "./elements.js";
import { hintOf, labelOf } from "./field-parts.js";
import { listField, namedField, recordsField } from "./field-lists.js";
import { textField } from "./field-texts.js";
import { choiceField, lineField, recordField, truthField } from "./field-values.js";
import { inside, resolved } from "./schema.js";

const BODY = "text";
const TEXTS = ["Text", "Summary", "Prose", "LongText"];
const isRecords = (schema) => schema.named in index.kinds && Boolean(schema.anyOf);

/** Makes the field of a value. @param {any} schema @param {string} key @param {any} value @param {boolean} isNeeded @returns {import("./field-parts.js").Field} */
export function fieldOf(schema, key, value, isNeeded) {
  if (TEXTS.includes(schema.named)) return textField(schema, key, value, isNeeded);
  if (isRecords(schema)) return recordField(schema, key, value, isNeeded, schema.named);
  if (schema.anyOf?.some((choice) => "const" in choice)) return choiceField(schema, key, value, isNeeded);
  if (schema.type === "boolean") return truthField(schema, key, value);
  if (schema.type === "array" && isRecords(schema.items)) return recordsField(schema, key, value, isNeeded, schema.items.named);
  if (schema.type === "array") return listField(schema, key, value, isNeeded, (item) => fieldOf(withLabel(schema.items, schema, key), key, item, true));
  if (schema.type === "object" && schema.properties) return partField(schema, key, value);
  if (schema.type === "object") return namedField(schema, key, value, (item) => fieldOf(withLabel(inside(schema, firstName(schema)), schema, key), key, item, true));
  return lineField(schema, key, value, isNeeded);
}

const firstName = (schema) => (Object.keys(schema.patternProperties ?? {}).some((pattern) => new RegExp(pattern).test("en")) ? "en" : "x");

// What is in a list is called as the list is, without explaining it again.
function withLabel(items, schema, key) {
  const { descriptions, description, ...rest } = resolved(items);
  const called = { titles: schema.titles ?? { en: key } };
  return rest.properties && !TEXTS.includes(rest.named) ? { ...rest, ...called, isBare: true } : { ...rest, ...called };
}

/** Makes the fields of a part, each in the order of the model. @returns {Map<string, import("./field-parts.js").Field>} */
export function fieldsOf(schema, value, without = []) {
  const whole = resolved(schema);
  const names = Object.keys(whole.properties).filter((name) => !without.includes(name));
  return new Map(names.map((name) => [name, fieldOf(inside(whole, name), name, value?.[name], (whole.required ?? []).includes(name))]));
}

/** Gives what the fields of a part say, with all that the form does not know. */
export function readFields(fields, value) {
  const found = {};
  for (const [name, field] of fields) {
    const one = field.read();
    if (one !== undefined) found[name] = one;
  }
  const others = Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => !fields.has(name)));
  return { ...found, ...others };
}

function partField(schema, key, value) {
  const fields = fieldsOf(schema, value);
  const { text, lang } = labelOf(schema, key);
  const inner = [...fields.values()].map((field) => field.element);
  const element = schema.isBare ? make("div", { class: "part" }, inner) : make("fieldset", { class: "field part" }, make("legend", { lang }, text), hintOf(schema), inner);
  const isEmpty = () => [...fields.values()].every((field) => field.isEmpty());
  return {
    element,
    fields,
    control: [...fields.values()][0].control,
    isEmpty,
    read: () => (isEmpty() ? undefined : readFields(fields, value)),
    check: () => (isEmpty() ? [] : [...fields.values()].flatMap((field) => field.check())),
    at: (keys) => fields.get(keys[0])?.at(keys.slice(1)) ?? element,
  };
}

/** Puts fields in order on the page: those with something in them, and those that are needed; then all others, folded. */
export function arranged(fields, needed) {
  const isShown = (name, field) => needed.includes(name) || !field.isEmpty();
  const all = [...fields].sort(([one], [other]) => Number(one === BODY) - Number(other === BODY));
  const shown = all.filter(([name, field]) => isShown(name, field)).map(([, field]) => field.element);
  const rest = all.filter(([name, field]) => !isShown(name, field));
  if (!rest.length) return shown;
  const named = (element) => [...(element?.childNodes ?? [])].map((node) => node.textContent.trim()).find(Boolean) ?? "";
  const names = rest.map(([, field]) => named(field.element.querySelector("legend, label span:not(.visually-hidden), label")));
  const summary = make("summary", {}, say("more_fields", { count: rest.length }), make("span", { class: "more-names" }, ` ${names.join(", ")}`));
  return [...shown, make("details", { class: "more-fields" }, summary, rest.map(([, field]) => field.element))];
}

