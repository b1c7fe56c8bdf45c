"""Edits of a text: done, moved, and written so that YAML reads them as they are meant."""

from __future__ import annotations

from collections.abc import Iterable

from kennisstad.problem import Edit


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Gives a text after edits that do not overlap; lines and columns count from 1."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for edit in sorted(edits, reverse=True):
        (line, column), (last, until) = edit.start, edit.end
        text = text[: starts[line - 1] + column - 1] + edit.text + text[starts[last - 1] + until - 1 :]
    return text


def put(line: int, column: int, text: str) -> Edit:
    """Puts a text in before a column."""
    return Edit((line, column), (line, column), text)


def instead(line: int, column: int, length: int, text: str) -> Edit:
    """Puts a text in the place of some characters of a line."""
    return Edit((line, column), (line, column + length), text)


def dedented(lines: list[str], first: int, last: int, spaces: int) -> tuple[Edit, ...]:
    """Takes spaces away before the lines from `first` up to and with `last` (from 1); an empty line has none."""
    return tuple(instead(number, 1, spaces, "") for number in range(first, last + 1) if lines[number - 1].strip())


def indent_of(line: str) -> int:
    """Gives the number of spaces that a line begins with."""
    return len(line) - len(line.lstrip(" "))


def quoted(text: str) -> str:
    """Gives a text between quotes that do not stand in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
