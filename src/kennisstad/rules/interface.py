"""The interface says the same in every language."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.i18n import Locale, places
from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem

PLURALS = ("zero", "one", "two", "few", "many", "other")


def locales_say_the_same(dataset: Dataset) -> Iterator[Problem]:
    """Every locale has the same words with the same places to fill in; only plural forms differ by language.

    Passes: nl `found: "{count} gevonden"`, en `found: "{count} found"`. Fails: en without `found`, or with `{number}`.
    """
    default = dataset.locales.get(dataset.programme.default_language)
    if default is None:
        return
    for locale in dataset.locales.values():
        here = Location(locale.file)
        expected, present = _without_plurals(default), _without_plurals(locale)
        for key in sorted(expected - present):
            yield Problem(here, "word-missing", "add-word", values={"found": key, "other": default.file})
        for key in sorted(present - expected):
            yield Problem(here, "word-unknown", "remove-word", values={"found": key, "other": default.file})
        for key in sorted(default.words.keys() & locale.words.keys()):
            if places(default.words[key]) != places(locale.words[key]):
                values = {"found": locale.words[key], "field": key, "instead": default.words[key]}
                yield Problem(here, "places-differ", "same-places", values=values)


def _without_plurals(locale: Locale) -> set[str]:
    return {key.rpartition(".")[0] if key.rpartition(".")[2] in PLURALS else key for key in locale.words}
