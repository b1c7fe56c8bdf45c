// The small pieces that handing in is built from: words, elements, a text with a button that copies it.

/**
 * Gives a function that says a word of `handing_in`, with its places filled in.
 * @param {object} words the page's words, by group
 * @returns {(key: string, values?: object) => string}
 */
export function speaker(words) {
  const own = words.handing_in ?? {};
  return (key, values = {}) => {
    const word = own[key] ?? words[`handing_in.${key}`] ?? key;
    return word.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  };
}

/** Makes an element; a value of true or false is an attribute that is there or not, a function listens. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

let made = 0;

/** Gives an id that no other element has. */
export const fresh = (name) => `handing-in-${name}-${(made += 1)}`;

/** Makes a button. */
export const button = (label, press, look = "button") => make("button", { type: "button", class: look, click: press }, label);

/** Moves the focus to an element that is no control, such as a heading. */
export function focus(element) {
  element.setAttribute("tabindex", "-1");
  element.focus();
}

/** Makes a link that opens beside this page, so that what was typed stays. */
export function outward(say, label, href) {
  const note = make("span", { class: "visually-hidden" }, ` ${say("new_tab")}`);
  return make("a", { href, target: "_blank", rel: "noopener noreferrer", class: "button handing-out" }, label, note);
}

/**
 * Makes a text to copy: all of it is shown, and can be selected without a script's help.
 * @param {(key: string, values?: object) => string} say
 */
export function copyable(say, label, text) {
  const id = fresh("text");
  const rows = Math.min(14, text.split("\n").length);
  const field = make("textarea", { id, readonly: true, rows, spellcheck: "false", wrap: "off", dir: "ltr", class: "handing-text" });
  field.value = text;
  const told = make("span", { role: "status", class: "handing-told" });
  const copy = button(say("copy"), () => {
    field.select();
    const isCopied = document.execCommand("copy");
    told.textContent = say(isCopied ? "copied" : "select");
    if (isCopied) copy.focus();
  });
  return make("div", { class: "handing-copy" }, make("label", { for: id }, label), field, make("p", {}, copy, " ", told));
}

const SHAPES = "http://www.w3.org/2000/svg";

/** Makes a drawing of shapes: each a tag with its attributes. It is named for who does not see it. */
export function drawing(label, shapes) {
  const svg = document.createElementNS(SHAPES, "svg");
  svg.setAttribute("viewBox", "0 0 240 132");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("class", "handing-picture");
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(SHAPES, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
  }
  return svg;
}
