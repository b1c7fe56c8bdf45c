"""One way to compare texts as people read and type them, for sorting, slugs, file names, the finder and search.

`overrides/assets/text.js` has the same rules for the browser; `tests/unit/folding.yaml` pins both to one table.

The order is our own and the same for every language. Looked at and left: PyICU needs a compiler, Babel carries no collation,
and pyuca knows no language's own order either, ends at Unicode 10, takes 0.3 s to read its table, sorts Project 10 before
Project 2 and a quote before every letter. So ä stands among the a's also in Swedish; Greek, Cyrillic, Arabic and Chinese stand
in the order of Unicode, which is that of their alphabets but for letters that single languages added (Ukrainian і, Persian پ).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_WITHOUT_PARTS = str.maketrans(
    {
        **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŧ": "t"},
        **{"ŋ": "n", "ĸ": "k", "ə": "e", "ɛ": "e", "ɔ": "o", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ƒ": "f", "ɣ": "g"},
        **{"ς": "σ", "ё": "е", "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643"},
        **{"\u00b7": "", "\u02bc": ""},
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
    }
)
"""Letters that Unicode does not take apart, as people type them who have no such key; and the digits of Arabic and Persian."""
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
"""Soft hyphen, zero width, direction, variation: a reader sees none of them."""
_QUOTES = re.compile(
    "[\"'`\u00ab\u00b4\u00b7\u00bb\u02b9-\u02bf\u02c8\u05f3\u05f4\u0640\u2018-\u201f\u2032-\u2037\u2039\u203a\uff02\uff07]"
)
"""Quotes, apostrophes and the like are no part of a word to who looks for it: zo'n, zo’n. Nor is a dot or line within it."""
_MARKS = re.compile(
    "([\u0400-\u04ff][\u0302-\u033f]|[гк]\u0301)|"
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8"
    "\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Accents, and the vowels of Hebrew and Arabic. Cyrillic й, ї, ў, ѓ and ќ are letters of their own, as are marks elsewhere."""
_RARE = "ßẞæÆœŒþÞøØłŁđĐðÐħĦıŧŦŋŊĸəƏɛƐɔƆɓƁɖƉɗƊƙƘƴƳƒƑɣƔ\u00ad\u200b-\u200f\u2060\ufeff"
_HAS_RARE = re.compile(f"[{_RARE}]")
_RESPELLED = re.compile(f"[\\w{_RARE}]*[{_RARE}][\\w{_RARE}]*")
_NUMBER = re.compile("[0-9]+")
_PLAIN = re.compile("[a-z0-9 ]*")


_SENTENCE_END = re.compile(r"([.!?…][\"')\u2019\u201d]?)(?=\s)")


def fold(text: str) -> str:
    """Gives a text as it is compared: its words in lower case, without accents, quotes and punctuation, one space between.

    `“Łódź’s” – Øresund` → `lodzs oresund`. Texts that differ only in how they are typed or stored give the same.
    """
    lower = unicodedata.normalize("NFKD", _QUOTES.sub("", visible(text))).lower()
    letters = unicodedata.normalize("NFC", _MARKS.sub(lambda found: found[1] or "", lower)).translate(_WITHOUT_PARTS)
    if not _PLAIN.fullmatch(letters):
        letters = letters.translate(_only_words)
    return " ".join(letters.split())


@cache
def collation_key(text: str) -> str:
    """Gives what a text is sorted by: as it is compared, with numbers in the order of their value.

    “Één” stands among the e's, ’t Hart among the t's, Project 2 before Project 10.
    """
    return _NUMBER.sub(_in_order, fold(text))


def suggest_slug(text: str) -> str:
    """Gives a slug for a text or a file's name: `Van 't Hof & Zn.` → `van-t-hof-zn`; `id` where it has no Latin letter."""
    name = re.sub(r"\.(svg|md|ya?ml)$", "", text, flags=re.IGNORECASE)
    return re.sub("[^a-z0-9]+", "-", fold(name)).strip("-") or "id"


def respelled(text: str) -> str:
    """Gives the words of a text that hold a letter without parts or something invisible, as people type them.

    `Łódź, Straße` → `lodz strasse`. Search is told these besides: Pagefind by itself only leaves out accents.
    """
    if _HAS_RARE.search(text) is None:
        return ""
    return " ".join(dict.fromkeys(folded for word in _RESPELLED.findall(text) if (folded := fold(word))))


def visible(text: str) -> str:
    """Gives a text without the characters that nobody sees."""
    return _INVISIBLE.sub("", text)


class _OnlyWords(dict[int, str | int]):
    """Puts a space for what is of no word; looks at each letter of the world once."""

    def __missing__(self, code: int) -> str | int:
        letter = chr(code)
        self[code] = code if letter.isalnum() or unicodedata.category(letter)[0] == "M" else " "
        return self[code]


_only_words = _OnlyWords()


def _in_order(number: re.Match[str]) -> str:
    """A number after how many digits it has: 2 → `012`, 10 → `0210`."""
    digits = number[0].lstrip("0") or "0"
    return f"{min(len(digits), 99):02}{digits}"


def fitted(text: str, most: int) -> str:
    """Gives a text of at most so many characters: as many whole sentences as fit, else whole words and an ellipsis."""
    if len(text) <= most:
        return text
    ends = [match.end(1) for match in _SENTENCE_END.finditer(text) if match.end(1) <= most]
    if ends and ends[-1] >= most // 2:
        return text[: ends[-1]]
    return text[: most - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
