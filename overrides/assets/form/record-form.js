// The form of one record: its fields, what is wrong with them, what changes, and handing that in.
import { apart, together } from "./articles.js";
import { index, has, recordOf, schemaOf } from "./data.js";
import { shown } from "./difference.js";
import { doings } from "./doings.js";
import { button, focus, fresh, inLanguage, language, make, say, tell, told } from "./elements.js";
import { canEnd, ending } from "./ending.js";
import { faultOf } from "./field-parts.js";
import { arranged, fieldsOf, readFields } from "./fields.js";
import { handIn } from "./handing-in.js";
import { problemOf, suggestedId } from "./problems.js";
import { rebased } from "./rebasing.js";
import { inside, resolved } from "./schema.js";
import { read, rewritten } from "./yaml-text.js";

/** Fetches what a form of a record needs; `id` is "" for a new one. @returns {Promise<any>} */
export async function loaded(kind, id) {
  const [schema, record] = await Promise.all([schemaOf(kind), id ? recordOf(kind, id) : { text: "", files: {}, line: 0 }]);
  const isArticle = Boolean(kind.folder);
  const value = !id ? {} : isArticle ? together(record.files, schema) : read(record.text);
  if (!value || (id && !isArticle && String(value.id ?? id) !== id)) throw new Error("unread");
  return { kind, id, schema: resolved(schema), record, value, isArticle };
}

function changesOf({ kind, id, schema, record, value, isArticle }, now, newId) {
  const common = { kind: kind.name, id: id || newId, name: nameOf(now) || id || newId };
  if (isArticle) return apart(kind, id || newId, record.files, now, schema).map((change) => ({ ...common, ...change }));
  const { file: shared, folder } = index.kinds[kind.name];
  const file = record.file ?? (folder ? `${folder}/${newId}.yaml` : shared);
  const isListed = record.text ? /^[- ]/.test(record.text) : !folder;
  const named = value.id ?? newId; // the name of a file of its own may say the id
  const after = rewritten(record.text, { ...(named && { id: named }), ...now }, schema, isListed);
  return [{ ...common, file, line: record.line ?? 0, before: record.text, after }];
}

const nameOf = (value) => inLanguage(value.title ?? value.name ?? "").text;

// The short name of a new record: from its title, until somebody writes another.
function idField(kind, fields, schema, { newId = "", isKept = false }) {
  const input = make("input", { type: "text", id: fresh(), class: "long", autocomplete: "off", spellcheck: "false" });
  const hint = make("p", { class: "hint", id: fresh() }, say("id_hint"));
  input.setAttribute("aria-describedby", hint.id);
  const fault = faultOf(input);
  const element = make("div", { class: "field" }, make("label", { for: input.id }, say("id"), make("span", { class: "needed" }, ` ${say("needed_mark")}`)), hint, input, fault.element);
  input.value = newId;
  input.readOnly = isKept;
  let isOwn = Boolean(newId);
  const name = fields.get("title") ?? fields.get("name");
  name?.element.addEventListener("change-of-record", () => {
    const texts = name.read();
    if (!isOwn) input.value = suggestedId(typeof texts === "string" ? texts : (Object.values(texts ?? {})[0] ?? ""));
  });
  input.addEventListener("input", () => {
    isOwn = Boolean(input.value);
    fault.tell("");
  });
  const pattern = resolved(inside(schema, "id")).pattern ?? "^[a-z0-9-]+$";
  return {
    element,
    read: () => input.value.trim(),
    isKept: () => input.readOnly,
    keep() {
      isOwn = true;
      input.readOnly = true;
    },
    check() {
      const text = problemOf(input.value, { pattern }, true) || (!input.readOnly && has(kind.name, input.value.trim()) ? say("id_taken") : "");
      fault.tell(text);
      return text ? [{ element: input, name: say("id"), text }] : [];
    },
  };
}

// What is wrong, in a list that leads to each field.
function summaryOf(wrong) {
  const items = wrong.map(({ element, name, text }) => {
    element.id ||= fresh();
    const go = (event) => {
      event.preventDefault();
      element.closest("details:not([open])")?.setAttribute("open", "");
      element.focus();
    };
    return make("li", {}, make("a", { href: `#${element.id}`, click: go }, `${name}: ${text}`));
  });
  return make("div", { class: "notice faults", role: "alert", tabindex: "-1" }, make("h2", {}, say("faults", { count: wrong.length })), make("ul", {}, items));
}

// What a new record seldom does without, though the model lets it.
const FIRST = ["description", "text", "track", "status_year", "leads", "partners", "projects"];

