"""An id of another kind of records than the field asks for; and a record that was pasted within another."""

from __future__ import annotations

import re
from dataclasses import replace

from kennisstad.model import Dataset, Record
from kennisstad.model.kinds import PROGRAMME, RecordKind
from kennisstad.problem import Location, Problem
from kennisstad.reading.edits import dedented, indent_of
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.rules.references import fields_of


def meant_kind(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`track: climate`, where `climate` is a theme."""
    if not problem.rule.startswith("unknown-") or value.text is None or "file" not in problem.values:
        return None
    there = next((kind for kind in dataset.kinds.records if value.text in dataset.valid.get(kind.name, {})), None)
    if there is None or there.file == problem.values["file"]:
        return None
    other = _field_naming(model_of_file(dataset, problem.location.file), there.name)
    values = {
        **problem.values,
        "found": value.text,
        "there": there.file,
        "field": files.field_above(problem.location),
        "other": other,
    }
    return replace(problem, rule="other-kind", hint="write-under-field" if other else "choose-id", values=values)


def model_of_file(dataset: Dataset, file: str) -> type[Record]:
    """Gives what the records of a file are made of."""
    kinds = (PROGRAMME, *dataset.kinds.records)
    return next((kind.model for kind in kinds if _is_of(kind, file)), PROGRAMME.model)


def _is_of(kind: RecordKind, file: str) -> bool:
    return f"/{kind.file}" in file or f"/{kind.stem}/" in file


def _field_naming(model: type[Record], kind: str) -> str:
    return next((field for field, named in fields_of(model).items() if named == kind), "")


def meant_record(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """A record that was pasted into a list of another one: moved to the margin, where nothing of the other comes after it."""
    if problem.rule != "record-in-record":
        return None
    where, lines = problem.location, files.lines(problem.location.file)
    _, last = files.region(where)
    while last > where.line and not lines[last - 1].strip():
        last -= 1
    indent = indent_of(files.line(where))
    is_last = all(indent_of(line) >= indent for line in lines[where.line - 1 : last] if line.strip())
    is_dash = re.match(r" +- ", files.line(where)) is not None
    place = Location(where.file, where.line, indent + 1)
    fix = dedented(lines, where.line, last, indent) if is_last and is_dash else ()
    return replace(problem, location=place, values={"found": files.line(where).strip()[:80]}, fix=fix)
