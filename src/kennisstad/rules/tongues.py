"""A text is in the language that it stands under, as far as its small words tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import combinations

from kennisstad.model import Dataset, LongText, Text
from kennisstad.model.records import is_own_title
from kennisstad.problem import Problem, Severity
from kennisstad.reading.edits import instead
from kennisstad.reading.source import Keys

_FEWEST = 3
"""Small words of another language, and none of its own, from which on a text is in that other language."""
_ENOUGH = 500
"""Characters of a text that tell its language."""


def texts_are_in_their_language(dataset: Dataset) -> Iterator[Problem]:
    """A text stands under the code of its own language (advice: small words can mislead).

    Passes: `{nl: Zij werken met de stad., en: They work with the town.}`. Fails: the same with `nl` and `en` swapped.
    """
    for collection, record, keys, text in dataset.texts:
        if isinstance(text, LongText) or is_own_title(record, keys):
            continue
        seems = {language: seeming for language, line in text.root.items() if (seeming := language_of(line, language))}
        if seems:
            yield from _told(dataset, collection, record.id, keys, text, seems)


def _told(dataset: Dataset, collection: str, record: str, keys: Keys, text: Text, seems: Mapping[str, str]) -> Iterator[Problem]:
    for one, other in combinations(seems, 2):
        if seems[one] == other and seems[other] == one:
            places = sorted(dataset.key_place(collection, record, (*keys, language)) for language in (one, other))
            codes = {dataset.key_place(collection, record, (*keys, language)): language for language in (one, other)}
            first, second = (codes[place] for place in places)
            fix = tuple(
                instead(place.line, place.column, len(codes[place]), other if codes[place] == one else one) for place in places
            )
            values = {"language": first, "other": second}
            yield Problem(places[0], "swapped-languages", "swap-languages", record, values, Severity.ADVICE, fix)
            return
    for language, seeming in seems.items():
        if seeming in dataset.programme.languages and text.root[language] != text.root.get(seeming):
            where = dataset.place(collection, record, (*keys, language))
            values = {"language": language, "other": seeming}
            yield Problem(where, "other-language", "write-in-language", record, values, Severity.ADVICE)


def language_of(text: str, under: str) -> str:
    """Gives the language that a text seems to be in where that is another than the one it stands under, else ""."""
    small = small_words()
    if under not in small:
        return ""
    words = set(text[:_ENOUGH].lower().split())
    if not words.isdisjoint(small[under]):
        return ""
    counts = {language: len(words & known) for language, known in small.items() if language != under}
    best = max(counts, key=lambda language: counts[language], default="")
    return best if best and counts[best] >= _FEWEST else ""


@cache
def small_words() -> Mapping[str, frozenset[str]]:
    """Gives the small words of each language that no other of these languages has."""
    lines = resources.files(__package__).joinpath("small_words.txt").read_text("utf-8").splitlines()
    words = {line[:2]: line[3:].split() for line in lines if line and not line.startswith("#")}
    every = [word for known in words.values() for word in known]
    return {language: frozenset(word for word in known if every.count(word) == 1) for language, known in words.items()}
