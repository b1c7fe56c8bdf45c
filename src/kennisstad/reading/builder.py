"""Events of YAML → nodes, with the problems met on the way. Nothing is built before it has been looked at."""

from __future__ import annotations

import re
from typing import Any

import yaml

from kennisstad.problem import Edit, Location, Problem, Severity
from kennisstad.reading.edits import instead as in_place_of
from kennisstad.reading.edits import put, quoted
from kennisstad.reading.nodes import AsTyped, Node
from kennisstad.reading.oddities import Scalar, has_unknown_escape, is_odd, oddities
from kennisstad.reading.scalars import SURPRISE, read_plain

DEEPEST = 40
"""Levels of nesting. The records use six."""

_LOST = re.compile(r"(?:[\s,\]}]*\s)(#.*)")
_LOST_AFTER_MARK = re.compile(r"[|>][-+0-9]*\s+(#.*)")
"""What YAML takes for a comment: right after a value, and after the mark of a text of several lines."""
_WITHOUT_SPACE = re.compile(r"[a-z][\w-]*:(?=[^\s/:])")
"""A name and its value with no space between, in a row: `{nl:Plein}`."""
_REPORTED_KEY = ""
"""Stands for a key that is already reported; its value is not placed, so that it is not reported a second time."""


class TooDeep(Exception):
    """The text nests deeper than any record does; the problem stands in the builder."""


