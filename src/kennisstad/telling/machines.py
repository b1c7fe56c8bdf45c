"""Problems as JSON: all that is known of each, or reviewdog's format, which several code hosts and editors take.

Lines and columns count from 1; in our own format a column counts characters, in reviewdog's the bytes of UTF-8
(https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kennisstad.edits import Overlapping, Typed, in_order, neighbours
from kennisstad.messages import Messages
from kennisstad.messages.sources import Sources
from kennisstad.problem import Edit, Problem, Severity
from kennisstad.telling.handbook import Handbook

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.ADVICE: "WARNING"}


def to_json(problems: Sequence[Problem], words: Messages, sources: Sources, handbook: Handbook) -> str:
    """Gives an array with all parts of each problem; `fix` has the edits that are certain, `page` the address of the rule."""
    return _text([_as_told(problem, words, sources, handbook) for problem in problems])


def _as_told(problem: Problem, words: Messages, sources: Sources, handbook: Handbook) -> dict[str, Any]:
    where, typed = problem.location, sources.typed(problem.location.file)
    return {
        "file": f"{handbook.folder}{where.file}",
        "line": where.line,
        "column": where.column,
        "record": problem.record,
        "title": problem.title,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "hint": problem.hint,
        "values": dict(problem.values),
        "message": words.message(problem),
        "remedy": words.remedy(problem),
        "typed": typed.line(where.line) if typed else "",
        "fix": [{"start": list(edit.start), "end": list(edit.end), "text": edit.text} for edit in problem.fix],
        "page": handbook.page(problem.rule),
    }


def to_rdjson(problems: Sequence[Problem], words: Messages, sources: Sources, handbook: Handbook) -> str:
    """Gives reviewdog's DiagnosticResult; each certain fix is a suggestion."""
    diagnostics = [_diagnostic(problem, words, sources, handbook) for problem in problems]
    return _text({"source": {"name": "kennisstad"}, "diagnostics": diagnostics})


def _diagnostic(problem: Problem, words: Messages, sources: Sources, handbook: Handbook) -> dict[str, Any]:
    where, typed = problem.location, sources.typed(problem.location.file) or Typed("")
    code = {"value": problem.rule} | ({"url": handbook.page(problem.rule)} if handbook.address else {})
    whose = f"{words.whose(problem)}: " if problem.record else ""
    suggestions = list(_suggestions(problem.fix, typed))
    return {
        "message": f"{whose}{words.message(problem)}\n→ {words.remedy(problem)}",
        "location": {
            "path": f"{handbook.folder}{where.file}",
            "range": {"start": _position(typed, (where.line, where.column))},
        },
        "severity": _SEVERITIES[problem.severity],
        "code": code,
    } | ({"suggestions": suggestions} if suggestions else {})


def _suggestions(fix: Sequence[Edit], typed: Typed) -> Iterator[dict[str, Any]]:
    """Edits of one line, or of lines that touch, are one suggestion: half of them would make another mistake."""
    for group in neighbours(fix):
        edits = in_order(group)
        start, end = edits[0].start, max(edit.end for edit in edits)
        try:
            new = typed.applied(edits)
        except Overlapping:
            continue
        before, after = typed.offset(start), len(typed.text) - typed.offset(end)
        text = new[before : len(new) - after]
        yield {"range": {"start": _position(typed, start), "end": _position(typed, end)}, "text": text}


def _position(typed: Typed, place: tuple[int, int]) -> dict[str, int]:
    line, column = place
    before = typed.line(line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}


def _text(told: object) -> str:
    """Gives JSON in which no line begins a command to a program that shows it (see `github.py`)."""
    return json.dumps(told, ensure_ascii=True, indent=1).replace("##[", "##\\u005b")
