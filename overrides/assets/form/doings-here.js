// On one's own computer: which lines in which files would change, and doing just that.
import { addressOf } from "./doings.js";
import { button, make, say, told } from "./elements.js";
import { nextSteps } from "./local-next.js";
import { onRecord } from "./local-server.js";
import { speaker } from "./local-words.js";

const AT = "local.css";

function styled() {
  const address = new URL(`./${AT}`, import.meta.url).href;
  if (!document.querySelector(`link[href="${address}"]`)) document.head.append(make("link", { rel: "stylesheet", href: address }));
}

function row(style, text) {
  const [mark, word] = style === "gone" ? ["-", "line_gone"] : ["+", "line_new"];
  return text ? make("div", { class: `line ${style}` }, make("span", { class: "visually-hidden" }, `${say(word)} `), make("span", { class: "mark", "aria-hidden": "true" }, mark), text) : null;
}

const place = ({ file, line, old, new: now }) => make("li", {}, make("p", { class: "where", dir: "auto" }, say("do_line", { file, line })), make("div", { class: "difference", dir: "ltr" }, row("gone", old), row("come", now)));

function refusal(sentence, problems = []) {
  const list = problems.map(({ file, line, message, remedy }) => make("li", {}, make("p", {}, message), make("p", {}, remedy), make("p", { class: "label" }, say("do_line", { file, line }))));
  return make("div", { class: "notice", role: "alert", tabindex: "-1" }, make("p", {}, sentence), list.length ? make("ul", { class: "local-list" }, list) : null);
}

async function asked(question) {
  try {
    return await question;
  } catch {
    return { message: speaker(told.words)("failed") };
  }
}

const remarks = (left) => (left.length ? make("ul", { class: "doing-left" }, left.map((text) => make("li", {}, text))) : null);
const lines = (done) => make("ol", { class: "doing-lines" }, done.map(place));

/**
 * Tells what would be done, with a button that does it.
 * @param {{what: string, kind: any, id: string, to: string}} wanted
 * @param {(...shown: Node[]) => void} show @param {(...shown: Node[]) => void} instead
 */
export async function tried(wanted, show, instead) {
  styled();
  const found = await asked(onRecord(wanted));
  if (found.message || found.refused) return [refusal(found.message ?? found.refused, found.problems)];
  const head = make("h3", { tabindex: "-1" }, say(found.done.length ? "do_would" : "do_nothing"));
  if (!found.done.length) return [head, remarks(found.left)].filter(Boolean);
  const doIt = async (event) => {
    event.target.disabled = true;
    const answer = await asked(onRecord({ ...wanted, shown: found.shown }));
    if (answer.message || answer.refused) return show(refusal(answer.message ?? answer.refused, answer.problems));
    return instead(...written(wanted, answer));
  };
  const ways = make("p", { class: "ways-in" }, button(say("do_it"), doIt, "button"), button(say("do_not"), () => show()));
  return [head, make("p", { class: "hint" }, say("do_places", { count: found.done.length, files: found.files.length })), lines(found.done), remarks(found.left), ways].filter(Boolean);
}

// The fields of the form are of what stood there before: the record is opened anew.
function written({ what, kind, id, to }, { files, left }) {
  const now = what === "translated" ? id : to;
  const again = make("p", {}, make("a", { class: "button", href: addressOf(kind, now) }, say("do_open", { id: now })));
  const next = nextSteps(files, [{ kind: kind.name, id: now }], {}, speaker(told.words));
  return [make("h2", { tabindex: "-1" }, say("do_done")), remarks(left), again, ...next].filter(Boolean);
}
