"""The interface has all its words in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kennisstad.i18n import PLURALS, Locale, WordNeeded, places, plurals, words_needed
from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem, nearest


def locales_have_all_words(dataset: Dataset) -> Iterator[Problem]:
    """A locale has every word of the interface, in each plural form of its language, with the same places, and no other.

    A programme's own words, in `programme.yaml`, are held against the same.

    Passes: `found: {one: "{count} gevonden", other: "{count} gevonden"}`. Fails: without `one` or `other`, or with `{number}`.
    """
    needed = words_needed(dataset.kinds.vocabulary)
    for locale in dataset.locales.values():
        for key in locale.words:
            if (key not in needed or needed[key].is_plural) and not _is_form(needed, key) and key not in locale.added:
                yield _unknown(locale, needed, key)
        for key, word in needed.items():
            yield from _word(locale, key, word)


def _is_form(needed: Mapping[str, WordNeeded], key: str) -> bool:
    """Whether a key is the plural form of a word that has forms."""
    word, _, form = key.rpartition(".")
    found = needed.get(word)
    return found is not None and found.is_plural and form in PLURALS


def _unknown(locale: Locale, needed: Mapping[str, WordNeeded], key: str) -> Problem:
    forms = [f"{key}.{form}" for form in PLURALS if f"{key}.{form}" in locale.words]
    file = _place(locale, key).file
    beside = {word for word, place in locale.places.items() if place.file == file}
    suggestion = forms[-1] if forms else nearest(key, [word for word in needed if word not in beside])
    hint = "did-you-mean" if suggestion else "remove-word"
    return Problem(_place(locale, key), "word-unknown", hint, values={"found": key, "suggestion": suggestion})


def _word(locale: Locale, key: str, word: WordNeeded) -> Iterator[Problem]:
    forms = [f"{key}.{form}" for form in PLURALS] if word.is_plural else [key]
    for form in [f"{key}.{form}" for form in plurals(locale.language)] if word.is_plural else [key]:
        if form not in locale.words:
            yield Problem(_place(locale, key), "word-missing", "add-word", values={"found": form})
    for form in forms:
        if form in locale.words and not _fills_in(locale.words[form], form, word):
            instead = ", ".join(f"{{{place}}}" for place in sorted(word.places)) or "–"
            values = {"found": locale.words[form], "field": form, "instead": instead}
            yield Problem(_place(locale, form), "places-differ", "same-places", values=values)


def _fills_in(text: str, form: str, word: WordNeeded) -> bool:
    """A form for one thing may leave the number out: "one project"."""
    found = places(text)
    return found == word.places or (word.is_plural and not form.endswith(".other") and found < word.places)


def _place(locale: Locale, key: str) -> Location:
    """Gives where a word is written, or where the words nearest to it are."""
    while key:
        if key in locale.places:
            return locale.places[key]
        key = key.rpartition(".")[0]
    return Location(locale.file)
