"""A file in `locales/` → a locale, or every problem in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import babel
from pydantic import BaseModel, ConfigDict

from kennisstad.i18n import PATHS, Locale, cldr, flatten, places
from kennisstad.model.values import Line, Slug
from kennisstad.problem import Location, Problem
from kennisstad.source import Node
from kennisstad.validation import validate


class _Paths(BaseModel):
    """The first part of each section's address."""

    model_config = ConfigDict(extra="forbid")
    projects: Slug
    tracks: Slug
    partners: Slug
    search: Slug


class _LocaleFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Line
    paths: _Paths
    words: dict[str, Any]


def load_locale(language: str, node: Node) -> tuple[Locale | None, list[Problem]]:
    """Gives the locale in a file's nodes, or None and what is wrong with it."""
    file, problems = validate(_LocaleFile, node)
    problems = [*problems, *_unknown_language(language, node), *_words_that_are_no_text(node)]
    if file is None or problems:
        return None, problems
    words = {".".join(keys): word for keys, word in flatten(file.words)}
    paths = {name: getattr(file.paths, name) for name in PATHS}
    return Locale(language, node.location.file, file.name, paths, words), []


def _unknown_language(language: str, node: Node) -> Iterator[Problem]:
    try:
        cldr(language)
    except (babel.UnknownLocaleError, ValueError):
        yield Problem(Location(node.location.file), "no-dates-for-language", "use-known-language", values={"found": language})


def _words_that_are_no_text(node: Node) -> Iterator[Problem]:
    words = node.child("words")
    if words is None or not isinstance(words.value, dict):
        return
    for keys, word in flatten(words.plain()):
        where = words.at(keys).location
        values = {"field": ".".join(keys), "found": "" if word is None else str(word)}
        if not isinstance(word, str):
            yield Problem(where, "wrong-kind", "quote-text", values=values)
        elif not _has_closed_braces(word):
            yield Problem(where, "open-brace", "close-brackets", values=values)


def _has_closed_braces(word: str) -> bool:
    try:
        places(word)
    except ValueError:
        return False
    return True
