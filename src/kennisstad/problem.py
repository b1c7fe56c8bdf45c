"""What is wrong in the data: where, whose record, which rule, what was found and what to write instead.

A problem carries no sentences. The sentences stand in `messages/`, one file a language, so that the same problem can be
told in Dutch and in English.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

SHORTEST_PART = 4
"""Characters that a word needs before it is looked for inside longer ones."""


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    """The site is not built."""
    ADVICE = "advice"
    """The site is built; the editor is told."""


class Location(NamedTuple):
    """A place in a file; `line` and `column` count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def moved(self, lines: int) -> Location:
        """Gives the place as many lines further down."""
        return self._replace(line=self.line + lines)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Edit(NamedTuple):
    """What stands at a place, to be replaced: from `start` up to, not with, `end` (line and column, from 1), by `text`.

    An end at column 1 of the next line takes a whole line away; a start that is the end too puts something in.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    text: str

    def moved(self, lines: int) -> Edit:
        """Gives the edit as many lines further down."""
        (first, column), (last, until) = self.start, self.end
        return Edit((first + lines, column), (last + lines, until), self.text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an editor has to mend.

    `rule` names the message and `hint` the advice in `messages/*.yaml`; `values` fills the places between braces in both.
    `record` is the id of the record, or "" where the problem belongs to a whole file. `fix` holds the edits of the problem's file
    that mend it, where it is certain what was meant; it is empty where that is a guess.
    """

    location: Location
    rule: str
    hint: str
    record: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    fix: tuple[Edit, ...] = ()

    @property
    def order(self) -> tuple[Location, str, str]:
        """Sorts problems by file, line and column, then by rule."""
        return self.location, self.rule, "|".join(self.values.values())


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Gives the problems sorted, each once."""
    return list({problem.order: problem for problem in sorted(problems, key=lambda problem: problem.order)}.values())


def nearest(found: str, known: Iterable[str]) -> str:
    """Gives the known word that looks most like `found`, else one that contains it, or "" where none comes near."""
    return _nearest(found, frozenset(known))


@lru_cache(maxsize=1024)
def _nearest(found: str, known: frozenset[str]) -> str:
    by_lower = {word.lower(): word for word in sorted(known)}
    wanted = found.lower()
    close = difflib.get_close_matches(wanted, by_lower, n=1, cutoff=0.6)
    within = [word for word in by_lower if len(wanted) >= SHORTEST_PART and wanted in word]
    return by_lower[(close or within)[0]] if close or within else ""
