"""A dash before a field in the middle of a record, which tears the record in two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem
from kennisstad.reading.edits import instead
from kennisstad.rules.meant.kinds import model_of_file
from kennisstad.rules.meant.typed import TypedFiles

_FIELD = re.compile(r"(?:- |  )([a-z][\w-]*)\s*:")


def without_torn_records(dataset: Dataset, problems: Iterable[Problem], files: TypedFiles) -> list[Problem]:
    """Gives the problems with one for each record that a dash tears in two, instead of all the fields that each half lacks."""
    told = list(problems)
    for torn in [problem for problem in told if problem.rule == "missing-field" and problem.values.get("last") == "id"]:
        told = _with_dash(dataset, torn, told, files)
    return told


def _with_dash(dataset: Dataset, torn: Problem, told: list[Problem], files: TypedFiles) -> list[Problem]:
    file, lines = torn.location.file, files.lines(torn.location.file)
    first, last = files.region(torn.location)
    begin, end = files.region(Location(file, first - 1)) if first > 1 else (first, last)
    identity = re.match(r"- id:\s*([a-z0-9-]+)\s*$", lines[begin - 1])
    above, below = _fields(lines[begin - 1 : end]), _fields(lines[first - 1 : last])
    model = model_of_file(dataset, file).model_fields
    if identity is None or not lines[first - 1].startswith("- ") or above & below or not below <= model.keys():
        return told
    echoes = [one for one in told if _is_echo(one, torn.location.file, (begin, end), (first, last), below)]
    if not any(begin <= one.location.line <= end for one in echoes):
        return told  # the record above lacks nothing: this is another one, without an id
    is_whole = {name for name, field in model.items() if field.is_required()} <= above | below
    values = {"found": lines[first - 1].strip()[:80]}
    fix = (instead(first, 1, 2, "  "),) if is_whole else ()
    one = Problem(Location(file, first, 1), "dash-in-record", "take-this-dash", identity[1], values, fix=fix)
    return [*(problem for problem in told if problem not in echoes), one]


def _fields(lines: list[str]) -> set[str]:
    return {field[1] for line in lines if (field := _FIELD.match(line))}


def _is_echo(problem: Problem, file: str, above: tuple[int, int], below: tuple[int, int], fields: set[str]) -> bool:
    """Whether a field is only missing because it stands in the other half of the record."""
    line, name = problem.location.line, problem.values.get("last", "")
    if problem.rule != "missing-field" or problem.location.file != file or problem.values.get("field") != name:
        return False
    return below[0] <= line <= below[1] or (above[0] <= line <= above[1] and name in fields)
