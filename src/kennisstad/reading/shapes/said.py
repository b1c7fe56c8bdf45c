"""Says which mistake stands behind a YAML parser's complaint, in words an editor knows.

The parser tells where it got stuck and in its own terms why; the mistake is often a line up. Each `_is_…` looks for one
mistake that people make; the first that fits gives the message.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from kennisstad.problem import Location, Problem
from kennisstad.reading.edits import indent_of

MOST_LINES_BACK = 6
"""Lines above the place where the parser got stuck in which an open quote is looked for."""
_SPECIAL = "@`%*&!|>?,]}"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said (`what`), where it got stuck and where the thing it was reading began (0-based)."""

    what: str
    lines: list[str]
    stuck: tuple[int, int]
    began: tuple[int, int]

    def line(self, number: int) -> str:
        """Gives a line, "" where there is none."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def value(self) -> str:
        """The text after the first `key:` or `- ` on the line where the parser got stuck."""
        return re.sub(r"^\s*(- +)*([\w-]+:\s+)?", "", self.line(self.stuck[0]))


Finding = tuple[str, str, tuple[int, int]]


def from_complaint(error: yaml.YAMLError, text: str, name: str, first_line: int) -> Problem:
    """Gives the problem for an error of PyYAML's parser on `text`, which starts at `first_line` of file `name`."""
    complaint = complaint_of(error, text)
    rule, hint, (line, column) = next(finding for look in _LOOKS if (finding := look(complaint)) is not None)
    found = complaint.line(line).strip()
    character = complaint.line(line)[column : column + 1]
    location = Location(name, line + first_line, column + 1)
    return Problem(location, rule, hint, values={"found": found[:80], "character": character})


def complaint_of(error: Any, text: str) -> Complaint:
    """Gives what the parser said of a text, by lines and columns."""
    lines = text.splitlines()
    if isinstance(error, yaml.reader.ReaderError):
        before = text.encode("utf-8", "replace")[: error.position].decode("utf-8", "replace")
        place = (before.count("\n"), len(before) - before.rfind("\n") - 1)
        return Complaint("control characters", lines, place, place)
    stuck = (error.problem_mark.line, error.problem_mark.column) if error.problem_mark else (0, 0)
    began = (error.context_mark.line, error.context_mark.column) if error.context_mark else stuck
    if stuck[0] >= len(lines):
        stuck = (len(lines) - 1, len(lines[-1]) if lines else 0)
    return Complaint(f"{error.context}: {error.problem}", lines, stuck, began)


def _is_control_character(complaint: Complaint) -> Finding | None:
    return ("control-character", "retype", complaint.stuck) if complaint.what == "control characters" else None


def _is_tab(complaint: Complaint) -> Finding | None:
    for line in (complaint.stuck[0], complaint.began[0]):
        indent = re.match(r"\s*", complaint.line(line))
        if indent and "\t" in indent.group():
            return "tab", "use-spaces", (line, indent.group().index("\t"))
    return None


def _is_open_quote(complaint: Complaint) -> Finding | None:
    if "quoted scalar" in complaint.what and "unexpected end" in complaint.what:
        return "open-quote", "close-quote", complaint.began
    began = complaint.line(complaint.began[0])
    if "while parsing a flow" in complaint.what and began.count('"') % 2:
        return "open-quote", "close-quote", (complaint.began[0], began.index('"'))
    for number in range(complaint.stuck[0], max(complaint.stuck[0] - MOST_LINES_BACK, -1), -1):
        line = complaint.line(number)
        if "did not find expected" in complaint.what and line.count('"') % 2:
            is_end = (
                number == complaint.stuck[0] and line.index('"') < complaint.stuck[1] and complaint.line(number - 1).count('"') % 2
            )
            if not is_end:
                return "open-quote", "close-quote", (number, line.index('"'))
    return None


def _is_missing_colon(complaint: Complaint) -> Finding | None:
    if "could not find expected ':'" in complaint.what:
        if _is_loose(complaint, complaint.began[0]):
            return "loose-line", "take-line-out", (complaint.began[0], indent_of(complaint.line(complaint.began[0])))
        return "missing-colon", "write-colon", complaint.began
    for number in (complaint.stuck[0], complaint.stuck[0] - 1):
        field = re.match(r"\s*(?:- )?([a-z][\w-]*) +[\"'{\[]", complaint.line(number))
        if field:
            return "missing-colon", "write-colon", (number, field.start(1))
    return None


def _is_loose(complaint: Complaint, number: int) -> bool:
    """Whether a line is no field without its colon: a sentence, or cells pasted from a table."""
    line = complaint.line(number).strip()
    first = re.match(r"(?:- +)*([\w-]*)", line)
    names = {name.casefold() for text in complaint.lines for name in re.findall(r"^\s*(?:- +)*([\w-]+):(?=\s|$)", text)}
    is_name = first is not None and first[1].casefold() in names
    return not is_name and (len(line.split()) > 2 or bool(re.search(r"[;|\t]", line)))


