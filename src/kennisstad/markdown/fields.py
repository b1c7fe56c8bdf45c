"""The small safe Markdown of text fields: paragraphs, emphasis, links and lists, and links to records. Nothing else.

A web or mail address is a link by itself.

A record is linked by its kind and id: `[Leren met de Stad](project:leren-met-de-stad)`. A text is read once, by the whole of
CommonMark (markdown-it-py): what it may not have is told, and what is left is the HTML, in pieces between its links.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape, unescape
from itertools import islice
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kennisstad.markdown.bare import link_addresses
from kennisstad.markdown.became import lists_misread, stars_lost
from kennisstad.markdown.brackets import bound_brackets, brackets_in, readable, too_long
from kennisstad.markdown.losses import too_deep
from kennisstad.markdown.marks import MOST, Mark, marks_in
from kennisstad.markdown.shown import asking, note_what_is_shown, shown_in
from kennisstad.markdown.starts import starts_of
from kennisstad.model.telephone import is_telephone
from kennisstad.model.values import is_web_address

_PLAIN = ("inline", "text", "softbreak", "hardbreak")
_PAIRS = ("paragraph", "em", "strong", "link", "bullet_list", "ordered_list", "list_item")
_ALLOWED = {*_PLAIN, *(f"{name}_{side}" for name in _PAIRS for side in ("open", "close"))}
_MOST_LEVELS = 100
"""Levels that the parser goes down; far fewer are told to be too many, so that none is lost."""
_HREF = re.compile(r'(?<=<a href=")[^"]*(?=")')
"""In HTML that we made, a quote within a text is escaped: what looks like a link is one."""


class AnyLink(MarkdownIt):
    """A reader that takes every address for a link; the rules look at each of them, and tell what is wrong with it."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """Takes every address."""
        return True


def reader() -> MarkdownIt:
    """Gives a parser of CommonMark with tables, that tells what came out as text; what it may not have the rules refuse."""
    parser = AnyLink("commonmark", {"html": True, "maxNesting": _MOST_LEVELS, "store_labels": True}).enable("table")
    return parser.use(bound_brackets).use(note_what_is_shown)


_reader = reader().use(link_addresses)


def empty_links(tokens: list[Token]) -> Iterator[str]:
    """Gives the links of a line without a text to follow them by: `[](project:x)`."""
    opened: Token | None = None
    for token in tokens:
        if token.type == "link_close" and opened:
            yield f"[]({opened.attrs['href']})"
        opened = token if token.type == "link_open" else opened if not token.content.strip() else None


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a Markdown text; `line` counts from 0, from the start of the text."""

    url: str
    line: int


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of markup that a text field may not have: the line of the text it stands on, and its number from 0."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Field:
    """A text field as it was read: its links, those without a text, the markup it may not have, what came out as text, its HTML.

    `pieces` is the HTML cut before and after the address of each link: HTML, address, HTML, address, …, HTML. It is there only
    where nothing is wrong, so that nothing can be shown that was not looked at.
    """

    links: tuple[Link, ...]
    empty_links: tuple[Markup, ...]
    not_allowed: tuple[Markup, ...]
    marks: tuple[Mark, ...]
    pieces: tuple[str, ...]


def to_html(markdown: str, resolve: Callable[[str], str]) -> str:
    """Gives the HTML of a text field; `resolve` turns what a link names that is no web address into one within the site."""
    pieces = read_field(markdown).pieces
    return "".join(_led(piece, resolve) if position % 2 else piece for position, piece in enumerate(pieces))


def _led(url: str, resolve: Callable[[str], str]) -> str:
    return escape(url if is_web_address(url) or is_telephone(url) else resolve(url))


def read_field(markdown: str) -> Field:
    """Reads a text field as the whole of CommonMark does, to tell what would be lost or shown as it is typed."""
    return _read(markdown.rstrip())


@lru_cache(maxsize=50_000)
def _read(markdown: str) -> Field:
    """The check and every page that shows a text read it once."""
    links: list[Link] = []
    empty: list[Markup] = []
    refused: dict[int, None] = {}
    lines, environment = markdown.split("\n"), asking()
    tokens = _reader.parse(readable(markdown), environment)
    for block in tokens:
        line = block.map[0] if block.map else 0
        children = block.children or []
        links.extend(Link(str(token.attrs["href"]), line) for token in children if token.type == "link_open")
        empty.extend(Markup(found, line) for found in empty_links(children))
        if block.map and any(token.type not in _ALLOWED or token.markup == "autolink" for token in (block, *children)):
            refused[line] = None
    for reference in environment.get("references", {}).values():
        refused[reference["map"][0]] = None
    not_allowed = tuple(Markup(lines[line].strip(), line) for line in sorted(refused)[:MOST])
    unread = (*too_long(markdown), *brackets_in(environment, lines))
    marks = (*unread, *_marks(tokens, environment, lines, refused))
    pieces = () if not_allowed or empty or unread else _pieces(rendered(_reader, tokens, environment))
    return Field(tuple(links), tuple(empty), not_allowed, marks, pieces)


def _marks(tokens: list[Token], environment: dict[str, Any], lines: list[str], refused: dict[int, None]) -> Iterator[Mark]:
    """Gives what came out as text, but in a block that may not be there at all."""
    shown = [line for line in shown_in(environment) if line.line not in refused]
    for found in (
        too_deep(tokens, lines),
        (mark for mark in lists_misread(tokens, lines) if mark.line not in refused),
        (mark for mark in stars_lost(tokens, lines) if mark.line not in refused),
        starts_of(shown, lines),
        (mark for line in shown for mark in marks_in(line)),
    ):
        yield from islice(found, MOST)


def rendered(reader: MarkdownIt, tokens: Sequence[Token], environment: dict[str, Any]) -> str:
    """Gives the HTML of what was read, with quotes spelled as templates spell them."""
    html: str = reader.renderer.render(tokens, reader.options, environment)
    return html.strip().replace("&quot;", "&#34;")


def _pieces(html: str) -> tuple[str, ...]:
    pieces, start = [], 0
    for link in _HREF.finditer(html):
        pieces += [html[start : link.start()], unescape(link.group())]
        start = link.end()
    return (*pieces, html[start:])
