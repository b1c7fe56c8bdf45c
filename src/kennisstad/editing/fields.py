"""Edits of one field or one item of a list, between brackets or on lines of its own, as its neighbours are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kennisstad.editing.lines import Place, Span, Typed
from kennisstad.editing.values import Value
from kennisstad.problem import Edit

STEP = 2
"""Spaces that a list or mapping stands further in than the field it is of."""


def put_field(typed: Typed, record: Value, order: Sequence[str], field: str, lines: Sequence[str]) -> Edit:
    """Gives the edit that gives a record a field it lacks, after the one that comes before it in `order`, else as its first.

    `lines` are what follows the field's name: the first on its line, others below it, indented from the field's column.
    """
    pairs = record.pairs
    before = [pair for name in order[: order.index(field)] for pair in pairs if pair[0].text == name]
    text, first = f"{field}: {' '.join(line.strip() for line in lines)}", pairs[0][0].span.start
    indent = " " * (first[1] - 1)
    if not before:
        below = "".join(f"{indent}{line}\n" for line in lines[1:])
        return Edit(first, first, f"{text}, " if record.is_flow else f"{field}: {lines[0]}".rstrip() + f"\n{below}{indent}")
    value = before[-1][1]
    if record.is_flow:
        return Edit(value.span.end, value.span.end, f", {text}")
    return _after(
        typed, value, [f"{indent}{field}:{' ' if lines[0] else ''}{lines[0]}", *(f"{indent}{line}" for line in lines[1:])]
    )


def put_items(typed: Typed, items: Value, added: Sequence[Sequence[str]]) -> Edit:
    """Gives the edit that puts items, of one or more lines each, at the end of a list."""
    inside = items.items
    if items.is_flow:
        end = inside[-1].span.end if inside else (items.span.start[0], items.span.start[1] + 1)
        text = ", ".join(" ".join(line.strip() for line in item) for item in added)
        return Edit(end, end, f"{', ' if inside else ''}{text}")
    indent = " " * (dash_of(typed, inside[0])[1] - 1)
    return _after(
        typed, inside[-1], [f"{indent}{'  ' if place else '- '}{line}" for item in added for place, line in enumerate(item)]
    )


def replace_field(typed: Typed, record: Value, field: str, lines: Sequence[str]) -> Edit:
    """Gives the edit that puts another value, typed on lines as `put_field` takes them, in the place of one."""
    key, value = next(pair for pair in record.pairs if pair[0].text == field)
    start = key.span.start
    if record.is_flow:
        return Edit(start, value.span.end, f"{field}: {' '.join(line.strip() for line in lines)}")
    last = last_line(typed, value)
    text = f"\n{' ' * (start[1] - 1)}".join([f"{field}: {lines[0]}".rstrip(), *lines[1:]])
    return Edit(start, (last, len(typed.lines[last - 1]) + 1), text)


def take_field(typed: Typed, record: Value, field: str) -> Edit:
    """Gives the edit that takes a field away, with the remark behind it."""
    pairs = record.pairs
    position = next(number for number, (key, _) in enumerate(pairs) if key.text == field)
    key, value = pairs[position]
    if record.is_flow:
        return _from_flow([Span(key.span.start, value.span.end) for key, value in pairs], position)
    return Edit((key.span.start[0], 1), (last_line(typed, value) + 1, 1), "")


def take_items(typed: Typed, items: Value, positions: Iterable[int]) -> list[Edit]:
    """Gives the edits that take items out of a list, not all of them."""
    gone, inside = sorted(set(positions)), items.items
    if not items.is_flow:
        return [Edit((dash_of(typed, inside[one])[0], 1), (last_line(typed, inside[one]) + 1, 1), "") for one in gone]
    kept = [position for position in range(len(inside)) if position not in gone]
    spans = [item.span for item in inside]
    edits = []
    for one in gone:
        if one > kept[0]:  # with the comma before it
            edits.append(Edit(spans[one - 1].end, spans[one].end, ""))
        else:
            edits.append(Edit(spans[one].start, spans[one + 1].start, ""))
    return edits


def _from_flow(spans: list[Span], position: int) -> Edit:
    if position:
        return Edit(spans[position - 1].end, spans[position].end, "")
    return Edit(spans[0].start, spans[1].start if len(spans) > 1 else spans[0].end, "")


def last_line(typed: Typed, value: Value) -> int:
    """Gives the last line that a value stands on; blank lines after a text of several lines are no part of it."""
    line, column = value.span.end
    line -= column == 1 and line > value.span.start[0]
    while line > value.span.start[0] and not typed.lines[min(line, len(typed.lines)) - 1].strip():
        line -= 1
    return line


def dash_of(typed: Typed, item: Value) -> Place:
    """Gives where the dash before an item of a list stands."""
    line, column = item.span.start
    found = list(re.finditer(r"-(?=\s)", typed.lines[line - 1][: column - 1]))
    while not found:  # on a line of its own
        line -= 1
        found = list(re.finditer(r"-(?=\s|$)", typed.lines[line - 1]))
    return line, found[-1].start() + 1


def _after(typed: Typed, value: Value, lines: Iterable[str]) -> Edit:
    """Gives the edit that puts lines below a value."""
    line = last_line(typed, value)
    text = "\n".join(typed_line.rstrip() for typed_line in lines)
    if line < len(typed.lines):
        return Edit((line + 1, 1), (line + 1, 1), f"{text}\n")
    end = (line, len(typed.lines[line - 1]) + 1)
    return Edit(end, end, f"\n{text}")
