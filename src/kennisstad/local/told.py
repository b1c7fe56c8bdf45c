"""Problems → what a form shows of them: in words, at their field, with the line as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kennisstad.checking import Checked
from kennisstad.local.fields import Field, Fields
from kennisstad.messages import Messages
from kennisstad.problem import Problem, Severity

MOST = 200
"""Problems that are told at once."""


def told(
    checked: Checked, new: Iterable[Problem], records: Iterable[tuple[str, str]], words: Messages, text_of: Callable[[str], str]
) -> dict[str, Any]:
    """Gives the problems that are new, or of these records (a kind and an id), those of the records first.

    `errors` counts all that keep a site from being built, `others` those that are told nowhere here, for they were there before.
    `text_of` gives the text of a file.
    """
    fields, own, fresh = Fields(checked.dataset), set(records), {id(problem) for problem in new}
    found = [(problem, fields.of(problem, text_of(problem.location.file))) for problem in checked.problems]
    mine = [one for one in found if _is_of(one[1], own)]
    others = [one for one in found if not _is_of(one[1], own) and id(one[0]) in fresh]
    shown = [*mine, *others]
    ordered = sorted(shown, key=lambda one: one[0].severity is not Severity.ERROR)
    errors = [problem for problem, _ in shown if problem.severity is Severity.ERROR]
    return {
        "problems": [_told(problem, field, words, text_of(problem.location.file)) for problem, field in ordered[:MOST]],
        "errors": len(errors),
        "advice": len(shown) - len(errors),
        "others": sum(problem.severity is Severity.ERROR for problem, _ in found) - len(errors),
    }


def _is_of(field: Field, records: set[tuple[str, str]]) -> bool:
    return any(field.id == identity and field.kind in ("", kind) for kind, identity in records)


def _told(problem: Problem, field: Field, words: Messages, text: str) -> dict[str, Any]:
    file, line, column = problem.location
    lines = text.split("\n")
    return {
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": words.rules[problem.rule].format_map(problem.values),
        "remedy": words.hints[problem.hint].format_map(problem.values),
        "file": file,
        "line": line,
        "column": column,
        "typed": lines[line - 1][:500] if line <= len(lines) else "",
        "kind": field.kind,
        "record": field.id,
        "field": list(field.keys),
        "fix": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in problem.fix],
    }
