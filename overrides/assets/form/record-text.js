// Records as text: where each stands in its file, and how a changed one is put into the file as it is now. A record is found by its
// id, never by its line, for a colleague may have moved it; what a colleague changed in other fields stays.
//
// The text of a record begins at its dash and ends with its last line; comments between records belong to no record. A file may also
// be one record as a whole, without a dash.
import { parseDocument } from "./yaml.min.js";
import { joined, parted } from "./article-text.js";
import { merged } from "./merging.js";

/** @typedef {{kind: string, id: string, file: string, line: number, before: string, after: string}} Change */
/** @typedef {{id: string, start: number, end: number, isWhole?: boolean}} Span a record that is a whole file may leave its id to the file's name */
/** @typedef {{theirs: string, base: string, mine: string}} Conflict */

/** Gives a text with the line ends of this code, and one of them at its end; "" stays "". @param {string} text @returns {string} */
export const plain = (text) => {
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replace(/\s+$/, "");
  return lines && `${lines}\n`;
};
const isAside = (line) => /^\s*(#.*)?\s*$/.test(line);

/** Gives where each record of a file stands: its id, and the first and the last place of its text. @param {string} text @returns {Span[]} */
export function spansOf(text) {
  const found = [];
  let column = -1;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let open = null;
  for (const line of text.slice(at).split(/(?<=\n)/)) {
    const [, indent, dash] = /^( *)(-(?=\s))?/.exec(line);
    if (column < 0 && !isAside(line) && !/^(---|%)/.test(line)) {
      if (!dash) break;
      column = indent.length;
    }
    if (dash && indent.length === column) {
      open = { start: at, end: at + line.length };
      found.push(open);
    } else if (open && (!isAside(line) || (line.trim() && indent.length > column))) open.end = at + line.length;
    at += line.length;
  }
  if (column < 0) return wholeOf(text);
  return found.map((span) => ({ id: idIn(text.slice(span.start, span.end), column), ...span }));
}

function wholeOf(text) {
  const lines = text.split(/(?<=\n)/);
  const first = lines.findIndex((line) => !isAside(line.replace("\uFEFF", "")) && !/^(---|%)/.test(line));
  const last = lines.findLastIndex((line) => !isAside(line));
  const start = lines.slice(0, Math.max(first, 0)).join("").length + (first === 0 && text.startsWith("\uFEFF") ? 1 : 0);
  const end = lines.slice(0, last + 1).join("").length;
  const value = valueOf(plain(text.slice(start, end)));
  return isAlone(value) ? [{ id: String(value.id ?? ""), start, end, isWhole: true }] : [];
}

const isAlone = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const ID = /^[ -] +(?:id|"id"|'id'): *(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#"']+)) *(?:#.*)?$/m;

function idIn(text, column) {
  const lines = plain(text).replace(/^ +/gm, (spaces) => spaces.slice(Math.min(column, spaces.length)));
  const [, ...forms] = (/^- +[{[]/.test(lines) ? null : ID.exec(firstLevel(lines))) ?? [];
  return forms.find((form) => form !== undefined) ?? String(valueOf(lines)?.id ?? "");
}

// The lines of a record that its own fields begin on.
function firstLevel(text) {
  const width = /^- */.exec(text)[0].length;
  return text.split("\n").filter((line, place) => !place || (line.search(/\S/) === width)).map((line, place) => (place ? `  ${line.trim()}` : line)).join("\n");
}

/** Gives a record as data, or undefined where its text cannot be read. @param {string} text @returns {any} */
export function valueOf(text) {
  const document = parseDocument(text, { logLevel: "silent" });
  const value = document.errors.length ? undefined : document.toJS();
  return Array.isArray(value) ? (value.length === 1 ? value[0] : undefined) : (value ?? undefined);
}

/** Gives the text of a record in a file, or "" where it is not there. @param {string} text @param {string} id @returns {string} */
export function recordOf(text, id) {
  const span = spansOf(text).find((one) => one.id === id);
  return span ? plain(text.slice(span.start, span.end)) : "";
}

/** Gives the line that a record begins on, or the last of the file where it is not there. @param {string} text @param {string} id */
export function lineOf(text, id) {
  const span = spansOf(text).find((one) => one.id === id);
  return text.slice(0, span ? span.start : text.length).split("\n").length;
}

/**
 * Puts a record's new text into a file as it is now, "" where there is none. Line ends and all else stay as they are.
 * Gives the file's new text; or, where a colleague changed the same, what stands there now beside what was and what is wanted.
 * @param {string} fileText @param {Change} change @returns {{text: string} | {conflict: Conflict}}
 */
export function apply(fileText, change) {
  const [base, mine] = [plain(change.before), plain(change.after)];
  if (/\.md$/.test(change.file)) return applied(fileText, plain(fileText), base, mine, mergedArticle, (text) => whole(fileText, text));
  const spans = spansOf(fileText).filter((span) => span.id === change.id || (span.isWhole && !span.id));
  if (spans.length > 1) return { conflict: { theirs: spans.map((span) => plain(fileText.slice(span.start, span.end))).join(""), base, mine } };
  const [span] = spans;
  const theirs = span ? plain(fileText.slice(span.start, span.end)) : "";
  return applied(fileText, theirs, base, mine, mergedRecord, (text) => (span ? put(fileText, span, text) : added(fileText, text)));
}

function applied(fileText, theirs, base, mine, merge, put) {
  if (theirs === mine || base === mine) return { text: fileText };
  if (theirs === base) return { text: put(mine) };
  const both = theirs && base && mine ? merge(base, theirs, mine) : null;
  return both === null ? { conflict: { theirs, base, mine } } : { text: put(both) };
}

function mergedRecord(base, theirs, mine) {
  const text = merged(base, theirs, mine);
  return text !== null && valueOf(text)?.id === valueOf(theirs)?.id ? text : null;
}

function mergedArticle(base, theirs, mine) {
  const parts = [base, theirs, mine].map(parted);
  if (parts.some((part) => !part)) return null;
  const [was, now, wanted] = parts;
  const body = wanted.body === was.body ? now.body : now.body === was.body || now.body === wanted.body ? wanted.body : null;
  const head = merged(was.head, now.head, wanted.head);
  return head === null || body === null ? null : joined(head, body);
}

const endOf = (text) => (/\r\n/.test(text) ? "\r\n" : "\n");
const ended = (text, end) => text.replace(/\n/g, end);

function whole(fileText, text) {
  return (fileText.startsWith("\uFEFF") ? "\uFEFF" : "") + ended(text, endOf(fileText));
}

function put(fileText, span, text) {
  const old = fileText.slice(span.start, span.end);
  const wanted = /\n$/.test(old) ? text : text.replace(/\n$/, "");
  const [before, after] = [fileText.slice(0, span.start), fileText.slice(span.end)];
  if (!text) return before + after.replace(/^\s*\n/, "");
  return before + ended(wanted, endOf(old.includes("\n") ? old : fileText)) + after;
}

// A new record goes to the end, with an empty line before it where the others have one.
function added(fileText, text) {
  const end = endOf(fileText);
  const spans = spansOf(fileText);
  const around = spans.length ? fileText : fileText.replace(/^\[\s*\][ \t]*(#.*)?$\r?\n?/m, "");
  const isApart = spans.length < 2 || /^\s*\r?\n/.test(fileText.slice(spans.at(-2).end, spans.at(-1).start));
  const column = spans.length ? /^ */.exec(fileText.slice(spans[0].start))[0].length : 0;
  const moved = text.replace(/^(?=.)/gm, " ".repeat(column));
  const before = around.trim() ? around.replace(/\s*$/, end) + (isApart ? end : "") : "";
  return before + ended(moved, end);
}
