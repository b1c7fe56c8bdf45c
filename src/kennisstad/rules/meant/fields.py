"""Which field somebody meant: in another language, spelled otherwise, or at another depth."""

from __future__ import annotations

import re
from dataclasses import replace

from kennisstad.messages.names import field_called
from kennisstad.model import Dataset
from kennisstad.problem import Edit, Location, Problem
from kennisstad.reading.edits import dedented, indent_of, instead, put, quoted
from kennisstad.rules.meant.typed import TypedFiles, Value

_ROW_TEXT = re.compile(
    r"""[{,]\s*(?P<language>[a-z]{2,3}):\s+(?P<whole>[^\s"'{}\[\],:][^"'{}\[\],:]*(?P<rest>(?:,(?!\s*[\w-]+:\s)[^"'{}\[\],:]*)+))(?=,|\})"""
)
"""A text in a row with a comma in it, up to the next field or the end of the row."""


def meant_field(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`spoor`, `Status`, `part-of`: the field that is called so in a language of the messages."""
    if problem.rule != "unknown-field" or value.text is None:
        return None
    meant = field_called(value.text, problem.values["known"].split(", "))
    if not meant:
        return None
    values = {**problem.values, "suggestion": meant, "instead": f"{meant}:"}
    fix = () if _is_there(problem, value, meant, files) else (value.replaced(meant),)
    return replace(problem, hint="write-instead", values=values, fix=fix)


def meant_comma(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`{nl: Park, wonen en werken, en: …}`: what stands behind a comma in a text without quotes is a field to YAML."""
    if problem.rule not in ("language-code", "unknown-field", "unknown-language") or not value.is_row or value.text is None:
        return None
    line = files.line(problem.location)
    for text in _ROW_TEXT.finditer(line):
        begin, end = text.span("whole")
        if begin < value.start[1] - 1 < end and problem.location.line == value.end[0]:
            where = problem.location._replace(column=line.index(text["rest"].strip(" ,"), text.start("rest")) + 1)
            written = quoted(text["whole"].rstrip())
            values = {"found": text["rest"].strip(" ,"), "instead": f"{text['language']}: {written}"}
            fix = (instead(where.line, begin + 1, len(text["whole"].rstrip()), written),)
            return replace(problem, location=where, rule="language-code", hint="write-quoted", values=values, fix=fix)
    return None


def _is_there(problem: Problem, value: Value, field: str, files: TypedFiles) -> bool:
    """Whether the record, or the row between brackets, has the field already."""
    if value.is_row:
        return bool(re.search(rf"[{{,]\s*{field}\s*:", files.line(problem.location)))
    first, last = files.region(problem.location)
    pattern = re.compile(rf"(?:- +| *){field}\s*:")
    lines = files.lines(problem.location.file)[first - 1 : last]
    return any(pattern.match(line) and re.match(r"[ -]*", line).end() == value.start[1] - 1 for line in lines)  # type: ignore[union-attr]


def meant_place_of_field(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """A field of the record that stands as deep as a text's languages, or a language that stands as a field of the record."""
    if value.text is None or value.is_row:
        return None
    where = problem.location
    if problem.rule == "language-code" and value.text in _fields_of_file(dataset, where.file):
        first, _ = files.region(where)
        begin = re.match(r"[ -]*", files.line(Location(where.file, first)))
        return _moved(problem, files, (begin.end() if begin else 0) - indent_of(files.line(where)))
    if problem.rule == "unknown-field" and value.text in dataset.programme.languages:
        above = files.line(Location(where.file, where.line - 1))
        step = indent_of(above) - indent_of(files.line(where))
        if re.match(r"\s+[a-z]{2,3}:\s", above) and step > 0:
            return _moved(problem, files, step)
    return None


def _fields_of_file(dataset: Dataset, file: str) -> frozenset[str]:
    models = (kind.model for kind in dataset.kinds.records if kind.file == file.rpartition("/")[2])
    return frozenset(field for model in models for field in model.model_fields)


def _moved(problem: Problem, files: TypedFiles, step: int) -> Problem:
    where, lines = problem.location, files.lines(problem.location.file)
    indent, last = indent_of(files.line(where)), where.line
    while last < len(lines) and lines[last].strip() and indent_of(lines[last]) > indent:
        last += 1
    edits: tuple[Edit, ...] = dedented(lines, where.line, last, -step)
    if step > 0:
        edits = tuple(put(number, 1, " " * step) for number in range(where.line, last + 1))
    values = {**problem.values, "found": files.line(where).strip()[:80]}
    return replace(problem, rule="indentation", hint="align", values=values, fix=edits)
