// Hands in what was changed in the form: with an access token as a proposal at the code host, else step by step by hand, and
// where there is no repository as a file to send.
import { byHand, bySending } from "./handing-in-by-hand.js";
import { hostOf } from "./handing-in-hosts.js";
import { make, speaker } from "./handing-in-parts.js";
import { withToken } from "./handing-in-token.js";

/** @typedef {import("./handing-in-hosts.js").Change} Change `name` is what the record is called, where the form knows it */
/** @typedef {import("./handing-in-hosts.js").Repository} Repository */
/**
 * @typedef {{language: string, root: HTMLElement, words: object, repository: Repository | null,
 *   folders?: Record<string, string>, ends?: Record<string, number>, contact?: {name?: string, email?: string} | null}} Context
 * `folders` are those where a new record of a kind may be a file of its own, `ends` the last line of each shared file.
 */

/** Whether another site shows this page in a frame: then nothing is typed or pasted here. */
export const isFramed = () => window.top !== window.self;

function manually(changes, context, host, say) {
  const parts = changes.flatMap((change) => {
    const title = say(change.before ? "changed" : "new", { name: change.name ?? change.id });
    const heading = changes.length > 1 ? make("h4", {}, title, " ", make("span", { class: "count" }, change.file)) : null;
    const steps = host ? byHand(change, context, host, say) : bySending(change, context, say);
    return heading ? [heading, steps] : [steps];
  });
  return make("div", {}, ...parts);
}

/**
 * Shows how to hand in the changes, in `context.root`. The focus stays where the form put it: on what changed, just above.
 * @param {Change[]} changes
 * @param {Context} context
 */
export function handIn(changes, context) {
  const say = speaker(context.words);
  const { root } = context;
  if (isFramed()) {
    root.replaceChildren(make("p", { role: "alert" }, say("framed")));
    return;
  }
  const meant = changes.filter(({ before, after }) => before !== after);
  const heading = make("h2", {}, say(meant.length ? "title" : "nothing"));
  root.replaceChildren(heading);
  root.classList.add("handing-in");
  if (!meant.length) return;
  const host = hostOf(context.repository);
  const token = host && withToken(meant, context, host, say);
  const way = token ? "" : host ? "_by_hand" : "_sending";
  root.append(make("p", { class: "handing-lead" }, say(`intro${way}`)));
  root.append(make("h3", {}, say(host ? "by_hand" : "by_sending", { host: host?.name })));
  if (meant.length > 1) root.append(make("p", {}, say(`several${host ? way : "_files"}`, { count: meant.length })));
  root.append(manually(meant, context, host, say));
  if (token) root.append(make("h3", {}, say("by_token")), token);
}
