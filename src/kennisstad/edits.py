"""A text as somebody typed it, by line and column, and the same text with edits in it.

All else of the text stays as it is: its line ends too, whichever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kennisstad.problem import Edit


class Overlapping(ValueError):
    """Two edits change the same letters; which one comes first would make another text."""


@dataclass(frozen=True)
class Typed:
    """A text whose lines end in `\\n` or `\\r\\n`."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """Gives where each line begins."""
        return [0, *(end.end() for end in re.finditer("\n", self.text))]

    def line(self, number: int) -> str:
        """Gives a line without its end, "" where there is none; lines count from 1."""
        if not 1 <= number <= len(self.starts):
            return ""
        return self.text[self.starts[number - 1] : self._end(number)]

    def offset(self, place: tuple[int, int]) -> int:
        """Gives how many letters come before a line and column; a column past the end of its line is the end of that line."""
        line, column = place
        if line > len(self.starts):
            return len(self.text)
        line = max(line, 1)
        return min(self.starts[line - 1] + max(column, 1) - 1, self._end(line))

    def _end(self, line: int) -> int:
        """Gives where a line ends, its `\\n` or `\\r\\n` not counted."""
        if line == len(self.starts):
            return len(self.text)
        end = self.starts[line] - 1
        return end - 1 if end > self.starts[line - 1] and self.text[end - 1] == "\r" else end

    def applied(self, edits: Iterable[Edit]) -> str:
        """Gives the text with all edits in it. Raises Overlapping."""
        end = "\r\n" if "\r\n" in self.text else "\n"
        parts, last = [], 0
        for edit in in_order(edits):
            start, until = self.offset(edit.start), self.offset(edit.end)
            if start < last or until < start:
                raise Overlapping(edit)
            parts += [self.text[last:start], edit.text.replace("\n", end)]
            last = until
        return "".join([*parts, self.text[last:]])

    def lines_of(self, edits: Sequence[Edit]) -> tuple[int, int]:
        """Gives the first line that edits touch and the first below that they leave alone."""
        last = max(edit.end for edit in edits)
        takes_whole_line = last[1] <= 1 and last[0] > min(edit.start for edit in edits)[0]
        return min(edit.start for edit in edits)[0], last[0] if takes_whole_line else last[0] + 1

    def mended(self, edits: Sequence[Edit]) -> list[str]:
        """Gives what becomes of the lines that edits touch; none where they are taken away. Raises Overlapping."""
        first, after = self.lines_of(edits)
        start, end = self.offset((first, 1)), self.offset((after, 1))
        shift = first - 1
        inside = [
            Edit((edit.start[0] - shift, edit.start[1]), (edit.end[0] - shift, edit.end[1]), edit.text) for edit in in_order(edits)
        ]
        new = Typed(self.text[start:end]).applied(inside).replace("\r\n", "\n")
        return new.removesuffix("\n").split("\n") if new else []


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Gives edits from the top down, each once."""
    return sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end))


def neighbours(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Gives edits in groups of which each touches the lines below the one before it."""
    group: list[Edit] = []
    for edit in in_order(edits):
        if group and edit.start[0] > group[-1].end[0] + 1:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group
