"""Edits of lines of YAML, and texts written so that YAML reads them as they are meant."""

from __future__ import annotations

from kennisstad.problem import Edit


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
