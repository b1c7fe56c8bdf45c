"""The words, dates and numbers of one language: `locales/*.yaml` for the words, the Unicode CLDR (Babel) for the rest."""

from __future__ import annotations

import datetime
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from importlib import resources
from types import SimpleNamespace

import babel
from babel.core import get_global
from babel.dates import format_date, format_skeleton, format_time, get_timezone_name
from babel.numbers import format_decimal

from kennisstad.problem import Location

PLURALS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's names for the forms of a counted noun; every language has the last."""
MOST_COUNTED = 111
"""Up to here every form occurs that any language has for whole numbers, but for those of whole millions."""


@dataclass(frozen=True)
class Locale:
    """One language of the interface.

    `name` is the language's name in that language, `paths` the first part of each section's address, `words` the interface's
    words by dotted key, e.g. `status.running`.
    """

    language: str
    file: str
    name: str
    paths: Mapping[str, str]
    words: Mapping[str, str]
    places: Mapping[str, Location] = field(default_factory=dict)
    """Where each word is written."""
    added: Mapping[str, str] = field(default_factory=dict)
    """The words of what a programme adds to the lists that records choose from, each with the language it is in."""

    @cached_property
    def tree(self) -> SimpleNamespace:
        """The words as templates name them: `words.status.running`."""
        return _tree(self.words)

    def say(self, key: str, **values: object) -> str:
        """Gives the word under a dotted key, with `values` filled in. Raises KeyError where the locale lacks it."""
        return self.words[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """Gives a counted noun, e.g. `count("count.projects", 2)` → "2 projecten", by CLDR's plural rules."""
        form = str(self._babel.plural_form(number))
        words = self.words.get(f"{key}.{form}") or self.words[f"{key}.other"]
        return words.format(count=self.number(number))

    def forms(self, key: str) -> dict[str, str]:
        """Gives the forms of a counted noun by CLDR's names, for a script that counts by itself."""
        return {form: self.words[f"{key}.{form}"] for form in PLURALS if f"{key}.{form}" in self.words}

    def number(self, value: Decimal | int) -> str:
        """Gives a number as this language writes it: 20800 → "20.800" in Dutch, "20,800" in English."""
        return _whole_number(self.language, value) if isinstance(value, int) else _decimal(self.language, value)

    def moment(self, parts: tuple[int, ...]) -> str:
        """Gives a year, a month or a day in words: (2021, 2) → "februari 2021"."""
        return _moment(self.language, parts)

    def weekday(self, date: datetime.date) -> str:
        """Gives a day with the day of the week: "zaterdag 5 december 2026"."""
        return format_date(date, format="full", locale=self._babel)

    def short_month(self, date: datetime.date) -> str:
        """Gives the month of a day as short as a calendar writes it: "dec"."""
        return format_date(date, format="LLL", locale=self._babel).rstrip(".")

    def time(self, time: datetime.datetime) -> str:
        """Gives a time of a day as this language writes it: "14:00"."""
        return format_time(time, format="short", tzinfo=time.tzinfo, locale=self._babel)

    def zone(self, time: datetime.datetime) -> str:
        """Gives what the zone of a time is called: "Britse zomertijd"."""
        return get_timezone_name(time, locale=self._babel)

    @property
    def _babel(self) -> babel.Locale:
        return cldr(self.language)


_cldr: dict[str, babel.Locale] = {}


def cldr(language: str) -> babel.Locale:
    """Gives CLDR's data for a language. Raises babel.UnknownLocaleError where CLDR does not know it."""
    if language not in _cldr:
        _cldr[language] = babel.Locale.parse("en_GB" if language == "en" else language, sep="_" if language == "en" else "-")
    return _cldr[language]


@cache
def with_region(language: str) -> str:
    """Gives a language with the region it is most read in, as Open Graph writes it: nl → nl_NL, en → en_GB, zh-Hant → zh_TW (CLDR).

    A language that is of the whole world stays alone: eo.
    """
    locale = cldr(language)
    likely = get_global("likely_subtags")
    region = locale.territory or likely.get(str(locale), likely.get(locale.language, "")).rpartition("_")[2]
    return f"{locale.language}_{region}" if region and region != _WORLD else locale.language


_WORLD = "001"


def display_name(of: str, language: str) -> str:
    """Gives the name of a language in another: `zh-Hant` in Dutch → "Chinees (traditioneel)"; its code where CLDR has no name."""
    return babel.Locale.parse(of, sep="-").get_display_name(cldr(language)) or of


@cache
def plurals(language: str) -> tuple[str, ...]:
    """Gives the plural forms that a counted noun needs in a language: two in Dutch, four in Polish, six in Arabic, one in Chinese.

    A form for fractions (Czech) or for whole millions (French) is not needed: nothing here is counted that far.
    """
    form_of = cldr(language).plural_form
    used = {form_of(number) for number in range(MOST_COUNTED + 1)} | {"other"}
    return tuple(form for form in PLURALS if form in used)


def _decimal(language: str, value: Decimal | int) -> str:
    return format_decimal(value, locale=cldr(language), decimal_quantization=False)


@cache
def _whole_number(language: str, value: int) -> str:
    """Counts stand on every page, and there are few different ones."""
    return _decimal(language, value)


@cache
def _moment(language: str, parts: tuple[int, ...]) -> str:
    """Many records name the same day."""
    if len(parts) == 1:
        return str(parts[0])
    date = datetime.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    if len(parts) == 2:
        return format_skeleton("yMMMM", date, locale=cldr(language))
    return format_date(date, format="long", locale=cldr(language))


@dataclass(frozen=True, slots=True)
class WordNeeded:
    """A word that code or templates use: the places to fill in, and whether it has a form for each plural."""

    places: frozenset[str]
    is_plural: bool


@cache
def words_needed(more: tuple[str, ...] = ()) -> Mapping[str, WordNeeded]:
    """Gives every word that the interface needs, by its dotted key; `more` are further lines as those of `words.txt`."""
    lines = resources.files(__package__).joinpath("words.txt").read_text("utf-8").splitlines()
    needed = {}
    for key, *rest in (line.split() for line in (*lines, *more) if line and not line.startswith("#")):
        needed[key] = WordNeeded(frozenset(part.strip("{}") for part in rest if part != "plural"), "plural" in rest)
    return needed


def word_forms(more: tuple[str, ...] = ()) -> list[str]:
    """Gives the key of every word, a counted one in each form; `more` as in `words_needed`."""
    forms = ([f"{key}.{form}" for form in PLURALS] if word.is_plural else [key] for key, word in words_needed(more).items())
    return [form for each in forms for form in each]


def places(word: str) -> set[str]:
    """Gives the names between braces in a word: "{count} projecten" → {"count"}.

    Raises ValueError on a lone brace, and on anything between braces but a name: formats and conversions are not for editors.
    """
    found = set()
    for _, name, layout, conversion in string.Formatter().parse(word):
        if name is not None and (layout or conversion or not name.isidentifier()):
            raise ValueError(name)
        if name is not None:
            found.add(name)
    return found


def has_plain_places(word: str) -> bool:
    """Whether every brace of a word belongs to a plain name between braces."""
    try:
        places(word)
    except ValueError:
        return False
    return True


def _tree(words: Mapping[str, str]) -> SimpleNamespace:
    root = SimpleNamespace()
    for dotted, word in words.items():
        *branch, leaf = dotted.split(".")
        node = root
        for key in branch:
            if not hasattr(node, key):
                setattr(node, key, SimpleNamespace())
            node = getattr(node, key)
        setattr(node, leaf, word)
    return root
