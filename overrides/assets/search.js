// Search, on its own page and in a dialog on every other: asks Pagefind's index of the page's language and shows what it finds
// by kind. The words come from the search page itself; nothing is fetched before somebody searches.
import { fold, wordsOf } from "./text.js";

const FEW = 5;
const MANY = 20;
const PAUSE = 180;
// Letters that the forms of a word have in common: huis, huizen.
const ALIKE = 3;
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
// Chinese, Japanese and Thai put no space between words: the browser tells them apart, as Pagefind does.
const segmenter = window.Intl.Segmenter && /^(zh|ja|th)\b/.test(language) ? new Intl.Segmenter(language, { granularity: "word" }) : null;
const SHORTEST = segmenter ? 1 : 3;
let index;

/** Opens the dialog and gives its field, which has the focus. */
export async function openSearch(opener) {
  const old = document.getElementById("search-dialog");
  if (old) {
    old.showModal();
    const field = old.querySelector("input[type=search]");
    field.select();
    return field;
  }
  const address = new URL(opener.dataset.search, location.href);
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const dialog = document.createElement("dialog");
  dialog.id = "search-dialog";
  dialog.setAttribute("aria-label", opener.textContent);
  const close = document.createElement("button");
  close.type = "button";
  close.className = "quiet close";
  close.textContent = opener.dataset.close;
  // The focus goes back at once: until then a key would still be meant for the field that is gone.
  const shut = () => (dialog.close(), opener.focus());
  close.onclick = shut;
  const panel = document.importNode(page.getElementById("search-panel"), true);
  // A link of the search page counts from there, not from the page that the dialog opens on.
  for (const link of panel.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address);
  dialog.append(panel, close);
  dialog.addEventListener("close", () => opener.focus());
  // The first Escape in a search field would only empty it.
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), shut()));
  dialog.addEventListener("click", (event) => event.target === dialog && shut());
  document.body.append(dialog);
  mount(panel, false);
  dialog.showModal();
  const field = panel.querySelector("input[type=search]");
  field.focus();
  return field;
}

/** Brings a search panel to life; on the page of its own the address keeps what was asked. */
function mount(panel, keepsAddress) {
  const status = panel.querySelector("[role=status]");
  const found = panel.querySelector(".search-found");
  const kinds = panel.querySelector("fieldset");
  const form = panel.querySelector("form");
  let latest = 0;
  let asked = "";
  panel.querySelector(".search-without-script").hidden = true;

  function say(words, query, count) {
    const places = { query, count: number.format(count) };
    status.textContent = words.replace(/\{(query|count)\}/g, (_, place) => places[place]);
  }

  async function search(query, isSubmitted = false) {
    const mine = ++latest;
    asked = query;
    if (!query) {
      found.replaceChildren();
      kinds.hidden = true;
      return say(isSubmitted ? status.dataset.empty : "", "", 0);
    }
    say(status.dataset.busy, query, 0);
    try {
      index ??= await import(new URL("../pagefind/pagefind.js", import.meta.url));
      const results = await ask(query);
      const isWhole = results.length > 0 || termsOf(query).length < 2;
      if (!isWhole) results.push(...(await nearest(query)));
      if (mine !== latest) return;
      const kind = kinds.hidden ? "" : new FormData(form).get("kind");
      const groups = await byKind(results, kind, query);
      if (mine !== latest) return;
      found.replaceChildren(...groups.map(({ element }) => element));
      kinds.hidden = kinds.disabled || !results.length;
      const words = status.dataset[plural.select(results.length)] ?? status.dataset.other;
      say(results.length ? (isWhole ? words : status.dataset.some) : status.dataset.none, query, results.length);
    } catch (error) {
      console.error(error);
      say(status.dataset.failed, query, 0);
    }
  }

  /** Gives the results in groups, the kind of the best one first; one kind alone shows more of it. */
  async function byKind(results, wanted, query) {
    const data = await Promise.all(results.slice(0, MANY * FEW).map((result) => result.data()));
    const asked = termsOf(query);
    const inTitle = ({ meta }) => termsOf(meta.title).filter((word) => asked.includes(word)).length;
    // Whoever types a name means that page: LUMC is a partner before it is a word in many projects.
    const isCalled = ({ meta }) => [meta.title, ...(meta.names ?? "").split(", ")].some((name) => fold(name) === fold(query));
    const ranks = new Map(data.map((each) => [each, isCalled(each) ? asked.length + 1 : inTitle(each)]));
    data.sort((one, other) => ranks.get(other) - ranks.get(one));
    const groups = new Map();
    for (const each of data) {
      const kind = each.meta.section ?? "";
      if (!groups.has(kind)) groups.set(kind, []);
      groups.get(kind).push(each);
    }
    const shown = [...groups].filter(([kind]) => !wanted || kind === wanted);
    label(groups);
    return shown.map(([kind, all]) => ({ element: section(kind, all, wanted ? MANY : FEW) }));
  }

  function label(groups) {
    for (const input of kinds.querySelectorAll("input")) {
      const count = input.value ? (groups.get(input.value)?.length ?? 0) : [...groups.values()].flat().length;
      input.parentElement.querySelector(".count").textContent = number.format(count);
      input.disabled = !count && !input.checked;
    }
  }

  function section(kind, all, most) {
    const part = document.createElement("section");
    const heading = document.createElement("h2");
    const list = document.createElement("ol");
    heading.textContent = kind;
    list.className = "rows";
    list.append(...all.slice(0, most).map(row));
    part.append(heading, list);
    if (all.length > most) part.append(more(list, all, most));
    return part;
  }

  function more(list, all, from) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    const count = all.length - from;
    const words = status.getAttribute(`data-more-${plural.select(count)}`) ?? status.getAttribute("data-more-other");
    button.textContent = words.replace("{count}", number.format(count));
    button.onclick = () => {
      const rest = all.slice(from).map(row);
      list.append(...rest);
      button.remove();
      rest[0].querySelector("a").focus();
    };
    return button;
  }

  let waiting;
  form.addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    if (target.name === "kind") search(asked);
    else waiting = setTimeout(() => search(form.q.value.trim()), PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const query = form.q.value.trim();
    if (keepsAddress) {
      const address = new URL(location.href);
      address.searchParams.set("q", query);
      history.pushState(null, "", address);
    }
    search(query, true);
  });
  return (query) => {
    form.q.value = query;
    return search(query);
  };
}