/** Shows the form of a record in an element. @param {any} state what `loaded` gave @param {HTMLElement} root */
export function showForm(state, root) {
  const { kind, id, schema, value } = state;
  const fields = fieldsOf(schema, value, ["id"]);
  const newId = id ? null : idField(kind, fields, schema, state);
  const needs = [...(schema.required ?? []), ...(id ? [] : FIRST)];
  const faults = make("div");
  const review = make("section", { class: "review", "aria-label": say("review") });
  const form = make("form", { class: "record-form", novalidate: true });
  const title = id ? nameOf(value) || id : say("new_of", { kind: kind.title });
  const heading = make("h2", {}, title);
  let isChanged = Boolean(state.isChanged);
  const ask = (event) => isChanged && event.preventDefault();
  let left = () => removeEventListener("beforeunload", ask);

  const give = () => {
    const wrong = [...fields.values()].flatMap((field) => field.check()).concat(newId?.check() ?? []);
    faults.replaceChildren();
    review.replaceChildren();
    if (wrong.length) {
      const told = summaryOf(wrong);
      faults.append(told);
      return focus(told);
    }
    const changes = changesOf(state, typed(), newId?.read() ?? "").filter(({ before, after }) => before !== after);
    return showChanges(changes);
  };

  const chooseOther = () => root.dispatchEvent(new Event("choose-other"));
  const typed = () => {
    const { id: itsOwn, ...others } = value;
    return readFields(fields, others);
  };

  // Shows the form again with what others have it say beside what was typed in it; `texts` by file, of `before` and of what is now.
  const again = (texts, isWritten) => {
    const { id: itsOwn, ...now } = rebased(valueWith(state, texts, 0), valueWith(state, texts, 1), { ...(value.id && { id: value.id }), ...typed() });
    left();
    const record = isWritten ? recordWith(state, texts, 1) : state.record;
    left = showForm({ ...state, record, value: { ...(value.id && { id: value.id }), ...now }, newId: newId?.read(), isKept: newId?.isKept(), isChanged: true }, root);
  };

  function showChanges(changes) {
    const head = make("h2", {}, say(changes.length ? "review" : "nothing_changed"));
    review.replaceChildren(head);
    focus(head);
    if (!changes.length) return;
    for (const change of changes) {
      const where = change.before ? say("changes_in", { file: change.file }) : say("new_in", { file: change.file });
      review.append(make("h3", { class: "where", dir: "auto" }, where), shown(change.before, change.after));
    }
    const place = make("div", { class: "handing" });
    review.append(place);
    const where = { ...context(state, fields, place), root: place };
    if (where.local) import("./local.js").then((local) => local.handIn(changes, { ...where, saved: () => keep(state, changes, newId), again, chooseOther, give: () => root.querySelector("form.record-form").requestSubmit() }));
    else handIn(changes, where);
    isChanged = false;
  }

  form.append(...arranged(fields, needs));
  if (newId) form.insertBefore(newId.element, form.children[1] ?? null);
  if (id && canEnd(schema) && !told.ended.includes(value.status)) form.prepend(ending(schema, fields, () => give()));
  form.append(make("p", { class: "give" }, make("button", { type: "submit", class: "button" }, say("look"))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    give();
  });
  form.addEventListener("change-of-record", () => {
    isChanged = true;
  });
  addEventListener("beforeunload", ask);
  const page = id && kind.page ? make("p", { class: "label" }, make("a", { href: `${document.getElementById("_edit").dataset.root}${kind.page}${id}/` }, say("to_page"))) : null;
  const others = make("p", { class: "label" }, button(say("choose_other"), chooseOther));
  const head = make("header", { class: "record-head" }, make("p", { class: "label" }, kind.title), heading, page, others);
  const elsewhere = doings(state, () => isChanged, (...told) => {
    root.replaceChildren(head, make("section", { class: "local doing-told" }, told));
    focus(root.querySelector("section h2"));
  });
  root.replaceChildren(head, faults, form, review, ...(elsewhere ? [elsewhere] : []));
  focus(heading);
  tell(say("opened", { name: title }));
  return () => left();
}

// What was saved is what the next change begins at: what others changed stays to be found, for the fields do not show it.
function keep({ record, isArticle }, changes, newId) {
  newId?.keep();
  for (const { file, after } of changes) {
    if (isArticle) record.files[file.split("/").at(-3)] = { file, text: after };
    else record.text = after;
  }
}

// A record with the texts that stand in its files, and what those say.
function recordWith({ record, isArticle }, texts, which) {
  if (!isArticle) return { ...record, text: [...texts.values()][0][which] };
  const files = [...texts].map(([file, text]) => [file.split("/").at(-3), { file, text: text[which] }]);
  return { ...record, files: { ...record.files, ...Object.fromEntries(files) } };
}

function valueWith(state, texts, which) {
  const record = recordWith(state, texts, which);
  return state.isArticle ? together(record.files, state.schema) : read(record.text);
}

function context(state, fields, place) {
  const root = document.getElementById("_edit");
  const [key] = [state.kind.name];
  return {
    language,
    root: place,
    words: told.words,
    repository: told.repository,
    contact: told.contact,
    local: root.dataset.token ? { token: root.dataset.token } : null,
    folders: Object.fromEntries(Object.entries(index.kinds).flatMap(([name, { folder }]) => (folder ? [[name, folder]] : []))),
    ends: { [state.record.file ?? index.kinds[key].file]: state.record.lines ?? 0 },
    at: (keys) => fields.get(keys[0])?.at(keys.slice(1)) ?? null,
  };
}
