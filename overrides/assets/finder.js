// The list of projects: hides the rows that do not fit, counts what each further choice would give, and keeps the choice in
// the address. Everything it needs stands in the page; data is fetched only to download a selection.
import { fold, wordsOf } from "./text.js";

const finder = document.querySelector("[data-finder]");
const form = finder.querySelector("form");
const list = document.getElementById("_projects");
const status = finder.querySelector("[role=status]");
const folds = form.querySelector("details");
const share = document.getElementById("_share");
const tools = finder.querySelector(".found-tools");
const chips = finder.querySelector(".chips");
const onward = finder.querySelector(".to-found");
const { title } = document;
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
const collator = new Intl.Collator(language, { numeric: true });
const WAIT = 300;
const NEWS = 6000;
// Rows that are shown at once, those of each frame after it, and the most without being asked: laying out thousands of rows
// would keep a keystroke waiting, and 20 are enough to scroll through on a phone. A button shows the others.
const FIRST = 20;
const BATCH = 40;
const MOST = matchMedia("(max-width: 48rem)").matches ? 20 : 250;

// An apostrophe within a word stays, as a letter that no text has: zo'n stands in no "gezond".
const JOINED = /[^\s'´`ʼ‘’]+['´`ʼ‘’](?=\p{L})\S*/gu;
const joined = (word) => word.replace(/(\p{L})['´`ʼ‘’](?=\p{L})/gu, "$1ʔ");
const facets = [...form.querySelectorAll("[data-letter]")].map((field) => {
  const options = field.matches("select") ? [...field.options].slice(1) : [...field.querySelectorAll("input")];
  return { name: field.name || field.dataset.name, letter: field.dataset.letter, options: options.map((input) => option(input, field)) };
});
const letters = Object.fromEntries(facets.map((facet, position) => [facet.letter, position]));
const statuses = facets[letters.s].options.map(({ input }) => input.value);

function option(input, field) {
  const counter = input.matches("input") ? input.parentElement.querySelector(".count") : null;
  const label = counter ? input.nextElementSibling.textContent : input.textContent;
  return { input, counter, label, token: `${field.dataset.letter}.${input.value}` };
}

// Whoever types "LUMC" means what it leads and takes part in, also where a summary does not name it.
const names = new Map(facets.flatMap((facet) => (facet.letter === "p" ? facet.options : [])).map(({ token, label }) => [token, label]));
const rows = [...list.children].map((item, place) => {
  // Who leads a project takes part in it too; its track and its status are classes already.
  const listed = item.dataset.f.split(" ").flatMap((token) => (token[0] === "l" ? [token, `p${token.slice(1)}`] : token));
  const [, track] = item.className.match(/ track-(\S+)/) ?? [];
  const [, state] = item.querySelector(".status").className.match(/ status-(\S+)/);
  const tokens = [...listed, `s.${state}`, ...(track ? [`t.${track}`] : [])];
  const told = [item.textContent, ...tokens.map((token) => names.get(token) ?? "")].join(" ");
  const text = fold([told, ...(told.match(JOINED) ?? []).map(joined)].join(" "));
  const id = item.querySelector("a").href.split("/").at(-2);
  const title = item.querySelector("a").textContent;
  return { item, place, id, title, tokens, text };
});

const rest = document.getElementById("_rest");
let found = rows;
let frame = 0;
// What looks words up, once it is fetched; until then, and where it finds no project, a row is found by the words in it.
let words;
let waking;
let part;

const isChosen = ({ input }) => (input.matches("option") ? input.selected : input.checked);

async function open({ openWords }) {
  words = await openWords(finder, rows);
  apply();
}

function apply() {
  const typed = form.q.value.split(/\s+/).flatMap((word) => wordsOf(joined(word)));
  // Opened from a folder it has nothing to fetch: then the words in the rows are all there is.
  if (typed.length && finder.dataset.data) waking ??= import("./finder-words.js").then(open).catch(console.error);
  const told = words?.ask(form.q.value.trim());
  const hasWords = told?.places.size ? ({ id }) => told.places.has(id) : ({ text }) => !text || typed.every((word) => text.includes(word));
  const chosen = facets.map((facet) => new Set(facet.options.filter(isChosen).map(({ token }) => token)));
  const counts = new Map();
  found = [];
  for (const row of rows) {
    const misses = hasWords(row) ? missed(row, chosen) : null;
    const fits = misses?.length === 0;
    if (fits) found.push(row);
    if (!misses || misses.length > 1) continue;
    // A choice is counted as if nothing else of its own facet were chosen.
    for (const token of row.tokens) if (fits || letters[token[0]] === misses[0]) counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  for (const facet of facets) for (const each of facet.options) show(each, counts.get(each.token) ?? 0);
  words?.arrange(found, told?.places);
  part = told?.part;
  tell(found.length);
  nameChoices();
  reveal(FIRST, MOST);
}

function reveal(now, most) {
  cancelAnimationFrame(frame);
  const shown = new Set(found.slice(0, now));
  words?.move(found, 0, now);
  for (const row of rows) if (row.item.hidden === shown.has(row)) row.item.hidden = !row.item.hidden;
  rest.hidden = found.length <= most;
  const next = (from) => {
    words?.move(found, from, Math.min(from + BATCH, most));
    for (const row of found.slice(from, Math.min(from + BATCH, most))) row.item.hidden = false;
    if (from + BATCH < Math.min(found.length, most)) frame = requestAnimationFrame(() => next(from + BATCH));
  };
  if (now < found.length) frame = requestAnimationFrame(() => next(now));
}

function missed(row, chosen) {
  return chosen.flatMap((tokens, position) => (tokens.size && !row.tokens.some((token) => tokens.has(token)) ? [position] : []));
}

function show({ input, counter, label }, count) {
  input.disabled = !count && !isChosen({ input });
  if (counter) {
    counter.textContent = number.format(count);
    input.parentElement.classList.toggle("is-empty", input.disabled);
  } else input.textContent = `${label} (${number.format(count)})`;
}

function tell(count) {
  const places = { count: number.format(count), total: number.format(rows.length) };
  const form = (start) => finder.getAttribute(`data-${start}${plural.select(count)}`) ?? finder.getAttribute(`data-${start}other`);
  const words = count === 0 ? finder.dataset.none : part ?? form(count === rows.length ? "all-" : "");
  status.textContent = onward.textContent = words.replace(/\{(count|total)\}/g, (_, place) => places[place]);
}

/** Names what was chosen, each with a way to take it back; the title of the page says it too. */
function nameChoices() {
  const taken = facets.flatMap((facet) => facet.options.filter(isChosen)).map(({ input, label }) => [label, () => release(input)]);
  const words = form.q.value.trim();
  if (words) taken.unshift([`“${words}”`, () => (form.q.value = "")]);
  const focused = [...chips.children].findIndex((item) => item.contains(document.activeElement));
  chips.replaceChildren(...taken.map(chip));
  // The lexicon may come while somebody stands on a choice.
  chips.children[focused]?.firstChild.focus();
  chips.hidden = !taken.length;
  document.title = [...taken.map(([label]) => label), title].join(" – ");
}

function release(input) {
  if (input.matches("option")) input.closest("select").value = "";
  else input.checked = false;
}

function chip([label, undo]) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.setAttribute("aria-label", finder.dataset.remove.replace("{name}", label));
  button.onclick = () => {
    undo();
    apply();
    keep(true);
    (chips.querySelector("button") ?? tools.querySelector("[data-do=clear]")).focus();
  };
  item.append(button);
  return item;
}

