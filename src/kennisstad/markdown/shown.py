"""What of a Markdown text came out as plain text, letter by letter, where it was typed.

A parser of Markdown passes over what it does not know: `##Kop`, `[dit](een plan.pdf)`, `{ .knop }`. All that is then left of a mark
are its letters, on the page. Here each line stands beside itself with everything taken out that became something else (emphasis,
a link and its address, code, what was escaped), so that a mark that is still there was published as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TAKEN = "\x00"
"""Stands for a letter that became something else; no text holds it, for a file with it is refused."""
_KEY = "shown"
_CODE_MARK = re.compile("`+")
_MAY_HAVE_MARKS = re.compile(
    r"[\[\]{}*_`~^=+$\\&#|•‣▪●◦○■□▫·∙\uf0a7\uf0b7]|8<|:\S|tps?[:;]?\s?/"
    r"|^[ ]*(?:[-–—−→►»✓✔☐☑!?:]|[0-9a-h]{1,2}[.)])",
    re.MULTILINE,
)
"""What no paragraph without a mark has; most have none, and are not looked at further."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of a paragraph, a heading or a cell: as it was typed, and with `TAKEN` for what is no plain text."""

    line: int
    """From 0, in the whole text."""
    column: int
    """Where it begins in that line, from 0; -1 where that cannot be told."""
    typed: str
    plain: str
    block: str
    """The tag it is part of: `p`, `h2`, `td`; "" for the title of a note."""
    number: int
    """Which line of its block it is, from 0."""
    last: bool
    """Whether it is the last one."""
    in_item: bool
    """Whether its block is the first of an item of a list."""


def note_what_is_shown(reader: MarkdownIt) -> None:
    """Lets a parser note what comes out as plain text, in an environment of `asking`; `shown_in` gives it."""
    reader.core.ruler.after("inline", _KEY, _note)


def asking() -> dict[str, Any]:
    """Gives an environment in which a parser notes what comes out as plain text; who makes a page does not ask."""
    return {_KEY: []}


def shown_in(environment: dict[str, Any]) -> list[Shown]:
    """Gives the lines that may have marks of what a parser read into an environment."""
    found: list[Shown] = environment[_KEY]
    return found


def _note(state: StateCore) -> None:
    if _KEY not in state.env:
        return
    lines = state.src.split("\n")
    found: list[Shown] = []
    reached: dict[int, int] = {}
    """How far each line was taken by the cells before."""
    for position, token in enumerate(state.tokens):
        if token.type == "inline" and token.map and _MAY_HAVE_MARKS.search(token.content):
            opened = state.tokens[position - 1]
            in_item = opened.type == "paragraph_open" and state.tokens[position - 2].type == "list_item_open"
            found.extend(_lines_of(token, opened, lines, reached, in_item, state))
    state.env[_KEY] = found


def _lines_of(
    token: Token, opened: Token, lines: list[str], reached: dict[int, int], in_item: bool, state: StateCore
) -> Iterator[Shown]:
    typed, plain = token.content.split("\n"), _Reader(token.content, state).plain(token.children or []).split("\n")
    block = "" if opened.type == "admonition_title_open" else opened.tag
    first = (token.map or [0])[0]
    for number, (each, left) in enumerate(zip(typed, plain, strict=True)):
        line = first + number
        column = _column(lines[line] if line < len(lines) else "", each, reached.get(line, 0), from_end=block == "p")
        reached[line] = column + len(each)
        yield Shown(line, column, each, left, block, number, number == len(typed) - 1, in_item)


def _column(line: str, piece: str, start: int, *, from_end: bool) -> int:
    """A paragraph reaches to the end of its lines; what stands before it is the mark of a list or a quote."""
    whole, wanted = line.rstrip(), piece.rstrip()
    if from_end and whole.endswith(wanted):
        return len(whole) - len(wanted)
    return line.find(piece, start)


class _Reader:
    """Goes through what one block became, and along its source at the same pace."""

    def __init__(self, source: str, state: StateCore) -> None:
        self._source, self._state, self._at = source, state, 0
        self._parts: list[str] = []
        self._is_address = False

    def plain(self, tokens: list[Token]) -> str:
        """Gives the source with `TAKEN` for each letter that is no plain text; ends of lines stay."""
        for token in tokens:
            self._take(token)
        self._skip_to(len(self._source))
        return "".join(self._parts)

    def _take(self, token: Token) -> None:
        match token.type:
            case "text":
                self._text(token.content)
            case "text_special" if token.content == token.markup:
                self._text(token.content)  # a backslash before what needs none
            case "text_special" | "em_open" | "em_close" | "strong_open" | "strong_close":
                self._after(token.markup)
            case "softbreak" | "hardbreak":
                self._after("\n")
                self._skip_to(_past_space(self._source, self._at))
            case "code_inline":
                self._code(token.markup)
            case "html_inline":
                self._after(token.content)
            case "image":
                self._after("![" + token.content)
                self._address()
            case "footnote_ref":
                self._after("]") if "label" in token.meta else self._inline_note(token)
            case "link_open" | "link_close":
                self._link(token)

    def _link(self, token: Token) -> None:
        if token.type == "link_open":
            self._is_address = token.markup == "autolink"
            self._after("<" if self._is_address else "[")
        elif self._is_address:
            self._after(">")
            self._is_address = False
        else:
            self._address()

    def _starts(self, text: str) -> bool:
        return self._source.startswith(text, self._at)

    def _text(self, text: str) -> None:
        if not text or self._is_address:
            return
        found = self._at if self._starts(text) else self._source.find(text, self._at)
        if found >= 0:
            self._skip_to(found)
            self._parts.append(text)
            self._at = found + len(text)

    def _after(self, text: str) -> None:
        """Passes over a piece of the source that stands here, or a little further on."""
        found = self._at if self._starts(text) else self._source.find(text, self._at)
        if found >= 0:
            self._skip_to(found + len(text))

    def _skip_to(self, end: int) -> None:
        skipped = self._source[self._at : end]
        if skipped:
            self._parts.append("\n".join(TAKEN * len(part) for part in skipped.split("\n")))
        self._at = max(self._at, end)

    def _code(self, mark: str) -> None:
        self._after(mark)
        for closing in _CODE_MARK.finditer(self._source, self._at):
            if closing.group() == mark:
                self._skip_to(closing.end())
                return

    def _inline_note(self, token: Token) -> None:
        self._after(f"^[{self._state.env['footnotes']['list'][token.meta['id']]['content']}]")

    def _address(self) -> None:
        """Passes over what stands behind the text of a link: its address and title, or the label it goes by."""
        self._after("]")
        end = self._at
        if self._starts("("):
            end = self._end_of_address(self._at + 1)
        elif self._starts("["):
            end = self._source.find("]", self._at) + 1
        self._skip_to(end)

    def _end_of_address(self, start: int) -> int:
        helpers, source, end = self._state.md.helpers, self._source, len(self._source)
        at = _past_space(source, start)
        address = helpers.parseLinkDestination(source, at, end)
        at = _past_space(source, address.pos if address.ok else at)
        title = helpers.parseLinkTitle(source, at, end)
        at = _past_space(source, title.pos if title.ok else at)
        return at + 1 if source.startswith(")", at) else self._at


def _past_space(source: str, at: int) -> int:
    while at < len(source) and source[at] in " \t\n":
        at += 1
    return at