def _is_hash(complaint: Complaint) -> Finding | None:
    """`{nl: Plan #1}`: the closing bracket is part of a comment."""
    lost = re.search(r"[\[{].*\s(#\S)", complaint.line(complaint.began[0]))
    if "while parsing a flow" in complaint.what and lost:
        return "lost-text", "quote-or-space", (complaint.began[0], lost.start(1))
    return None


def _is_missing_space(complaint: Complaint) -> Finding | None:
    """`-id: naam`, or a long dash in place of a short one."""
    for number in (complaint.stuck[0], complaint.stuck[0] - 1):
        dash = re.match(r"\s*([-–—])(?:[^\s-]|(?<=[–—])\s)", complaint.line(number))
        if dash:
            return "missing-dash", "write-dash", (number, dash.start(1))
    return None


def _is_unknown_escape(complaint: Complaint) -> Finding | None:
    return ("unknown-escape", "single-quotes", complaint.stuck) if "escape" in complaint.what else None


def _is_text_after_quote(complaint: Complaint) -> Finding | None:
    quoted = re.match(r"""(?:"[^"]*"|'[^']*')(?=\s*[^\s,}\]:#])""", complaint.value)
    if quoted and "did not find expected" in complaint.what:
        column = complaint.line(complaint.stuck[0]).index(quoted.group()) + len(quoted.group())
        return "text-after-quote", "quotes-around-all", (complaint.stuck[0], column)
    return None


def _is_colon_in_text(complaint: Complaint) -> Finding | None:
    if "mapping values are not allowed" not in complaint.what:
        return None
    line, column = complaint.stuck
    is_first_colon = re.fullmatch(r"\s*[\w-]+", complaint.line(line)[:column])
    if is_first_colon:
        return "indentation", "align", (line, len(complaint.line(line)) - len(complaint.line(line).lstrip()))
    return "colon-in-text", "quote-text", complaint.stuck


def _is_special_start(complaint: Complaint) -> Finding | None:
    stuck_on = complaint.line(complaint.stuck[0])[complaint.stuck[1] :][:1]
    expects = ("cannot start any token", "did not find expected", "while scanning a")
    goes_on = re.match(r"(\[[^\]]*\]|\{[^}]*\})\s*[^\s,#\]}]", complaint.value)
    if (goes_on or complaint.value[:1] in tuple(_SPECIAL)) and any(what in complaint.what for what in expects):
        column = complaint.line(complaint.stuck[0]).index(complaint.value)
        return "special-start", "quote-text", (complaint.stuck[0], column)
    if "cannot start any token" in complaint.what and stuck_on:
        return "special-start", "quote-text", complaint.stuck
    return None


def _is_emphasis(complaint: Complaint) -> Finding | None:
    """`*nadruk*` at the start of a text is an alias to YAML; within brackets a text also starts after a comma."""
    if "scanning an alias" in complaint.what or "scanning an anchor" in complaint.what:
        return "special-start", "quote-text", complaint.began
    is_flow = "while parsing a flow" in complaint.what
    starts = r"[:,\[{]\s*([*&])\S" if is_flow else r"^\s*(?:-\s+)*(?:[\w-]+:\s+)?([*&])\S"
    mark = re.search(starts, complaint.line(complaint.stuck[0]))
    return ("special-start", "quote-text", (complaint.stuck[0], mark.start(1))) if mark else None


def _is_colon_in_brackets(complaint: Complaint) -> Finding | None:
    """`{nl: Wonen: genoeg, en: Housing}`: the parser stops at the second colon and asks for a comma."""
    line, column = complaint.stuck
    is_colon = complaint.line(line)[column : column + 1] == ":" and line == complaint.began[0]
    return ("colon-in-text", "quote-text", complaint.stuck) if "while parsing a flow" in complaint.what and is_colon else None


def _is_open_bracket(complaint: Complaint) -> Finding | None:
    if "while parsing a flow" in complaint.what:
        return "open-bracket", "close-brackets", complaint.began
    return None


def _is_indentation(complaint: Complaint) -> Finding | None:
    if "did not find expected" in complaint.what:
        return "indentation", "align", complaint.stuck
    return None


def _is_too_deep(complaint: Complaint) -> Finding | None:
    """Newer parsers stop by themselves where lists stand a thousand deep in each other."""
    return ("too-deep", "close-brackets", complaint.stuck) if "nesting depth" in complaint.what else None


def _is_something_else(complaint: Complaint) -> Finding | None:
    return "not-yaml", "compare-with-neighbour", complaint.stuck


_LOOKS: tuple[Callable[[Complaint], Finding | None], ...] = (
    _is_too_deep,
    _is_control_character,
    _is_tab,
    _is_open_quote,
    _is_unknown_escape,
    _is_hash,
    _is_missing_space,
    _is_missing_colon,
    _is_text_after_quote,
    _is_colon_in_text,
    _is_emphasis,
    _is_special_start,
    _is_colon_in_brackets,
    _is_open_bracket,
    _is_indentation,
    _is_something_else,
)
