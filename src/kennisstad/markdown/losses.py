"""What a hand-written page says that no visitor would read: notes that nothing refers to, cells too many, a title without quotes;
and what a slip made of the text: code that never ends, a paragraph that became a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from kennisstad.markdown.marks import Mark
from kennisstad.markdown.starts import cells

DEEPEST = 12
"""Levels of lists and quotes in each other that are shown; each item of a list counts for two."""
NOTES = ("note", "info", "tip", "success", "question", "warning", "danger", "example", "quote", "abstract", "failure", "bug")
"""The words that may stand behind `!!!`."""
_NOTE = re.compile(rf'\s*(?:{"|".join(NOTES)})(?:\s+"[^"]*")?\s*', re.IGNORECASE)
_FOOTNOTE = re.compile(r"[\s>]*\[\^([^\]\s]+)\]:")
_HEAD = re.compile(r"(?:title|description|slug|menu|order|summary|date|start|end):(?:\s|$)")


def losses_in(tokens: Sequence[Token], environment: dict[str, Any], lines: Sequence[str]) -> Iterator[Mark]:
    """Gives what is lost, or became something else; `tokens` are those of the whole page."""
    yield from _unused_references(tokens, environment, lines)
    yield from _unused_footnotes(environment, lines)
    for position, token in enumerate(tokens):
        match token.type:
            case "table_open":
                yield from _cells(token, lines)
            case "admonition_open":
                yield from _note(token, tokens[position:], lines)
            case "fence":
                yield from _fence(token, lines)
            case "code_block":
                yield from _code(token, lines)
            case "heading_open" if token.markup in ("-", "="):
                yield from _underlined(token, lines)
    yield from _headings(tokens, lines)
    yield from too_deep(tokens, lines)


def _whole(name: str, line: int, lines: Sequence[str], instead: str | None = None) -> Mark:
    """Gives a mark that is all of a line but the space before it."""
    typed = lines[line] if line < len(lines) else ""
    return Mark(name, line, len(typed) - len(typed.lstrip()), typed.strip(), instead)


def _unused_references(tokens: Sequence[Token], environment: dict[str, Any], lines: Sequence[str]) -> Iterator[Mark]:
    used = {normalizeReference(str(token.meta["label"])) for token in _within(tokens) if "label" in token.meta}
    for label, reference in environment.get("references", {}).items():
        if label not in used:
            yield _whole("unused-reference", reference["map"][0], lines)
    for reference in environment.get("duplicate_refs", ()):
        yield _whole("unused-reference", reference["map"][0], lines)


def _within(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _within(token.children or ())


def _unused_footnotes(environment: dict[str, Any], lines: Sequence[str]) -> Iterator[Mark]:
    """Of two footnotes of one name the second is shown; where that name is nowhere in the text, neither is."""
    known: dict[str, int] = environment.get("footnotes", {}).get("refs", {})
    written: dict[str, int] = {}
    for line, text in enumerate(lines if known else ()):
        found = _FOOTNOTE.match(text)
        if found and f":{found[1]}" in known:
            if found[1] in written:
                yield _whole("footnote-twice", line, lines)
            elif known[f":{found[1]}"] < 0:
                yield _whole("unused-footnote", line, lines)
            written[found[1]] = line


def _cells(table: Token, lines: Sequence[str]) -> Iterator[Mark]:
    first, end = table.map or (0, 0)
    columns = len(cells(lines[first].lstrip("> ")))
    for line in range(first + 2, min(end, len(lines))):
        row = lines[line].lstrip("> ")
        found = cells(row)
        if len(found) > columns and any(cell.strip() for cell in found[columns:]):
            rest = "|".join(found[columns:]).strip()
            yield Mark("cell-too-many", line, lines[line].rfind(rest), rest)
        elif len(found) < columns:
            yield _whole("cell-too-few", line, lines)


def _note(token: Token, tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    line = (token.map or [0])[0]
    typed = lines[line].strip().lstrip("> ")
    if token.markup != "!!!":
        yield _whole("note-folded", line, lines, f"!!!{typed[len(token.markup) :]}" if lines[line].strip() == typed else None)
    elif not _NOTE.fullmatch(token.info):
        yield _whole("note-title", line, lines, _titled(token.info) if lines[line].strip() == typed else None)
    inside = next((each.type for each in tokens[1:] if each.type not in _TITLE), "")
    if inside == "admonition_close":
        yield _whole("note-empty", line, lines)


_TITLE = ("admonition_title_open", "inline", "admonition_title_close")


def _titled(info: str) -> str:
    """Gives the line of a note as it was meant: its first word where that is a kind, and the others as its title."""
    kind, _, title = info.strip().partition(" ")
    if kind.lower() not in NOTES:
        kind, title = "note", info
    title = re.sub(r"[\"“”„«»]", "", title).strip(" '‘’")
    return f'!!! {kind.lower()} "{title}"'


def _fence(token: Token, lines: Sequence[str]) -> Iterator[Mark]:
    first, end = token.map or (0, 0)
    last = lines[end - 1].strip().lstrip("> ") if first < end - 1 <= len(lines) - 1 else ""
    if not last or last.strip(token.markup[0]) or len(last) < len(token.markup):
        yield _whole("code-open", first, lines)


def _code(token: Token, lines: Sequence[str]) -> Iterator[Mark]:
    """Four spaces or a tab make code of a line; most were meant to be read, and code may stand between lines of ``` too."""
    yield _whole("code-by-spaces", (token.map or [0])[0], lines)


def _headings(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    """A heading without words, or two levels below the one above it; the page's title is the first level (WCAG 2.2, 1.3.1)."""
    above = 1
    for token, inside in pairwise(tokens):
        if token.type != "heading_open" or token.level or not token.map:
            continue
        level = int(token.tag[1:])
        if not inside.content.strip():
            yield _whole("heading-empty", token.map[0], lines)
        elif level > above + 1:
            yield _whole("heading-level", token.map[0], lines, f"{'#' * (above + 1)} {inside.content}")
        above = level


def _underlined(token: Token, lines: Sequence[str]) -> Iterator[Mark]:
    """A line of dashes right below a paragraph makes a heading of it."""
    first, end = token.map or (0, 0)
    text = [line.strip() for line in lines[first : end - 1]]
    if any(_HEAD.match(line) for line in text):
        yield _whole("head-in-text", first, lines)
    elif len(text) > 1 or re.search(r"[.,;:]$", text[0] if text else ""):
        yield _whole("underlined", end - 1, lines)


def too_deep(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    """Told once: at the first line that stands deeper than is shown."""
    for token in tokens:
        if token.map and token.level > 2 * DEEPEST:
            yield _whole("too-deep", token.map[0], lines)
            return
