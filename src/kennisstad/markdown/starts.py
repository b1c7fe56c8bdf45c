"""Marks at the start of a line that came out as text: a heading without its space, dots that were to be a list, rows of a table.

Some of them can open a sentence too: `– zei hij`, `-5 graden`, `1.Een`. Those are marks only where the line beside them begins
alike, or the line above ends with a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.rules_block.table import escapedSplit

from kennisstad.markdown.marks import Mark
from kennisstad.markdown.shown import Shown

_BESIDE = 2
"""Lines down at which an item still belongs with the one above: there may be an empty line between."""
_ALWAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("task", re.compile(r"\[[ xX]?\]\s")),
    ("tab", re.compile(r'={3}[+!]{0,2}\s*["“].*')),
    ("note", re.compile(r"(?:!!!|\?\?\?\+?)\s*\w.*")),
    ("container", re.compile(r":{3,}.*")),
    ("term", re.compile(r":\s+\S.*")),
    ("abbreviation", re.compile(r"\*\[[^\]]{1,100}\]:.*")),
    ("formula", re.compile(r"\\begin\{.*")),
)
_HASHES = re.compile(r"(#{1,})([\s\u00a0\u200b\u202f]*)([^\s#].*)")
_DOT = re.compile(r"[•‣▪●◦○■□▫·∙\uf0a7\uf0b7]\s*(?=\S)")
_ALIKE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("list-dash", re.compile(r"[–—−→►»✓✔☐☑]\s+(?=\S)")),
    ("list-space", re.compile(r"[-*+](?=[^\W\d_])")),
    ("number-space", re.compile(r"\d{1,2}[.)](?=[^\W\d_])")),
    ("letter", re.compile(r"[a-h][.)]\s+(?=\S)")),
    ("list-dash", re.compile(r"[-*][\u00a0\u202f\u200b]+(?=\S)")),
)
_Item = tuple[Shown, re.Match[str]]
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_SENTENCE = re.compile(r".*[.!?…:;,]\W*")
_RULER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")


def starts_of(shown: Sequence[Shown], lines: Sequence[str]) -> Iterator[Mark]:
    """Gives the marks at the start of lines; `lines` are those of the whole text."""
    texts = [line for line in shown if line.block == "p"]
    ticked = -_BESIDE - 1
    for line in texts:
        for mark in _always(line):
            if mark.name != "task" or line.line - ticked > _BESIDE:  # a list is told of once
                yield mark
            ticked = line.line if mark.name == "task" else ticked
        yield from _heading(line)
    yield from _items(texts, lines)
    yield from _rows(texts, lines)


def _mark(name: str, line: Shown, found: str, instead: str | None = None) -> Mark:
    return Mark(name, line.line, line.column, found, instead)


def _always(line: Shown) -> Iterator[Mark]:
    for name, pattern in _ALWAYS:
        found = pattern.match(line.plain)
        if found and (name != "task" or (line.in_item and line.number == 0)):
            yield _mark(name, line, line.typed[: found.end()].rstrip())
    if line.plain.endswith("\\") and line.last:
        yield Mark("line-end", line.line, line.column + len(line.typed) - 1 if line.column >= 0 else -1, "\\", "")


def _heading(line: Shown) -> Iterator[Mark]:
    found = _HASHES.match(line.plain)
    if not found:
        return
    hashes, text = found[1], line.typed[found.start(3) :].strip()
    if len(hashes) > 1:
        yield _mark("heading", line, line.typed.rstrip(), f"{hashes} {text}" if len(hashes) <= 6 else None)
    elif found[2]:
        yield _mark("heading", line, line.typed.rstrip(), f"## {text}")
    elif line.number == 0 and line.last and _is_title(text):
        yield _mark("heading-or-tag", line, line.typed.rstrip())


def _is_title(text: str) -> bool:
    """Whether what stands behind a single hash reads as a heading; `#1 van Nederland` and `#leiden` do not."""
    return text[0].isupper() and " " in text and "#" not in text and not _SENTENCE.fullmatch(text)


def _items(texts: Sequence[Shown], lines: Sequence[str]) -> Iterator[Mark]:
    dots = [(line, found) for line in texts if (found := _DOT.match(line.plain))]
    for run in _runs(dots):
        yield _list("list-dot", run)
    for name, pattern in _ALIKE:
        for run in _runs([(line, found) for line in texts if (found := pattern.match(line.plain))]):
            if len(run) > 1 or _introduced(run[0][0], lines):
                yield _list(name, run)
    yield from _glued_numbers(texts)


def _runs(alike: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Gives the lines that belong to one list."""
    run: list[_Item] = []
    for item in alike:
        if run and item[0].line - run[-1][0].line > _BESIDE:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _list(name: str, run: Sequence[_Item]) -> Mark:
    first, *others = (_mark(name, line, line.typed[: found.end()], _item(name, line, found.group())) for line, found in run)
    return replace(first, also=tuple(others))


def _item(name: str, line: Shown, found: str) -> str | None:
    if name == "letter":
        return None
    if name == "list-dot" and line.in_item and line.number == 0:
        return ""
    return f"{found} " if name == "number-space" else "- "


def _introduced(line: Shown, lines: Sequence[str]) -> bool:
    """Whether the text above ends with a colon."""
    above = next((text for text in reversed(lines[max(line.line - _BESIDE, 0) : line.line]) if text.strip()), "")
    return above.rstrip().endswith(":")


def _glued_numbers(texts: Sequence[Shown]) -> Iterator[Mark]:
    """A list that begins with another number than 1 has to stand apart from the text above."""
    before: tuple[Shown, int] | None = None
    for line in texts:
        found = _NUMBER.match(line.plain) if line.number > 0 else None
        number = int(found[1]) if found else 0
        if found and before and before[0].line == line.line - 1 and before[1] == number - 1:
            yield _mark("list-glued", before[0], before[0].typed.rstrip())
            before = None
        else:
            before = (line, number) if found else None


def _rows(texts: Sequence[Shown], lines: Sequence[str]) -> Iterator[Mark]:
    """Rows that are no table: told once for each paragraph of them, at the line that keeps it from being one."""
    told = -1
    for position, line in enumerate(texts):
        if line.number > 0 and told >= 0 and line.line <= told + 1:
            told = max(told, line.line)
            continue
        row = line.plain.strip()
        below = texts[position + 1] if position + 1 < len(texts) and not line.last else None
        ruled = below is not None and "|" in below.plain + row and bool(_RULER.fullmatch(below.plain.strip()))
        if ruled and below is not None:
            told = below.line
            yield _mark("table-ruler", below, below.typed.rstrip(), _ruler(len(cells(line.typed))))
        elif row.startswith("|") and row.count("|") > 1:
            told = line.line
            above = lines[line.line - 2] if line.line > 1 and not lines[line.line - 1].strip() else ""
            yield _mark("table-apart" if above.lstrip().startswith("|") else "table-without-ruler", line, line.typed.rstrip())


def _ruler(columns: int) -> str:
    return "|" + " --- |" * columns


def cells(row: str) -> list[str]:
    """Gives the cells of a row of a table, as the parser takes them."""
    found = escapedSplit(row.strip())
    start, end = int(found[0] == ""), len(found) - int(len(found) > 1 and found[-1] == "")
    return found[start:end]
