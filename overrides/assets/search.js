// The search page: reads ?q=, asks Pagefind's index of this page's language, and shows what it finds.
// The words come from the page's own data-attributes; nothing is fetched before somebody searches.
const status = document.getElementById("search-status");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const input = document.getElementById("_query");
const PAGE = 20;
document.getElementById("search-without-script").hidden = true;
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
let index;
let latest = 0;

function say(words, query, count) {
  const places = { query, count: number.format(count) };
  status.textContent = words.replace(/\{(query|count)\}/g, (_, place) => places[place]);
}

function row(result) {
  const item = document.createElement("li");
  const title = document.createElement("h2");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  const section = document.createElement("p");
  item.className = "row";
  title.className = "row-title";
  link.href = result.url;
  link.textContent = result.meta.title;
  excerpt.textContent = result.meta.summary ?? `… ${result.plain_excerpt} …`;
  section.className = "label";
  section.textContent = result.meta.section;
  title.append(link);
  item.append(title, section, excerpt);
  return item;
}

async function show(results, from, mine) {
  const rows = await Promise.all(results.slice(from, from + PAGE).map(async (result) => row(await result.data())));
  if (mine !== latest) return;
  list.append(...rows);
  more.hidden = results.length <= from + PAGE;
  more.firstElementChild.onclick = async () => {
    await show(results, from + PAGE, mine);
    list.children[from + PAGE]?.querySelector("a").focus();
  };
}

async function search(query, asked = false) {
  const mine = ++latest;
  list.replaceChildren();
  more.hidden = true;
  if (!query) return say(asked ? status.dataset.empty : "", "", 0);
  say(status.dataset.busy, query, 0);
  try {
    index ??= await import(new URL("../pagefind/pagefind.js", import.meta.url));
    const { results } = await index.search(query);
    if (mine !== latest) return;
    await show(results, 0, mine);
    if (mine !== latest) return;
    const form = status.dataset[plural.select(results.length)] ?? status.dataset.other;
    say(results.length ? form : status.dataset.none, query, results.length);
  } catch (error) {
    console.error(error);
    say(status.dataset.failed, query, 0);
  }
}

function fromAddress() {
  input.value = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  return search(input.value);
}

input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = input.value.trim();
  const address = new URL(location.href);
  address.searchParams.set("q", query);
  history.pushState(null, "", address);
  search(query, true);
});
addEventListener("popstate", fromAddress);
fromAddress();
