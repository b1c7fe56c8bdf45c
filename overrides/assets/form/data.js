// What the form fetches from the site: an index of all records, the schemas, and the text of the record that is changed.
import { define } from "./schema.js";
import { told } from "./elements.js";

const isLocal = Boolean(document.getElementById("_edit")?.dataset.token);

const base = new URL(`${document.getElementById("_edit")?.dataset.root ?? "./"}${told.data ?? ""}`, location.href);

/** @type {{content: string, kinds: Record<string, {file: string, records: Array<[string, any]>}>}} */
export let index = { content: "content", kinds: {} };
let choices = {};

/** What there is to pick from, once for each kind: a form has many fields of one kind. @type {Map<string, {id: string, names: any}[]>} */
const options = new Map();

async function fetched(path) {
  const answer = await fetch(new URL(path, base));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** Fetches what every form needs. */
export async function begin() {
  const here = isLocal && import("./local-server.js");
  [index, choices] = await Promise.all([fetched("index.json"), fetched("choices.json")]);
  if (here) index = await (await here).withRecordsNow(index);
}

/** Gives a kind of records as the page tells it, by its name or by what an address calls one of them. @param {string} name */
export const kindOf = (name) => told.kinds.find((kind) => kind.name === name || kind.one === name);
const stem = (kind) => kind.name.replaceAll("_", "-");

/** Gives the schema of one record of a kind, and keeps what it refers to. */
export async function schemaOf(kind) {
  const schema = await fetched(`schema/${stem(kind)}.json`);
  define(choices, schema);
  return schema.items ?? schema;
}

/** Gives the text of a record and where it stands; on one's own computer as it is on disk now. */
export async function recordOf(kind, id) {
  return isLocal ? (await import("./local-server.js")).recordNow(kind, id) : fetched(`${stem(kind)}/${encodeURIComponent(id)}.json`);
}

/** Gives the records of a kind to pick from. @param {string} name */
export function optionsOf(name) {
  if (!options.has(name)) options.set(name, (index.kinds[name]?.records ?? []).map(([id, names]) => ({ id, names })));
  return options.get(name);
}

/** Whether a kind has a record of an id. @param {string} name @param {string} id */
export const has = (name, id) => (index.kinds[name]?.records ?? []).some(([one]) => one === id);
