// Two people's changes of one record, put together field by field. Lines are taken as they were typed.
import { parseDocument } from "./yaml.min.js";

const PREAMBLE = "";

/**
 * Gives a record with what both changed, or null where both changed one field to something else.
 * @param {string} base @param {string} theirs @param {string} mine texts that begin at a dash, or heads of articles @returns {string | null}
 */
export function merged(base, theirs, mine) {
  const dash = /^( *)- /.exec(theirs);
  const [was, now, wanted] = [base, theirs, mine].map((text) => text.replace(/^( *)- /, "$1  "));
  const text = mergedLines(was, now, wanted);
  if (text === null) return null;
  const whole = dash ? text.replace(new RegExp(`^ {${dash[1].length}} `), `${dash[1]}-`) : text;
  return isWhole(whole, base, theirs, mine) ? whole : null;
}

// Every field is what one of the two made it: so a text that was cut at the wrong place is never taken.
function isWhole(text, ...others) {
  const [result, was, now, wanted] = [text, ...others].map(dataOf);
  if (!result || !was || !now || !wanted) return false;
  return isMerge(result, was, now, wanted);
}

function dataOf(text) {
  const document = parseDocument(text, { logLevel: "silent" });
  const value = document.errors.length ? null : document.toJS();
  return Array.isArray(value) ? value[0] : value;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

function isMerge(result, was, now, wanted) {
  if (same(now, was)) return same(result, wanted);
  if (same(wanted, was) || same(wanted, now)) return same(result, now);
  if (![result, was, now, wanted].every(isMap)) return false;
  const names = new Set([result, was, now, wanted].flatMap(Object.keys));
  return [...names].every((name) => isMerge(result[name], was[name], now[name], wanted[name]));
}

function mergedLines(base, theirs, mine) {
  if (theirs === base) return mine;
  if (mine === base || mine === theirs) return theirs;
  const [was, now, wanted] = [base, theirs, mine].map(fields);
  if (!was || !now || !wanted) return null;
  const found = new Map();
  for (const name of new Set([...was.keys(), ...now.keys(), ...wanted.keys()])) {
    const text = mergedField(was.get(name), now.get(name), wanted.get(name));
    if (text === null) return null;
    if (text !== undefined) found.set(name, text);
  }
  return inOrder(found, [...now.keys()], [...wanted.keys()]).map((name) => found.get(name)).join("");
}

function mergedField(was, now, wanted) {
  if (now === was || now === wanted) return wanted;
  if (wanted === was) return now;
  return was === undefined || now === undefined || wanted === undefined ? null : mergedInside(was, now, wanted);
}

// A field of several lines is merged within, below its first line.
function mergedInside(was, now, wanted) {
  const parts = [was, now, wanted].map((text) => /^(.*:[ \t]*\n)([\s\S]+)$/.exec(text));
  if (parts.some((part) => !part) || parts[0][1] !== parts[1][1] || parts[0][1] !== parts[2][1]) return null;
  const inside = mergedLines(parts[0][2], parts[1][2], parts[2][2]);
  return inside === null ? null : parts[1][1] + inside;
}

// Theirs, and each field of mine that they lack after the one before it.
function inOrder(found, theirs, mine) {
  const names = theirs.filter((name) => found.has(name));
  mine.forEach((name, place) => {
    if (!found.has(name) || names.includes(name)) return;
    const before = mine.slice(0, place).findLast((other) => names.includes(other));
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name);
  });
  return names;
}

// The lines of each field by its name; null where lines are not those of a mapping with each field on its own line.
function fields(text) {
  const first = /^ *(?=[\w"'-])/m.exec(text.replace(/^ *#.*$/gm, ""));
  if (!first) return null;
  const start = new RegExp(`^ {${first[0].length}}("[^"]+"|'[^']+'|[\\w-]+):(?=\\s)`);
  const found = new Map();
  let name = PREAMBLE;
  for (const line of text.split(/(?<=\n)/)) {
    const [, key] = start.exec(line) ?? [];
    if (key && found.has(key)) return null;
    name = key ?? name;
    found.set(name, (found.get(name) ?? "") + line);
  }
  return found.size > 1 || !found.has(PREAMBLE) ? found : null;
}
