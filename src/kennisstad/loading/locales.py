"""A file in `locales/` → a locale, or every problem in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import babel
from pydantic import BaseModel, ConfigDict, create_model

from kennisstad.i18n import Locale, cldr, has_plain_places
from kennisstad.loading.validation import validate, written
from kennisstad.model.values import Line, Slug
from kennisstad.problem import Location, Problem
from kennisstad.reading.scalars import SURPRISE
from kennisstad.reading.source import Node


class _LocaleFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Line
    paths: BaseModel
    words: dict[str, Any]


@cache
def _model(sections: tuple[str, ...]) -> type[_LocaleFile]:
    """Gives the model of a locale: the first part of the address of each section is a slug."""
    paths = create_model("Paths", __config__=ConfigDict(extra="forbid"), **dict.fromkeys(sections, (Slug, ...)))  # type: ignore[call-overload]
    return create_model("LocaleFile", __base__=_LocaleFile, paths=(paths, ...))


def load_locale(
    language: str, sections: tuple[str, ...], node: Node, reported: frozenset[Location]
) -> tuple[Locale | None, list[Problem]]:
    """Gives the locale in a file's nodes, or None and what is wrong with it; `sections` have a word of their own in addresses."""
    file, problems = validate(_model(sections), node, reported)
    words = node.child("words")
    leaves = dict(_leaves(words)) if words is not None else {}
    problems = [*problems, *_unknown_language(language, node), *_words_that_are_no_text(leaves)]
    if file is None or problems or any(not isinstance(leaf.value, str) for leaf in leaves.values()):
        return None, problems
    texts = {key: leaf.value for key, leaf in leaves.items()}
    places = {key: leaf.location for key, leaf in leaves.items()}
    paths: dict[str, str] = file.paths.model_dump()
    return Locale(language, node.location.file, file.name, paths, texts, places), []


def _leaves(node: Node, before: str = "") -> Iterator[tuple[str, Node]]:
    """Gives the words with their dotted keys: `{status: {running: Loopt}}` → `status.running`."""
    if isinstance(node.value, dict):
        for key, inside in node.value.items():
            yield from _leaves(inside, f"{before}.{key}" if before else key)
    elif before:
        yield before, node


def _unknown_language(language: str, node: Node) -> Iterator[Problem]:
    try:
        cldr(language)
    except (babel.UnknownLocaleError, ValueError):
        yield Problem(Location(node.location.file), "no-dates-for-language", "use-known-language", values={"found": language})


def _words_that_are_no_text(leaves: Mapping[str, Node]) -> Iterator[Problem]:
    for key, leaf in leaves.items():
        values = {"field": key, "found": written(leaf.value)}
        if leaf.value is SURPRISE:
            continue
        if not isinstance(leaf.value, str):
            rule, hint = ("empty-value", "write-text") if leaf.value is None else ("wrong-kind", "quote-text")
            yield Problem(leaf.location, rule, hint, values=values)
        elif not has_plain_places(leaf.value):
            yield Problem(leaf.location, "brace", "only-names-in-braces", values=values)
