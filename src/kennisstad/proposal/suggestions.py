"""Certain corrections as suggestions that are taken over with one click, on lines that the proposal itself changed."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterator
from typing import Any

from kennisstad.edits import Overlapping, Typed, neighbours
from kennisstad.messages import messages
from kennisstad.messages.drawing import escaped
from kennisstad.messages.sources import Sources
from kennisstad.problem import Edit, Problem
from kennisstad.proposal.found import Found
from kennisstad.telling.marks import block, plain

MOST = 20
"""Suggestions for one proposal; who makes more mistakes mends them from the comment."""
_LONGEST, _MOST_LINES = 1_000, 20
MARKER = "<!-- kennisstad:suggestion {key} -->"
"""Stands in each suggestion, so that none is made twice."""


def suggestions(found: Found, language: str) -> list[dict[str, Any]]:
    """Gives suggestions as the code host takes them: `path`, `line` (the last), `start_line`, `body`; and `key`, which stays."""
    new = Sources(found.after.folders.root)
    old = Sources(found.before.folders.root) if found.before else Sources()
    made: dict[tuple[str, int], dict[str, Any]] = {}
    for problem in found.after.checked.problems:
        typed = new.typed(problem.location.file)
        if not problem.fix or typed is None:
            continue
        touched = _touched(old.typed(problem.location.file), typed)
        for group in neighbours(problem.fix):
            lines = _mended(group, typed)
            first, after = typed.lines_of(group)
            taken = range(first, after)
            name = f"{found.prefix}{problem.location.file}"
            if lines is not None and touched >= set(taken) and not any((name, line) in made for line in taken):
                made |= dict.fromkeys(((name, line) for line in taken), _one(problem, name, taken, lines, language))
    return list({one["key"]: one for one in made.values()}.values())[:MOST]


def _one(problem: Problem, name: str, lines: range, mended: list[str], language: str) -> dict[str, Any]:
    words = messages(language)
    told = f"{plain(words.message(problem), 600)} → {plain(words.remedy(problem), 600)}"
    key = hashlib.sha256("\n".join((name, problem.rule, *mended)).encode()).hexdigest()[:16]
    body = "\n\n".join((MARKER.format(key=key), told, block(mended, "suggestion")))
    one = {"key": key, "path": name, "line": lines[-1], "side": "RIGHT", "body": body}
    return one | ({"start_line": lines[0], "start_side": "RIGHT"} if len(lines) > 1 else {})


def _mended(group: list[Edit], typed: Typed) -> list[str] | None:
    """Gives the lines as they should be, or None where they cannot be shown as they are."""
    try:
        lines = typed.mended(group)
    except Overlapping:
        return None
    is_shown = all(len(line) <= _LONGEST and escaped(line) == line for line in lines)
    return lines if len(lines) <= _MOST_LINES and is_shown else None


def _touched(old: Typed | None, new: Typed) -> set[int]:
    """Gives the lines that are new, or other than they were."""
    before, after = (typed.text.split("\n") if typed else [] for typed in (old, new))
    return set(_of_new(before, after))


def _of_new(before: list[str], after: list[str]) -> Iterator[int]:
    for tag, _, _, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in ("replace", "insert"):
            yield from range(start + 1, end + 1)
