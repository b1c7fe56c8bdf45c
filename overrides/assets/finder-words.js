// What the list of projects does with words: which projects they mean and how well, what else on the site, and what could be meant
// instead. It is fetched when somebody types; until then the list looks for the words in its own rows.
import { orderOf } from "./finder-order.js";
import { openLexicon, termsOf } from "./lexicon.js";
import { openMeant } from "./meant.js";

const MOST = 3;
const PAUSE = 700;

/** Gives what answers words, once the lexicon is there. */
export async function openWords(finder, rows) {
  const summaries = new Map(rows.map(({ id, item }) => [id, item.querySelector("p").textContent]));
  const address = new URL(`../../lexicon/${document.documentElement.lang}.json`, import.meta.url);
  const root = new URL("../../../", import.meta.url);
  const lexicon = await openLexicon(address, summaries);
  const { say, search } = lexicon;
  const beside = makeBeside(say.beside);
  const line = document.createElement("p");
  finder.querySelector(".chips").after(line, beside);
  const field = finder.querySelector("[name=q]");
  const meant = openMeant(line, say.meant, (words) => {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  let latest = "";

  function whole(query) {
    const address = new URL(search, root);
    address.searchParams.set("q", query);
    return link({ title: say.whole.replace("{query}", query), url: address });
  }

  function link({ title, kind, path, url, lang }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url ?? new URL(path, root);
    link.textContent = title;
    if (lang) link.lang = lang;
    const among = document.createElement("span");
    among.className = "label";
    among.textContent = kind ?? "";
    item.append(link, " ", among);
    return item;
  }

  async function show(query, others, isLost) {
    latest = query;
    const tell = (pages) => beside.lastChild.replaceChildren(...(pages.length ? [beside.label] : []), ...pages.slice(0, MOST).map(link), whole(query));
    beside.hidden = !query;
    tell(others);
    if (!isLost || !query) return;
    // The texts weigh more than the lexicon: not for words that are still being typed.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (latest !== query) return;
    const found = await import("./full-text.js").then(({ askTexts }) => askTexts(query)).catch(() => []);
    if (latest === query) tell(found.map(({ url, meta }) => ({ url, title: meta.title, kind: meta.section })));
  }

  /** Gives the place of each row that fits, the best first (null: no words were asked), and what to say where no row has all words. */
  function ask(query) {
    if (!termsOf(query).length) {
      show("", [], false);
      meant([]);
      return null;
    }
    const { hits, isWhole, meant: instead } = lexicon.find(query);
    const listed = hits.filter(({ page }) => page.isListed);
    show(query, hits.filter(({ page }) => !page.isListed).map(({ page }) => page), !hits.length);
    meant(instead);
    return { places: new Map(listed.map(({ page }, place) => [page.id, place])), part: listed.length && !isWhole ? say.some : undefined };
  }

  return { ask, ...orderOf(finder, rows, say.fit) };
}

function makeBeside(title) {
  const part = document.createElement("div");
  const label = document.createElement("li");
  const list = document.createElement("ul");
  part.className = "beside";
  label.className = "label";
  label.textContent = title;
  list.className = "browse";
  list.setAttribute("aria-label", title);
  part.append(list);
  return Object.assign(part, { label });
}
