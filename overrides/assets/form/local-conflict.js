// A record that somebody else changed on disk since the form was opened: put together where that can be, else both are shown.
import { button, make } from "./elements.js";
import { apply } from "./record-text.js";

const key = ({ kind, id, file }) => `${kind}/${id}/${file}`;

function side(name, text) {
  return make("section", {}, make("h4", {}, name), make("pre", { class: "local-side", dir: "auto", tabindex: "0", "aria-label": name }, text));
}

// What they wrote takes the place of what I wrote in the same fields; all else that I typed stays in the form.
function keepTheirs(open, context) {
  if (open.some(({ theirs }) => !theirs)) return context.chooseOther();
  return context.again(new Map(open.map(({ file, base, theirs }) => [file, [base, theirs]])), true);
}

/**
 * Puts conflicts together and goes on with `choose`, or gives what shows both sides and asks which is meant.
 * @param {{kind: string, id: string, file: string, theirs: string, base: string, mine: string}[]} conflicts
 * @param {(chosen: Map<string, any>) => Promise<any>} choose what to go on with: changes that begin at what is there now
 */
export function theirsBesideMine(conflicts, choose, context, say) {
  const chosen = new Map();
  const open = conflicts.filter((conflict) => {
    const change = { kind: conflict.kind, id: conflict.id, file: conflict.file, line: 0, before: conflict.base, after: conflict.mine };
    const { text } = conflict.theirs ? apply(conflict.theirs, change) : {};
    if (text !== undefined) chosen.set(key(conflict), { ...change, before: conflict.theirs, after: text });
    return text === undefined;
  });
  if (!open.length) {
    choose(chosen, say("merged"));
    return null;
  }
  const mine = () => {
    for (const { kind, id, file, theirs, mine: after } of open) chosen.set(key({ kind, id, file }), { kind, id, file, line: 0, before: theirs, after });
    choose(chosen);
  };
  const sides = open.map(({ theirs, mine: after }) => make("div", { class: "local-sides" }, side(say("theirs"), theirs || say("gone")), side(say("mine"), after)));
  const ways = make("p", { class: "ways-in" }, button(say("keep_mine"), mine), button(say("keep_theirs"), () => keepTheirs(open, context)));
  return make("div", { class: "notice", role: "alert", tabindex: "-1" }, make("h3", {}, say("conflict")), make("p", {}, say("conflict_hint")), sides, ways);
}
