// What comes after saving: a look at the page, and how what was written becomes a proposal.
import { make, told } from "./elements.js";

const root = () => document.getElementById("_edit")?.dataset.root ?? "./";

function pageOf({ kind, id }) {
  const { page } = told.kinds?.find((one) => one.name === kind) ?? {};
  return page ? `${root()}${page}${id}/` : "";
}

const BY_DESKTOP = ["desktop_1", "desktop_2", "desktop_3", "desktop_4"];
const steps = (say, names) => make("ol", { class: "local-steps" }, names.map((name) => make("li", {}, say(name))));

/** Gives what was written and what can be done next. @param {string[]} files @param {{kind: string, id: string}[]} changes */
export function nextSteps(files, changes, context, say) {
  if (!files.length) return [make("p", {}, say("unchanged"))];
  const [first] = changes;
  const written = make("ul", { class: "local-files" }, files.map((file) => make("li", {}, make("code", {}, file))));
  const page = pageOf(first);
  const look = page ? make("p", {}, make("a", { class: "button", href: page }, say("look"))) : "";
  const lines = [`git switch --create ${first.id}`, `git add ${files.join(" ")}`, `git commit --message "${first.id}"`, `git push --set-upstream origin ${first.id}`];
  const byGit = make("details", { class: "local-details" }, make("summary", {}, say("git")), make("pre", { tabindex: "0", "aria-label": say("git") }, lines.join("\n")));
  return [make("p", {}, say("written")), written, look, make("h3", {}, say("next")), make("p", {}, say("next_hint")), steps(say, BY_DESKTOP), byGit];
}
