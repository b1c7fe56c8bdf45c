"""Problems → what a form shows of them: in words, at their field, with the line as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from kennisstad.checking import Checked
from kennisstad.editing.lines import Typed
from kennisstad.local.fields import Fields, Texts
from kennisstad.messages import Messages
from kennisstad.problem import Edit, Problem, Severity

MOST = 200
"""Problems that are told at once."""


def told(
    checked: Checked, new: Iterable[Problem], records: Iterable[tuple[str, str]], words: Messages, text_of: Callable[[str], str]
) -> dict[str, Any]:
    """Gives the problems that are new, or of these records (a file and an id), errors first and those of the records before others.

    `errors` and `advice` count them; `others` are the errors that are told nowhere here, for they were there before. `text_of`
    gives the text of a file.
    """
    texts, own, fresh = Texts(text_of), set(records), {id(problem) for problem in new}
    mine = {id(one) for one in checked.problems if (one.location.file, texts.record_at(one.location)) in own}
    shown = [one for one in checked.problems if id(one) in mine or id(one) in fresh]
    shown.sort(key=lambda one: (one.severity is not Severity.ERROR, id(one) not in mine))
    errors = sum(one.severity is Severity.ERROR for one in shown)
    fields = Fields(checked.dataset, texts)
    return {
        "problems": [_told(problem, fields, words, texts) for problem in shown[:MOST]],
        "errors": errors,
        "advice": len(shown) - errors,
        "others": len(checked.errors) - errors,
    }


def _told(problem: Problem, fields: Fields, words: Messages, texts: Texts) -> dict[str, Any]:
    file, line, column = problem.location
    field, lines = fields.of(problem), texts.lines(file)
    return {
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": words.message(problem),
        "remedy": words.remedy(problem),
        "file": file,
        "line": line,
        "column": column,
        "typed": lines[line - 1][:500] if line <= len(lines) else "",
        "kind": field.kind,
        "record": field.id,
        "field": list(field.keys),
        "fix": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in problem.fix],
        "mended": _mended(problem, lines),
    }


def _mended(problem: Problem, lines: list[str]) -> str:
    """Gives the lines that a certain correction changes, as they should be; "" where there is none."""
    if not problem.fix:
        return ""
    first, last = min(edit.start[0] for edit in problem.fix), max(edit.end[0] for edit in problem.fix)
    up = first - 1
    edits = [Edit((one.start[0] - up, one.start[1]), (one.end[0] - up, one.end[1]), one.text) for one in problem.fix]
    try:
        return Typed("\n".join(lines[up:last])).changed(edits).text
    except ValueError:
        return ""