const termsOf = (text) => (segmenter ? [...segmenter.segment(fold(text))].map(({ segment }) => segment).filter((each) => each.trim()) : wordsOf(text));

/** Gives what Pagefind finds for a query as it is typed, else as texts are compared, else letter by letter where words have no spaces. */
async function ask(query) {
  for (const words of new Set([query, fold(query), ...(segmenter ? [[...fold(query)].join(" ")] : [])])) {
    const { results } = await index.search(words);
    if (results.length && isMeant(words, await results[0].data())) return results;
  }
  return [];
}

/** Whether a result has a word that begins as one that was asked: where nothing fits, Pagefind shortens a word to its first letters. */
function isMeant(query, result) {
  const marked = [...result.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap(([, text]) => termsOf(text));
  return !marked.length || termsOf(query).some((word) => marked.some((one) => one.startsWith(word.slice(0, ALIKE))));
}

/** Where no page has all words: the pages that have most of them, and have them best. */
async function nearest(query) {
  const found = new Map();
  for (const word of termsOf(query).filter((each) => each.length >= SHORTEST)) {
    for (const result of (await index.search(word)).results) {
      const known = found.get(result.id) ?? { result, words: 0, score: 0 };
      found.set(result.id, { result, words: known.words + 1, score: known.score + result.score });
    }
  }
  const ranked = [...found.values()].sort((one, other) => other.words - one.words || other.score - one.score);
  return ranked.slice(0, MANY).map(({ result }) => result);
}

function row(result) {
  const item = document.createElement("li");
  const title = document.createElement("h3");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  item.className = "row";
  title.className = "row-title";
  link.href = result.url;
  link.textContent = result.meta.title;
  excerpt.textContent = result.meta.summary ?? `… ${result.plain_excerpt} …`;
  title.append(link);
  item.append(title, excerpt);
  if (result.meta.status) {
    const standing = document.createElement("p");
    standing.className = "facts";
    standing.textContent = result.meta.status;
    item.append(standing);
  }
  return item;
}

const own = document.querySelector("main #search-panel");
if (own) {
  const show = mount(own, true);
  const fromAddress = () => show(new URLSearchParams(location.search).get("q")?.trim() ?? "");
  addEventListener("popstate", fromAddress);
  fromAddress();
}
