// A text in every language, side by side: a line of it, or paragraphs.
import { fresh, make, say, told } from "./elements.js";
import { changed, faultOf, hintOf, labelOf, needed } from "./field-parts.js";
import { problemOf } from "./problems.js";

const PARAGRAPHS = ["Prose", "LongText"];

function rowsOf(text, isLong) {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 48)), 0);
  return isLong ? Math.min(22, Math.max(6, lines + 1)) : Math.min(6, Math.max(1, lines));
}

// One language of a text.
function oneLanguage(code, schema, initial, { isLong, isNeeded, hint, legend }) {
  const shown = String(initial ?? "").replace(/\n+$/, "");
  const control = make("textarea", { id: fresh(), lang: code, dir: "auto", class: isLong ? "paragraphs" : "lines", rows: rowsOf(shown, isLong), "aria-describedby": hint?.id ?? false });
  control.value = shown;
  const start = control.value;
  const counter = schema.maxLength ? make("p", { class: "counter" }) : null;
  const fault = faultOf(control);
  const name = told.languages?.[code] ?? code;
  const element = make("div", { class: "in-language" }, make("label", { for: control.id, class: "language" }, make("span", { class: "visually-hidden" }, `${legend}: `), make("span", { lang: code }, name), needed(isNeeded)), control, counter, fault.element);
  const count = () => {
    if (!counter) return;
    const length = control.value.trim().replace(/\s+/g, " ").length;
    counter.textContent = say("letters", { count: length, most: schema.maxLength });
    counter.classList.toggle("too-long", length > schema.maxLength);
  };
  count();
  const problem = (isNeededNow) => (control.value === start && start ? "" : problemOf(control.value, schema, isNeededNow));
  control.addEventListener("input", () => {
    count();
    if (!isLong) control.rows = rowsOf(control.value, false);
    if (control.getAttribute("aria-invalid")) fault.tell("");
    changed(element);
  });
  const read = () => {
    if (control.value === start) return initial;
    const text = isLong ? control.value.replace(/[ \t]+$/gm, "").replace(/\s+$/, "") : control.value.trim().replace(/\s*\n\s*/g, " ");
    return text ? text + (isLong && /\n$/.test(String(initial ?? (/\n/.test(text) ? "\n" : ""))) ? "\n" : "") : undefined;
  };
  return {
    element,
    control,
    read,
    fill(text) {
      control.value = text;
      count();
      changed(element);
    },
    check(isNeededNow) {
      const text = problem(isNeededNow);
      fault.tell(text);
      return text ? [{ element: control, name: `${legend} (${name})`, text }] : [];
    },
  };
}

/** @param {any} schema @param {string} key @param {any} value @param {boolean} isNeeded @returns {import("./field-parts.js").Field} */
export function textField(schema, key, value, isNeeded) {
  const { text: legend, lang } = labelOf(schema, key);
  const hint = hintOf(schema);
  const isLong = PARAGRAPHS.includes(schema.named);
  const first = schema.required?.[0];
  const codes = Object.keys(schema.properties);
  const parts = codes.map((code) => [code, oneLanguage(code, schema.properties[code], value?.[code], { isLong, isNeeded: isNeeded && code === first, hint, legend })]);
  const element = make("fieldset", { class: "field texts" }, make("legend", { lang }, legend), hint, make("div", { class: "languages" }, parts.map(([, part]) => part.element)));
  const isEmpty = () => parts.every(([, part]) => !part.control.value.trim());
  return {
    element,
    control: parts[0]?.[1].control,
    isEmpty,
    read() {
      const found = Object.fromEntries(parts.map(([code, part]) => [code, part.read()]).filter(([, text]) => text !== undefined));
      const others = Object.fromEntries(Object.entries(value ?? {}).filter(([code]) => !codes.includes(code)));
      return Object.keys(found).length ? { ...found, ...others } : undefined;
    },
    fill: (texts) => parts.forEach(([code, part]) => texts[code] !== undefined && part.fill(texts[code])),
    check: () => parts.flatMap(([code, part]) => part.check(code === first && (isNeeded || !isEmpty()))),
    at: (keys) => Object.fromEntries(parts)[keys[0]]?.control ?? parts[0][1].control,
  };
}
