// The lines of a text that were and that are, beside what stays around them.
import { pairsOf } from "./alike.js";
import { make, say } from "./elements.js";

const AROUND = 2;

/** Gives the lines of two texts, each with its mark: "-" for what goes, "+" for what comes, " " for what stays. */
export function linesOf(before, after) {
  const [was, is] = [before, after].map((text) => (text ? text.replace(/\n$/, "").split("\n") : []));
  const lines = [];
  let [gone, come] = [[], []];
  const flush = () => {
    lines.push(...gone, ...come);
    [gone, come] = [[], []];
  };
  for (const [one, other] of pairsOf(was, is)) {
    if (one !== null && other !== null && was[one] === is[other]) {
      flush();
      lines.push([" ", was[one]]);
      continue;
    }
    if (one !== null) gone.push(["-", was[one]]);
    if (other !== null) come.push(["+", is[other]]);
  }
  flush();
  return lines;
}

const WORDS = { "-": "line_gone", "+": "line_new" };

/** Shows what changes in a text. */
export function shown(before, after) {
  const lines = linesOf(before, after);
  const isNear = (place) => lines.slice(Math.max(0, place - AROUND), place + AROUND + 1).some(([mark]) => mark !== " ");
  const rows = [];
  lines.forEach(([mark, text], place) => {
    if (!isNear(place)) {
      if (place && isNear(place - 1) && lines.slice(place).some(([other]) => other !== " ")) rows.push(make("div", { class: "line gap" }, "…"));
      return;
    }
    const style = { "-": "line gone", "+": "line come", " ": "line" }[mark];
    rows.push(make("div", { class: style }, WORDS[mark] ? make("span", { class: "visually-hidden" }, `${say(WORDS[mark])} `) : null, make("span", { class: "mark", "aria-hidden": "true" }, mark), text || " "));
  });
  return make("div", { class: "difference", dir: "ltr", tabindex: "0", role: "group", "aria-label": say("difference") }, rows);
}
