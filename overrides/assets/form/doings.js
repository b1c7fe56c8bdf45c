// What is done to a record wherever it is named: it gets another id, goes up in another one, or its translations fit again. On one's
// own computer it is told first, line by line, and then done; elsewhere it is said how it is asked for.
import { kindOf, optionsOf } from "./data.js";
import { fresh, make, say, tell, told } from "./elements.js";
import { faultOf } from "./field-parts.js";
import { toBePressed } from "./doings-elsewhere.js";
import { picker } from "./picker.js";
import { problemOf } from "./problems.js";
import { inside, resolved } from "./schema.js";

const isLocal = Boolean(document.getElementById("_edit")?.dataset.token);

/** @typedef {{element: HTMLElement, read: () => string, check: () => boolean}} Asked */

function field(label, hint, control, input) {
  const fault = faultOf(input);
  const check = (text) => {
    fault.tell(text);
    if (text) input.focus();
    return !text;
  };
  return { element: make("div", { class: "field" }, label, hint, control, fault.element), check };
}

/** Asks for another id. @returns {Asked} */
function newId({ kind, id, schema }) {
  const hint = make("p", { class: "hint", id: fresh() }, say("do_rename_hint"));
  const input = make("input", { type: "text", id: fresh(), class: "long", autocomplete: "off", spellcheck: "false", "aria-describedby": hint.id });
  const { element, check } = field(make("label", { for: input.id }, say("do_new_id")), hint, input, input);
  const pattern = resolved(inside(schema, "id")).pattern ?? "^[a-z0-9-]+$";
  const taken = () => (input.value.trim() === id || optionsOf(kind.name).some((one) => one.id === input.value.trim()) ? say("id_taken") : "");
  return { element, read: () => input.value.trim(), check: () => check(problemOf(input.value, { pattern }, true) || taken()) };
}

/** Asks for the record that stays. @returns {Asked} */
function otherRecord({ kind, id }) {
  const [label, hint] = [fresh(), make("p", { class: "hint", id: fresh() }, say("do_merge_hint"))];
  const options = optionsOf(kind.name).filter((one) => one.id !== id);
  const pick = picker({ label: "", labelId: label, options, describedBy: hint.id, picked: () => {} });
  const { element, check } = field(make("label", { id: label, for: pick.input.id }, say("do_into")), hint, pick.element, pick.input);
  return { element, read: () => pick.value(), check: () => check(pick.value() ? "" : say("do_into_needed")) };
}

/** Asks which translations. @returns {Asked} */
function languages() {
  const [, ...others] = Object.entries(told.languages);
  const hint = make("p", { class: "hint", id: fresh() }, say("do_translated_hint"));
  const all = [["", say("do_all_languages")], ...others];
  const select = make("select", { id: fresh(), "aria-describedby": hint.id }, all.map(([code, name]) => make("option", { value: code }, name)));
  const { element } = field(make("label", { for: select.id }, say("do_language")), hint, select, select);
  return { element, read: () => select.value, check: () => true };
}

function part(what, asked, tryIt) {
  const form = make("form", { class: "doing", novalidate: true }, make("h3", {}, say(`do_${what}`)), asked.element, make("p", {}, make("button", { type: "submit", class: "quiet" }, say(isLocal ? "do_look" : "do_how"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (asked.check()) tryIt(what, asked.read(), form);
  });
  return form;
}

/**
 * Makes what is done to the record of a form; null where it cannot be done from here.
 * @param {any} state what the form shows @param {() => boolean} isChanged @param {(...told: Node[]) => void} instead puts something in its place
 */
export function doings(state, isChanged, instead) {
  if (!state.id || (!isLocal && !told.repository)) return null;
  const answer = make("div", { class: "doing-told" });
  const show = (...shown) => {
    answer.replaceChildren(...shown);
    const head = answer.querySelector("[tabindex]");
    head?.focus();
  };
  const tryIt = async (what, to, form) => {
    form.after(answer);
    const asked = { what, kind: state.kind, id: state.id, to };
    if (!isLocal) return show(...toBePressed(asked));
    if (isChanged()) return show(make("p", { class: "notice", role: "alert", tabindex: "-1" }, say("do_save_first")));
    tell(say("busy"));
    answer.replaceChildren(make("p", { class: "hint", "aria-hidden": "true" }, say("busy")));
    const { tried } = await import("./doings-here.js");
    return show(...(await tried(asked, show, instead)));
  };
  const parts = [part("rename", newId(state), tryIt)];
  if (!state.isArticle && optionsOf(state.kind.name).length > 1) parts.push(part("merge", otherRecord(state), tryIt));
  if (Object.keys(told.languages).length > 1) parts.push(part("translated", languages(), tryIt));
  return make("details", { class: "ending doings" }, make("summary", {}, say("do_these")), make("p", { class: "hint" }, say("do_these_hint")), parts, answer);
}

/** Gives the address at which the form has a record open. */
export const addressOf = (kind, id) => `${location.pathname}?${kindOf(kind.name).one}=${encodeURIComponent(id)}`;
