"""Characters that look like those that YAML asks for: hidden and wide ones, tabs, curly quotes, dashes and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.problem import Edit
from kennisstad.reading.edits import indent_of, instead, quoted
from kennisstad.reading.shapes.broken import Broken, Guess, Look

HIDDEN_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are none to YAML."""
HIDDEN_NOTHING = "\u00ad\u200b-\u200f\u2060\ufeff"
"""What takes no room at all."""
_HIDDEN = re.compile(f"[{HIDDEN_SPACES}{HIDDEN_NOTHING}]")
_SPACE = re.compile(f"[{HIDDEN_SPACES}]")
_STRUCTURE = re.compile(
    rf"^[\s{HIDDEN_SPACES}{HIDDEN_NOTHING}-]*[\w{HIDDEN_NOTHING}-]*[\s{HIDDEN_SPACES}]*:?[\s{HIDDEN_SPACES}{HIDDEN_NOTHING}]*"
)
"""What of a line is no text: its indentation, its dash, the name of the field and its colon."""
_WIDE = {"：": ":", "，": ",", "、": ",", "［": "[", "］": "]", "｛": "{", "｝": "}", "＂": '"', "＇": "'", "－": "-", "　": " "}
_LOOSE = re.compile(r'"[^"]*"|([：，、［］｛｝＂＇－　])')
_CURLY = re.compile(r"([“„‟‘‚][^“”„‘‚]*[”“’‘])(?=\s*(?:$|[,}\]]))")
_DASH = re.compile(r"^(\s*)([–—−‐‑•·*+]|-)(\s*)(?=[\w\[{\"'])")


def hidden_marks(broken: Broken) -> Iterator[Guess]:
    """`status:` with a no-break space behind it; nobody sees the difference."""
    for number, line in broken.numbered():
        structure = _STRUCTURE.match(line)
        found = list(_HIDDEN.finditer(structure.group())) if structure else []
        if found:
            edits = tuple(instead(number, mark.start() + 1, 1, " " if _SPACE.match(mark.group()) else "") for mark in found)
            values = {"found": f"U+{ord(found[0].group()):04X}"}
            yield Guess("hidden-character", "take-hidden-out", number, found[0].start() + 1, edits, values)


def wide_marks(broken: Broken) -> Iterator[Guess]:
    """`status： running`: the colon of a Chinese keyboard."""
    for number, line in broken.numbered():
        found = [mark for mark in _LOOSE.finditer(line) if mark[1]]
        if found:
            edits = tuple(instead(number, mark.start() + 1, 1, _narrow(line, mark)) for mark in found)
            values = {"found": found[0][1], "instead": _WIDE[found[0][1]]}
            yield Guess("wide-character", "write-character", number, found[0].start() + 1, edits, values)


def _narrow(line: str, mark: re.Match[str]) -> str:
    narrow = _WIDE[mark[1]]
    return f"{narrow} " if narrow in ":," and not line[mark.end() :].startswith(" ") else narrow


def wide_in(text: str) -> str:
    """Gives the first character of another keyboard in a text, or ""."""
    return next((letter for letter in text if letter in _WIDE), "")


def narrowed(text: str) -> str:
    """Gives a text with the characters that YAML knows: `［a，b］` → `[a, b]`."""
    marks = reversed([mark for mark in _LOOSE.finditer(text) if mark[1]])
    for mark in marks:
        text = f"{text[: mark.start()]}{_narrow(text, mark)}{text[mark.end() :]}"
    return text


def tabs(broken: Broken) -> Iterator[Guess]:
    """A tab in the indentation, or after the dash."""
    for number, line in broken.numbered():
        lead = re.match(r"[ \t]*(?:-[ \t]+)?", line)
        if lead is None or "\t" not in lead.group():
            continue
        rest, column = line[lead.end() :], lead.group().index("\t") + 1
        above, below = (broken.line(broken.filled(number, step)) for step in (-1, 1))
        dash = "- " if "-" in lead.group() else ""
        wanted = [lead.group().replace("\t", "  ") if not dash else "- ", *(" " * indent_of(near) for near in (above, below))]
        for spaces in dict.fromkeys(wanted):
            if rest:
                edit = instead(number, 1, lead.end(), spaces)
                yield Guess("tab", "use-spaces", number, column, (edit,), {"found": line.strip()[:80]})


