"""Which date somebody meant: with a time, in the order of a country, in words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kennisstad.i18n import cldr
from kennisstad.loading.locales import is_known
from kennisstad.messages import LANGUAGES
from kennisstad.model import Dataset
from kennisstad.problem import Problem
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.text import fold

_YEAR = r"((?:1[5-9]|2[01])[0-9]{2})"
_WITH_TIME = re.compile(rf"{_YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})[T ,]+[0-9].*")
_YEAR_FIRST = re.compile(rf"{_YEAR}[-./ ]([0-9]{{1,2}})[-./ ]([0-9]{{1,2}})")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})[-./ ]+([0-9]{{1,2}})[-./ ]+{_YEAR}")
_MONTH_FIRST = re.compile(rf"([0-9]{{1,2}})[-./ ]{_YEAR}|{_YEAR}[./ ]([0-9]{{1,2}})")
_DAY_IN_WORDS = re.compile(r"^([0-9]{1,2})(?:e|de|ste|st|nd|rd|th)?$")
Read = tuple[str, bool]
"""A date as it should be written, and whether it is certain."""


def meant_date(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """Gives a problem with the date that was meant."""
    is_year = problem.rule == "wrong-kind" and problem.hint == "write-whole-number" and "year" in problem.values.get("field", "")
    if value.text is None or not (problem.rule in ("date", "instant") or is_year) or problem.hint == "write-instead":
        return None
    written, is_certain = read_date(value.text.strip(), (*dataset.programme.languages, *LANGUAGES))
    if not written or (is_year and len(written) != 4) or (problem.hint == "write-day" and len(written) < 10):
        return None
    is_certain = is_certain and problem.rule != "instant"  # a day that was typed may lack its time
    values = {**problem.values, "instead": written}
    fix = (value.replaced(written),) if is_certain else ()
    return replace(problem, hint="write-instead" if is_certain else "write-date-guess", values=values, fix=fix)


def read_date(text: str, languages: Iterable[str]) -> Read:
    """Gives the date in a text as it should be written: `1 maart 2021` → `2021-03-01`; "" where there is none."""
    if found := _WITH_TIME.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return _checked(int(found[1]), int(found[2]), int(found[3])), True
    if found := _DAY_FIRST.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if second > 12:
            return _checked(year, first, second), True
        return _checked(year, second, first), first > 12 or first == second
    if found := _MONTH_FIRST.fullmatch(text):
        return _checked(int(found[2] or found[3]), int(found[1] or found[4])), True
    if re.fullmatch(_YEAR, text):
        return text, True
    return _in_words(text, tuple(languages))


def _in_words(text: str, languages: tuple[str, ...]) -> Read:
    years = re.findall(rf"(?<![0-9]){_YEAR}(?![0-9])", text)
    if len(years) != 1:
        return "", False
    words = [word for word in fold(text).split() if word != years[0]]
    months = [month for word in words if (month := _month(word, languages))]
    days = [int(found[1]) for word in words if (found := _DAY_IN_WORDS.match(word))]
    if len(months) != 1 or len(days) > 1:
        return years[0], False
    rest = len(words) - len(months) - len(days)
    return _checked(int(years[0]), months[0], *days), rest == 0


def _checked(year: int, month: int, day: int | None = None) -> str:
    try:
        date = datetime.date(year, month, day or 1)
    except ValueError:
        return ""
    return date.isoformat() if day else date.isoformat()[:7]


def _month(word: str, languages: tuple[str, ...]) -> int:
    """Gives the number of the month that a word names, or begins to name: `maart`, `mrt`, `sept`; 0 for none."""
    for language in languages:
        for name, number in _months(language):
            if name == word or (len(word) >= 3 and name.startswith(word)):
                return number
    return 0


@cache
def _months(language: str) -> tuple[tuple[str, int], ...]:
    if not is_known(language):
        return ()
    forms = [form for use in cldr(language).months.values() for width, form in use.items() if width != "narrow"]
    return tuple((fold(name), number) for form in forms for number, name in form.items())
