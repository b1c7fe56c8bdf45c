// On the site nothing can be done to a record everywhere at once: the button at the code host does that, or somebody who has the data.
import { make, say, told } from "./elements.js";
import { hostOf } from "./handing-in-hosts.js";
import { copyable, outward, speaker } from "./handing-in-parts.js";

const WORKFLOW = "records.yml";

const command = ({ what, kind, id, to }) => ["kennisstad", what, kind.one, id, to].filter(Boolean).join(" ");

function filledIn({ what, kind, id, to }) {
  const rows = [["action", what], ["kind", kind.one], ["record", what === "translated" ? `${kind.name}/${id}` : id], ["other", to]].filter(([name, value]) => value && !(name === "kind" && what === "translated"));
  return make("dl", { class: "doing-fields" }, rows.map(([name, value]) => make("div", {}, make("dt", {}, make("code", {}, name)), make("dd", {}, make("code", {}, value)))));
}

/** Says how it is asked for. @param {{what: string, kind: any, id: string, to: string}} wanted @returns {Node[]} */
export function toBePressed(wanted) {
  const host = hostOf(told.repository);
  const words = speaker(told.words);
  const head = make("h3", { tabindex: "-1" }, say("do_how_head"));
  const copy = copyable(words, say("do_command"), command(wanted));
  if (host?.flavour !== "github") return [head, make("p", {}, say("do_ask")), copy];
  const button = outward(words, say("do_open_button", { host: host.name }), `${host.root}/actions/workflows/${WORKFLOW}`);
  return [head, make("p", {}, say("do_press", { host: host.name })), filledIn(wanted), make("p", {}, button), make("p", { class: "hint" }, say("do_press_after")), make("details", { class: "local-details" }, make("summary", {}, say("do_by_command")), copy)];
}