function sort() {
  const orders = {
    title: (one, other) => collator.compare(one.title, other.title),
    status: (one, other) => statuses.indexOf(valueOf(one, "s.")) - statuses.indexOf(valueOf(other, "s.")),
  };
  const order = orders[form.sort.value];
  rows.sort(order ?? ((one, other) => one.place - other.place));
  list.append(...rows.map((row) => row.item));
}

const valueOf = (row, start) => row.tokens.find((token) => token.startsWith(start))?.slice(2) ?? "";

function parameters() {
  const found = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) found.append(name, value.trim());
  return found;
}

function keep(isStep) {
  const address = new URL(location.href);
  const view = address.searchParams.get("view");
  address.search = parameters();
  if (view) address.searchParams.set("view", view);
  address.hash = "";
  try {
    if (address.href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", address);
  } catch {
    // Not every browser lets a page that was opened from a folder have another address; the choice stays.
  }
  share.value = address.href;
  follow();
}

/** The same choice in the other language, and as a list to share. */
function follow() {
  for (const link of document.querySelectorAll("a[hreflang]")) link.search = location.search;
  const asList = new URLSearchParams(location.search);
  const isList = asList.get("view") === "list";
  document.body.classList.toggle("as-list", isList);
  if (!isList) asList.set("view", "list");
  else asList.delete("view");
  if (isList) tools.querySelector("details").open = true;
  const link = tools.querySelector("[data-do=list]");
  link.search = asList;
  link.textContent = isList ? finder.dataset.back : finder.dataset.list;
}

function read() {
  const wanted = new URLSearchParams(location.search);
  form.q.value = wanted.get("q") ?? "";
  for (const facet of facets) {
    const values = wanted.getAll(facet.name);
    for (const { input } of facet.options) {
      input.disabled = false;
      if (input.matches("option")) input.selected = values.includes(input.value);
      else input.checked = values.includes(input.value);
    }
    if (!values.length && facet.options[0]?.input.matches("option")) facet.options[0].input.parentElement.value = "";
  }
  form.sort.value = wanted.get("sort") ?? "";
  if (!form.sort.value) form.sort.value = "";
  share.value = location.href;
  sort();
  apply();
  follow();
}

async function download(ending) {
  const { take } = await import("./finder-take.js");
  take(`${finder.dataset.data}.${ending}`, ending, new Set(found.map(({ id }) => id)));
}

/** Copies without asking for a permission; where that fails the address stands ready, selected. */
function copy() {
  share.parentElement.hidden = false;
  share.select();
  status.textContent = document.execCommand("copy") ? finder.dataset.copied : finder.dataset.select;
  setTimeout(() => tell(found.length), NEWS);
}

const actions = { clear: () => (form.reset(), sort(), apply(), keep(true), form.q.focus()), csv: () => download("csv"), json: () => download("json"), copy };

let waiting;
form.addEventListener("input", ({ target }) => {
  if (target.name === "sort") sort();
  apply();
  clearTimeout(waiting);
  if (target === form.q) waiting = setTimeout(keep, WAIT, false);
  else keep(true);
});
form.addEventListener("submit", (event) => event.preventDefault());
tools.addEventListener("click", ({ target }) => actions[target.dataset.do]?.());
rest.addEventListener("click", () => reveal(found.length, Infinity));
onward.addEventListener("click", () => {
  folds.open = false;
  status.scrollIntoView();
});
addEventListener("popstate", read);
// What is printed is the whole list.
addEventListener("beforeprint", () => reveal(found.length, Infinity));
finder.classList.remove("still");
folds.open = matchMedia("(min-width: 60rem)").matches;
read();
