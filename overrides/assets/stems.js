// What the forms of a word have in common, so that huizen finds huis and sharing finds shared. It need not be a word, only the
// same for all forms. A language that is not here is searched by the beginnings of its words.
const DUTCH = [
  [/steden$/, "stad"], [/(muse|centr)a$/, "$1um"], [/leden$/, "lid"], [/kinder$/, "kind"],
  [/(?<=..)(ee|ie)en$/, "$1"], [/heden$/, "heid"], [/(kind|blad|volk|goed)eren$/, "$1"],
  [/(?<=...[^aeious]|...[aeoy])s$/, ""], [/(?<=...)(?:et|t|p|k)?je$/, ""],
  [/(?<=..[^aeiou])en$/, ""], [/(?<=...)(?<!^leid|^lez)ing$/, ""], [/(?<=..[^aeiou])e$/, ""],
  [/([^aeiou])\1$/, "$1"], [/z$/, "s"], [/v$/, "f"], [/(aa|ee|oo|uu)(?=[^aeiou]+$)/, (twice) => twice[0]],
];
const ENGLISH = [
  [/our/, "or"], [/is(?=(?:e[ds]?|er|ers|ing|ation|ations)$)/, "iz"], [/([^aeiou])re(s?)$/, "$1er$2"], [/mme(s?)$/, "m$1"], [/geing$/, "ging"],
  [/ies$/, "y"], [/(?<=..(?:[sxz]|ch|sh))es$/, ""], [/(?<=..[^sui])s$/, ""],
  [/(?<=[aeiouy].+)(?<!^park)(?:ing|ed)$/, ""], [/(?<=...)ly$/, ""], [/([^aeious])\1$/, "$1"], [/(?<=..)e$/, ""],
];
const RULES = { nl: DUTCH, en: ENGLISH };
const STOP = {
  nl: "aan als bij de dat die dit door een en er het hoe in is ik kan me met mijn naar niet of om onze ons op over te tot uit van voor waar wat wie wil zijn t",
  en: "a about an and are as at by can do for from get how i in is it my of on or our that the this to what where who with you your s",
};

const own = (table, language) => table[language.split("-")[0]];

/** Gives what makes the stem of a folded word of a language. */
export function stemmer(language) {
  const rules = own(RULES, language) ?? [];
  const stops = stopWords(language);
  const known = new Map();
  const cut = (word) => rules.reduce((stem, [form, start]) => stem.replace(form, start), word);
  return (word) => {
    // Bees are no preposition: a word does not become one that says nothing.
    if (!known.has(word)) known.set(word, word.length < 4 || stops.has(cut(word)) ? word : cut(word));
    return known.get(word);
  };
}

/** Gives the words of a language that tell no page from another. */
export const stopWords = (language) => new Set((own(STOP, language) ?? "").split(" "));
