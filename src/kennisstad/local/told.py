"""Problems → what a form shows of them: in words, at their field, with the line as typed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from kennisstad.checking import Checked
from kennisstad.editing.lines import Span, Typed
from kennisstad.editing.spans import record_spans
from kennisstad.local.applying import TEXT_ENDING, plain
from kennisstad.local.fields import Fields, Texts
from kennisstad.messages import Messages
from kennisstad.problem import Edit, Problem, Severity

MOST = 200
"""Problems that are told at once."""


def told(
    checked: Checked, new: Iterable[Problem], records: Collection[tuple[str, str]], words: Messages, text_of: Callable[[str], str]
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
        "problems": [_told(problem, fields, words, texts) | {"after": _after(problem, texts, own)} for problem in shown[:MOST]],
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


def _after(problem: Problem, texts: Texts, own: Collection[tuple[str, str]]) -> str:
    """Gives the text of the record with its certain correction in it; "" where there is none, or not in it alone."""
    file, identity = problem.location.file, texts.record_at(problem.location)
    if not problem.fix or (file, identity) not in own:
        return ""
    typed = Typed(texts.of(file))
    try:
        changed = typed.changed(problem.fix)
    except ValueError:
        return ""
    if file.endswith(TEXT_ENDING):
        return plain(changed.text)
    span, found = _span(typed, identity), _span(changed, identity)
    if span is None or found is None or any(edit.start < span.start or edit.end > span.end for edit in problem.fix):
        return ""
    return plain(changed.at(found))


def _span(typed: Typed, identity: str) -> Span | None:
    return next((one.span for one in record_spans(typed.text) if one.id == identity), None)


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
