"""A line as it was typed, with a caret under what is meant, and the lines that mend it.

Whatever was typed stays on its own line and behind a bar: no letter of it can end the line, move what stands beside it, or begin
a command to the program that shows it (GitHub reads `::error …` at the start of a line and `##[error]` anywhere in one).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from kennisstad.edits import Overlapping, Typed, neighbours
from kennisstad.problem import Edit, Problem

WIDEST = 100
"""Columns of the screen that a typed line may take; a longer one is cut around the caret."""
_BEFORE = 50
"""Columns of them that stand before the caret at most."""
_LONGEST_MENDED, _MOST_MENDED = 1000, 12
"""Letters of a mended line, and mended lines, of which one can still see what changed."""
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
"""Kinds of characters that show nothing, or something else than what stands there (https://www.unicode.org/reports/tr44/)."""
_COMBINING = {"Mn", "Me"}
OF_THE_FILE = {
    *(
        "file-missing",
        "file-empty",
        "file-too-large",
        "file-unreadable",
        "unknown-file",
        "page-file-name",
        "content-file",
        "not-a-file",
    ),
    *(
        "not-in-language-folder",
        "page-in-subfolder",
        "named-like-a-year",
        "no-default-page",
        "no-default-article",
        "template-unused",
    ),
    *("icon-without-pictures", "photo-name", "photo-unused", "words-in-english", "no-front-matter"),
}
"""Rules that are about a whole file: no line of it is what is wrong."""


def escaped(text: str) -> str:
    """Gives a text on one line, with every character that shows nothing by its number."""
    return "".join(map(_shown, text)).replace("##[", "##\\[")


def _shown(character: str) -> str:
    if character == "\xa0" or unicodedata.category(character) in _HIDDEN:
        return f"<U+{ord(character):04X}>"
    return character


def _width(shown: str) -> int:
    """Gives the columns that a character takes on a screen."""
    return sum(
        0 if unicodedata.category(character) in _COMBINING else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in shown
    )


def _cells(line: str) -> list[str]:
    cells = ["⇥   " if character == "\t" else _shown(character) for character in line]
    for command in re.finditer(r"##\[", line):
        cells[command.end() - 1] = "\\["
    return cells


def typed_line(problem: Problem, typed: Typed) -> list[str]:
    """Gives the line of a problem and the line with its caret; nothing where the problem is about a whole file."""
    where = problem.location
    line = typed.line(where.line)
    is_of_file = problem.rule in OF_THE_FILE or (where[1:] == (1, 1) and line.startswith(("---", "#")))
    if is_of_file or not line.strip():
        return []
    column = min(where.column - 1, len(line))
    while column and column < len(line) and unicodedata.category(line[column]) in _COMBINING:
        column -= 1  # the caret stands under the letter that the mark belongs to
    length = _length(line, column, problem.values.get("found", ""))
    shown, before, under = _cut(_cells(line), column, column + length)
    number = str(where.line)
    blank = " " * len(number)
    return [
        f"    {number} | {shown}".rstrip(),
        f"    {blank} | {' ' * before}{'^' * max(under, 1)}",
    ]


def _length(line: str, column: int, found: str) -> int:
    """Gives how many letters the caret is about: all of what was found, where that stands there."""
    for quote in ("", '"', "'"):
        if found and line.startswith(f"{quote}{found}{quote}", column):
            return len(found) + 2 * len(quote)
    return 1


def _cut(cells: list[str], start: int, end: int) -> tuple[str, int, int]:
    """Gives what is shown of a line, the columns before the caret, and those that it is under."""
    widths = [_width(cell) for cell in cells]
    first, last = 0, len(cells)
    if sum(widths) > WIDEST:
        first = start
        while first and sum(widths[first - 1 : start]) <= _BEFORE:
            first -= 1
        last = first
        while last < len(cells) and sum(widths[first : last + 1]) <= WIDEST:
            last += 1
        while sum(widths[first - 1 : last]) <= WIDEST and first:  # the caret is near the end
            first -= 1
    head, tail = "…" if first else "", "…" if last < len(cells) else ""
    before = len(head) + sum(widths[first:start])
    return f"{head}{''.join(cells[first:last])}{tail}", before, sum(widths[start : min(end, last)])


def mended_lines(fix: Sequence[Edit], typed: Typed) -> Iterator[str]:
    """Gives the lines as they should be, ready to copy, and those that should go; nothing where they cannot be shown whole."""
    for group in neighbours(fix):
        first, after = typed.lines_of(group)
        try:
            lines = typed.mended(group)
        except Overlapping:
            continue
        gone = [typed.line(number) for number in range(first, after)] if not lines else []
        sign, shown = ("-", gone) if gone else ("+", lines)
        if len(shown) > _MOST_MENDED or any(len(line) > _LONGEST_MENDED for line in shown):
            continue
        if all(escaped(line.replace("\t", "").replace("\xa0", "")) == line.replace("\t", "").replace("\xa0", "") for line in shown):
            yield from (f"    {first + place} {sign} {line}".rstrip() for place, line in enumerate(shown))
