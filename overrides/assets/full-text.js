// The texts of all pages, as Pagefind has them: what stands further down a page than the lexicon looks.
import { fold } from "./text.js";
import { segmenter, termsOf } from "./lexicon.js";

// Letters that the forms of a word have in common: huis, huizen.
const ALIKE = 3;
const MOST = 20;
let index;

/** Gives the pages that have all words, best first, with what Pagefind knows of each. Raises where the index cannot be read. */
export async function askTexts(query) {
  index ??= await import(new URL("../../../pagefind/pagefind.js", import.meta.url));
  for (const words of new Set([query, fold(query), ...(segmenter ? [[...fold(query)].join(" ")] : [])])) {
    const { results } = await index.search(words);
    const found = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    if (found.length && isMeant(words, found[0])) return found.filter((each) => isMeant(words, each));
  }
  return [];
}

/** Whether a page has each word that was asked, or a form of it: where nothing fits, Pagefind shortens a word to its first letters. */
function isMeant(query, { excerpt }) {
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].flatMap(([, text]) => termsOf(text));
  return !marked.length || termsOf(query).some((word) => marked.some((one) => one.startsWith(word.slice(0, ALIKE))));
}
