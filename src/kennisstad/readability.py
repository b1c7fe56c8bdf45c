"""How easy a text reads, by the index of Flesch: for Dutch with the numbers of Douma (1960), else with those of Flesch (1948).

A figure near 100 reads very easily, near 0 hardly; from 60 up is plain language. It is advice: short words do not make a text true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST_SENTENCE = 20
"""Words; `readable` in the quality the site promises."""
MEAN_SENTENCE = 13
"""Words."""
EASY = 60
"""The index from which a text counts as plain."""
FEWEST_WORDS = 15
"""A shorter text has no index that means anything."""
HARD_IF_SHORT = 30
"""In a text of less than twice that, one long name pulls the index down: only from here on it counts as hard."""
FEWEST_SENTENCES = 3
"""The mean of fewer says no more than the longest does."""
WORDS_KEPT = 1 << 15
"""Most texts say the same words; those that were counted are not counted again."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n\s*\n|\n\s*(?:[-*]|\d+\.)\s+")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
_DUTCH = re.compile(r"aai|ooi|oei|eeu|ieu|ij|aa|ee|ie|oo|oe|uu|eu|ui|ei|ou|au|[aeiouyäëïöüáéíóúàèêô]", re.IGNORECASE)
_ENGLISH = re.compile(r"[aeiouy]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Readability:
    """What can be counted of a text: the index (None where it is too short), words, sentences, and words in a sentence."""

    ease: float | None
    words: int
    sentences: int
    mean_sentence: float
    longest: str
    longest_length: int

    @property
    def is_hard(self) -> bool:
        """Whether a text is harder than the site promises."""
        least = EASY if self.words >= 2 * FEWEST_WORDS else HARD_IF_SHORT
        return (
            (self.ease is not None and self.ease < least)
            or (self.sentences >= FEWEST_SENTENCES and self.mean_sentence > MEAN_SENTENCE)
            or self.longest_length > LONGEST_SENTENCE
        )


def readability(text: str, language: str) -> Readability:
    """Gives how a text in Markdown reads; `language` is its code. An empty text gives zeros."""
    in_sentences = [(sentence, _WORD.findall(sentence)) for sentence in _SENTENCE.split(_LINK_TARGET.sub("]", text))]
    sentences = [(sentence.strip(), words) for sentence, words in in_sentences if words]
    if not sentences:
        return Readability(None, 0, 0, 0.0, "", 0)
    all_words = [word for _, words in sentences for word in words]
    mean = len(all_words) / len(sentences)
    longest, most = max(sentences, key=lambda pair: len(pair[1]))
    ease = _ease(all_words, mean, language) if len(all_words) >= FEWEST_WORDS else None
    return Readability(ease, len(all_words), len(sentences), mean, longest, len(most))


@lru_cache(maxsize=WORDS_KEPT)
def syllables(word: str, language: str) -> int:
    """Gives the number of syllables of a word, at least 1: groups of vowels, as they are spelled in that language."""
    if language.partition("-")[0] == "nl":
        return max(1, len(_DUTCH.findall(word)))
    silent = bool(re.search(r"[^aeiouyl]e(s|d)?$", word, re.IGNORECASE)) and not re.search(r"[td]ed$|[sxz]es$|[cs]hes$", word)
    return max(1, len(_ENGLISH.findall(word)) - silent)


def _ease(words: list[str], mean_sentence: float, language: str) -> float:
    per_word = sum(syllables(word, language) for word in words) / len(words)
    if language.partition("-")[0] == "nl":
        return 206.84 - 0.93 * mean_sentence - 77 * per_word
    return 206.835 - 1.015 * mean_sentence - 84.6 * per_word
