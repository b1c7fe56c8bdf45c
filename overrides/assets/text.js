// How texts are compared: as people type them. The same rules as in src/kennisstad/text.py, which tells why.
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ı: "i", ŧ: "t",
  ŋ: "n", ĸ: "k", ə: "e", ɛ: "e", ɔ: "o", ɓ: "b", ɖ: "d", ɗ: "d", ƙ: "k", ƴ: "y", ƒ: "f", ɣ: "g",
  ς: "σ", ё: "е", "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u00b7": "", "\u02bc": "",
};
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const QUOTES = /["'`\u00ab\u00b4\u00b7\u00bb\u02b9-\u02bf\u02c8\u05f3\u05f4\u0640\u2018-\u201f\u2032-\u2037\u2039\u203a\uff02\uff07]/g;
const MARKS =
  /([\u0400-\u04ff][\u0302-\u033f]|[гк]\u0301)|[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

// Most words are plain; only the others take the long way, for a list of thousands is compared before it can be searched.
const foldWord = (word) =>
  word.replace(QUOTES, "").normalize("NFKD").toLowerCase()
    .replace(MARKS, (_, letter) => letter ?? "").normalize("NFC")
    .replace(DIGITS, (digit) => digit.charCodeAt(0) & 15)
    .replace(/[^\0-\x7f]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");

/** Gives a text as it is compared: its words in lower case, without accents, quotes and punctuation, one space between. */
export const fold = (text) =>
  text.replace(INVISIBLE, "").replace(/\S*[^\0-\x7f]\S*/g, foldWord).replace(/["'`]/g, "").toLowerCase().replace(/[\0-/:-`{-\x7f]+/g, " ").trim();

/** Gives the words of a text as they are compared. */
export const wordsOf = (text) => fold(text).split(" ").filter(Boolean);
