"""YAML text → nodes that know their line and column; nothing an editor typed is dropped or silently changed.

YAML 1.1 as PyYAML reads it has surprises: `no` is False, `0123` is 83, `12:30` is 750, `1.10` is 1.1, the last of two equal
keys wins, and an alias can unfold into gigabytes. Here each of these is a problem, at its place. The text is read as a
stream of events, so that nothing is built before it has been looked at and depth costs no recursion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kennisstad.problem import Location, Problem, Severity
from kennisstad.reading.files import garbled_words, read_text
from kennisstad.reading.scalars import SURPRISE, read_plain
from kennisstad.reading.shapes import syntax_problem

DEEPEST = 40
"""Levels of nesting. The records use six."""

_LOST = re.compile(r"(?:[\s,\]}]*\s)(#.*)")
_LOST_AFTER_MARK = re.compile(r"[|>][-+0-9]*\s+(#.*)")
"""What YAML takes for a comment: right after a value, and after the mark of a text of several lines."""
_IN_CURLY_QUOTES = re.compile("[“„‘‚][^“”„‘‚]*[”“’‘]")
"""A value between the quotes that a word processor makes; to YAML they are letters like any other."""
_REPORTED_KEY = ""
"""Stands for a key that is already reported; its value is not placed, so that it is not reported a second time."""

Keys = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists, from the outside in."""


