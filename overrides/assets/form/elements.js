// The small pieces that the form is built of: elements, words, and what the page tells.

/** What the page says to its scripts; {} on a page that is not the form's. @type {any} */
export const told = JSON.parse(document.getElementById("_told")?.textContent ?? "{}");
export const language = document.documentElement.lang || "en";
const plural = new Intl.PluralRules(language);

/** Says a word of the form, with its places filled in. @param {string} key @param {Record<string, any>} values @returns {string} */
export function say(key, values = {}) {
  const words = told.words?.form ?? {};
  const word = words[key] ?? words[`${key}.${plural.select(values.count ?? 0)}`] ?? words[`${key}.other`] ?? key;
  return word.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** Makes an element; a value of true or false is an attribute that is there or not, a function listens. @returns {any} */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let made = 0;

/** Gives an id that no other element has. */
export const fresh = () => `_f${(made += 1)}`;

/** Makes a button. */
export const button = (label, press, style = "quiet") => make("button", { type: "button", class: style, click: press }, label);

/** Moves the focus to an element that is no control, such as a heading. */
export function focus(element) {
  if (!element.matches("input, select, textarea, button, a, summary")) element.setAttribute("tabindex", "-1");
  element.focus();
}

/** Gives a text in the page's language, else in another, with its language where that is not the page's. @returns {{text: string, lang?: string}} */
export function inLanguage(texts, otherwise = "") {
  if (typeof texts === "string") return { text: texts };
  if (texts?.[language]) return { text: texts[language] };
  const [lang, text] = Object.entries(texts ?? {}).find(([, one]) => one) ?? [];
  return text ? { text, lang } : { text: otherwise };
}

/** Tells who cannot see it what happened. @param {string} text */
export function tell(text) {
  const region = document.getElementById("_edit-status");
  if (region) region.textContent = text;
}
