"""The text of each record as it was typed, from the lines that the records begin on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def record_texts(text: str, starts: Iterable[int]) -> Mapping[int, str]:
    """Gives the text of each record by the line it begins on, counted from 1: from its dash to its last line.

    What stands between records, blank lines and comments, belongs to none of them. `starts` are lines of all records of the file.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    firsts = sorted(starts)
    ends = [*(_dash(lines, start) for start in firsts[1:]), len(lines)]
    return {start: _record(lines[_dash(lines, start) : end]) for start, end in zip(firsts, ends, strict=True)}


def _dash(lines: list[str], start: int) -> int:
    """A dash may stand on a line of its own."""
    place = start - 1
    while place > 0 and lines[place].startswith(" ") and not lines[place].lstrip().startswith("-"):
        place -= 1
    return place


def _record(lines: list[str]) -> str:
    column = len(lines[0]) - len(lines[0].lstrip())
    end = len(lines)
    while end > 1 and _is_aside(lines[end - 1], column):
        end -= 1
    return "\n".join(lines[:end]).rstrip() + "\n"


def _is_aside(line: str, column: int) -> bool:
    text = line.strip()
    return not text or (text.startswith("#") and len(line) - len(line.lstrip()) <= column)
