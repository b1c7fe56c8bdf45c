// Two people's values of one record in one: what only one of them changed is as they made it, of the rest `theirs` holds.
import { isSame } from "./yaml-text.js";

const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** @param {any} base what both began at @param {any} theirs @param {any} mine */
export function rebased(base, theirs, mine) {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (![theirs, mine].every(isMap)) return theirs;
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const found = [...names].map((name) => [name, rebased(base?.[name], theirs[name], mine[name])]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}