class Builder:
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
            if event.anchor is not None or event.tag is not None:
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

    def _report(
        self, where: Location, rule: str, hint: str, severity: Severity = Severity.ERROR, fix: tuple[Edit, ...] = (), **values: str
    ) -> None:
        self.problems.append(Problem(where, rule, hint, values=values, severity=severity, fix=fix))

    def _look_at_marks(self, event: Any, here: Location) -> None:
        if event.tag is not None:
            self._report(here, "tag", "quote-text", found=event.tag.replace("tag:yaml.org,2002:", "!!"))
        if event.anchor is not None:
            self._report(here, "alias", "quote-or-write-out", found=f"&{event.anchor}")

    def _scalar(self, event: Any, here: Location) -> None:
        if self._expects_key():
            self._take_key(event, here)
            return
        value: Any = event.value.replace("\r\n", "\n").replace("\r", "\n")  # `\r` between quotes ends a line, as it does in a file
        if event.implicit[0]:
            reading = read_plain(event.value)
            value = reading.value
            if reading.rule:
                values = {"found": event.value, "read_as": reading.read_as, "instead": reading.instead}
                fix = (in_place_of(here.line, here.column, len(event.value), reading.instead),) if reading.is_certain else ()
                self._report(here, reading.rule, reading.hint, fix=fix, **values)
        elif event.style in ("'", '"'):
            self._look_at_quotes(event, here)
        if is_odd(event):
            found = list(oddities(Scalar(event, self.lines, self.name, self.first_line)))
            self.problems += found
            value = SURPRISE if any(problem.rule == "lost-quote" for problem in found) else value
        is_block = event.style in ("|", ">")
        lost = self._look_for_lost_text(event, is_block=is_block)
        node = Node(here, SURPRISE if lost and value is None else value, is_block=event.style == "|")
        if " " in event.value or "&" in event.value:
            start, end = event.start_mark, event.end_mark
            node.typed = AsTyped(self.lines, (start.line, start.column), (end.line, end.column))
        self._place(node)

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
        fix = () if lost.group(1)[1:2] in ("", " ", "#") else self._with_rest(event, mark)
        self._report(where, "lost-text", "quote-or-space", severity, fix, found=lost.group(1))
        return severity == Severity.ERROR

    def _with_rest(self, event: Any, mark: Any) -> tuple[Edit, ...]:
        """Gives the edit that puts a text and what was lost behind it between quotes; none in a row between brackets."""
        start = event.start_mark
        if event.style or not event.value or start.line != mark.line or re.search(r"[\[{]", self.lines[start.line][: start.column]):
            return ()
        whole = self.lines[start.line][start.column :].rstrip()
        return (in_place_of(start.line + self.first_line, start.column + 1, len(whole), quoted(whole)),)

    def _look_at_quotes(self, event: Any, here: Location) -> None:
        """In double quotes `\\n` is a line and `\\b` an invisible character; an apostrophe can open a quoted text by mistake."""
        first, last = event.start_mark, event.end_mark
        lines = self.lines[first.line : last.line + 1]
        lines[-1] = lines[-1][: last.column]
        raw = "\n".join(lines)[first.column :]
        if event.style == '"' and "\\" in raw and has_unknown_escape(raw):
            self._report(here, "unknown-escape", "single-quotes", found=self._line(here)[:80])
        elif event.style == "'" and re.match(r"(?i)[stnkm][ -]\w", event.value):
            self._report(here, "apostrophe", "quotes-around-all", found=self._line(here)[:80])

    def _expects_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._key[-1] is None

    def _take_key(self, event: Any, here: Location) -> None:
        reading = read_plain(event.value) if event.implicit[0] else None
        key: str = event.value
        if reading and ":" in key and _WITHOUT_SPACE.match(key):
            self._take_key_and_value(key, here)
            return
        if key == "<<" or (reading and reading.value is SURPRISE) or not key:
            self._report(here, "surprising-key", "quote-text", found=key)
            key = _REPORTED_KEY
        elif key in self._open[-1].value:
            self._report_second(key, here)
        self._key[-1] = (key, here)

    def _take_key_and_value(self, key: str, here: Location) -> None:
        """`{nl:Plein}` is one key to YAML; the name is taken, so that it is not told to be missing."""
        name = key.partition(":")[0]
        column = here.column + len(name) + 1
        fix = (put(here.line, column, " "),)
        place, found, instead = here._replace(column=column), self._line(here)[:80], f"{name}: {key[len(name) + 1 :]}"
        self._report(place, "missing-space", "write-instead", fix=fix, found=found, instead=instead[:80])
        self._key[-1] = (name if name not in self._open[-1].value else _REPORTED_KEY, here)

    def _report_second(self, key: str, here: Location) -> None:
        """A field that comes twice often means that a line or dash before it was lost; what follows is no fault of its own."""
        record = self._open[-1]
        if record.is_merged:
            return
        first, *others = record.keys or [key]
        is_language = len(key) <= 3 and key != "id" and all(len(name) <= 3 for name in record.keys)
        if key == "id" or (key == first and not is_language and self._is_item()):
            place = record.location
            self.problems = [told for told in self.problems if told.rule != "duplicate-key" or told.location < place]
            self._report(here, "missing-dash", "write-dash", fix=self._dash_before(record, here), found=self._line(here))
        elif is_language and record.location.line != here.line and others:
            self._report(here, "line-gone", "write-line-above", found=self._line(here)[:80])
        elif first == "id" and key in others[:1] and self._is_item():
            self._report(here, "line-gone", "write-id-above", found=self._line(here)[:80])
        else:
            hint = "write-its-code" if is_language else "remove-one"
            self._report(here, "duplicate-key", hint, found=key, line=str(record.keys[key].line))
            return
        record.is_merged = True
        if not is_language and len(self._open) > 1:
            self._open[1].is_merged = True  # the record that all this is part of

    def _is_item(self) -> bool:
        return len(self._open) > 1 and isinstance(self._open[-2].value, list)

    def _dash_before(self, record: Node, here: Location) -> tuple[Edit, ...]:
        """Gives the edit that puts the dash of the list before a line that begins a part of its own."""
        before = self.lines[here.line - self.first_line][: here.column - 1]
        if before.strip() or here.column < 3 or here.column != record.location.column:
            return ()
        return (in_place_of(here.line, here.column - 2, 2, "- "),)

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
            raise TooDeep

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
