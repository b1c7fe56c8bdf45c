"""One value that was put between the brackets of a list, or on a line with a dash."""

from __future__ import annotations

from dataclasses import replace

import yaml

from kennisstad.model import Dataset
from kennisstad.problem import Problem
from kennisstad.reading.edits import quoted
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.rules.references import fields_naming

_OF_ONE = (
    *("write-text", "write-number", "write-whole-number", "write-truth", "choose", "did-you-mean-of"),
    *("write-date", "write-day", "write-instant", "write-line-range"),
)
"""Hints of fields that hold one value."""


def meant_single(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`status: [running]`, `part_of: [quay-garden]`, `topic: [nature, city]`: the field holds one value, without brackets."""
    if value.text is not None or value.is_mapping or problem.hint not in _OF_ONE or "field" not in problem.values:
        return None
    raw = files.raw(problem.location.file, value)
    members = _members(raw)
    if not members:
        return None
    field = problem.values["field"].rpartition(".")[2]
    values = {**problem.values, "found": " ".join(raw.split())[:80]}
    kind = fields_naming(dataset.kinds).get(field)
    if len(members) > 1:
        if problem.hint == "write-text" and kind is None:
            return replace(problem, hint="write-instead", values={**values, "instead": f"{field}: {quoted(', '.join(members))}"})
        known = [member for member in members if member in values.get("known", "").split(", ")]
        return replace(problem, hint="one-only", values={**values, "known": ", ".join(known or members)})
    there = dataset.ids.get(kind, ()) if kind else values.get("known", "").split(", ")
    is_certain = value.is_row and members[0] in there
    fix = (value.replaced(members[0]),) if is_certain else ()
    return replace(problem, hint="write-instead", values={**values, "instead": f"{field}: {members[0]}"}, fix=fix)


def _members(raw: str) -> list[str]:
    """Gives what stands in a list, as it was typed; none where that is more than plain values."""
    try:
        found = yaml.compose(raw, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return []
    members = found.value if isinstance(found, yaml.SequenceNode) else []
    return [one.value for one in members] if all(isinstance(one, yaml.ScalarNode) and one.value for one in members) else []
