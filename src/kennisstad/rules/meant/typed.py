"""The value at a place as it was typed: where it ends, between which quotes, in a row between brackets or not."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import yaml

from kennisstad.model import Folders
from kennisstad.problem import Edit, Location
from kennisstad.reading.edits import quoted
from kennisstad.reading.files import read_text

_HEAD = "---"
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Value:
    """What was typed at a place; `text` is None for a list or a mapping. Lines and columns count from 1."""

    start: Place
    end: Place
    text: str | None
    is_plain: bool = True
    """Whether no quotes stand around it, and no `|` before it."""
    is_row: bool = False
    """Whether it stands, or is, between brackets."""
    is_mapping: bool = False

    def written(self, text: str) -> Edit:
        """Gives the edit that writes another text here, between quotes where it asks for them."""
        return Edit(self.start, self.end, text if _is_plain_text(text, is_row=self.is_row) else quoted(text))

    def replaced(self, yaml_text: str) -> Edit:
        """Gives the edit that puts a piece of YAML here as it is."""
        return Edit(self.start, self.end, yaml_text)


class TypedFiles:
    """The files of a programme, each read when somebody asks for a value in it."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._lines: dict[str, list[str]] = {}
        self._values: dict[tuple[str, int], dict[Place, Value]] = {}
        self._begins: dict[str, tuple[list[int], int]] = {}

    def lines(self, file: str) -> list[str]:
        """Gives the lines of a file; none where it cannot be read."""
        if file not in self._lines:
            text, problem = read_text(self._folders.root / file, file)
            self._lines[file] = [] if problem else text.split("\n")
        return self._lines[file]

    def line(self, where: Location) -> str:
        """Gives the line of a place."""
        lines = self.lines(where.file)
        return lines[where.line - 1] if where.line <= len(lines) else ""

    def value(self, where: Location) -> Value | None:
        """Gives what was typed at a place, a value or the name of a field; None where none begins there."""
        first, last = self.region(where)
        key = (where.file, first)
        if key not in self._values:
            self._values[key] = _values("\n".join(self.lines(where.file)[first - 1 : last]), first)
        return self._values[key].get((where.line, where.column))

    def raw(self, file: str, value: Value) -> str:
        """Gives what stands from the start of a value to its end, on as many lines."""
        lines = self.lines(file)[value.start[0] - 1 : value.end[0]]
        if not lines:
            return ""
        lines[-1] = lines[-1][: value.end[1] - 1]
        return "\n".join([" " * (value.start[1] - 1) + lines[0][value.start[1] - 1 :], *lines[1:]])

    def is_after_colon(self, file: str, value: Value) -> bool:
        """Whether a value stands right behind the name of its field: it is no member of a list."""
        before = self.lines(file)[value.start[0] - 1][: value.start[1] - 1]
        return bool(re.search(r"[\w-]\s*:\s*$", before))

    def field_above(self, where: Location) -> str:
        """Gives the field of the record that a place is in or below."""
        first, _ = self.region(where)
        lines = self.lines(where.file)
        depth = 0 if where.file.endswith(".md") or not lines[first - 1].startswith("- ") else 2
        for number in range(where.line, first - 1, -1):
            field = re.match(rf"(?:- | {{{depth}}})([\w-]+)\s*:", lines[number - 1])
            if field:
                return field[1]
        return ""

    def region(self, where: Location) -> tuple[int, int]:
        """Gives the first and last line of the record that a place is in; of a page those of its head."""
        if where.file not in self._begins:
            self._begins[where.file] = _begins(where.file, self.lines(where.file))
        begins, last = self._begins[where.file]
        if where.file.endswith(".md"):
            return (2, last) if where.line <= last else (where.line, where.line)
        at = max(bisect_right(begins, where.line), 1)
        return begins[at - 1], begins[at] - 1 if at < len(begins) else last


def _begins(file: str, lines: list[str]) -> tuple[list[int], int]:
    """Gives the first line of each record, and the last line of all; of a page those of its head."""
    if file.endswith(".md"):
        return [2], len(list(takewhile(lambda line: line.rstrip() != _HEAD, lines[1:]))) + 1
    others = (number for number, line in enumerate(lines[1:], 2) if line.startswith("- ")) if _is_list(lines) else ()
    return [1, *others], len(lines)


def _is_list(lines: list[str]) -> bool:
    return next((line.startswith("-") for line in lines if line.strip() and not line.startswith("#")), False)


def _values(text: str, first_line: int) -> dict[Place, Value]:
    found: dict[Place, Value] = {}
    opened: list[tuple[Place, bool, bool]] = []
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            _take(event, first_line, found, opened)
    except yaml.YAMLError:
        pass  # what stands before the fault is enough
    return found


def _take(event: Any, first_line: int, found: dict[Place, Value], opened: list[tuple[Place, bool, bool]]) -> None:
    start, end = _place(event.start_mark, first_line), _place(event.end_mark, first_line)
    if isinstance(event, yaml.ScalarEvent):
        is_plain = event.implicit[0] and event.style not in ("'", '"', "|", ">")
        found.setdefault(start, Value(start, end, event.value, is_plain, bool(opened and opened[-1][1])))
    elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        opened.append((start, bool(event.flow_style), isinstance(event, yaml.MappingStartEvent)))
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        begun, is_row, is_mapping = opened.pop()
        # A mapping in lines begins where its first field does: a problem there is about the whole.
        found[begun] = (
            Value(begun, end, None, is_row=is_row, is_mapping=is_mapping) if begun not in found or is_row else found[begun]
        )


def _place(mark: Any, first_line: int) -> Place:
    return mark.line + first_line, mark.column + 1


def _is_plain_text(text: str, *, is_row: bool) -> bool:
    """Whether YAML reads a text as it is without quotes around it."""
    if is_row and re.search(r"[,\[\]{}]", text):
        return False
    try:
        events = list(yaml.parse(f"- {text}\n", Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    return len(events) == 7 and len(scalars) == 1 and scalars[0].value == text
