// Two people changed the same: what stands there now beside what was typed here, and a choice. Nothing of either is lost.
import { button, focus, fresh, make } from "./handing-in-parts.js";

const lines = (text) => text.replace(/\n$/, "").split("\n");

// The lines that the text before did not have are marked, by a sign that can be copied and by weight.
function shown(say, title, text, base) {
  const id = fresh("side");
  const known = new Set(lines(base));
  const rows = lines(text).map((line) => {
    const isNew = Boolean(base) && !known.has(line);
    return make(isNew ? "mark" : "span", { class: "handing-line" }, line || " ");
  });
  const heading = make("h4", { id }, title);
  const told = text ? make("pre", { tabindex: "0", role: "region", "aria-labelledby": id, dir: "ltr" }, ...rows) : make("p", {}, say("gone"));
  return make("div", { class: "handing-side" }, heading, told);
}

function option(group, value, label) {
  const id = fresh("option");
  const input = make("input", { type: "radio", id, name: group, value });
  return [input, make("p", { class: "handing-option" }, input, " ", make("label", { for: id }, label))];
}

/**
 * Shows both texts of a record, and gives the one that somebody chose.
 * @param {HTMLElement} place what is filled, and emptied again
 * @param {(key: string, values?: object) => string} say
 * @param {import("./handing-in-hosts.js").Change} change
 * @param {{theirs: string, base: string, mine: string}} conflict
 * @returns {Promise<string | null>} null where somebody stopped
 */
export function choose(place, say, change, { theirs, base, mine }) {
  return new Promise((resolve) => {
    const group = fresh("choice");
    const [takeMine, mineLine] = option(group, "mine", say("choose_mine"));
    const [takeTheirs, theirsLine] = option(group, "theirs", say("choose_theirs"));
    const [takeOwn, ownLine] = option(group, "own", say("choose_own"));
    const id = fresh("own");
    const own = make("textarea", { id, rows: Math.min(16, lines(mine).length + 1), spellcheck: "false", dir: "ltr", class: "handing-text" });
    own.value = mine;
    const ownField = make("div", { hidden: true }, make("label", { for: id }, say("own_text")), own);
    const wrong = make("p", { role: "alert", class: "handing-wrong" });
    const heading = make("h3", {}, say("both_changed", { name: change.name ?? change.id }));
    const turn = () => { ownField.hidden = !takeOwn.checked; };
    const end = (text) => {
      place.replaceChildren();
      resolve(text);
    };
    const go = () => {
      const text = takeMine.checked ? mine : takeTheirs.checked ? theirs : takeOwn.checked ? own.value.replace(/\s*$/, "\n") : null;
      if (text !== null) return end(text);
      wrong.textContent = say("choose_first");
      return takeMine.focus();
    };
    const sides = [shown(say, say("theirs"), theirs, base), shown(say, say("mine"), mine, base)];
    const options = make("fieldset", { change: turn }, make("legend", {}, say("choice")), mineLine, theirsLine, ownLine);
    const ends = make("p", { class: "handing-ends" }, button(say("go_on"), go), " ", button(say("stop"), () => end(null), "button handing-quiet"));
    place.replaceChildren(heading, make("p", {}, say("both_changed_how")), make("div", { class: "handing-sides" }, ...sides), options, ownField, wrong, ends);
    focus(heading);
  });
}
