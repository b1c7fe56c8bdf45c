// Brings changes to a repository as one branch with one commit and a pull request. Each record is put into its file as it
// stands there now, so what colleagues did since this page was made stays; where both changed the same, somebody chooses.
import { isSafe } from "./handing-in-hosts.js";
import { Fault } from "./handing-in-github.js";
import { apply } from "./record-text.js";

/** @typedef {import("./handing-in-hosts.js").Change} Change */
/** @typedef {{theirs: string, base: string, mine: string}} Conflict */
/** @typedef {(change: Change, conflict: Conflict) => Promise<string>} Choose gives the text that somebody chose */

const TIMES = 3;
const NAMES = 9;
const LENGTH = 48;

/** Gives what a branch may be called: small letters, digits and single dashes, whatever an id says. */
export function slug(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, LENGTH);
  return plain.replace(/^-+|-+$/g, "") || "change";
}

/** Gives the name of a branch for changes: after the first of them. */
export const branchName = ([first, ...others]) => `edit/${slug(first.kind)}-${slug(first.id)}${others.length ? `-and-${others.length}` : ""}`;

/**
 * Puts one change into a file's text; asks where a colleague changed the same.
 * @param {string} now @param {Change} change @param {Choose} choose
 */
async function merged(now, change, choose) {
  const first = apply(now, change);
  if (!first.conflict) return first.text;
  const { theirs } = first.conflict;
  const chosen = await choose(change, first.conflict);
  if (chosen === theirs) return now;
  const second = apply(now, { ...change, before: theirs, after: chosen });
  // Two records with one id: which of them was meant nobody but a person in the file itself can say.
  if (second.conflict) throw new Fault("twice", { id: change.id });
  return second.text;
}

async function mergedFiles(hub, changes, commit, choose) {
  const files = new Map();
  for (const change of changes) {
    if (!isSafe(change.file)) throw new Fault("other", { status: change.file });
    if (!files.has(change.file)) files.set(change.file, { was: await hub.text(change.file, commit), text: null });
    const file = files.get(change.file);
    file.text = await merged(file.text ?? file.was ?? "", change, choose);
  }
  return [...files].filter(([, { was, text }]) => text !== (was ?? ""));
}

async function committed(hub, head, files, message) {
  const entries = [];
  for (const [file, { text }] of files) entries.push([file, await hub.blob(text)]);
  return hub.commit(message, await hub.tree(await hub.treeOf(head), entries), head);
}

const isTaken = (fault) => fault.kind === "refused" && /already exists/i.test(fault.values.message);

async function branched(hub, name, commit) {
  for (let number = 1; number <= NAMES; number += 1) {
    const tried = number === 1 ? name : `${name}-${number}`;
    try {
      await hub.branch(tried, commit);
      return tried;
    } catch (fault) {
      if (!isTaken(fault)) throw fault;
    }
  }
  throw new Fault("taken", { branch: name });
}

/**
 * Makes the branch and the pull request. Gives the pull request's number; or, where only that could not be made, the branch
 * with what went wrong, so that nothing is handed in twice. Gives null where all of it stands in the repository already.
 * @param {object} hub what `github` gives
 * @param {Change[]} changes
 * @param {{title: string, body: string}} told
 * @param {{choose: Choose, step: (key: string) => void}} page
 */
export async function handInBranch(hub, changes, told, page) {
  const base = (await hub.repository()).default_branch;
  const chosen = new Map();
  // What somebody chose once is not asked again when a colleague is quicker a second time, unless the record changed again.
  const choose = async (change, conflict) => {
    const key = JSON.stringify([change.file, change.id, conflict.theirs]);
    if (!chosen.has(key)) chosen.set(key, await page.choose(change, conflict));
    return chosen.get(key);
  };
  for (let time = 1; time <= TIMES; time += 1) {
    page.step("reading");
    const head = await hub.head(base);
    const files = await mergedFiles(hub, changes, head, choose);
    if (!files.length) return null;
    page.step("writing");
    const commit = await committed(hub, head, files, told.title);
    // Somebody may have been quicker while this was read or chosen: then it is read anew.
    if ((await hub.head(base)) !== head) continue;
    const branch = await branched(hub, branchName(changes), commit);
    page.step("proposing");
    try {
      return { branch, base, number: (await hub.propose(told.title, told.body, branch, base)).number };
    } catch (fault) {
      return { branch, base, fault };
    }
  }
  throw new Fault("busy");
}
