"""Lists that were written as something else: without brackets, without a comma or a dash between their members."""

from __future__ import annotations

import re
from dataclasses import replace

from kennisstad.model import Dataset, Text
from kennisstad.problem import Edit, Location, Problem
from kennisstad.reading.edits import indent_of, instead, put, quoted
from kennisstad.rules.meant.parts import part_at
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.rules.references import called, fields_naming
from kennisstad.text import suggest_slug

_BETWEEN = re.compile(r"\s*[;,/&+\s]\s*(?:(?:en|and|und)\s+)?")
_BETWEEN_NAMES = re.compile(r"\s*[;,/&+]\s*(?:(?:en|and|und)\s+)?|\s+(?:en|and|und)\s+")

_LONGEST = 1_000
"""Characters of what may be a list; a longer text is none, and is not split anew for each fault in it."""


def meant_members(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`[town rowers]`, `[4 6]`: two members of a list that became one."""
    text = value.text
    if text is None or len(text) > _LONGEST or not re.search(r"\S[;,/&+\s]+\S", text):
        return None
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if len(parts) < 2 or not _are_members(dataset, problem, parts):
        return None
    if files.is_after_colon(problem.location.file, value):
        return replace(problem, hint="one-only", values={**problem.values, "found": text, "known": ", ".join(parts)})
    if value.end[0] > value.start[0]:
        return _on_lines(problem, value, files)
    fix: tuple[Edit, ...]
    if value.is_row:
        fix = (value.replaced(", ".join(parts)),)
    else:
        dash = files.line(problem.location)[: value.start[1] - 1]
        fix = (value.replaced(f"\n{dash}".join(parts)),) if dash.strip() == "-" else ()
    values = {**problem.values, "instead": ", ".join(parts)}
    return replace(problem, rule="missing-comma", hint="write-instead", values=values, fix=fix)


def _are_members(dataset: Dataset, problem: Problem, parts: list[str]) -> bool:
    if problem.rule == "wrong-kind" and problem.hint == "write-whole-number":
        return all(part.isdigit() and len(part) <= 2 for part in parts)
    if problem.rule == "not-in-list":
        return all(part in problem.values["known"].split(", ") for part in parts)
    if problem.rule != "slug" and not problem.rule.startswith("unknown-"):
        return False
    field = problem.values.get("field", "").rpartition(".")[2]
    kind = fields_naming(dataset.kinds).get(field) or problem.values.get("file", "").removesuffix(".yaml").replace("-", "_")
    if problem.rule == "unknown-record" and all(":" in part for part in parts):
        return all(_is_named(dataset, part) for part in parts)
    return all(part in dataset.ids.get(kind, ()) for part in parts)


def _is_named(dataset: Dataset, name: str) -> bool:
    """Whether `project:quay-garden` is one."""
    one, _, identity = name.partition(":")
    kind = dataset.kinds.named.get(one)
    return kind is not None and identity in dataset.ids.get(kind.name, ())


def _on_lines(problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """A member on a line of its own, without the dash before it, goes on with the line above to YAML."""
    file = problem.location.file
    first = value.start[0] + 1
    line = files.line(Location(file, first))
    column = indent_of(line) + 1
    values = {**problem.values, "found": line.strip()[:80], "instead": f"- {line.strip()}"}
    is_alone = value.end[0] <= first + 1 and not value.is_row
    fix = (put(first, column, "- "),) if is_alone else ()
    return replace(
        problem, rule="missing-dash", hint="write-this-dash", location=Location(file, first, column), values=values, fix=fix
    )


def _with_brackets(dataset: Dataset, problem: Problem, value: Value, text: str) -> Problem | None:
    """`leads: town en rowers` names two records, `aliases: Anker en Zoon` is one text; ids that nobody knows are not certain."""
    field = problem.values["field"].rpartition(".")[2]
    kind = fields_naming(dataset.kinds).get(field)
    part = part_at(dataset, problem)
    if part is not None:
        row = f"- {{{dataset.programme.default_language}: {quoted(text)}}}"
        return (
            replace(problem, hint="write-row-below", values={**problem.values, "instead": row}) if issubclass(part, Text) else None
        )
    is_certain = value.is_plain
    if kind is not None:
        parts = _ids(dataset, kind, text)
        is_certain = bool(parts)
        row = f"[{', '.join(parts or [part for part in _BETWEEN_NAMES.split(text) if part])}]"
    else:
        numbers = [part for part in _BETWEEN.split(text) if part]
        row = f"[{', '.join(numbers) if all(map(str.isdigit, numbers)) else text}]"
    values = {**problem.values, "instead": f"{field}: {row}"}
    return replace(problem, hint="write-instead", values=values, fix=(value.replaced(row),) if is_certain else ())


def _ids(dataset: Dataset, kind: str, text: str) -> list[str]:
    """Gives the ids that a text names, by id or by what they are called; none where one of them is not there."""
    names = {**called(dataset, kind), **{identity: identity for identity in dataset.ids.get(kind, ())}}
    for between in (_BETWEEN, _BETWEEN_NAMES):
        parts = [names.get(suggest_slug(part), "") for part in between.split(text.strip()) if part]
        if parts and all(parts):
            return parts
    return []


def meant_list(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`leads: town`, and `sources: {document: plan}` on a line of its own."""
    if problem.rule != "wrong-kind":
        return None
    is_field = problem.values.get("found") == "{…}"  # a mapping in lines begins where its first field does
    if problem.hint in ("write-in-list", "write-list") and value.text and "\n" not in value.text and not is_field:
        return _with_brackets(dataset, problem, value, value.text)
    if problem.hint != "write-list":
        return None
    line = files.line(problem.location)
    before, column = line[: value.start[1] - 1], value.start[1]
    if before.strip():
        return replace(problem, fix=(put(value.end[0], value.end[1], "]"), put(*value.start, "["))) if value.is_row else None
    values = {**problem.values, "found": line.strip()[:80], "instead": f"- {line.strip()}"[:80]}
    fix = (put(value.start[0], column, "- "),) if value.is_row else (instead(value.start[0], column - 2, 2, "- "),)
    return replace(problem, rule="missing-dash", hint="write-this-dash", values=values, fix=fix if column > 2 else ())
