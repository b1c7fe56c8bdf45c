"""Rows between brackets: a comma that is missing, a bracket that does not close, text behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.problem import Edit
from kennisstad.reading.edits import instead, put, quoted
from kennisstad.reading.shapes.broken import Broken, Guess, Look

_BEFORE_FIELD = re.compile(r"(?<=[^\s,{\[:])(\s+)(?=([a-z][\w-]*):(?:\s|$))")
_BETWEEN = re.compile(r"(?<=[\"'\]}])(\s*)(?=[\"'\[{])")
_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:(?:[\w-]+|\"[^\"]*\"|'[^']*') *:\s+)?")
_ADDRESS_BEHIND = re.compile(r"\(<?([^\s()<>]+)>?\)\.?")
_TEXT = r"""[a-z]{2,3}:\s+(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"',{}\[\]][^,{}\[\]]*)"""
_TEXT_PER_LANGUAGE = re.compile(rf"\{{{_TEXT}(?:,\s*{_TEXT})*(?=,\s*[a-z][\w-]{{3,}}:\s)")
"""A text in languages that is not closed before the next field: `{nl: "Voorwoord", en: "Preface", lines: 1-9}`."""
_CLOSES = {"[": "]", "{": "}"}


def commas(broken: Broken) -> Iterator[Guess]:
    """`{nl: Plein en: Square}`, `["a" "b"]`, `[{…} {…}]`."""
    for number in broken.near(before=1, after=0):
        line = broken.line(number)
        for gap in (*_BEFORE_FIELD.finditer(line), *_BETWEEN.finditer(line)):
            is_field = gap.re is _BEFORE_FIELD
            if not re.search(r"[\[{]", line[: gap.start()]) or (is_field and gap[2] not in broken.keys and len(gap[2]) > 3):
                continue
            column = gap.start() + 1
            if is_field and column > broken.column and number == broken.stuck:
                continue
            edit = Edit((number, column), (number, column), ",") if gap[1] else put(number, column, ", ")
            yield Guess("missing-comma", "write-comma", number, column, (edit,), {"found": line.strip()[:80]})


def texts_after_bracket(broken: Broken) -> Iterator[Guess]:
    """`[a, b].`, `[a], [b]`, `[a, b]]`, `[Concept] De titel`."""
    for number in broken.near(before=1, after=0):
        line = broken.line(number)
        begin = _BEFORE_VALUE.match(line).end()  # type: ignore[union-attr]
        close = _closing(line, begin) if line[:begin].strip() else -1
        rest = line[close + 1 :].strip() if close >= 0 else ""
        if not rest or rest.startswith("#"):
            continue
        column = line.index(rest, close + 1) + 1
        if link := _ADDRESS_BEHIND.fullmatch(rest):
            edits, written = _of_link(line, number, begin, link[1])
            yield Guess("text-after-bracket", "write-instead", number, column, edits, {"found": rest[:80], "instead": written[:80]})
            continue
        for text in _without_rest(line[begin : close + 1], rest, line[close + 1 : column - 1]):
            edit = instead(number, begin + 1, len(line) - begin, text)
            values = {"found": rest[:80], "instead": text[:80]}
            yield Guess("text-after-bracket", "write-instead", number, column, (edit,), values)
        yield Guess("text-after-bracket", "take-text-out", number, column, (), {"found": rest[:80]})


def _of_link(line: str, number: int, begin: int, address: str) -> tuple[tuple[Edit, ...], str]:
    """`link: [Town](https://town.example/)`: the address, but then the words are lost; in a text all of it, between quotes."""
    before, whole = line[:begin].strip(" -"), line[begin:].rstrip()
    if re.fullmatch(r"[a-z]{2,3}:", before):
        return (instead(number, begin + 1, len(line) - begin, quoted(whole)),), f"{before} {quoted(whole)}"
    return (), f"{before} {address}".strip()


def _without_rest(row: str, rest: str, gap: str) -> Iterator[str]:
    """Gives what may have been meant by a row between brackets and the text after it."""
    if re.fullmatch(r"[.,;)\]}\s]+", rest):
        yield row
    more = re.fullmatch(r",\s*\[?([^\[\]{}]+)\]?", rest)
    if row.startswith("[") and more:
        yield f"{row[:-1]}, {more[1].strip()}]"
    elif row.startswith("[") and re.match(r"\w|\([^\s()]+\)", rest):
        yield quoted(f"{row}{gap}{rest}")


def _closing(line: str, begin: int) -> int:
    """Gives where the bracket closes that opens at a place; -1 where none opens there or it does not close on this line."""
    if line[begin : begin + 1] not in _CLOSES:
        return -1
    opened: list[str] = []
    for mark in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', line[begin:]):
        if mark.group() in _CLOSES:
            opened.append(_CLOSES[mark.group()])
        elif len(mark.group()) == 1 and opened and mark.group() == opened[-1]:
            opened.pop()
            if not opened:
                return begin + mark.start()
    return -1


def open_brackets(broken: Broken) -> Iterator[Guess]:
    """`[a, b`, `[{document: plan]`."""
    for number in broken.near(before=4, after=0):
        line = broken.line(number).rstrip()
        place, opened = _first_open(line)
        if not opened:
            continue
        for inner in _TEXT_PER_LANGUAGE.finditer(line):
            edit = put(number, inner.end() + 1, "}")
            yield Guess("open-bracket", "write-instead", number, inner.start() + 1, (edit,), {"instead": f"{inner.group()}}}"})
        closers = "".join(_CLOSES[mark] for mark in reversed(opened))
        for end in (len(line), *(mark.start() for mark in re.finditer(r"[\]}]+", line))):
            for closer in dict.fromkeys((closers, *closers)):
                yield Guess(
                    "open-bracket", "write-bracket", number, place + 1, (put(number, end + 1, closer),), {"instead": closer}
                )


def _first_open(line: str) -> tuple[int, list[str]]:
    """Gives where the bracket stands that does not close on a line, and the brackets that are left open."""
    opened: list[tuple[int, str]] = []
    for mark in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', line):
        if mark.group() in _CLOSES:
            opened.append((mark.start(), mark.group()))
        elif len(mark.group()) == 1 and opened and _CLOSES[opened[-1][1]] == mark.group():
            opened.pop()
        elif len(mark.group()) == 1 and opened:
            break
    return (opened[0][0], [mark for _, mark in opened]) if opened else (0, [])


BRACKETS: tuple[Look, ...] = (commas, texts_after_bracket, open_brackets)
