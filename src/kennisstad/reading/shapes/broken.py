"""A record that cannot be read, as the looks see it; and what a look proposes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from kennisstad.problem import Edit
from kennisstad.reading.shapes.said import complaint_of

FIELD = re.compile(r"^(?P<before>\s*(?:- +)*)(?P<key>[\w-]+|\"[^\"]*\"|'[^']*')(?P<colon> *:)(?P<gap>\s+)(?P<value>\S.*?)\s*$")
"""A line with a field and its value."""
_KEY = re.compile(r"(?m)(?:^\s*(?:- +)*|[{,]\s*)([a-z][\w-]*):(?=\s)")


class Guess(NamedTuple):
    """What may be wrong at a place (line and column from 1), and the edits that mend it if so; none where it is told as it is."""

    rule: str
    hint: str
    line: int
    column: int
    edits: tuple[Edit, ...] = ()
    values: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a record, where the parser got stuck in it (`stuck`, from 1) and where the thing it was reading began."""

    lines: list[str]
    what: str
    stuck: int
    column: int
    began: int
    keys: frozenset[str] = field(default=frozenset())
    """The names of fields in the record, as far as they can be told."""

    def line(self, number: int) -> str:
        """Gives a line by its number, "" where there is none."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def near(self, before: int = 2, after: int = 1) -> Iterator[int]:
        """Gives the lines around the place where the parser got stuck, and those where the thing began; the nearest first."""
        numbers = [self.stuck, *(self.stuck - far for far in range(1, before + 1)), self.began]
        numbers += [self.stuck + far for far in range(1, after + 1)]
        yield from (number for number in dict.fromkeys(numbers) if 1 <= number <= len(self.lines))

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Gives every line with its number."""
        return enumerate(self.lines, 1)

    def filled(self, number: int, step: int) -> int:
        """Gives the nearest line above (step -1) or below (step 1) that holds something, 0 where there is none."""
        number += step
        while 1 <= number <= len(self.lines):
            if self.lines[number - 1].strip() and not self.lines[number - 1].lstrip().startswith("#"):
                return number
            number += step
        return 0


Look = Callable[[Broken], Iterator[Guess]]


def broken_by(text: str) -> Broken | None:
    """Gives what the parser says of a text by itself; where it can be read, it is no list and stuck on its first line."""
    lines = text.split("\n")
    keys = frozenset(_KEY.findall(text))
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        complaint = complaint_of(error, text)
        return Broken(lines, complaint.what, complaint.stuck[0] + 1, complaint.stuck[1] + 1, complaint.began[0] + 1, keys)
    first = next((number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")), 0)
    return Broken(lines, "", first, 1, first, keys) if first else None


def is_field(line: str) -> bool:
    """Whether a line begins with the name of a field."""
    return bool(re.match(r"""\s*(?:- +)*(?:[\w-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)""", line))
