"""Which mistake stands behind a text that YAML cannot read, told by its shape and, where possible, proved: mended, it can be read.

The record that cannot be read is looked at by itself. Each look proposes what may have been meant; the first proposal after which
the record can be read is taken. What no look explains is told by what the parser said (`said`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import yaml

from kennisstad.edits import Typed
from kennisstad.problem import Location, Problem
from kennisstad.reading.shapes.brackets import BRACKETS
from kennisstad.reading.shapes.broken import Broken, Guess, Look, broken_by
from kennisstad.reading.shapes.marks import MARKS
from kennisstad.reading.shapes.places import LAST_PLACES, PLACES, bars_missing
from kennisstad.reading.shapes.quotes import QUOTES, QUOTING
from kennisstad.reading.shapes.said import from_complaint

MOST_GUESSES = 150
"""Proposals that are tried; a text with more is told by what the parser said."""
_LOOKS: tuple[Look, ...] = (*MARKS, *QUOTES, *PLACES, *BRACKETS, bars_missing, *QUOTING, *LAST_PLACES)
_TOP = re.compile(r"(?m)^(?=- )")

Read = Callable[[str], Any]
"""Gives the root of what can be read of a text without a fault, else None."""


def syntax_problem(error: yaml.YAMLError, text: str, name: str, first_line: int, read: Read) -> Problem:
    """Gives the problem for an error of PyYAML's parser on `text`, which starts at `first_line` of file `name`."""
    lines_before, part = _broken_part(text)
    broken = broken_by(part)
    down = lines_before + first_line - 1
    if broken is None:
        return from_complaint(error, text, name, first_line)
    for guess in islice(_guesses(broken), MOST_GUESSES):
        if not guess.edits or _is_right(Typed(part).applied(guess.edits), read):
            found = broken.line(guess.line)
            values = {"found": found.strip()[:80], "character": found[guess.column - 1 : guess.column], **guess.values}
            place = Location(name, guess.line + down, guess.column)
            fix = tuple(edit.moved(down) for edit in guess.edits)
            return Problem(place, guess.rule, guess.hint, values=values, fix=fix)
    return from_complaint(error, text, name, first_line)


def _guesses(broken: Broken) -> Iterator[Guess]:
    for look in _LOOKS:
        yield from look(broken)


def _is_right(text: str, read: Read) -> bool:
    """Whether a mended text can be read, and no part of a row lost its value by it."""
    root = read(text)
    return root is not None and not any(_is_cut(node) for node in _within(root))


def _within(node: Any) -> Iterator[Any]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        inside = one.value
        waiting += inside.values() if isinstance(inside, dict) else inside if isinstance(inside, list) else ()


def _is_cut(node: Any) -> bool:
    """`{a text, that goes on}` reads as two fields without a value."""
    return isinstance(node.value, dict) and any(" " in key for key in node.value)


def _broken_part(text: str) -> tuple[int, str]:
    """Gives the lines before the first record of a list that cannot be read by itself, and that record; else the whole text."""
    if not _is_list(text):
        return 0, text
    before = 0
    for part in _TOP.split(text):
        if part.strip() and not _reads_as_list(part):
            return before, part
        before += part.count("\n")
    return 0, text


def _is_list(text: str) -> bool:
    fields = len(re.findall(r"(?m)^[a-z][\w-]*:", text))
    return len(_TOP.findall(text)) > fields


def _reads_as_list(part: str) -> bool:
    is_list = False
    try:
        for number, event in enumerate(yaml.parse(part, Loader=yaml.CSafeLoader)):
            is_list = is_list or (number == 2 and isinstance(event, yaml.SequenceStartEvent))
    except yaml.YAMLError:
        return False
    return is_list or not re.search(r"(?m)^\s*[^\s#]", part)
