// What every field has: its label, its explanation, and room for what is wrong with it.
import { fresh, inLanguage, make, say } from "./elements.js";

/** @typedef {{element: HTMLElement, read: () => any, check: () => {element: HTMLElement, name: string, text: string}[], at: (keys: any[]) => HTMLElement, isEmpty: () => boolean, fill?: (value: any) => void}} Field */

/** Gives what a field is called. @param {any} schema @param {string} key */
export const labelOf = (schema, key) => inLanguage(schema.titles, key.replaceAll("_", " "));

/** Gives the words beside a label for a field that must be filled. @param {boolean} isNeeded */
export const needed = (isNeeded) => (isNeeded ? make("span", { class: "needed" }, ` ${say("needed_mark")}`) : null);

/** Makes the explanation of a field, null where there is none. @param {any} schema */
export function hintOf(schema) {
  const { text, lang } = inLanguage(schema.descriptions, "");
  return text ? make("p", { class: "hint", id: fresh(), lang }, text) : null;
}

/** Makes the place below a control where its problem is told. */
export function faultOf(control) {
  const element = make("p", { class: "fault", id: fresh(), hidden: true });
  const describe = (ids) => (ids.length ? control.setAttribute("aria-describedby", ids.join(" ")) : control.removeAttribute("aria-describedby"));
  const usual = (control.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  return {
    element,
    tell(text) {
      element.textContent = text;
      element.hidden = !text;
      control.toggleAttribute("aria-invalid", Boolean(text));
      if (text) control.setAttribute("aria-invalid", "true");
      describe(text ? [element.id, ...usual] : usual);
    },
  };
}

/** Says that the form was changed. @param {HTMLElement} element */
export const changed = (element) => element.dispatchEvent(new Event("change-of-record", { bubbles: true }));
