"""Where each record stands in the text of a file: from its dash, with the comments right above it, up to its last line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kennisstad.editing.lines import Place, Span
from kennisstad.editing.values import Value, composed

_DASH = re.compile(r"- |-$")
_SCHEMA = "yaml-language-server"
_ID = re.compile(r"- +(?:\{ *)?id: +([\"']?)([a-z0-9][a-z0-9-]*)\1 *(?:[,}#].*)?")
"""A first line that says its record's id, as nearly all do; others are read as YAML."""


@dataclass(frozen=True, slots=True)
class RecordSpan:
    """Where a record stands: `above` is where the comments right above it begin, its own start where there are none.

    `end` is the start of the line after its last one, or the end of the file where that line has no end; blank lines and comments
    of the whole file that follow are not its own. `dashed` says whether it is one of a list, "" for an id that it does not say.
    """

    id: str
    above: Place
    start: Place
    end: Place
    dashed: bool = True

    @property
    def span(self) -> Span:
        """The record itself, without the comments above it."""
        return Span(self.start, self.end)

    @property
    def whole(self) -> Span:
        """The record with the comments right above it."""
        return Span(self.above, self.end)


def record_spans(text: str) -> list[RecordSpan]:
    """Gives the records in the text of a file of them, or the one that is its whole; [] where that cannot be read.

    Lines of the text end in one character (`Typed.text`). Records in a list between brackets have no lines of their own.
    """
    lines = text.split("\n")
    dashes = [number for number, line in enumerate(lines) if _DASH.match(line)]
    if not dashes:
        return _otherwise(text, lines)
    ids = [_id_of("\n".join(lines[start:end])) for start, end in zip(dashes, [*dashes[1:], len(lines)], strict=True)]
    if None in ids:  # what looks like a record is the middle of one
        return _read_whole(text, lines)
    return list(_spans(lines, dashes, [identity or "" for identity in ids]))


def record_span(text: str, identity: str) -> RecordSpan | None:
    """Gives where the record with an id stands in the text of a file of records, or None."""
    return next((span for span in record_spans(text) if span.id == identity), None)


def value_of(text: str, record: RecordSpan) -> Value | None:
    """Gives a record as the values that were typed; None where it cannot be read."""
    lines = text.split("\n")[record.start[0] - 1 : record.end[0]]
    root = composed("\n".join(lines), record.start[0] - 1)
    if root is None or not record.dashed:
        return root
    return next(iter(root.items), None)


def _id_of(piece: str) -> str | None:
    """Gives the id that a piece of a file says, "" where it says none, None where it is no record by itself."""
    first = _ID.fullmatch(piece.partition("\n")[0].rstrip())
    if first and not piece.count('"') % 2 and not piece.count("'") % 2:  # else a text in quotes may go on behind the next dash
        return first[2]
    value = composed(piece)
    items = value.items if value is not None and isinstance(value.node, yaml.SequenceNode) else []
    return items[0].text_of("id") if len(items) == 1 else None


def _spans(lines: list[str], starts: list[int], ids: list[str]) -> Iterator[RecordSpan]:
    before = 0
    for position, (start, identity) in enumerate(zip(starts, ids, strict=True)):
        end = starts[position + 1] if position + 1 < len(starts) else len(lines)
        while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
            end -= 1
        yield RecordSpan(identity, (_above(lines, start, before) + 1, 1), (start + 1, 1), _after(lines, end))
        before = end


def _after(lines: list[str], end: int) -> Place:
    return (end + 1, 1) if end < len(lines) else (len(lines), len(lines[-1]) + 1)


def _above(lines: list[str], start: int, before: int) -> int:
    """Gives the first of the comments right above a line; what the file itself begins with is not of its first record."""
    above = start
    while above > before and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    is_head = above == 0 or any(_SCHEMA in line for line in lines[above:start])
    return start if is_head else above


def _otherwise(text: str, lines: list[str]) -> list[RecordSpan]:
    """Gives the record that a file is the whole of, or those of a list that is indented."""
    root = composed(text)
    if root is None or not isinstance(root.node, yaml.MappingNode):
        return _read_whole(text, lines)
    start = root.span.start[0] - 1
    end = len(lines)
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return [RecordSpan(root.text_of("id"), (_above(lines, start, 0) + 1, 1), (start + 1, 1), _after(lines, end), dashed=False)]


def _read_whole(text: str, lines: list[str]) -> list[RecordSpan]:
    root = composed(text)
    if root is None or not isinstance(root.node, yaml.SequenceNode) or root.node.flow_style:
        return []
    starts = []
    for item in root.items:
        start = item.span.start[0] - 1
        while not lines[start].lstrip().startswith("-"):  # a dash may stand on a line of its own
            start -= 1
        starts.append(start)
    return list(_spans(lines, starts, [item.text_of("id") for item in root.items]))
