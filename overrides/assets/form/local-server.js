// What the form asks of `kennisstad edit` on one's own computer: the records as they are on disk now, the check, and saving.

const root = document.getElementById("_edit");
const token = root?.dataset.token ?? "";
const language = document.documentElement.lang || "en";

/** Whether the page comes from `kennisstad edit`. */
export const isLocal = Boolean(token);

async function asked(what, parameters, sent) {
  const query = new URLSearchParams({ language, ...parameters });
  const headers = { "X-Kennisstad-Token": token, ...(sent && { "Content-Type": "application/json" }) };
  const answer = await fetch(`/_edit/${what}?${query}`, { method: sent ? "POST" : "GET", headers, body: sent && JSON.stringify(sent) });
  return { status: answer.status, ...(await answer.json()) };
}

const meant = (changes) => changes.map(({ kind, id, file, line, before, after }) => ({ kind, id, file, line: line ?? 0, before, after }));

/** Gives what the whole check says of changes that are not saved. */
export const check = (changes) => asked("check", {}, { changes: meant(changes) });

/** Writes changes down, all or none. */
export const save = (changes) => asked("save", {}, { changes: meant(changes) });

/** Does something to a record wherever it is named, or tells what would be done. @param {{what: string, kind: any, id: string, to: string, shown?: string}} wanted */
export const onRecord = ({ what, kind, id, to, shown = "" }) => asked(what, {}, { kind: kind.name, id, to, shown });

/** Gives a record as it is on disk. @param {{name: string}} kind @param {string} id */
export async function recordNow(kind, id) {
  const found = await asked("state", { kind: kind.name, id });
  if (found.status !== 200) throw new Error(found.message);
  return found;
}

/** Adds to an index the records that are on disk and not on the site yet: those of which something is still wrong. */
export async function withRecordsNow(index) {
  const { records } = await asked("state", {});
  for (const [kind, told] of Object.entries(index.kinds)) {
    const here = new Set((records ?? []).filter((one) => one.kind === kind).map(({ id }) => id));
    if (!here.size) continue; // perhaps its file cannot be read at this moment
    const known = told.records.filter(([id]) => here.has(id));
    for (const [id] of known) here.delete(id);
    told.records = [...known, ...[...here].map((id) => [id, id])];
  }
  return index;
}
