"""A begin and an end in one field, an end that has not come, and a time without its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kennisstad.messages.names import open_end_called
from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem
from kennisstad.rules.meant.days import TIME, clock, is_of_time, is_year, languages_of, read_date, read_instant
from kennisstad.rules.meant.kinds import model_of_file
from kennisstad.rules.meant.parts import part_at
from kennisstad.rules.meant.typed import TypedFiles, Value

_PAIRS = (("date", "until"), ("start", "end"), ("since", "until"), ("year", "until_year"))
"""Fields of a begin and an end."""
_LONGEST = 80
"""Characters of what may be a period; a longer text is none."""
_UNTIL = re.compile(r"\s*(?:[-–—/]|\b(?:t/m|tot en met|tot|to|until|till|bis|en|and)\b)\s*", re.IGNORECASE)


def meant_period(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`until: heden`, `date: 2014-2020`, `start: 2026-12-05 14:00 - 16:00`."""
    if value.text is None or not is_of_time(problem) or len(value.text) > _LONGEST:
        return None
    text, field = value.text.strip(), problem.values.get("field", "").rpartition(".")[2]
    first, last = _pair(dataset, problem, field)
    if open_end_called(text):
        is_end = field == last or (field in ("end", "until", "until_year") and not last)
        return replace(problem, hint="leave-end-out", values={**problem.values, "field": field}) if is_end else None
    begin, end = _read_period(dataset, problem, text)
    if not begin:
        return None
    values = {**problem.values, "instead": f"{first}: {begin}", "other": f"{last}: {end}"}
    if first and end:
        return replace(problem, hint="write-begin-and-end", values=values)
    if not end:
        return replace(problem, hint="write-instead", values={**values, "instead": f"{first or field}: {begin}"})
    return replace(problem, hint="write-year", values={**values, "instead": begin}) if is_year(problem) else None


def _pair(dataset: Dataset, problem: Problem, field: str) -> tuple[str, str]:
    """Gives the fields of the begin and the end that belong together, where what is wrong has both; else none."""
    part = part_at(dataset, problem, above=True)
    fields = part.model_fields if part is not None else {}
    return next((pair for pair in _PAIRS if field in pair and all(one in fields for one in pair)), ("", ""))


def _read_period(dataset: Dataset, problem: Problem, text: str) -> tuple[str, str]:
    """Gives the begin and the end in a text; an end that has not come is ""; no begin where the text is no period."""
    languages = languages_of(dataset)
    read = read_instant if problem.rule == "instant" else read_date
    for before, after in _halves(text):
        begin, is_certain = read(before, languages)
        if begin and open_end_called(after) and not is_year(problem):
            return begin, ""
        time = TIME.fullmatch(after.removesuffix(" uur"))
        end = f"{begin[:10]} {clock(time)}" if time and len(begin) > 10 else read(after, languages)[0]
        if not begin or not end:
            begin, is_certain = read(f"{before} {_rest_of(before, after)}", languages)
            end = end if len(begin) == len(end) else ""
        if begin and end and is_certain and begin < end and (not is_year(problem) or len(begin + end) == 8):
            return begin, end
    return "", ""


def _halves(text: str) -> Iterator[tuple[str, str]]:
    for until in _UNTIL.finditer(text):
        before, after = text[: until.start()].strip(" ,"), text[until.end() :].strip(" ,")
        if before and after:
            yield re.sub(r"^(?:van|from|von|tussen|between)\s+", "", before, flags=re.IGNORECASE), after


def _rest_of(before: str, after: str) -> str:
    """`5-6 december 2026`, `maart - april 2015`: the month and the year stand behind the end only."""
    words = after.split()
    return " ".join(words[1:]) if len(words) > 1 and len(before.split()) == 1 else ""


def meant_time(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`end: 16:00`: a time without its day, which is that of the start."""
    field = files.field_above(problem.location)
    time = TIME.fullmatch(value.text.strip()) if value.text else None
    if problem.rule not in ("surprise", "instant", "thousands-point") or time is None or not _is_instant(dataset, problem, field):
        return None
    values = {**problem.values, "found": value.text or "", "field": field}
    problem = replace(problem, rule="instant", hint="write-instant", values=values)
    start = _start(files, problem.location)
    if field != "end" or start is None:
        return problem
    instead = f"{start[1]} {clock(time)}"
    is_certain = bool(start[2]) and start[2] < clock(time)
    fix = (value.replaced(instead),) if is_certain else ()
    return replace(problem, hint="write-instead", values={**values, "instead": f"end: {instead}"}, fix=fix)


def _is_instant(dataset: Dataset, problem: Problem, field: str) -> bool:
    found = model_of_file(dataset, problem.location.file).model_fields.get(field)
    return found is not None and "Instant" in str(found.annotation)


def _start(files: TypedFiles, where: Location) -> re.Match[str] | None:
    """Gives the day and the time at which the record starts, as they were typed."""
    first, last = files.region(where)
    lines = files.lines(where.file)[first - 1 : last]
    pattern = re.compile(r"(?:- |  )?start:\s*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]+([0-9]{2}:[0-9]{2}))?[\"']?\s*$")
    return next((found for line in lines if (found := pattern.match(line))), None)
