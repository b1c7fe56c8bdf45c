// The page with the form: choose a record by name or begin a new one; the address says which is open.
import { begin, has, index, kindOf, optionsOf } from "./data.js";
import { button, focus, fresh, make, say, tell, told } from "./elements.js";
import { picker } from "./picker.js";
import { loaded, showForm } from "./record-form.js";

const page = document.getElementById("_edit");
const choosing = make("section", { class: "choosing", "aria-label": say("choose_record") });
const place = make("div", { class: "record", hidden: true });
const status = make("p", { id: "_edit-status", role: "status", class: "visually-hidden" });
let leave = () => {};
let shown = location.search;

const addressOf = (kind, id) => `${location.pathname}?${kind.one}=${encodeURIComponent(id)}`;

async function open(kind, id) {
  leave();
  place.hidden = false;
  choosing.hidden = true;
  place.replaceChildren(make("p", { class: "label" }, say("busy")));
  try {
    leave = showForm(await loaded(kind, id), place);
  } catch (fault) {
    leave = () => {};
    const text = make("p", { class: "notice", role: "alert" }, say(fault.message === "unread" ? "unread" : "failed"));
    place.replaceChildren(text, make("p", {}, button(say("choose_other"), choose)));
    focus(text);
  }
}

function go(kind, id) {
  history.pushState(null, "", addressOf(kind, id));
  shown = location.search;
  open(kind, id);
}

function choose() {
  history.pushState(null, "", location.pathname);
  shown = "";
  showChoice();
}

// A link within the page (the skip link) comes here too: it opens nothing anew, for what was typed would be gone.
function goneTo() {
  if (shown === location.search) return;
  shown = location.search;
  if (shown) found();
  else showChoice();
}

function showChoice() {
  leave();
  leave = () => {};
  place.hidden = true;
  choosing.hidden = false;
  place.replaceChildren();
  focus(choosing.querySelector("h2"));
}

function found() {
  const [[name, id] = []] = [...new URLSearchParams(location.search)];
  const kind = kindOf(name ?? "");
  if (kind && (id === "" || has(kind.name, id))) open(kind, id);
  else if (!choosing.hidden && name) tell(say("unknown_record"));
}

// All records by name, and which kind each is of.
function anyRecord() {
  const options = told.kinds.flatMap((kind) => optionsOf(kind.name).map((option) => ({ ...option, id: `${kind.name}/${option.id}`, note: kind.title })));
  const label = fresh();
  const pick = picker({ labelId: label, label: "", options, keeps: false, picked: (id) => id && go(kindOf(id.split("/")[0]), id.slice(id.indexOf("/") + 1)) });
  pick.input.placeholder = say("type_a_name");
  const named = make("label", { id: label, for: pick.input.id }, say("which"));
  return make("div", { class: "field big" }, named, make("p", { class: "hint" }, say("which_hint")), pick.element);
}

function newRecord() {
  const usual = ["projects", "news", "events", "partners"].map(kindOf).filter(Boolean);
  const others = told.kinds.filter((kind) => !usual.includes(kind) && kind.name !== "newsletters");
  const add = (kind) => button(say("add_one", { name: kind.title }), () => go(kind, ""));
  return [make("h3", {}, say("new")), make("p", { class: "ways-in" }, usual.map(add)), make("details", { class: "more-fields" }, make("summary", {}, say("other_kinds")), make("p", { class: "ways-in" }, others.map(add)))];
}

async function start() {
  page.querySelector(".editing-without-script")?.remove();
  if (window.top !== window.self) return page.append(make("p", { class: "notice", role: "alert" }, say("framed")));
  page.append(status, choosing, place);
  place.addEventListener("choose-other", choose);
  try {
    await begin();
  } catch {
    return page.append(make("p", { class: "notice", role: "alert" }, say("failed")));
  }
  choosing.append(make("h2", {}, say("choose_record")), anyRecord(), ...newRecord());
  addEventListener("popstate", goneTo);
  page.dataset.ready = String(Object.keys(index.kinds).length);
  return found();
}

start();
