"""What one record takes over of another: fields and languages it lacks, items its lists lack; what differs stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from kennisstad.editing.fields import last_line, put_field, put_items, replace_field
from kennisstad.editing.mentions import Head
from kennisstad.editing.spelling import spelled_in_flow
from kennisstad.editing.values import Value
from kennisstad.problem import Edit

ALIASES = "aliases"
_NAMES = ("title", "name", "short_title", "short_name")


@dataclass(frozen=True, slots=True)
class Left:
    """A value that nobody took over: its field, the line it stands on, how it was typed, and what is said instead."""

    field: str
    line: int
    text: str
    instead: str = ""


class Takeover:
    """What a record takes over of one that goes: `edits` of its file, `fields` that it got, and `left`, what it did not take."""

    def __init__(self, gone: Head, kept: Head, order: Sequence[str]) -> None:
        self.gone, self.kept, self.order = gone, kept, order
        self.edits, self.fields, self.left = list[Edit](), list[str](), list[Left]()

    def take(self, prefer: Collection[str], without: Collection[str]) -> None:
        """Takes over all but the fields in `without`; of those in `prefer` the value of the record that goes counts."""
        for key, value in self.gone.value.pairs:
            name, there = key.text, self.kept.value.fields.get(key.text)
            if name in ("id", "formerly", ALIASES):
                continue
            if name in without:
                self._leave(name, value, there)
            elif there is None:
                self._put(self.kept.value, self.order, name, name, value)
            elif plain(there) != plain(value):
                self._combine(name, value, there, is_preferred=name in prefer)
        if ALIASES in self.order:
            self._take_names()

    def _leave(self, name: str, value: Value, there: Value | None) -> None:
        instead = "" if there is None else _one_line(self.kept.typed.at(there.span))
        self.left.append(Left(name, value.span.start[0], self.gone.typed.at(value.span).rstrip("\n"), instead))

    def _put(self, into: Value, order: Sequence[str], key: str, name: str, value: Value) -> None:
        """Puts a value that is not there in a record, or in one of its mappings."""
        lines = self._in_flow(value) if into.is_flow else self._lines(value)
        if lines is None:
            self._leave(name, value, None)
            return
        self.edits.append(put_field(self.kept.typed, into, order, key, lines))
        self.fields.append(name)

    def _in_flow(self, value: Value) -> list[str] | None:
        """Gives a value as it can stand between brackets, None where it cannot."""
        if isinstance(value.node, yaml.ScalarNode):
            one = [spelled_in_flow(value.text)] if "\n" not in value.text.strip() else None
            return [self.gone.typed.at(value.span)] if not value.is_block and value.node.style else one
        return [_one_line(self.gone.typed.at(value.span))] if value.is_flow else None

    def _lines(self, value: Value) -> list[str]:
        """Gives a value's lines as they stand from the column of its key on; the first is what follows the key."""
        typed, start = self.gone.typed, value.span.start
        below = typed.lines[start[0] : last_line(typed, value)]
        if isinstance(value.node, yaml.CollectionNode) and not value.is_flow:
            below = typed.lines[start[0] - 1 : last_line(typed, value)]
            return ["", *_dedented(below, min(start[1] - 1, _column(self.gone.value, value)))]
        first, *rest = typed.at(value.span).rstrip("\n").split("\n")
        if value.is_block:
            return [first, *_dedented(below, _column(self.gone.value, value))]
        return [first, *(f"  {line.strip()}" for line in rest)]

    def _combine(self, name: str, value: Value, there: Value, *, is_preferred: bool) -> None:
        if isinstance(value.node, yaml.SequenceNode) and isinstance(there.node, yaml.SequenceNode):
            self._put_items(name, value, there)
        elif is_preferred:
            lines = self._in_flow(value) if self.kept.value.is_flow else self._lines(value)
            if lines is not None:
                self.edits.append(replace_field(self.kept.typed, self.kept.value, name, lines))
                self.left.append(
                    Left(name, there.span.start[0], self.kept.typed.at(there.span), _one_line(self.gone.typed.at(value.span)))
                )
        elif isinstance(value.node, yaml.MappingNode) and isinstance(there.node, yaml.MappingNode):
            for key, child in value.pairs:
                self._combine_key(f"{name}.{key.text}", key.text, child, there)
        else:
            self._leave(name, value, there)

    def _combine_key(self, name: str, key: str, value: Value, there: Value) -> None:
        beside = there.fields.get(key)
        if beside is None:
            self._put(there, [*there.fields, key], key, name, value)
        elif plain(beside) == plain(value):
            return
        elif isinstance(value.node, yaml.SequenceNode) and isinstance(beside.node, yaml.SequenceNode):
            self._put_items(name, value, beside)
        elif not (ALIASES in self.order and name.partition(".")[0] in _NAMES):  # else it goes to the aliases
            self._leave(name, value, beside)

    def _put_items(self, name: str, value: Value, there: Value) -> None:
        known = [plain(item) for item in there.items]
        new = [item for item in value.items if plain(item) not in known]
        typed = [self._in_flow(item) if there.is_flow else self._item(item) for item in new]
        fit = [lines for lines in typed if lines is not None]
        for item, lines in zip(new, typed, strict=True):
            if lines is None:
                self._leave(name, item, None)
        if fit:
            self.edits.append(put_items(self.kept.typed, there, fit))
            self.fields.append(name)

    def _item(self, item: Value) -> list[str]:
        if item.is_flow and not item.is_block:
            return [_one_line(self.gone.typed.at(item.span))]
        start, lines = item.span.start, self.gone.typed.lines
        first, *rest = lines[start[0] - 1 : last_line(self.gone.typed, item)]
        return [first[start[1] - 1 :], *_dedented(rest, start[1] - 1)]

    def _take_names(self) -> None:
        """What the record that goes was called, the other one is called too."""
        there = self.kept.value.fields.get(ALIASES)
        new = [name for name in dict.fromkeys(_names(self.gone)) if name not in _names(self.kept)]
        if not new:
            return
        self.fields.append(ALIASES)
        if there is not None and there.items:
            self.edits.append(put_items(self.kept.typed, there, [[spelled_in_flow(name)] for name in new]))
            return
        lines = [f"[{', '.join(map(spelled_in_flow, new))}]"]
        put = (
            put_field(self.kept.typed, self.kept.value, self.order, ALIASES, lines)
            if there is None
            else there.span.replaced(lines[0])
        )
        self.edits.append(put)


def plain(value: Value) -> Any:
    """Gives a value without how it was typed."""
    if isinstance(value.node, yaml.SequenceNode):
        return [plain(item) for item in value.items]
    return {key.text: plain(child) for key, child in value.pairs} if isinstance(value.node, yaml.MappingNode) else value.text


def _names(head: Head) -> list[str]:
    fields = head.value.fields
    texts = [child.text for name in _NAMES if name in fields for _, child in fields[name].pairs]
    return [*texts, *(item.text for item in fields[ALIASES].items)] if ALIASES in fields else texts


def _column(record: Value, value: Value) -> int:
    """Gives the columns before the key of a value, which are those before the first key of the mapping it stands in."""
    holder = next(found for found in record.every() if any(child.node is value.node for _, child in found.pairs))
    return holder.pairs[0][0].span.start[1] - 1


def _dedented(lines: list[str], columns: int) -> list[str]:
    return [line[columns:] if not line[:columns].strip() else line.lstrip() for line in lines]


def _one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.strip().split("\n"))