@dataclass(slots=True)
class Node:
    """A YAML value with its place: a scalar, a list of nodes, or a mapping from key to node."""

    location: Location
    value: Any
    keys: dict[str, Location] = field(default_factory=dict)
    is_block: bool = False
    """Whether it is a text whose lines stand as they are below its `|`."""
    is_merged: bool = False
    """Whether two records ran into one, because the dash between them is missing."""

    def plain(self) -> Any:
        """Gives the value as ordinary Python data, without places."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def child(self, key: str | int) -> Node | None:
        """Gives the node under a key or at a position, or None where there is none."""
        if isinstance(self.value, dict):
            return self.value.get(str(key))
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            found: Node = self.value[key]
            return found
        return None

    def line_location(self, line: int) -> Location:
        """Gives where a line of a text is written; `line` counts from 0."""
        return Location(self.location.file, self.location.line + 1 + line) if self.is_block else self.location

    def at(self, path: Keys) -> Node:
        """Gives the node at a path, or the deepest one on the way there."""
        node = self
        for key in path:
            below = node.child(key)
            if below is None:
                return node
            node = below
        return node

    def key_location(self, path: Keys) -> Location:
        """Gives the place of the last key of a path where it is written, else of the node on the way there."""
        parent = self.at(path[:-1]) if path else self
        return parent.keys.get(str(path[-1]), parent.location) if path else self.location


@dataclass(slots=True)
class Document:
    """One file as read: its nodes (None where nothing could be read) and what is wrong with its text."""

    file: str
    root: Node | None
    problems: list[Problem]

    @property
    def reported(self) -> frozenset[Location]:
        """The places of which something is told already."""
        return frozenset(problem.location for problem in self.problems if problem.severity == Severity.ERROR)


def read(path: Path, name: str) -> Document:
    """Reads a YAML file; `name` is how problems call it. Raises nothing: what is wrong stands in `problems`."""
    text, problem = read_text(path, name)
    return Document(name, None, [problem]) if problem else parse(text, name)


def parse(text: str, name: str, first_line: int = 1) -> Document:
    """Reads YAML text whose first line is line `first_line` of the file `name`."""
    if not text.strip():
        return Document(name, None, [Problem(Location(name, first_line), "file-empty", "restore-file")])
    builder = _Builder(name, text.splitlines(), first_line)
    builder.problems.extend(garbled_words(text, name, first_line))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, text, name, first_line, _read_faultless))
        return Document(name, None, builder.problems)
    except _TooDeep:
        return Document(name, None, builder.problems)
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(Location(name, first_line), "file-empty", "restore-file"))
    return Document(name, builder.root, builder.problems)


def _read_faultless(text: str) -> Node | None:
    """Gives the root of a text in which nothing is wrong, else None."""
    builder = _Builder("", text.splitlines(), 1)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except (yaml.YAMLError, _TooDeep):
        return None
    return None if any(problem.severity == Severity.ERROR for problem in builder.problems) else builder.root


class _TooDeep(Exception):
    """The text nests deeper than any record does; the problem stands in the builder."""


class _Builder:
    """Builds nodes from events and notes the problems met on the way."""

    def __init__(self, name: str, lines: list[str], first_line: int) -> None:
        self.name, self.lines, self.first_line = name, lines, first_line
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._key: list[tuple[str, Location] | None] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """Takes the next event of the stream."""
        if isinstance(event, yaml.ScalarEvent):
            here = self._location(event.start_mark)
            self._look_at_marks(event, here)
            self._scalar(event, here)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            here = self._location(event.start_mark)
            self._look_at_marks(event, here)
            self._enter(Node(here, {} if isinstance(event, yaml.MappingStartEvent) else []))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._leave()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event, self._location(event.start_mark))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._report(self._location(event.start_mark), "second-document", "remove-dashes")

    def _alias(self, event: Any, here: Location) -> None:
        self._report(here, "alias", "quote-or-write-out", found=f"*{event.anchor}")
        if self._expects_key():
            self._key[-1] = (_REPORTED_KEY, here)
        else:
            self._place(Node(here, SURPRISE))

    def _location(self, mark: Any) -> Location:
        return Location(self.name, mark.line + self.first_line, mark.column + 1)

    def _report(self, where: Location, rule: str, hint: str, severity: Severity = Severity.ERROR, **values: str) -> None:
        self.problems.append(Problem(where, rule, hint, values=values, severity=severity))

    def _look_at_marks(self, event: Any, here: Location) -> None:
        if event.tag is not None:
            self._report(here, "tag", "quote-text", found=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor is not None:
            self._report(here, "alias", "quote-or-write-out", found=f"&{event.anchor}")

    def _scalar(self, event: Any, here: Location) -> None:
        if self._expects_key():
            self._take_key(event, here)
            return
        value: Any = event.value
        if event.implicit[0]:
            reading = read_plain(event.value)
            value = reading.value
            if _IN_CURLY_QUOTES.fullmatch(event.value):
                self._report(here, "curly-quotes", "straight-quotes", Severity.ADVICE, found=event.value[:80])
            if reading.rule:
                values = {"found": event.value, "read_as": reading.read_as, "instead": reading.instead}
                self._report(here, reading.rule, reading.hint, **values)
        elif event.style in ("'", '"'):
            self._look_at_quotes(event, here)
        is_block = event.style in ("|", ">")
        lost = self._look_for_lost_text(event, is_block=is_block)
        self._place(Node(here, SURPRISE if lost and value is None else value, is_block=event.style == "|"))

    def _look_for_lost_text(self, event: Any, *, is_block: bool) -> bool:
        """Text after ` #` is a comment to YAML; `#1`, or ` # een` after several words, was meant to be read."""
        mark = event.start_mark if is_block else event.end_mark
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        lost = (_LOST_AFTER_MARK if is_block else _LOST).match(rest) if "#" in rest else None
        if not lost:
            return False
        is_remark = lost.group(1)[1:2] in ("", " ", "#") and (event.style or " " not in event.value)
        severity = Severity.ADVICE if is_remark else Severity.ERROR
        where = Location(self.name, mark.line + self.first_line, mark.column + lost.start(1) + 1)
        self._report(where, "lost-text", "quote-or-space", severity, found=lost.group(1))
        return severity == Severity.ERROR

    def _look_at_quotes(self, event: Any, here: Location) -> None:
        """In double quotes `\\n` is a line and `\\b` an invisible character; an apostrophe can open a quoted text by mistake."""
        first, last = event.start_mark, event.end_mark
        lines = self.lines[first.line : last.line + 1]
        lines[-1] = lines[-1][: last.column]
        raw = "\n".join(lines)[first.column :].replace("\\\\", "")
        if event.style == '"' and re.search(r'\\[^"\n]', raw):
            self._report(here, "unknown-escape", "single-quotes", found=self._line(here)[:80])
        elif event.style == "'" and re.match(r"(?i)[stnkm][ -]\w", event.value):
            self._report(here, "apostrophe", "quotes-around-all", found=self._line(here)[:80])

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._key[-1] is None

    def _take_key(self, event: Any, here: Location) -> None:
        reading = read_plain(event.value) if event.implicit[0] else None
        key: str = event.value
        if key == "<<" or (reading and reading.value is SURPRISE) or not key:
            self._report(here, "surprising-key", "quote-text", found=key)
            key = _REPORTED_KEY
        elif key in self._open[-1].value:
            self._report_second(key, here)
        self._key[-1] = (key, here)

    def _report_second(self, key: str, here: Location) -> None:
        """A second `id` in one record means that the dash before it was forgotten; what follows is then no fault of its own."""
        record = self._open[-1]
        if key == "id":
            place = record.location
            self.problems = [told for told in self.problems if told.rule != "duplicate-key" or told.location < place]
            self._report(here, "missing-dash", "write-dash", found=self._line(here))
            record.is_merged = True
        elif not record.is_merged:
            self._report(here, "duplicate-key", "remove-one", found=key, line=str(record.keys[key].line))

    def _enter(self, node: Node) -> None:
        if self._expects_key():
            self._report(node.location, "surprising-key", "quote-text", found=self._line(node.location))
            self._key[-1] = (_REPORTED_KEY, node.location)
        else:
            self._place(node)
        self._open.append(node)
        self._key.append(None)
        if len(self._open) > DEEPEST:
            self._report(node.location, "too-deep", "close-brackets")
            raise _TooDeep

    def _leave(self) -> None:
        self._open.pop()
        self._key.pop()
        # A list or mapping that stood where a key belongs has been reported; what follows it is its value.

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node if self._documents <= 1 else self.root
            return
        parent = self._open[-1]
        if isinstance(parent.value, list):
            parent.value.append(node)
            return
        key = self._key[-1]
        self._key[-1] = None
        if key is not None and key[0] != _REPORTED_KEY and key[0] not in parent.value:
            parent.value[key[0]] = node
            parent.keys[key[0]] = key[1]

    def _line(self, location: Location) -> str:
        return self.lines[location.line - self.first_line].strip()
