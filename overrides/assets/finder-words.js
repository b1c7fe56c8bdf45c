// What the list of projects does with words: which projects they mean and how well, what else on the site, and what could be meant
// instead. It is fetched when somebody types; until then the list looks for the words in its own rows.
import { orderOf } from "./finder-order.js";
import { openLexicon, termsOf } from "./lexicon.js";
import { openMeant } from "./meant.js";

const MOST = 5;

/** Gives what answers words, once the lexicon is there. */
export async function openWords(finder, rows, type) {
  const summaries = new Map(rows.map(({ id, item }) => [id, item.querySelector("p").textContent]));
  const lexicon = await openLexicon(new URL(finder.dataset.lexicon, location.href), summaries);
  const beside = finder.querySelector(".beside");
  const list = beside.querySelector("ul");
  const onward = beside.querySelector("p a");
  const meant = openMeant(finder.querySelector(".meant"), type);
  const search = onward.getAttribute("href");
  const root = new URL(finder.dataset.root, location.href);
  let latest = "";

  function link({ title, kind, path, url, lang }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url ?? new URL(path, root);
    link.textContent = title;
    if (lang) link.lang = lang;
    item.append(link, ` ${kind}`);
    return item;
  }

  async function show(query, others, isLost) {
    latest = query;
    beside.hidden = !query;
    onward.href = `${search}?q=${encodeURIComponent(query)}`;
    onward.textContent = finder.dataset.whole.replace("{query}", query);
    list.replaceChildren(...others.slice(0, MOST).map(link));
    if (isLost && query) {
      const found = await import("./full-text.js").then(({ askTexts }) => askTexts(query)).catch(() => []);
      const texts = found.slice(0, MOST).map(({ url, meta }) => ({ url, title: meta.title, kind: meta.section }));
      if (latest === query) list.replaceChildren(...texts.map(link));
    }
    list.hidden = beside.firstElementChild.hidden = !list.children.length;
  }

  /** Gives the place of each row that fits, the best first (null: no words were asked), and whether all words were found in them; tells of all else. */
  function ask(query) {
    if (!termsOf(query).length) {
      show("", [], false);
      meant([]);
      return null;
    }
    const { hits, isWhole, meant: instead } = lexicon.find(query);
    const places = new Map(hits.filter(({ page }) => page.isListed).map(({ page }, place) => [page.id, place]));
    show(query, hits.filter(({ page }) => !page.isListed).map(({ page }) => page), !hits.length);
    meant(instead);
    return { places, isWhole };
  }

  return { ask, ...orderOf(finder, rows) };
}
