// One search for the list of projects and for the whole site: looks words up in what each page says of itself. It knows the forms
// of a word, compounds, words that mean the same (data/synonyms.yaml), abbreviations and slips of the hand.
import { fold, wordsOf } from "./text.js";
import { stemmer, stopWords } from "./stems.js";
import { isSlip, nearestWords } from "./slips.js";

// What it weighs where a word stands, and how it was found.
const [TITLE, NAME, MEANT, SUMMARY, NEAR, TEXT] = [10, 9, 8, 4, 2.5, 1.5];
const [SAME, SPLIT, PART, BEGIN, SLIP, WITHIN] = [0.5, 0.7, 0.5, 0.5, 0.6, 0.3];
const CALLED = 40;
const OTHERS = 0.85;
const LEAST = 0.1;
const SHORT = 4;
const PHRASE = 4;
const language = document.documentElement.lang;
const stem = stemmer(language);
const stops = stopWords(language);
// Chinese, Japanese and Thai put no space between words: the browser tells them apart, as Pagefind does.
export const segmenter = window.Intl.Segmenter && /^(zh|ja|th)\b/.test(language) ? new Intl.Segmenter(language, { granularity: "word" }) : null;
const segments = (text) => [...segmenter.segment(fold(text))].map(({ segment }) => segment).filter((each) => each.trim());

/** Gives the words of a text as they are compared. */
export const termsOf = (text) => (segmenter ? segments(text) : wordsOf(text));
const stemsOf = (text) => termsOf(text).map(stem);

/** Fetches the lexicon of a language; `summaries` gives those of the listed pages by path, else they are fetched too. */
export async function openLexicon(address, summaries) {
  const get = async (url) => (await fetch(url)).json();
  const [data, told] = await Promise.all([get(address), summaries ?? get(address.href.replace(/\.json$/, "-summaries.json"))]);
  return new Lexicon(data, summaries ? null : told, summaries);
}

class Lexicon {
  constructor(data, fetched, summaries) {
    const id = (place) => data.id[place] ?? fold(data.title[place]).replaceAll(" ", "-");
    this.pages = data.title.map((title, place) => ({
      title, place, path: data.path[place] ?? `${data.above[data.kind[place]]}${id(place)}/`, kind: data.kinds[data.as[data.kind[place]]], names: data.names[place]?.split("\n") ?? [],
      isListed: data.kind[place] === data.listed, near: data.near[place] ?? [], facts: fetched?.facts[place], lang: data.foreign[place],
      id: id(place), summary: fetched?.summary[place] ?? summaries?.get(id(place)) ?? "",
    }));
    this.say = data.say;
    this.search = data.search;
    this.found = new Map();
    this.stems = new Map();
    this.members = new Map();
    for (const page of this.pages) this.read(page);
    for (const [word, places] of listed(data.words)) for (const place of places) this.add(word, place, TEXT);
    this.same = new Map();
    const told = (words) => termsOf(words).filter((word) => !stops.has(word)).map(stem).join(" ");
    for (const [words, means] of data.same) this.join(words.map(told).filter(Boolean), means, words);
    this.vocabulary = [...this.stems.keys()];
    this.parts = new Map();
    for (const word of this.vocabulary) for (const part of this.split(word) ?? []) this.keep(this.parts, part, this.stems.get(word));
  }

  keep(map, key, value) {
    if (!map.has(key)) map.set(key, new Set());
    map.get(key).add(value);
  }

  read(page) {
    const title = (text, weight) => {
      const words = termsOf(text);
      for (const word of words) this.add(word, page.place, weight * (0.5 + 0.5 / Math.sqrt(words.length)));
    };
    title(page.title, TITLE);
    for (const name of page.names) title(name, NAME);
    if (page.isListed) for (const word of termsOf(page.summary)) this.add(word, page.place, SUMMARY);
    for (const owner of page.near) this.keep(this.members, owner, page.place);
  }

  add(word, place, weight) {
    const key = stem(word);
    this.stems.set(word, key);
    if (!this.found.has(key)) this.found.set(key, new Map());
    const places = this.found.get(key);
    places.set(place, Math.max(weight, places.get(place) ?? 0));
  }

  join(keys, means, words) {
    const group = { keys, means };
    for (const key of keys) this.keep(this.same, key, group);
    for (const word of words) if (!word.includes(" ")) this.stems.set(word, stem(word));
  }

  isKnown(key) {
    return this.found.has(key) || this.same.has(key);
  }

  /** Gives the two parts of a compound, the second as long as can be: studentenwoning → student, woning. */
  split(word) {
    for (let at = SHORT; at <= word.length - SHORT; at += 1) {
      const parts = [stem(word.slice(0, at)), stem(word.slice(at))];
      if (parts.every((part) => part.length > 2 && this.isKnown(part))) return parts;
    }
    return null;
  }

  /** Gives the places of a word with their weights; `meant` collects what it was taken for. */
  look(word, meant, isWhole = false) {
    const key = stem(word);
    const hits = new Map();
    this.put(hits, key, 1);
    this.alike(hits, key);
    for (const compound of this.parts.get(key) ?? []) this.put(hits, compound, PART);
    const parts = this.split(word);
    if (parts) merge(hits, both(parts.map((part) => this.alike(this.put(new Map(), part, 1), part))), SPLIT);
    if (word.length > 2 && !isWhole) this.begin(hits, word, (one) => one.startsWith(word), hits.size ? BEGIN / 2 : BEGIN);
    if (!hits.size && word.length >= SHORT) this.begin(hits, word, (one) => one.includes(word), WITHIN);
    if (!hits.size) this.slip(hits, word, meant);
    if (!hits.size && parts) for (const part of parts) merge(hits, this.alike(this.put(new Map(), part, 1), part), WITHIN);
    return this.spread(hits);
  }

