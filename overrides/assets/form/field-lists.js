// Fields of many values: records picked by name, lines, parts of a record, and values under names of one's own.
import { optionsOf } from "./data.js";
import { button, focus, fresh, inLanguage, make, say, tell } from "./elements.js";
import { changed, hintOf, labelOf, needed } from "./field-parts.js";
import { picker } from "./picker.js";
import { isSame } from "./yaml-text.js";

// Tells of a list that is needed and holds nothing; one that was empty in the file may stay so.
function lack(isNeeded, value, control, name, isEmpty) {
  control.id ||= fresh();
  const element = make("p", { class: "fault", hidden: true });
  const check = () => {
    const told = isNeeded && isEmpty() && !Array.isArray(value) ? say("needed") : "";
    element.textContent = told;
    element.hidden = !told;
    return told ? [{ element: control, name, text: told }] : [];
  };
  return { element, check };
}

/** Records picked by name, each with a button that takes it away. @returns {import("./field-parts.js").Field} */
export function recordsField(schema, key, value, isNeeded, kind) {
  const { text, lang } = labelOf(schema, key);
  const hint = hintOf(schema);
  const options = optionsOf(kind);
  const name = (id) => inLanguage(options.find((option) => option.id === id)?.names, id);
  let chosen = [...(value ?? [])];
  const list = make("ul", { class: "picked" });
  const add = picker({
    label: say("add_to", { name: text }),
    options,
    keeps: false,
    describedBy: hint?.id ?? "",
    picked(id) {
      if (id && !chosen.includes(id)) {
        chosen.push(id);
        show();
        tell(say("was_added", { name: name(id).text }));
        changed(element);
      }
    },
  });
  add.input.placeholder = say("type_a_name");
  function drop(id) {
    chosen = chosen.filter((one) => one !== id);
    show();
    tell(say("was_taken", { name: name(id).text }));
    focus(add.input);
    changed(element);
  }
  function show() {
    list.replaceChildren(...chosen.map((id) => {
      const called = name(id);
      const take = button("×", () => drop(id), "take-away");
      take.setAttribute("aria-label", say("take_away", { name: called.text }));
      return make("li", {}, make("span", { lang: called.lang }, called.text), take);
    }));
    list.hidden = !chosen.length;
  }
  const lacking = lack(isNeeded, value, add.input, text, () => !chosen.length);
  const element = make("fieldset", { class: "field" }, make("legend", { lang }, text, needed(isNeeded)), hint, list, add.element, lacking.element);
  show();
  return { element, control: add.input, isEmpty: () => !chosen.length, read: () => (isSame(chosen, value ?? []) ? value : chosen.length ? chosen : undefined), check: lacking.check, at: () => add.input };
}

/**
 * A list of fields of one sort, each with a button that takes it away: lines, or parts such as sources.
 * @param {boolean} isNeeded @param {(value: any, place: number) => import("./field-parts.js").Field} makeOne @returns {import("./field-parts.js").Field}
 */
export function listField(schema, key, value, isNeeded, makeOne) {
  const { text, lang } = labelOf(schema, key);
  const hint = hintOf(schema);
  const list = make("div", { class: "items" });
  const fields = [];
  function one(item) {
    const field = makeOne(item, fields.length);
    const take = button(say("take_this_away"), () => {
      fields.splice(fields.indexOf(field), 1);
      row.remove();
      number();
      focus(more);
      tell(say("was_taken", { name: text }));
      changed(element);
    });
    const row = make("div", { class: "item", role: "group" }, field.element, take);
    field.row = row;
    field.take = take;
    fields.push(field);
    list.append(row);
    return field;
  }
  const number = () => fields.forEach((field, place) => {
    field.row.setAttribute("aria-label", `${text} ${place + 1}`);
    field.take.setAttribute("aria-label", `${say("take_this_away")}: ${text} ${place + 1}`);
  });
  function add(item) {
    const field = one(item);
    number();
    changed(element);
    return field;
  }
  const more = button(say("add_one", { name: text }), () => focus(add(undefined).control ?? list.lastElementChild));
  const isEmpty = () => fields.every((field) => field.isEmpty());
  const lacking = lack(isNeeded, value, more, text, isEmpty);
  const element = make("fieldset", { class: "field list" }, make("legend", { lang }, text, needed(isNeeded)), hint, list, more, lacking.element);
  (value ?? []).forEach(one);
  number();
  return {
    element,
    control: more,
    isEmpty,
    read() {
      const found = fields.map((field) => field.read()).filter((item) => item !== undefined);
      return found.length ? found : Array.isArray(value) && !value.length ? value : undefined;
    },
    add,
    check: () => [...lacking.check(), ...fields.filter((field) => !field.isEmpty()).flatMap((field) => field.check())],
    at: (keys) => fields[keys[0]]?.at(keys.slice(1)) ?? more,
  };
}

/** Values under names of one's own, such as codes by agenda. @returns {import("./field-parts.js").Field} */
export function namedField(schema, key, value, makeOne) {
  const { text, lang } = labelOf(schema, key);
  const hint = hintOf(schema);
  const rows = [];
  const list = make("div", { class: "items" });
  function add(name, item) {
    const input = make("input", { type: "text", id: fresh(), class: "short", autocomplete: "off", spellcheck: "false" });
    input.value = name;
    input.addEventListener("input", () => changed(element));
    const field = makeOne(item);
    const entry = { input, field };
    const take = button(say("take_this_away"), () => {
      rows.splice(rows.indexOf(entry), 1);
      row.remove();
      focus(more);
      changed(element);
    });
    const row = make("div", { class: "item", role: "group", "aria-label": `${text} ${name}`.trim() }, make("div", { class: "field" }, make("label", { for: input.id }, say("under_name")), input), field.element, take);
    rows.push(entry);
    list.append(row);
    return input;
  }
  const more = button(say("add_one", { name: text }), () => focus(add("", undefined)));
  const element = make("fieldset", { class: "field list" }, make("legend", { lang }, text), hint, list, more);
  Object.entries(value ?? {}).forEach(([name, item]) => add(name, item));
  const filled = () => rows.filter(({ input, field }) => input.value.trim() && !field.isEmpty());
  return {
    element,
    control: more,
    isEmpty: () => !filled().length,
    read() {
      const found = Object.fromEntries(filled().map(({ input, field }) => [input.value.trim(), field.read()]));
      return Object.keys(found).length ? found : undefined;
    },
    check: () => filled().flatMap(({ field }) => field.check()),
    at: (keys) => rows.find(({ input }) => input.value === keys[0])?.field.at(keys.slice(1)) ?? more,
  };
}
