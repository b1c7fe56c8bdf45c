"""What is wrong in the data: where, whose record, which rule, what was found and what to write instead.

A problem carries no sentences. The sentences stand in `messages/`, one file a language, so that the same problem can be
told in Dutch and in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

FURTHEST = 3
"""One slip in so many letters at most: a word that is further away was not meant."""
SHORTEST_PART = 4
"""Characters that a word needs before it is looked for inside longer ones."""
LONGEST = 200
"""Characters of a word that can be a slip: what is longer is no word, and to compare it takes long."""


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
    `title` is what the record is called, where its id does not say that already.
    """

    location: Location
    rule: str
    hint: str
    record: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    fix: tuple[Edit, ...] = ()
    title: str = ""

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
    wanted = found.lower()
    if len(wanted) > LONGEST:
        return ""
    letters = sorted(wanted)
    same = [word for word in known if 1 < len(wanted) == len(word) and sorted(word.lower()) == letters]
    if same:
        return min(same)  # its letters changed places
    as_long = [word for word in known if abs(len(word) - len(wanted)) * FURTHEST <= max(len(word), len(wanted))]
    near = min(((distance(wanted, word.lower()), word) for word in as_long), default=(0, ""))
    if near[1] and near[0] * FURTHEST <= max(len(wanted), len(near[1])):
        return near[1]
    return min((word for word in known if len(wanted) >= SHORTEST_PART and wanted in word.lower()), default="")


def distance(one: str, other: str) -> int:
    """Gives how many slips of the hand lie between two words: a letter too many, too few or wrong, or two that changed places."""
    before, last = list[int](), list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
