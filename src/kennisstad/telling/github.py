"""Problems as GitHub shows them at their lines, in a pull request and under a run.

A line that begins with `::error …` is a command to GitHub (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
The text that people read in the log stands between two commands that keep anything in it from being one.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from kennisstad.messages import Messages
from kennisstad.messages.drawing import mended_lines
from kennisstad.messages.sources import Sources
from kennisstad.problem import Problem, Severity
from kennisstad.telling.handbook import Handbook

MOST = 10
"""Annotations of a kind that GitHub shows for one step; it drops the others without a word."""
_LEVELS = {Severity.ERROR: "error", Severity.ADVICE: "warning"}


def to_github(problems: Sequence[Problem], words: Messages, sources: Sources, handbook: Handbook) -> str:
    """Gives the text for the log, and a command for each problem that GitHub will show; one more says how many it will not."""
    if not problems:
        return ""
    told = words.tell_all(problems, sources, whole=True)
    token = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()  # no text holds its own digest
    lines = [f"::stop-commands::{token}", told, f"::{token}::"]
    left = 0
    for severity in Severity:
        of_kind = [problem for problem in problems if problem.severity is severity]
        shown = chosen(of_kind)
        left += len(of_kind) - len(shown)
        lines += (_annotation(problem, words, sources, handbook) for problem in shown)
    if left:
        lines.append(f"::notice::{_data(words.say('more-in-log', count=left))}")
    return "\n".join(lines)


def chosen(problems: Sequence[Problem]) -> list[Problem]:
    """Gives as many problems as are shown, in their order: of each kind in each file the first, then the second …"""
    seen: Counter[tuple[str, str]] = Counter()
    ranked = []
    for place, problem in enumerate(problems):
        kind = (problem.location.file, problem.rule)
        ranked.append((seen[kind], place))
        seen[kind] += 1
    return [problems[place] for place in sorted(place for _, place in sorted(ranked)[:MOST])]


def _annotation(problem: Problem, words: Messages, sources: Sources, handbook: Handbook) -> str:
    where = problem.location
    properties = {
        "file": f"{handbook.folder}{where.file}",
        "line": str(where.line),
        "col": str(where.column),
        "title": f"{words.whose(problem)}: {problem.rule}" if problem.record else problem.rule,
    }
    named = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[problem.severity]} {named}::{_data(chr(10).join(_parts(problem, words, sources, handbook)))}"


def _parts(problem: Problem, words: Messages, sources: Sources, handbook: Handbook) -> Iterator[str]:
    yield words.message(problem)
    yield f"→ {words.remedy(problem)}"
    typed = sources.typed(problem.location.file)
    yield from mended_lines(problem.fix, typed) if typed else ()
    if handbook.address:
        yield handbook.page(problem.rule)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
