// Fields of one value: a line, a number, a date, a choice, yes or no, and a record picked by name.
import { has, optionsOf } from "./data.js";
import { fresh, inLanguage, make, say } from "./elements.js";
import { changed, faultOf, hintOf, labelOf, needed } from "./field-parts.js";
import { picker } from "./picker.js";
import { problemOf } from "./problems.js";
import { isNumber, isTyped } from "./scalars.js";

const shownAs = (value) => (value === undefined || value === null ? "" : String(value));

// What stands in the data for what was typed: a year is a number there, a date is not.
function valueOf(text, schema) {
  const types = [schema.type].flat();
  const isCounted = types.includes("integer") || types.includes("number");
  return isCounted && isNumber(text) && (isTyped(schema) || !types.includes("string") || types.includes("number")) ? Number(text) : text;
}

/** Makes the frame of a field: label, explanation, control, and what is wrong. */
export function framed(schema, key, control, isNeeded, style = "") {
  const { text, lang } = labelOf(schema, key);
  const hint = hintOf(schema);
  control.id ||= fresh();
  if (hint) control.setAttribute("aria-describedby", hint.id);
  const fault = faultOf(control);
  const label = make("label", { for: control.id, lang }, text, needed(isNeeded));
  return { label, fault, text, element: make("div", { class: `field ${style}`.trim() }, label, hint, control, fault.element) };
}

/** A line, a number or a date. @returns {import("./field-parts.js").Field} */
export function lineField(schema, key, value, isNeeded) {
  const isDate = schema.pattern?.includes("{4}");
  const control = make("input", { type: "text", class: isDate || schema.type === "integer" || isTyped(schema) ? "short" : "long", inputmode: schema.type === "integer" ? "numeric" : false, autocomplete: "off", spellcheck: isTyped(schema) || schema.pattern ? "false" : false });
  const initial = shownAs(value);
  control.value = initial;
  const { element, fault, text } = framed(schema, key, control, isNeeded);
  const problem = () => (control.value === initial && initial ? "" : problemOf(control.value, schema, isNeeded));
  control.addEventListener("input", () => {
    fault.tell(control.value.trim() && control.getAttribute("aria-invalid") ? problem() : "");
    changed(element);
  });
  control.addEventListener("change", () => fault.tell(control.value.trim() ? problem() : ""));
  return {
    element,
    control,
    isEmpty: () => !control.value.trim(),
    read: () => (control.value === initial ? value : control.value.trim() ? valueOf(control.value.trim(), schema) : undefined),
    fill(one) {
      control.value = shownAs(one);
      fault.tell("");
      changed(element);
    },
    check() {
      fault.tell(problem());
      return problem() ? [{ element: control, name: text, text: problem() }] : [];
    },
    at: () => control,
  };
}

/** One of a few words, each explained when it is chosen. @returns {import("./field-parts.js").Field} */
export function choiceField(schema, key, value, isNeeded) {
  const choices = schema.anyOf.filter((choice) => "const" in choice);
  const option = (choice) => {
    const { text, lang } = inLanguage(choice.titles, choice.const);
    return make("option", { value: choice.const, lang, selected: choice.const === value }, text);
  };
  const control = make("select", {}, make("option", { value: "" }, say(isNeeded ? "choose" : "not_said")), choices.map(option));
  const isOther = value !== undefined && !choices.some((choice) => choice.const === value);
  if (isOther) control.append(make("option", { value, selected: true }, value));
  const { element, fault, text } = framed(schema, key, control, isNeeded);
  const meaning = make("p", { class: "hint meaning" });
  control.after(meaning);
  const explain = () => {
    const choice = choices.find((one) => one.const === control.value);
    const { text: told, lang } = inLanguage(choice?.descriptions, "");
    meaning.textContent = told === inLanguage(choice?.titles, "").text ? "" : told;
    if (lang) meaning.lang = lang;
    else meaning.removeAttribute("lang");
  };
  explain();
  control.addEventListener("change", () => {
    explain();
    fault.tell("");
    changed(element);
  });
  return {
    element,
    control,
    isEmpty: () => !control.value,
    read: () => control.value || undefined,
    fill(one) {
      control.value = one ?? "";
      explain();
      changed(element);
    },
    check() {
      const problem = isNeeded && !control.value ? say("needed_choice") : "";
      fault.tell(problem);
      return problem ? [{ element: control, name: text, text: problem }] : [];
    },
    at: () => control,
  };
}

/** Yes or no. @returns {import("./field-parts.js").Field} */
export function truthField(schema, key, value) {
  const control = make("input", { type: "checkbox", id: fresh(), checked: value === true });
  const { text, lang } = labelOf(schema, key);
  const hint = hintOf(schema);
  if (hint) control.setAttribute("aria-describedby", hint.id);
  const element = make("div", { class: "field truth" }, make("label", { for: control.id, lang, class: "tick" }, control, make("span", {}, text)), hint);
  control.addEventListener("change", () => changed(element));
  return { element, control, isEmpty: () => !control.checked, read: () => (control.checked ? true : value === undefined ? undefined : value === false ? false : undefined), check: () => [], at: () => control };
}

/** A record picked by name. @returns {import("./field-parts.js").Field} */
export function recordField(schema, key, value, isNeeded, kind) {
  const { text } = labelOf(schema, key);
  const pick = picker({ label: text, options: optionsOf(kind), value: value ?? "", picked: () => tellChange() });
  const { element, fault } = framed(schema, key, pick.input, isNeeded);
  element.insertBefore(pick.element, fault.element);
  pick.element.prepend(pick.input);
  pick.input.removeAttribute("aria-label");
  const tellChange = () => {
    fault.tell("");
    changed(element);
  };
  const problem = () => (!pick.value() ? (isNeeded ? say("needed_choice") : "") : pick.value() !== value && !has(kind, pick.value()) ? say("unknown_record") : "");
  return {
    element,
    control: pick.input,
    isEmpty: () => !pick.value(),
    read: () => pick.value() || undefined,
    check() {
      fault.tell(problem());
      return problem() ? [{ element: pick.input, name: text, text: problem() }] : [];
    },
    at: () => pick.input,
  };
}