  put(hits, key, share) {
    return merge(hits, this.found.get(key) ?? [], share);
  }

  alike(hits, key) {
    for (const { keys, means } of this.same.get(key) ?? []) {
      for (const place of means) merge(hits, [[place, MEANT]], 1);
      for (const other of keys) {
        if (other !== key) merge(hits, both(other.split(" ").map((each) => this.put(new Map(), each, 1))), SAME);
      }
    }
    return hits;
  }

  begin(hits, word, isLike, share) {
    for (const one of this.vocabulary) if (isLike(one)) this.put(hits, this.stems.get(one), share * Math.sqrt(word.length / one.length));
  }

  slip(hits, word, meant) {
    for (const one of isSlip(word, this.vocabulary)) {
      meant.push([word, one]);
      merge(hits, this.look(one, meant, true), SLIP);
    }
  }

  /** Who looks for a partner, looks for its projects too. */
  spread(hits) {
    for (const [place, weight] of [...hits]) {
      if (weight <= SUMMARY) continue;
      for (const member of this.members.get(place) ?? []) merge(hits, [[member, weight / TITLE]], NEAR);
    }
    return hits;
  }

  /** Gives the pages that were meant, best first; whether all words were found in each; and what could be meant instead. */
  find(query) {
    const typed = termsOf(query);
    const words = typed.filter((word) => !stops.has(word) && (word.length > 1 || segmenter));
    const whole = new Set((query.match(/\p{L}+['´`ʼ‘’]\p{L}+/gu) ?? []).map(fold));
    const meant = [];
    const terms = this.phrases(words.length ? words : typed).map((word) => (Array.isArray(word) ? this.together(word) : this.look(word, meant, whole.has(word))));
    const hits = this.rank(terms, query);
    const isWhole = hits.length > 0 && hits[0].matched === terms.length;
    return { hits, isWhole, meant: this.instead(query, meant, hits.length || !typed.length ? [] : typed) };
  }

  /** Joins words that mean something together: as the words of a group (oudere mensen), or as one (studenten woningen). */
  phrases(words) {
    const found = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(PHRASE, words.length - at);
      while (length > 1 && !this.same.has(words.slice(at, at + length).map(stem).join(" "))) length -= 1;
      const next = words[at] + (words[at + 1] ?? "");
      const isOne = length === 1 && at + 1 < words.length && this.isKnown(stem(next));
      found.push(length > 1 || isOne ? [words.slice(at, at + Math.max(length, isOne ? 2 : 1)), isOne ? next : ""] : words[at]);
      at += isOne ? 2 : length;
    }
    return found;
  }

  together([words, one]) {
    const apart = both(words.map((word) => this.look(word, [])));
    const hits = new Map();
    merge(hits, apart, 1);
    if (one) merge(hits, this.look(one, []), 1);
    else this.spread(this.alike(hits, words.map(stem).join(" ")));
    return hits;
  }

  rank(terms, query) {
    const totals = new Map();
    for (const hits of terms) {
      const strong = [...hits.values()].filter((weight) => weight >= TEXT).length;
      const rarity = Math.log(1 + this.pages.length / (1 + strong));
      for (const [place, weight] of hits) {
        const total = totals.get(place) ?? { page: this.pages[place], score: 0, matched: 0 };
        totals.set(place, { ...total, score: total.score + weight * rarity, matched: total.matched + 1 });
      }
    }
    const most = Math.max(0, ...[...totals.values()].map(({ matched }) => matched));
    const isAll = most === terms.length;
    const ranked = [...totals.values()].filter(({ matched }) => !isAll || matched === most);
    const asked = stemsOf(query).join(" ");
    for (const hit of ranked) hit.score *= hit.page.isListed || hit.page.near.length ? 1 : OTHERS;
    const best = Math.max(0, ...ranked.map(({ score }) => score));
    const kept = ranked.filter(({ score }) => score >= best * LEAST);
    for (const hit of kept) if ([hit.page.title, ...hit.page.names].some((name) => stemsOf(name).join(" ") === asked)) hit.score += CALLED;
    return kept.sort((one, other) => other.score - one.score || one.page.title.localeCompare(other.page.title, language));
  }

  instead(query, meant, lost) {
    const near = lost.flatMap((word) => nearestWords(word, this.vocabulary).map((one) => [word, one]));
    const asked = fold(query);
    return [...new Set([...meant, ...near].map(([word, one]) => asked.replace(word, one)))].slice(0, 3);
  }
}

function merge(hits, others, share) {
  for (const [place, weight] of others) hits.set(place, Math.max(weight * share, hits.get(place) ?? 0));
  return hits;
}

/** Gives the places that all have, each with the mean of its weights. */
function both(all) {
  const [first, ...others] = all;
  const shared = [...first].filter(([place]) => others.every((hits) => hits.has(place)));
  return shared.map(([place]) => [place, all.reduce((sum, hits) => sum + hits.get(place), 0) / all.length]);
}

/** Reads the words of longer texts: a word a line, then the places that have it, each as the distance from the one before. */
function* listed(lines) {
  for (const line of lines.split("\n").filter(Boolean)) {
    const [word, ...steps] = line.split(/[ .]/);
    let place = 0;
    yield [word, steps.map((step) => (place += parseInt(step, 36)))];
  }
}
