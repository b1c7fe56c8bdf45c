// Search, on its own page and in a dialog on every other: looks words up as the list of projects does (lexicon.js), then in the
// texts of the other pages (full-text.js), and shows what it finds by kind. The words come from the search page itself; nothing is
// fetched before somebody searches.
const FETCHED = ["./lexicon.js", "./full-text.js", "./meant.js"];
const FEW = 5;
const MANY = 20;
const PAUSE = 180;
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const number = new Intl.NumberFormat(language);
let fetching;

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
  for (const name of ["lexicon", "root"]) panel.dataset[name] = new URL(panel.dataset[name], address);
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
  const root = new URL(panel.dataset.root, location.href);
  const take = (words) => {
    form.q.value = words;
    form.requestSubmit();
    form.q.focus();
  };
  let latest = 0;
  let asked = "";
  let parts;
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
      parts?.meant([]);
      return say(isSubmitted ? status.dataset.empty : "", "", 0);
    }
    say(status.dataset.busy, query, 0);
    try {
      parts ??= await open();
      const { results, isWhole, instead } = await ask(query);
      if (mine !== latest) return;
      const kind = kinds.hidden ? "" : new FormData(form).get("kind");
      found.replaceChildren(...byKind(results, kind));
      parts.meant(instead);
      kinds.hidden = kinds.disabled || !results.length;
      const words = status.dataset[plural.select(results.length)] ?? status.dataset.other;
      say(results.length ? (isWhole ? words : status.dataset.some) : status.dataset.none, query, results.length);
    } catch (error) {
      console.error(error);
      say(status.dataset.failed, query, 0);
    }
  }

  /** Fetches what looks words up, and what names the words that may have been meant. */
  async function open() {
    fetching ??= Promise.all(FETCHED.map((path) => import(path)));
    const [{ openLexicon }, { askTexts }, { openMeant }] = await fetching;
    const lexicon = await openLexicon(new URL(panel.dataset.lexicon, location.href));
    return { lexicon, askTexts, meant: openMeant(panel.querySelector(".meant"), lexicon.say.meant, take) };
  }

  /** Gives the pages that are found, best first: those that the lexicon knows, then those that only have the words in their text. */
  async function ask(query) {
    const { hits, isWhole, meant } = parts.lexicon.find(query);
    const known = hits.map(({ page }) => ({ ...page, url: new URL(page.path, root) }));
    const paths = new Set(known.map(({ url }) => url.pathname));
    const listed = known.find(({ isListed }) => isListed)?.kind;
    const texts = await textsOf(parts.askTexts, query, hits.length);
    const others = texts.filter(({ url, kind }) => !paths.has(url.pathname) && kind !== listed);
    return { results: [...known, ...others], isWhole: isWhole || (others.length > 0 && !known.length), instead: meant };
  }

  /** Gives the results in groups, the kind of the best one first; one kind alone shows more of it. */
  function byKind(results, wanted) {
    const groups = new Map();
    for (const each of results) {
      if (!groups.has(each.kind)) groups.set(each.kind, []);
      groups.get(each.kind).push(each);
    }
    label(groups);
    const shown = [...groups].filter(([kind]) => !wanted || kind === wanted);
    return shown.map(([kind, all]) => section(kind, all, wanted ? MANY : FEW));
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

/** Gives what has the words in its text. Where the lexicon found something, search goes on without these. */
async function textsOf(askTexts, query, hasOthers) {
  try {
    const found = await askTexts(query);
    return found.map(({ url, meta, plain_excerpt: excerpt }) => ({
      url: new URL(url, location.href), title: meta.title, kind: meta.section ?? "", summary: meta.summary ?? `… ${excerpt} …`, facts: meta.status,
    }));
  } catch (error) {
    if (!hasOthers) throw error;
    return [];
  }
}

function row(result) {
  const item = document.createElement("li");
  const title = document.createElement("h3");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  item.className = "row";
  title.className = "row-title";
  link.href = result.url;
  link.textContent = result.title;
  excerpt.textContent = result.summary;
  if (result.lang) title.lang = excerpt.lang = result.lang;
  title.append(link);
  item.append(title, excerpt);
  if (result.facts) {
    const standing = document.createElement("p");
    standing.className = "facts";
    standing.textContent = result.facts;
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
