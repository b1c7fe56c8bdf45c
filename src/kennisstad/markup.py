"""The small safe Markdown of text fields: paragraphs, emphasis, links and lists, and links to records. Nothing else.

A record is linked by its kind and id: `[Leren met de Stad](project:leren-met-de-stad)`. CommonMark (markdown-it-py) with all
other syntax and raw HTML switched off renders it; the whole of CommonMark reads it once more to tell what was not allowed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kennisstad.model.values import is_web_address

RECORD_SCHEMES = {"project": "projects", "partner": "partners", "track": "tracks", "page": "content", "open-data": "open-data"}
"""The scheme of a link to a record, a page or a file of open data, and the collection it names."""

_PLAIN = ("inline", "text", "softbreak", "hardbreak")
_PAIRS = ("paragraph", "em", "strong", "link", "bullet_list", "ordered_list", "list_item")
_ALLOWED = {*_PLAIN, *(f"{name}_{side}" for name in _PAIRS for side in ("open", "close"))}
_RULES = ["emphasis", "link", "list", "newline", "escape", "entity", "balance_pairs", "fragments_join", "text_join"]

_safe = MarkdownIt("zero", {"html": False}).enable(_RULES)
_whole = MarkdownIt("commonmark", {"html": True}).enable("table")
_whole.validateLink = lambda url: True  # type: ignore[method-assign]
_safe.validateLink = lambda url: is_record_link(url) or is_web_address(url)  # type: ignore[method-assign]


_LOST_LINK = re.compile(
    r"\[[^\[\]\n]*\] ?\( *(?:(?:project|partner|track|page|open-data|https?|mailto):|www\.)[^)\n]*\)?"
    r"|\([^()\n]*\)\[[a-z-]+:[^\]\n]*\]"
)


def lost_links(token: Token) -> list[str]:
    """Gives what was meant as a link in a piece of plain text: `[dit] (project:x)`, `[dit](project: x)`, `(dit)[project:x]`."""
    return [found.group() for found in _LOST_LINK.finditer(token.content)] if token.type == "text" else []


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


def is_record_link(url: str) -> bool:
    """Whether a link names a record: `project:leren-met-de-stad`."""
    scheme, colon, _ = url.partition(":")
    return bool(colon) and scheme in RECORD_SCHEMES


def to_html(markdown: str, resolve: Callable[[str], str]) -> str:
    """Gives the HTML of a text field; `resolve` turns a record link into an address."""
    tokens = _safe.parse(markdown)
    for token in _link_tokens(tokens):
        url = str(token.attrs["href"])
        if is_record_link(url):
            token.attrs["href"] = resolve(url)
    html: str = _safe.renderer.render(tokens, _safe.options, {})
    return html.strip()


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of markup that a text field may not have: the line of the text it stands on, and its number from 0."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Examined:
    """What stands in the Markdown of a text field: its links, what only looks like one, and the markup that it may not have."""

    links: tuple[Link, ...]
    lost_links: tuple[Markup, ...]
    not_allowed: tuple[Markup, ...]


def examine(markdown: str) -> Examined:
    """Reads a text field as the whole of CommonMark does, to tell what would be lost or shown as it is typed."""
    links: list[Link] = []
    lost: list[Markup] = []
    refused: dict[int, None] = {}
    lines, environment = markdown.splitlines(), dict[str, Any]()
    tokens = _whole.parse(markdown, environment)
    for block in tokens:
        line = block.map[0] if block.map else 0
        links.extend(Link(str(token.attrs["href"]), line) for token in _link_tokens([block]))
        lost.extend(Markup(found, line) for token in block.children or () for found in lost_links(token))
        lost.extend(Markup(found, line) for found in empty_links(block.children or []))
        if block.map and any(
            token.type not in _ALLOWED or token.markup == "autolink" for token in (block, *(block.children or ()))
        ):
            refused[line] = None
    for reference in environment.get("references", {}).values():
        refused[reference["map"][0]] = None
    return Examined(tuple(links), tuple(lost), tuple(Markup(lines[line].strip(), line) for line in sorted(refused)))


def _link_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from (child for child in token.children or () if child.type == "link_open")
