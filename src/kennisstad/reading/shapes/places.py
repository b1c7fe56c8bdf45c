"""Lines in another place than was meant: a record within another, a line that is gone, a text without its mark, indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.problem import Edit
from kennisstad.reading.edits import dedented, indent_of, instead, put
from kennisstad.reading.shapes.broken import FIELD, Broken, Guess, Look, is_field

_LANGUAGE = re.compile(r"^\s+[a-z]{2,3}:\s(?<!id: )")
_FEWEST_WORDS = 3
"""Words of a line that is a text rather than a value."""


def records_within(broken: Broken) -> Iterator[Guess]:
    """A record that was pasted deeper than it belongs."""
    for number, line in broken.numbered():
        record = re.match(r"^( +)- id:\s*\S", line)
        if record:
            last = _end_of(broken, number, len(record[1]))
            edits = dedented(broken.lines, number, last, len(record[1]))
            yield Guess("record-in-record", "move-to-margin", number, len(record[1]) + 1, edits)


def _end_of(broken: Broken, first: int, indent: int) -> int:
    """Gives the last line of what is at least as deep as a line."""
    last = first
    for number in range(first + 1, len(broken.lines) + 1):
        line = broken.line(number)
        if line.strip() and indent_of(line) < indent:
            break
        last = number if line.strip() else last
    return last


def dashes_missing(broken: Broken) -> Iterator[Guess]:
    """A record or part of a list without the dash before it."""
    for number in broken.near(before=3, after=2):
        line = broken.line(number)
        indent = indent_of(line)
        column = indent + 1
        if re.match(r"^(?:  )?id:\s", line):
            yield Guess("missing-dash", "write-dash", number, column, (instead(number, 1, indent, "- "),))
        if not line.strip() or line.lstrip().startswith("-"):
            continue
        siblings = {indent_of(near) for _, near in broken.numbered() if near.lstrip().startswith("- ")}
        if indent in siblings and (indent or re.match(r"^id:", line)):
            yield Guess("missing-dash", "write-this-dash", number, column, (put(number, column, "- "),), _with_dash(line))
        if indent - 2 in siblings and is_field(line):
            yield Guess(
                "missing-dash", "write-this-dash", number, column, (instead(number, column - 2, 2, "- "),), _with_dash(line)
            )


def _with_dash(line: str) -> dict[str, str]:
    return {"instead": f"- {line.strip()}"[:80]}


def dashes_within(broken: Broken) -> Iterator[Guess]:
    """`- value: 5` among the fields of a record: the dash begins a list to YAML."""
    is_record = re.match(r"- id:\s", broken.line(1)) is not None
    for number in broken.near(before=1, after=1):
        dash = re.match(r"^( +)(- +)[a-z][\w-]*:\s", broken.line(number))
        above = broken.line(broken.filled(number, -1))
        if dash and is_record and re.match(rf"(?:{dash[1]}|{dash[1][:-2]}- )[a-z][\w-]*:\s+\S", above):
            edit = instead(number, dash.start(2) + 1, len(dash[2]), "")
            values = {"found": broken.line(number).strip()[:80]}
            yield Guess("dash-in-record", "take-this-dash", number, dash.start(2) + 1, (edit,), values)


def bars_missing(broken: Broken) -> Iterator[Guess]:
    """A text of several lines without `|` before it."""
    for number in range(min(broken.stuck, len(broken.lines)), max(broken.stuck - 12, 0), -1):
        line = broken.line(number)
        below = broken.line(broken.filled(number, 1))
        if not _is_text(below) or indent_of(below) <= indent_of(line):
            continue
        if re.match(r"^\s*(?:- )?[\w-]+:\s*$", line):
            yield Guess("missing-bar", "write-bar", number, len(line.rstrip()) + 1, (put(number, len(line.rstrip()) + 1, " |"),))
        field = FIELD.match(line)
        if field and _is_text(field["value"]):
            begin = field.start("value") + 1
            edit = instead(number, begin, len(line) - begin + 1, f"|\n{' ' * indent_of(below)}{field['value']}")
            yield Guess("missing-bar", "write-bar", number, begin, (edit,))


def _is_text(line: str) -> bool:
    bare = line.strip()
    begins_field = is_field(line) and not re.match(r"\s*[A-Z][\w-]*:\s", line)  # no field has a capital
    return len(bare.split()) >= _FEWEST_WORDS and not begins_field and not bare.startswith(('"', "'", "{", "|", ">", "- {"))


def lines_gone(broken: Broken) -> Iterator[Guess]:
    """Fields that hang under nothing: the line above them is gone."""
    number = _first_language(broken)
    line, above = broken.line(number), broken.line(broken.filled(number, -1))
    if not broken.what:
        rule, hint = ("line-gone", "write-first-line") if is_field(line) else ("loose-line", "take-line-out")
        yield Guess(rule, hint, number, indent_of(line) + 1)
        return
    value = FIELD.match(above)
    hangs = indent_of(line) > indent_of(above) and (value is not None or above.rstrip().endswith(":"))
    if _LANGUAGE.match(line) and hangs:
        yield Guess("line-gone", "write-line-above", number, indent_of(line) + 1)


def _first_language(broken: Broken) -> int:
    """Gives the first of the lines in several languages that end where the parser got stuck."""
    number = broken.stuck
    if not _LANGUAGE.match(broken.line(number)):
        above = broken.filled(number, -1)
        number = (
            above
            if _LANGUAGE.match(broken.line(above)) and indent_of(broken.line(above)) > indent_of(broken.line(number))
            else number
        )
    while _LANGUAGE.match(broken.line(broken.filled(number, -1))) and _LANGUAGE.match(broken.line(number)):
        number = broken.filled(number, -1)
    return number


def nearby_indentations(broken: Broken) -> Iterator[Guess]:
    """A line that stands one space too deep, or not deep enough; even spaces may be another mistake."""
    yield from (guess for guess in indentations(broken) if len(guess.edits) == 1 and _spaces(guess.edits[0]) % 2)


def _spaces(edit: Edit) -> int:
    return len(edit.text) or edit.end[1] - edit.start[1]


def indentations(broken: Broken) -> Iterator[Guess]:
    """A line that stands too deep, or not deep enough."""
    for number in broken.near(before=1, after=1):
        line = broken.line(number)
        if not line.strip():
            continue
        indent = indent_of(line)
        deeper = _end_of(broken, number, indent + 1)
        for last in dict.fromkeys((number, deeper)):
            steps = [indent_of(broken.line(near)) - indent for near in _around(broken, number, last)]
            wanted = {step for near in steps for step in (near, near - 2, near + 2) if step and indent + step >= 0}
            for step in sorted(wanted, key=abs):
                yield Guess("indentation", "align", number, indent + 1, _moved(broken, number, last, step))


def _around(broken: Broken, first: int, last: int) -> Iterator[int]:
    above, below = broken.filled(first, -1), broken.filled(last, 1)
    yield from (number for number in (below, above) if number)


def _moved(broken: Broken, first: int, last: int, step: int) -> tuple[Edit, ...]:
    if step < 0:
        return dedented(broken.lines, first, last, -step)
    return tuple(put(number, 1, " " * step) for number in range(first, last + 1) if broken.line(number).strip())


PLACES: tuple[Look, ...] = (records_within, dashes_within, dashes_missing)
LAST_PLACES: tuple[Look, ...] = (nearby_indentations, lines_gone, indentations)
