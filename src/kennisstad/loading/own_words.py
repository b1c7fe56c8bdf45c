"""What a programme says in its own words: in place of a word of every programme, and for what it adds to lists."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace

from kennisstad.i18n import Locale, has_plain_places, word_forms
from kennisstad.model.choices import Choices
from kennisstad.model.kinds import Kinds
from kennisstad.model.programme import Programme
from kennisstad.problem import Problem
from kennisstad.reading.source import Node


def with_own_words(
    locales: Mapping[str, Locale], kinds: Kinds, programme: Programme, node: Node, problems: list[Problem]
) -> dict[str, Locale]:
    """Gives the locales with the programme's own words; a word that it does not say in a language stays as every programme has it.

    `node` is what the programme was read from. Adds to `problems` the words whose braces hold no plain names.
    """
    choices = Choices(programme.statuses, programme.partner_kinds, programme.topics)
    known = set(word_forms(kinds.vocabulary))
    return {
        language: _with_choices(_with_words(locale, known, programme, node, problems), choices, programme.default_language)
        for language, locale in locales.items()
    }


def _with_words(locale: Locale, known: Container[str], programme: Programme, node: Node, problems: list[Problem]) -> Locale:
    words, places = dict(locale.words), dict(locale.places)
    for key, text in programme.words.items():
        word = text.in_language(locale.language)
        # What is no word of the site is told once, not for each language.
        place = node.at(("words", key, locale.language)).location if key in known else node.key_location(("words", key))
        if word is not None and not has_plain_places(word):
            values = {"field": f"words.{key}.{locale.language}", "found": word}
            problems.append(Problem(place, "brace", "only-names-in-braces", programme.id, values))
        elif word is not None:
            words[key], places[key] = word, place
    return replace(locale, words=words, places=places)


def _with_choices(locale: Locale, choices: Choices, default_language: str) -> Locale:
    words, added = dict(locale.words), {}
    for key, text in choices.words().items():
        own = text.in_language(locale.language)
        if key not in words:
            words[key] = own if own is not None else text.in_language(default_language) or ""
            added[key] = locale.language if own is not None else default_language
    return replace(locale, words=words, added=added)
