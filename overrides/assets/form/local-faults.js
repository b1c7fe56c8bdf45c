// What the check found, at each field and in a list that leads to them.
import { button, fresh, make, told } from "./elements.js";

const CONTROLS = "input, select, textarea, button";
let marked = [];

/** Takes away what was said at fields before. */
export function clearFaults() {
  for (const undo of marked) undo();
  marked = [];
}

// The control of a field, null where the form does not show it.
function controlOf(problem, context) {
  const isOpen = !told.kinds || problem.kind === "" || problem.kind === context.kind;
  const element = problem.field.length && isOpen && problem.record === context.id ? context.at?.(problem.field) : null;
  return element?.matches(CONTROLS) ? element : (element?.querySelector(CONTROLS) ?? element ?? null);
}

function mark(control, text, isError, lang) {
  const fault = make("p", { class: isError ? "fault" : "hint local-advice", id: fresh(), lang }, text);
  (control.closest(".picker") ?? control).after(fault);
  const [described, invalid] = ["aria-describedby", "aria-invalid"].map((name) => control.getAttribute(name));
  control.setAttribute("aria-describedby", `${fault.id} ${described ?? ""}`.trim());
  if (isError) control.setAttribute("aria-invalid", "true");
  marked.unshift(() => {
    fault.remove();
    if (described) control.setAttribute("aria-describedby", described);
    else control.removeAttribute("aria-describedby");
    if (isError && invalid === null) control.removeAttribute("aria-invalid");
  });
}

function nameOf(control, problem) {
  const label = (control.labels?.[0] ?? control.closest("fieldset")?.querySelector("legend"))?.cloneNode(true);
  label?.querySelector(".needed")?.remove();
  return label?.textContent.trim() || problem.field.join(".");
}

function toField(control, text) {
  control.id ||= fresh();
  const go = (event) => {
    event.preventDefault();
    for (let folded = control.closest("details:not([open])"); folded; folded = control.closest("details:not([open])")) folded.open = true;
    if (!control.matches(CONTROLS)) control.setAttribute("tabindex", "-1");
    control.focus();
  };
  return make("a", { href: `#${control.id}`, click: go }, text);
}

// What is certainly meant comes into the form, and is looked at again.
function takeOver({ file, after }, context) {
  const { after: asked } = context.changes.find((change) => change.file === file);
  context.again(new Map([[file, [asked, after]]]), false);
  context.give();
}

function line(problem, control, context, say) {
  const text = make("span", { lang: said() }, problem.message);
  const head = control ? toField(control, nameOf(control, problem)) : make("b", {}, [problem.record, problem.field.join(".")].filter(Boolean).join(": ") || problem.file);
  const typed = problem.typed ? make("code", { class: "local-typed", dir: "auto" }, problem.typed) : null;
  const mended = problem.mended ? make("div", {}, make("span", { class: "label" }, say("instead")), make("code", { class: "local-typed", dir: "auto" }, problem.mended)) : null;
  const take = problem.after && context.again ? button(say("take_over"), () => takeOver(problem, context)) : null;
  const where = make("p", { class: "label" }, say("where", { file: problem.file, line: problem.line }));
  return make("li", {}, make("p", {}, head, ": ", text), make("p", { lang: said() }, problem.remedy), typed && !control ? typed : null, mended, take, where);
}

// The check speaks Dutch and English.
const said = () => (["nl", "en"].includes(document.documentElement.lang) ? null : "en");

/** Says what is wrong at each field, and gives the lists: what is wrong, and what is advised. */
export function faultsAt(problems, context, say) {
  const lists = { error: [], advice: [] };
  for (const problem of problems) lists[problem.severity].push(line(problem, controlOf(problem, context), context, say));
  // The last that is said at a field stands first there.
  for (const problem of [...problems].reverse()) {
    const control = controlOf(problem, context);
    if (control) mark(control, `${problem.message} ${problem.remedy}`, problem.severity === "error", said());
  }
  const errors = lists.error.length ? make("div", { class: "notice faults", role: "alert", tabindex: "-1" }, make("h3", {}, say("mend")), make("ul", { class: "local-list" }, lists.error), make("p", {}, say("anyway"))) : null;
  const advice = lists.advice.length ? make("details", { class: "local-details" }, make("summary", {}, say("advised")), make("ul", { class: "local-list" }, lists.advice)) : null;
  return [errors, advice].filter(Boolean);
}
