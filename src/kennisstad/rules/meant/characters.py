"""Characters that nobody sees or tells apart, in values that must be exact: an id, a date, an address, a choice, a field's name."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem
from kennisstad.reading.edits import instead
from kennisstad.reading.shapes.marks import HIDDEN_NOTHING, HIDDEN_SPACES, narrowed, wide_in
from kennisstad.rules.meant.typed import TypedFiles, Value

EXACT = ("slug", "address", "date", "instant", "line-range", "colour", "language-code", "not-in-list", "unknown-field", "too-small")
"""Rules of values in which each character counts; `unknown-…` besides."""
_HIDDEN = re.compile(f"[{HIDDEN_SPACES}{HIDDEN_NOTHING}]")
_LONG_DASH = re.compile("(?<=[\\w])[‐‑‒–—−](?=[\\w])|^[−–](?=[0-9])")
_UNSAFE = tuple("\"'\\#:{}[],|>%@`*&!?-")
"""What YAML may take for something else than a letter of the text."""


def is_exact(problem: Problem) -> bool:
    """Whether a problem is about a value in which each character counts."""
    is_number = problem.rule == "wrong-kind" and problem.hint in (
        "write-number",
        "write-whole-number",
        "write-truth",
        "write-in-list",
    )
    return problem.rule in EXACT or problem.rule.startswith("unknown-") or is_number


def meant_characters(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """A hidden space, a long dash, the comma of another keyboard: the value without them."""
    text = value.text
    if text is None or not is_exact(problem) or "\n" in text:
        return None
    hidden, long_dash, wide = _HIDDEN.search(text), _LONG_DASH.search(text), wide_in(text)
    if hidden:
        clean = _HIDDEN.sub("", text) if problem.hint != "write-text" else text
        values = {**problem.values, "found": f"U+{ord(hidden.group()):04X}"}
        return replace(
            problem, rule="hidden-character", hint="take-hidden-out", values=values, fix=(value.replaced(clean.strip()),)
        )
    if wide and value.is_plain:
        values = {**problem.values, "found": wide, "instead": narrowed(text)}
        return replace(problem, rule="wide-character", hint="write-instead", values=values, fix=(value.replaced(narrowed(text)),))
    if long_dash:
        clean = _LONG_DASH.sub("-", text)
        values = {**problem.values, "instead": clean}
        return replace(problem, rule="long-dash", hint="write-instead", values=values, fix=(value.replaced(clean),))
    return None


def meant_letters(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`&amp;` where a text asks for the letter itself."""
    if problem.rule != "entity" or problem.fix:
        return None
    code = problem.values["found"]
    letter = letter_of(code)
    for number in range(value.start[0], value.end[0] + 1):
        line = files.line(Location(problem.location.file, number))
        column = line.find(code, value.start[1] - 1 if number == value.start[0] else 0) + 1
        if column:
            is_safe = letter not in _UNSAFE or (
                letter == "&" and line[column - 2 : column - 1].strip() == "" and column > value.start[1]
            )
            fix = (instead(number, column, len(code), letter),) if is_safe else ()
            return replace(problem, location=Location(problem.location.file, number, column), fix=fix)
    return None


def letter_of(code: str) -> str:
    """Gives the letter that a code of HTML stands for; for a hidden space an ordinary one."""
    letter = unescape(code)
    return "" if re.fullmatch(f"[{HIDDEN_NOTHING}]", letter) else _HIDDEN.sub(" ", letter)
