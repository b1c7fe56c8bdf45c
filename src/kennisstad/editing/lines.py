"""A file as it was typed, and edits of it: what they do not name keeps every byte.

Line ends, the mark that a program puts before the first letter, spaces at the end of lines and a last line without an end stay.
"""

from __future__ import annotations

import bisect
import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kennisstad.problem import Edit

Place = tuple[int, int]
"""A line and a column, from 1, as problems tell them."""

_END = re.compile("\r\n|\r|\n")


class Span(NamedTuple):
    """What stands from one place up to, not with, another."""

    start: Place
    end: Place

    def moved(self, lines: int) -> Span:
        """Gives the same as many lines further down."""
        return Span((self.start[0] + lines, self.start[1]), (self.end[0] + lines, self.end[1]))

    def replaced(self, text: str) -> Edit:
        """Gives the edit that puts a text in its place."""
        return Edit(self.start, self.end, text)


@dataclass(frozen=True)
class Typed:
    """The text of a file exactly as it was typed, but for the mark before its first letter, which `mark` tells of."""

    raw: str
    mark: bool = False

    @classmethod
    def of(cls, data: bytes) -> Typed:
        """Gives what is in the bytes of a file. Raises UnicodeDecodeError where that is not UTF-8."""
        return cls(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), data.startswith(codecs.BOM_UTF8))

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return (codecs.BOM_UTF8 if self.mark else b"") + self.raw.encode("utf-8")

    @cached_property
    def text(self) -> str:
        """The text as it is read: a line ends in one character."""
        return _END.sub("\n", self.raw)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without what ends them; the last is "" where the file ends in a whole line."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _END.finditer(self.raw))]

    @cached_property
    def line_end(self) -> str:
        """What ends most of its lines."""
        ends = _END.findall(self.raw)
        return max(("\n", "\r\n", "\r"), key=ends.count)

    def at(self, span: Span) -> str:
        """Gives what stands in a span, with lines that end in one character."""
        return _END.sub("\n", self.raw[self._offset(span.start) : self._offset(span.end)])

    def changed(self, edits: Iterable[Edit]) -> Typed:
        """Gives the file after some edits, which are of different places. Raises ValueError where two of them overlap."""
        parts, position = [], 0
        for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end)):
            start, end = self._offset(edit.start), self._offset(edit.end)
            if start < position or end < start:
                raise ValueError(edit)
            parts += [self.raw[position:start], edit.text.replace("\n", self.line_end)]
            position = end
        return Typed("".join((*parts, self.raw[position:])), self.mark)

    def _offset(self, place: Place) -> int:
        """Gives the character at a place; a line after the last is the end of the file."""
        line, column = place
        return self._starts[line - 1] + column - 1 if line <= len(self._starts) else len(self.raw)

    @cached_property
    def _text_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def text_offset(self, place: Place) -> int:
        """Gives the character of `text` at a place."""
        return self._text_starts[place[0] - 1] + place[1] - 1

    def span_of(self, first: int, last: int) -> Span:
        """Gives where a piece of `text` stands, from one character up to another."""
        return Span(self._place(first), self._place(last))

    def _place(self, offset: int) -> Place:
        line = bisect.bisect_right(self._text_starts, offset)
        return line, offset - self._text_starts[line - 1] + 1

    @property
    def end(self) -> Place:
        """The place after the last character."""
        return len(self.lines), len(self.lines[-1]) + 1
