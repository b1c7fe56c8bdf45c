"""A dash before a field in the middle of a record, which tears the record in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem
from kennisstad.reading.edits import instead
from kennisstad.rules.meant.kinds import model_of_file
from kennisstad.rules.meant.typed import TypedFiles

_FIELD = re.compile(r"(?:- |  )([a-z][\w-]*)\s*:")


def without_torn_records(dataset: Dataset, problems: Iterable[Problem], files: TypedFiles) -> list[Problem]:
    """Gives the problems with one for each record that a dash tears in two, instead of all the fields that each half lacks."""
    told, lacking, torn = list(problems), defaultdict[tuple[str, int], list[Problem]](list), list[Problem]()
    for problem in told:
        if problem.rule == "missing-field":
            lacking[problem.location.file, problem.location.line].append(problem)
            torn += [problem] if problem.values.get("last") == "id" else []
    ones, echoes = list[Problem](), set[int]()
    for problem in torn:
        one, of_it = _with_dash(dataset, problem, lacking, files)
        ones += [one] if one else []
        echoes |= {id(echo) for echo in of_it}
    return [*(problem for problem in told if id(problem) not in echoes), *ones]


def _with_dash(
    dataset: Dataset, torn: Problem, lacking: Mapping[tuple[str, int], list[Problem]], files: TypedFiles
) -> tuple[Problem | None, list[Problem]]:
    """Gives the one problem of a record that a dash tears in two, and those that it stands for."""
    file, lines = torn.location.file, files.lines(torn.location.file)
    first, last = files.region(torn.location)
    begin, end = files.region(Location(file, first - 1)) if first > 1 else (first, last)
    identity = re.match(r"- id:\s*([a-z0-9-]+)\s*$", lines[begin - 1])
    above, below = _fields(lines[begin - 1 : end]), _fields(lines[first - 1 : last])
    model = model_of_file(dataset, file).model_fields
    if identity is None or not lines[first - 1].startswith("- ") or above & below or not below <= model.keys():
        return None, []
    of_above = [one for one in _lacking(lacking, file, begin, end) if one.values.get("last", "") in below]
    if not of_above:
        return None, []  # the record above lacks nothing: this is another one, without an id
    is_whole = {name for name, field in model.items() if field.is_required()} <= above | below
    values = {"found": lines[first - 1].strip()[:80]}
    fix = (instead(first, 1, 2, "  "),) if is_whole else ()
    one = Problem(Location(file, first, 1), "dash-in-record", "take-this-dash", identity[1], values, fix=fix)
    return one, [*of_above, *_lacking(lacking, file, first, last)]


def _lacking(lacking: Mapping[tuple[str, int], list[Problem]], file: str, first: int, last: int) -> list[Problem]:
    """Gives the problems of fields that a record itself lacks, between two lines; those of its parts are their own."""
    there = (one for line in range(first, last + 1) for one in lacking.get((file, line), ()))
    return [one for one in there if one.values.get("field") == one.values.get("last", "")]


def _fields(lines: list[str]) -> set[str]:
    return {field[1] for line in lines if (field := _FIELD.match(line))}
