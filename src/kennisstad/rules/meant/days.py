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
from kennisstad.reading.scalars import whole_year
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.text import fold

_YEAR = r"((?:1[5-9]|2[01])[0-9]{2})"
_WITH_TIME = re.compile(rf"{_YEAR}-([0-9]{{1,2}})-([0-9]{{1,2}})[T ,]+[0-9].*")
_YEAR_FIRST = re.compile(rf"{_YEAR}[-./ ]([0-9]{{1,2}})[-./ ]([0-9]{{1,2}})")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})[-./ ]+([0-9]{{1,2}})[-./ ]+{_YEAR}")
_MONTH_FIRST = re.compile(rf"([0-9]{{1,2}})[-./ ]{_YEAR}|{_YEAR}[-./ ]([0-9]{{1,2}})")
_DAY_IN_WORDS = re.compile(r"^([0-9]{1,2})(?:e|de|ste|st|nd|rd|th)?$")
_SHORT_YEAR = re.compile(r"['’‘`]?([0-9]{2})'?")
TIME = re.compile(r"(?<![0-9:.-])([01]?[0-9]|2[0-4])(?:[:.]([0-5][0-9])(?![0-9.-])(?:\s*(?:uur|u|h|Uhr)\b)?|\s*(?:uur|u|h|Uhr)\b)")
"""A time of a day: `14:00`, `14.00 uur`, `14u`; not the begin of `14.00-2021`."""
Read = tuple[str, bool]
"""A date as it should be written, and whether it is certain."""


def meant_date(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """Gives a problem with the date that was meant."""
    if value.text is None or not is_of_time(problem) or problem.hint == "write-instead":
        return None
    text = value.text.strip()
    read = read_instant if problem.rule == "instant" else read_date
    written, is_certain = read(text, languages_of(dataset))
    if is_year(problem):
        return _meant_year(problem, value, written, is_certain=is_certain)
    if short := _SHORT_YEAR.fullmatch(text):
        return replace(problem, hint="write-four-digits", values={**problem.values, "instead": whole_year(short[1])})
    if not written and is_certain:
        return replace(problem, rule="no-such-date")
    if not written or (problem.hint in ("write-day", "write-instant") and len(written) < 10):
        return None
    values = {**problem.values, "instead": written}
    if is_certain:
        is_whole = problem.rule != "instant" or (len(written) > 10 and not _has_whole_day(problem, files))
        return replace(problem, hint="write-instead", values=values, fix=(value.replaced(written),) if is_whole else ())
    hint = {4: "write-year-or-month", 10: "write-date-guess"}.get(len(written))
    return replace(problem, hint=hint or "did-you-mean", values=values if hint else {**values, "suggestion": written})


def _has_whole_day(problem: Problem, files: TypedFiles) -> bool:
    """Whether the record has its start or its end as a day: then a time at the other would be a fault."""
    first, last = files.region(problem.location)
    lines = files.lines(problem.location.file)[first - 1 : last]
    return any(re.match(r"(?:- |  )?(?:start|end):\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$", line) for line in lines)


def is_year(problem: Problem) -> bool:
    """Whether a problem is about a field that holds a year, and nothing more precise."""
    is_kind = problem.rule == "too-small" or (problem.rule == "wrong-kind" and problem.hint == "write-whole-number")
    return is_kind and "year" in problem.values.get("field", "").rpartition(".")[2].split("_")


def is_of_time(problem: Problem) -> bool:
    """Whether a problem is about a year, a day or a time."""
    return problem.rule in ("date", "instant") or is_year(problem)


def languages_of(dataset: Dataset) -> tuple[str, ...]:
    """Gives the languages in which people write the names of months."""
    return (*dataset.programme.languages, *LANGUAGES)


def _meant_year(problem: Problem, value: Value, written: str, *, is_certain: bool) -> Problem | None:
    text = (value.text or "").strip()
    if short := _SHORT_YEAR.fullmatch(text):
        return replace(problem, hint="write-four-digits", values={**problem.values, "instead": whole_year(short[1])})
    if problem.rule == "too-small":
        return None
    if is_certain and len(written) == 4:
        return replace(problem, hint="write-instead", values={**problem.values, "instead": written}, fix=(value.replaced(written),))
    year = re.search(_YEAR, text)
    return replace(problem, hint="write-year", values={**problem.values, "instead": year[1] if year else "2021"})


def read_instant(text: str, languages: Iterable[str]) -> Read:
    """Gives the day with its time in a text: `5 december 2026, 14.00 uur` → `2026-12-05 14:00`; without a time the day."""
    time = TIME.search(text)
    if time is None:
        return read_date(text, languages)
    rest = f"{text[: time.start()]} {text[time.end() :]}"
    day, is_certain = read_date(re.sub(r"\b(?:om|at|um|van|from|von)\b|[,()]", " ", rest).strip(), languages)
    return (f"{day} {clock(time)}" if len(day) == 10 else "", is_certain)


def clock(time: re.Match[str]) -> str:
    """Gives a time as it should be written: `9.30 uur` → `09:30`."""
    return f"{int(time[1]):02}:{time[2] or '00'}"


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
