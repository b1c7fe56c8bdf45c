// Handing in without a token: a text to copy and the place at the code host where it goes, step by step. Only the lines that were
// meant are ever copied, never a whole file that others write in too.
import { download } from "./handing-in-hosts.js";
import { button, copyable, make, outward } from "./handing-in-parts.js";
import { pictured } from "./handing-in-pictures.js";

/** @typedef {import("./handing-in-hosts.js").Change} Change */
/** @typedef {(key: string, values?: object) => string} Say */

const baseName = (file) => file.slice(file.lastIndexOf("/") + 1);
const folderOf = (file) => file.slice(0, Math.max(0, file.lastIndexOf("/")));
const isArticle = ({ file }) => file.endsWith(".md");
const linesOf = (text) => text.replace(/\n$/, "").split("\n");

/** Gives a record as a file of its own: without the dash of a list. */
export const alone = (text) => text.replace(/^( *)- /m, "$1  ").replace(/^ {2}/gm, "");

/**
 * Gives the lines that differ between two texts, from the first to the last, with at least one of the old ones to put them over.
 * @returns {{from: number, old: string[], fresh: string[]}} `from` counts from 0
 */
export function changedLines(before, after) {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const shortest = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shortest && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  if (start === old.length - end && start > 0) start -= 1;
  else if (start === old.length - end) end = Math.max(0, end - 1);
  return { from: start, old: old.slice(start, old.length - end), fresh: fresh.slice(start, fresh.length - end) };
}

const short = (line) => (line.trim().length > 60 ? `${line.trim().slice(0, 57)}…` : line.trim());

function step(say, name, text, ...more) {
  return make("li", {}, pictured(say, name), make("div", {}, make("p", {}, text), ...more));
}

const finish = (say, host) => step(say, "propose", say(host.isKnown ? `propose_${host.flavour}` : "propose_other", { host: host.name }));

function opening(say, host, file, line) {
  const text = say(host.isDirect ? "open" : "open_pencil", { host: host.name, line });
  return step(say, "open", text, make("p", {}, outward(say, say("open_file", { file }), host.edit(file, line))));
}

/** @param {Say} say @param {Change} change */
function replacing(say, host, change) {
  const part = isArticle(change) ? changedLines(change.before, change.after) : { from: 0, old: linesOf(change.before), fresh: linesOf(change.after) };
  const from = Math.max(1, change.line) + part.from;
  const to = from + part.old.length - 1;
  const values = { from, to, first: short(part.old[0]), last: short(part.old.at(-1)) };
  const text = say(from === to ? "replace_line" : "replace", values);
  return [
    step(say, "copy", say("copy_how"), copyable(say, say("new_text"), `${part.fresh.join("\n")}\n`)),
    opening(say, host, change.file, from),
    step(say, "replace", text, make("p", { class: "hint" }, say("replace_hint", values))),
    finish(say, host),
  ];
}

function adding(say, host, change, end) {
  return [
    step(say, "copy", say("copy_how"), copyable(say, say("new_text"), change.after)),
    opening(say, host, change.file, end),
    step(say, "end", say("at_end")),
    finish(say, host),
  ];
}

const saving = (say, file, text) => button(say("download", { file: baseName(file) }), () => download(baseName(file), text));

function beginning(say, host, file, text) {
  const filled = host.begin(file, text);
  if (filled && host.isFilled) return [step(say, "begin", say("begin", { host: host.name }), make("p", {}, outward(say, say("begin_file", { file }), filled))), finish(say, host)];
  const upload = host.upload(folderOf(file));
  if (upload) {
    return [
      step(say, "copy", say("download_how"), make("p", {}, saving(say, file, text))),
      step(say, "upload", say("upload", { folder: folderOf(file) }), make("p", {}, outward(say, say("upload_open", { host: host.name }), upload))),
      finish(say, host),
    ];
  }
  const address = filled ?? host.root;
  return [
    step(say, "copy", say("copy_how"), copyable(say, say("new_text"), text)),
    step(say, "begin", say("begin_empty", { host: host.name, file }), make("p", {}, outward(say, say("begin_open", { host: host.name }), address))),
    finish(say, host),
  ];
}

// Where a file of its own is allowed for a new record (`context.folders`), it can be uploaded as it is.
function newFile(change, folders) {
  if (isArticle(change)) return { file: change.file, text: change.after };
  const folder = folders?.[change.kind];
  const file = `${folder}/${change.id}.yaml`;
  return folder ? { file, text: change.file === file ? change.after : alone(change.after) } : null;
}

/**
 * Gives the steps for one change.
 * @param {Change} change
 * @param {{folders?: Record<string, string>, ends?: Record<string, number>}} context
 * @param {Say} say
 */
export function byHand(change, context, host, say) {
  const whole = change.before ? null : newFile(change, context.folders);
  const steps = whole
    ? beginning(say, host, whole.file, whole.text)
    : change.before
      ? replacing(say, host, change)
      : adding(say, host, change, context.ends?.[change.file] ?? 0);
  return make("ol", { class: "handing-steps" }, ...steps);
}

/**
 * Gives what to do where there is no repository: a file with the text, and whom to send it to.
 * @param {{contact?: {name?: string, email?: string} | null}} context
 * @param {Say} say
 */
export function bySending(change, context, say) {
  const { name, email } = context.contact ?? {};
  const file = isArticle(change) ? change.file : `${change.kind}-${change.id}.yaml`;
  const address = email?.replace(/^mailto:/, "");
  const subject = encodeURIComponent(say("mail_subject", { name: change.name ?? change.id }));
  const mail = address && make("a", { href: `mailto:${encodeURI(address)}?subject=${subject}` }, address);
  const whom = mail ? say(name ? "send_to_name" : "send_to", { name }) : say(name ? "send_name" : "send", { name });
  return make(
    "ol",
    { class: "handing-steps" },
    step(say, "copy", say("download_how"), make("p", {}, saving(say, file, change.after)), copyable(say, say("new_text"), change.after)),
    step(say, "send", whom, ...(mail ? [make("p", {}, mail)] : [])),
  );
}
