"""What YAML reads without a complaint, but not as it was meant: half a pair of quotes, a code, a record within a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from kennisstad.problem import Edit, Location, Problem, Severity
from kennisstad.reading.edits import dedented, indent_of, instead, put, quoted

_IN_CURLY_QUOTES = re.compile("[“„‘‚][^“”„‘‚]*[”“’‘]")
"""A value between the quotes that a word processor makes; to YAML they are letters like any other."""
_CODE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U000?([0-9A-Fa-f]{5,8})|x([0-9A-Fa-f]{2}))")
"""How a program writes a letter between double quotes."""
_RECORD = re.compile(r"(?m)^( *)- id: *[a-z0-9-]+ *\n\1  [a-z_]+:")
_MARK_OF_LIST = re.compile(r"\s*(?:[-*+] |[0-9]{1,2}[.)] |#{1,6} |> |$)")
_ENDS = tuple("\"'”“’‘")
_UNDERSTOOD = re.compile(r'\\(?:["\\/\n]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2})')
"""What stands after a backslash between double quotes and is a letter, or nothing."""


class Scalar(NamedTuple):
    """A text as it was typed: the event of the parser, and the lines of the file, of which the first is `first_line`."""

    event: Any
    lines: list[str]
    name: str
    first_line: int

    @property
    def first(self) -> int:
        """The line that it begins on, from 0 in `lines`."""
        line: int = self.event.start_mark.line
        return line

    @property
    def column(self) -> int:
        """The column that it begins at, from 1."""
        column: int = self.event.start_mark.column
        return column + 1

    @property
    def raw(self) -> str:
        """What stands between its begin and its end."""
        end = self.event.end_mark
        lines = self.lines[self.first : end.line + 1]
        if end.line < len(self.lines):
            lines[-1] = lines[-1][: end.column]
        return "\n".join(lines)[self.column - 1 :]

    def problem(self, rule: str, hint: str, line: int, column: int, fix: tuple[Edit, ...] = (), **values: str) -> Problem:
        """Gives a problem at a place, `line` counted as in `lines`."""
        where = Location(self.name, line + self.first_line, column)
        return Problem(where, rule, hint, values=values, fix=tuple(edit.moved(self.first_line - 1) for edit in fix))


def is_odd(event: Any) -> bool:
    """Whether there is anything to look at; most texts are not."""
    text = event.value
    return text.endswith(_ENDS) or "\\" in text or "- id:" in text or event.start_mark.line != event.end_mark.line


def oddities(scalar: Scalar) -> Iterator[Problem]:
    """Gives what is odd about a text."""
    style = scalar.event.style
    if style is None or (not style and scalar.event.implicit[0]):
        yield from _half_quoted(scalar)
        yield from _without_bar(scalar)
    if style != '"' and "\\" in scalar.event.value:
        yield from _codes(scalar)
    if style in ("|", ">"):
        yield from _records(scalar)


def _half_quoted(scalar: Scalar) -> Iterator[Problem]:
    text = scalar.event.value
    edit = instead(scalar.first + 1, scalar.column, len(text), quoted(text[1:-1]))
    is_one_line = scalar.first == scalar.event.end_mark.line
    if _IN_CURLY_QUOTES.fullmatch(text):
        fix = (edit,) if is_one_line else ()
        problem = scalar.problem("curly-quotes", "straight-quotes", scalar.first, scalar.column, fix, found=text[:80])
        yield Problem(problem.location, problem.rule, problem.hint, "", problem.values, Severity.ADVICE, problem.fix)
    elif is_one_line and _ends_a_quote(text):
        fix = (put(scalar.first + 1, scalar.column, text[-1]),)
        yield scalar.problem(
            "lost-quote", "open-quote", scalar.first, scalar.column, fix, found=text[:80], instead=f"{text[-1]}{text}"[:80]
        )


def _ends_a_quote(text: str) -> bool:
    """Whether a quote at the end belongs to one that was lost: not an inch (`24"`), nor a genitive (`the boatmen'`)."""
    if text.endswith('"'):
        return text.count('"') == 1 and not re.search(r"(?<![-\d])[0-9]{1,2}\"$|^\"$", text)
    return bool(re.fullmatch(r"[^']*[.!?…)]'", text))


def _without_bar(scalar: Scalar) -> Iterator[Problem]:
    """Lines of a text without `|` run together: its paragraphs and lists are lost."""
    last = scalar.event.end_mark.line
    if last == scalar.first:
        return
    # The mark at the end stands on the line of what comes next where nothing is typed after the text.
    lines = scalar.lines[scalar.first + 1 : last + 1]
    while lines and (not lines[-1].strip() or indent_of(lines[-1]) < indent_of(lines[0])):
        lines.pop()
    if not any(_MARK_OF_LIST.match(line) for line in lines):
        return
    line, above = scalar.first, scalar.lines[scalar.first - 1] if scalar.first else ""
    before = scalar.lines[line][: scalar.column - 1]
    if not before.strip() and above.rstrip().endswith(":"):
        place = len(above.rstrip()) + 1
        yield scalar.problem("missing-bar", "write-bar", line - 1, place, (put(line, place, " |"),), found=above.strip()[:80])
    elif before.strip():
        indent = next((indent_of(line) for line in lines if line.strip()), 0)
        fix = (put(line + 1, scalar.column, f"|\n{' ' * indent}"),)
        yield scalar.problem("missing-bar", "write-bar", line, scalar.column, fix, found=scalar.lines[line].strip()[:80])


def _codes(scalar: Scalar) -> Iterator[Problem]:
    r"""`\U0001F331` is a letter between double quotes only; elsewhere it stands on the site as it is typed."""
    edits = []
    for number in range(scalar.first, min(scalar.event.end_mark.line + 1, len(scalar.lines))):
        start = scalar.column - 1 if number == scalar.first else 0
        for code in _CODE.finditer(scalar.lines[number], start):
            letter = _letter(code)
            if letter:
                edits.append(instead(number + 1, code.start() + 1, len(code.group()), letter))
    if edits and any(_letter(code) for code in _CODE.finditer(scalar.event.value)):
        (line, column), text = edits[0].start, edits[0].text
        found = scalar.lines[line - 1][column - 1 : edits[0].end[1] - 1]
        yield scalar.problem("escape-as-text", "write-character", line - 1, column, tuple(edits), found=found, instead=text)


def _letter(code: re.Match[str]) -> str:
    number = int(code[1] or code[2] or code[3], 16)
    return chr(number) if number <= 0x10FFFF and chr(number).isprintable() else ""


def has_unknown_escape(raw: str) -> bool:
    """Whether a text between double quotes has a backslash that makes something else than a letter of what follows it."""
    codes = (_letter(code) for code in _CODE.finditer(raw))
    return "\\" in _UNDERSTOOD.sub("", raw) or not all(codes)


def _records(scalar: Scalar) -> Iterator[Problem]:
    record = _RECORD.search(scalar.event.value) if "- id:" in scalar.event.value else None
    if record is None:
        return
    line = scalar.first + 1 + scalar.event.value.count("\n", 0, record.start())
    if line >= len(scalar.lines):
        return
    raw = scalar.lines[line]
    indent = indent_of(raw)
    last = line
    for number in range(line + 1, min(scalar.event.end_mark.line + 1, len(scalar.lines))):
        if scalar.lines[number].strip():
            if indent_of(scalar.lines[number]) < indent:
                break
            last = number
    fix = dedented(scalar.lines, line + 1, last + 1, indent)
    yield scalar.problem("record-in-record", "move-to-margin", line, indent + 1, fix, found=raw.strip()[:80])
