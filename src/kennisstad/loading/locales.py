"""The words of a language: a programme's own in `locales/`, over those that every programme has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import babel
from pydantic import BaseModel, ConfigDict, Field, create_model

from kennisstad.i18n import PLURALS, Locale, WordNeeded, cldr, has_plain_places, plurals, words_needed
from kennisstad.loading.validation import validate, written
from kennisstad.model.folders import LOCALES, SHARED_LANGUAGES, Folders
from kennisstad.model.kinds import Address, Kinds
from kennisstad.model.values import Line, Slug
from kennisstad.problem import Location, Problem, Severity
from kennisstad.reading.files import text_of
from kennisstad.reading.scalars import SURPRISE
from kennisstad.reading.source import Document, Node, parse

ONLY_FORM = PLURALS[-1]
EMBEDS = "embeds"
"""The part of addresses that every page has below it that other sites may show in a frame."""


class _LocaleFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Line | None = None
    paths: BaseModel | None = None
    words: dict[str, Any] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Written:
    """What one file has of a locale: the name of the language, sections of addresses and words, each word with its place."""

    name: str | None = None
    paths: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)

    def over(self, other: _Written) -> _Written:
        """Gives both, its own before the other's where both have the same."""
        return _Written(
            self.name or other.name,
            {**other.paths, **self.paths},
            {**other.words, **self.words},
            {**other.places, **self.places},
        )


@cache
def _model(sections: tuple[str, ...]) -> type[_LocaleFile]:
    """Gives the model of a file of words: the first part of the address of each section is a slug."""
    fields: dict[str, Any] = dict.fromkeys(sections, (Slug | None, None))
    paths = create_model("Paths", __config__=ConfigDict(extra="forbid"), **fields)
    return create_model("LocaleFile", __base__=_LocaleFile, paths=(paths | None, None))


def load_locale(folders: Folders, language: str, kinds: Kinds, document: Document | None, problems: list[Problem]) -> Locale | None:
    """Gives the words of a language: the programme's own before those that every programme has, and English for what is left.

    `document` is what was read of the programme's own file, None where it has none.
    `kinds` say which words there are, and which sections have one of their own in addresses. Adds to `problems` what is wrong in
    the programme's own file, and a piece of advice where words are in English; gives None where that file cannot be used.
    """
    file, sections = folders.name(folders.words(language)), words_in_addresses(kinds)
    own = _taken(document, sections, problems) if document is not None else _Written()
    if own is None:
        return None
    own = _in_only_form(own, language, kinds)
    shared = folders.shared_words(language)
    if shared:
        own = replace(own, name=own.name or own_name(language)) if "-" in language else own  # a region has a name of its own
        own = own.over(_shared(shared.read_bytes(), folders.name(shared), sections))
    elif language not in SHARED_LANGUAGES:
        english = folders.base / LOCALES / f"{SHARED_LANGUAGES[0]}.yaml"
        own = _filled(
            own, _shared(english.read_bytes(), folders.name(english), sections), Location(file), language, kinds, problems
        )
    for section in (section for section in sections if section not in own.paths):
        values = {"field": f"paths.{section}"}
        problems.append(Problem(Location(file), "missing-field", "add-field", values=values))
    return Locale(language, file, own.name or own_name(language), own.paths, own.words, own.places)


def words_in_addresses(kinds: Kinds) -> tuple[str, ...]:
    """Gives what has a word of its own in the addresses of each language."""
    has_embeds = any(place.address is Address.EMBED for place in kinds.places)
    return (*kinds.sections, EMBEDS) if has_embeds else kinds.sections


def is_known(language: str) -> bool:
    """Whether dates and numbers can be written in a language."""
    try:
        cldr(language)
    except (babel.UnknownLocaleError, ValueError):
        return False
    return True


def own_name(language: str) -> str:
    """Gives what a language calls itself, as a name: `Français`."""
    name = cldr(language).get_display_name() or language
    return name[:1].upper() + name[1:]


@cache
def _shared(data: bytes, name: str, sections: tuple[str, ...]) -> _Written:
    """The words that every programme has have nothing wrong: tests look at them."""
    return _taken(parse(text_of(data, name)[0], name), sections, []) or _Written()


def _taken(document: Document, sections: tuple[str, ...], problems: list[Problem]) -> _Written | None:
    """Gives what stands in a file, or None where something is wrong in it."""
    node, reported = document.root, document.reported
    if node is None:
        return None
    if not isinstance(node.value, dict):
        values = {"found": written(node.plain())}
        problems.append(Problem(node.location, "not-a-record", "write-mapping", values=values))
        return None
    file, faults = validate(_model(sections), node, reported)
    words = node.child("words")
    leaves = dict(_leaves(words)) if words is not None else {}
    faults = [*faults, *_words_that_are_no_text(leaves)]
    problems.extend(faults)
    if file is None or faults or any(not isinstance(leaf.value, str) for leaf in leaves.values()):
        return None
    paths: dict[str, str] = file.paths.model_dump(exclude_none=True) if file.paths else {}
    texts = {key: leaf.value for key, leaf in leaves.items()}
    return _Written(file.name, paths, texts, {key: leaf.location for key, leaf in leaves.items()})


def _filled(own: _Written, english: _Written, where: Location, language: str, kinds: Kinds, problems: list[Problem]) -> _Written:
    """Gives the words with English ones for those that nobody wrote in this language yet, and one piece of advice."""
    needed = words_needed(kinds.vocabulary)
    borrowed = {key: dict(_borrowed(language, key, word, english)) for key, word in needed.items()}
    missing = [key for key in borrowed if borrowed[key] and key not in own.words and not _has_form(own, key)]
    sections = [section for section in english.paths if section not in own.paths]
    if missing or sections:
        examples = [f"words.{key}" for key in missing] + [f"paths.{section}" for section in sections]
        known = ", ".join(examples[:3]) + (", …" if len(examples) > 3 else "")
        values = {"count": str(len(examples)), "language": language, "known": known}
        problems.append(Problem(where, "words-in-english", "write-words", values=values, severity=Severity.ADVICE))
    words = {form: text for key in missing for form, text in borrowed[key].items()}
    return own.over(_Written(None, english.paths, words))


def _has_form(own: _Written, key: str) -> bool:
    """Whether somebody began to write a counted word: its other forms are then asked for, not made up."""
    return any(word.startswith(f"{key}.") for word in own.words)


def _borrowed(language: str, key: str, word: WordNeeded, english: _Written) -> Iterator[tuple[str, str]]:
    """Gives an English word; a counted one in every form that the language asks for."""
    for form in [f"{key}.{form}" for form in plurals(language)] if word.is_plural else [key]:
        text = english.words.get(form, english.words.get(f"{key}.other"))
        if text is not None:
            yield form, text


def _leaves(node: Node, before: str = "") -> Iterator[tuple[str, Node]]:
    """Gives the words with their dotted keys: `{status: {running: Loopt}}` → `status.running`."""
    if isinstance(node.value, dict):
        for key, inside in node.value.items():
            yield from _leaves(inside, f"{before}.{key}" if before else key)
    elif before:
        yield before, node


def _in_only_form(own: _Written, language: str, kinds: Kinds) -> _Written:
    """A language that has one form for every number (Chinese) may write a counted word plainly."""
    if plurals(language) != (ONLY_FORM,):
        return own
    needed = words_needed(kinds.vocabulary)
    names = {key: f"{key}.{ONLY_FORM}" if key in needed and needed[key].is_plural else key for key in own.words}
    words = {names[key]: text for key, text in own.words.items()}
    return replace(own, words=words, places={names[key]: place for key, place in own.places.items()})


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
