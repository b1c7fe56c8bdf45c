"""Where a piece of a text stands in its file, and what may be written there instead without spoiling the YAML around it."""

from __future__ import annotations

from kennisstad.problem import Edit, Location
from kennisstad.reading.source import Node

_FOR_YAML = frozenset(",[]{}#&*!|>'\"%@`\\")


def spot(node: Node, line: int, column: int, found: str) -> tuple[Location, bool]:
    """Gives where `found` stands, which is in a line of a text (both from 0), and whether that is the very letters.

    Where the text was typed in another way (with `\\n`, or over lines that YAML joins) it is the line or the text as a whole.
    """
    if column >= 0 and node.typed is not None:
        placed = _in_block(node, line, column, found) if node.is_block else _in_scalar(node, line, column, found)
        if placed:
            return placed, True
    return node.line_location(line), False


def edits(node: Node, where: Location, found: str, instead: str) -> tuple[Edit, ...]:
    """Gives the change of `found`, at its place, into what was meant; nothing where that could mean something else to YAML."""
    if not node.is_block and not _is_safe(node, where, found, instead):
        return ()
    return (Edit((where.line, where.column), (where.line, where.column + len(found)), instead),)


def _is_safe(node: Node, where: Location, found: str, instead: str) -> bool:
    typed = node.typed
    quote = typed.lines[typed.start[0]][typed.start[1]] if typed else ""
    if quote in ("'", '"'):
        return quote not in instead and (quote == "'" or "\\" not in instead)
    return where != node.location and ": " not in instead and (set(instead) & _FOR_YAML) <= set(found)


def _in_block(node: Node, line: int, column: int, found: str) -> Location | None:
    typed = node.typed
    assert typed is not None  # noqa: S101 - who calls looked
    first = typed.start[0] + 1
    filled = next((text for text in typed.lines[first:] if text.strip()), "")
    start, at = len(filled) - len(filled.lstrip(" ")) + column, first + line
    if at < len(typed.lines) and typed.lines[at].startswith(found, start):
        return Location(node.location.file, node.location.line + 1 + line, start + 1)
    return None


def _in_scalar(node: Node, line: int, column: int, found: str) -> Location | None:
    """The letters stand in the file as often as in the text, in the same order, unless some were typed in another way."""
    typed = node.typed
    assert typed is not None  # noqa: S101 - who calls looked
    (first, start), (last, end) = typed.start, typed.end
    written = typed.lines[first : last + 1]
    written[-1] = written[-1][:end]
    raw = "\n".join(written)[start:]
    before = "".join(f"{text}\n" for text in node.value.split("\n")[:line]) + node.value.split("\n")[line][:column]
    if not found or raw.count(found) != node.value.count(found):
        return None
    at = -len(found)
    for _ in range(before.count(found) + 1):
        at = raw.find(found, at + len(found))
    if at < 0:
        return None
    above = raw.count("\n", 0, at)
    return Location(node.location.file, node.location.line + above, at - raw.rfind("\n", 0, at) + (0 if above else start))
