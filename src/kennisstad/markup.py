"""The small safe Markdown of text fields: paragraphs, emphasis, links and lists, and links to records. Nothing else.

A record is linked by its kind and id: `[Leren met de Stad](project:leren-met-de-stad)`. CommonMark (markdown-it-py) with all
other syntax and raw HTML switched off renders it; the whole of CommonMark reads it once more to tell what was not allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kennisstad.model.values import SCHEMES

RECORD_SCHEMES = {"project": "projects", "partner": "partners", "track": "tracks", "page": "content"}
"""The scheme of a link to a record, and the collection it names."""

_PLAIN = ("inline", "text", "softbreak", "hardbreak")
_PAIRS = ("paragraph", "em", "strong", "link", "bullet_list", "ordered_list", "list_item")
_ALLOWED = {*_PLAIN, *(f"{name}_{side}" for name in _PAIRS for side in ("open", "close"))}
_RULES = ["emphasis", "link", "list", "newline", "escape", "entity", "balance_pairs", "fragments_join", "text_join"]

_safe = MarkdownIt("zero", {"html": False}).enable(_RULES)
_whole = MarkdownIt("commonmark", {"html": True}).enable("table")
_whole.validateLink = lambda url: True  # type: ignore[method-assign]
_safe.validateLink = lambda url: is_record_link(url) or is_web_link(url)  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a Markdown text; `line` counts from 0, from the start of the text."""

    url: str
    line: int


def is_record_link(url: str) -> bool:
    """Whether a link names a record: `project:leren-met-de-stad`."""
    scheme, colon, _ = url.partition(":")
    return bool(colon) and scheme in RECORD_SCHEMES


def is_web_link(url: str) -> bool:
    """Whether a link is a whole address with an allowed scheme."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.scheme.lower() == "mailto")


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
class Examined:
    """What stands in a Markdown text: its links, and by name (`heading`, `image`, `html` …) what a text field may not have."""

    links: tuple[Link, ...]
    not_allowed: tuple[str, ...]


def examine(markdown: str) -> Examined:
    """Reads a Markdown text, a text field's or a hand-written page's, as the whole of CommonMark does."""
    links: list[Link] = []
    names: dict[str, None] = {}
    for block in _whole.parse(markdown):
        links.extend(Link(str(token.attrs["href"]), block.map[0] if block.map else 0) for token in _link_tokens([block]))
        for token in (block, *(block.children or ())):
            if token.type not in _ALLOWED:
                name = token.type.removesuffix("_open").removesuffix("_close").replace("_inline", "").replace("_block", "")
                names[name] = None
    return Examined(tuple(links), tuple(names))


def _link_tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from (child for child in token.children or () if child.type == "link_open")