def curly_quotes(broken: Broken) -> Iterator[Guess]:
    """`“Leren: samen”`: to YAML these quotes are letters like any other."""
    for number in broken.near(before=3):
        line = broken.line(number)
        for mark in _CURLY.finditer(line):
            if re.search(r"(?:[:\[{,-]\s+|[\[{])$", line[: mark.start()]):
                edit = instead(number, mark.start() + 1, len(mark[1]), quoted(mark[1][1:-1]))
                yield Guess("curly-quotes", "write-straight-quotes", number, mark.start() + 1, (edit,), {"found": mark[1][:80]})


def dashes(broken: Broken) -> Iterator[Guess]:
    """`-id: naam`, `– id: naam`, `• id: naam`, `- - id: naam`."""
    for number in broken.near(before=3):
        line = broken.line(number)
        twice = re.match(r"^(\s*)- +(- +)", line)
        if twice:
            edit = instead(number, twice.start(2) + 1, len(twice[2]), "")
            yield Guess("dash-twice", "one-dash", number, twice.start(2) + 1, (edit,))
        dash = _DASH.match(line)
        if dash and (dash[2] != "-" or not dash[3]):
            edit = instead(number, dash.start(2) + 1, len(dash[2] + dash[3]), "- ")
            yield Guess("missing-dash", "write-dash", number, dash.start(2) + 1, (edit,))


def dashes_alone(broken: Broken) -> Iterator[Guess]:
    """`value: -`: who has no value leaves the field out."""
    alone = re.match(r"^\s*(?:- +)*[\w-]+:\s+(-)\s*$", broken.line(broken.stuck))
    if alone:
        yield Guess("not-yaml", "write-value", broken.stuck, alone.start(1) + 1)


def spaces_at_colons(broken: Broken) -> Iterator[Guess]:
    """`status:running`, `status :running`."""
    for number in broken.near():
        line = broken.line(number)
        field = re.match(r"^(\s*(?:- +)*)([a-z][\w-]*)( *):(?!//)(\S.*)$", line)
        if field:
            column = field.start(4) + 1
            values = {"instead": f"{field[2]}: {field[4].strip()}"[:80]}
            edit = Edit((number, field.end(2) + 1), (number, column), ": ")
            yield Guess("missing-space", "write-instead", number, column, (edit,), values)


def colons(broken: Broken) -> Iterator[Guess]:
    """`status running`, `status = running`, `summary` above its lines."""
    for number in broken.near(before=3):
        line = broken.line(number)
        field = re.match(r"^(\s*(?:- +)*)([a-z][\w-]*)(\s*=\s*|\s+|$)(.*)$", line)
        if field is None or (len(field[4].split()) > 1 and field[4][:1] not in tuple("\"'[{") and "=" not in field[3]):
            continue
        written = f"{field[2]}: {field[4]}".rstrip()
        edit = Edit((number, field.start(2) + 1), (number, len(line) + 1), written)
        yield Guess("missing-colon", "write-instead", number, field.start(2) + 1, (edit,), {"instead": written[:80]})


def unknown_escapes(broken: Broken) -> Iterator[Guess]:
    r"""`"C:\plan"`: between double quotes a backslash has a meaning of its own."""
    if "escape" in broken.what or "hexdecimal" in broken.what:
        yield Guess("unknown-escape", "single-quotes", broken.stuck, broken.column)


MARKS: tuple[Look, ...] = (
    unknown_escapes,
    dashes_alone,
    hidden_marks,
    wide_marks,
    tabs,
    curly_quotes,
    dashes,
    spaces_at_colons,
    colons,
)
