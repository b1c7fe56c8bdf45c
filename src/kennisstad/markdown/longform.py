"""The Markdown of hand-written pages: CommonMark with tables, footnotes, notes (`!!! note`), ids on headings, and
addresses that are links by themselves; no HTML.

One parser looks for what is wrong and makes the HTML, so that nothing can be shown that was not looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import islice
from typing import Any
from urllib.parse import unquote

from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin

from kennisstad.markdown.bare import link_addresses
from kennisstad.markdown.became import lists_misread, stars_lost
from kennisstad.markdown.brackets import brackets_in, readable, too_long
from kennisstad.markdown.fields import Markup, empty_links, reader, rendered
from kennisstad.markdown.headings import give_ids
from kennisstad.markdown.losses import losses_in
from kennisstad.markdown.marks import MOST, Mark, marks_in
from kennisstad.markdown.shown import asking, shown_in
from kennisstad.markdown.starts import starts_of

_HEADING_LEVELS = 4
_parser = reader()
_parser.use(footnote_plugin).use(admon_plugin).use(give_ids, _HEADING_LEVELS).use(link_addresses)


def _typed(self: Any, tokens: Sequence[Token], index: int, options: Any, environment: Any) -> str:
    """Shows HTML as it was typed; `rules/content.py` refuses it long before."""
    return escape(tokens[index].content)


_parser.add_render_rule("html_block", _typed)
_parser.add_render_rule("html_inline", _typed)


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link or a picture in a page: where it leads, and the line of the text it stands on, from 0."""

    url: str
    line: int
    is_picture: bool


@dataclass(frozen=True, slots=True)
class Longform:
    """A hand-written page as it was read: its links, the ids of its headings, and the HTML that it may not have, by line."""

    links: tuple[PageLink, ...]
    ids: frozenset[str]
    html: tuple[tuple[int, str], ...]
    titles: tuple[int, ...]
    """The lines of headings of the first level; the page's title is the only one."""
    undescribed: tuple[PageLink, ...]
    """Pictures without a description."""
    empty_links: tuple[Markup, ...]
    """Links without a text to follow them by."""
    marks: tuple[Mark, ...]
    """What came out as text, or is lost."""


@lru_cache(maxsize=256)
def read_longform(markdown: str) -> Longform:
    """Gives what stands in a page."""
    links: list[PageLink] = []
    ids: set[str] = set()
    html: list[tuple[int, str]] = []
    titles: list[int] = []
    undescribed: list[PageLink] = []
    empty: list[Markup] = []
    environment, lines = asking(), markdown.split("\n")
    tokens = _read(markdown, environment)
    for line, token in _flat(tokens):
        if token.type in ("link_open", "image"):
            is_picture = token.type == "image"
            links.append(PageLink(str(token.attrs["src" if is_picture else "href"]), line, is_picture))
        elif token.type in ("html_block", "html_inline"):
            html.extend([] if html and html[-1][0] == line else [(line, token.content.strip())])  # one mistake on a line
        elif token.type == "heading_open":
            ids.add(str(token.attrs.get("id", "")))
            titles.extend([line] if token.tag == "h1" and lines[line].strip("# \t") else [])  # one without words is told as such
        empty.extend(Markup(found, line) for found in empty_links(token.children or []))
        if token.type == "image" and not token.content.strip():
            undescribed.append(links[-1])
    marks = tuple(_marks(tokens, environment, markdown))
    return Longform(tuple(links), frozenset(ids - {""}), tuple(html), tuple(titles), tuple(undescribed), tuple(empty), marks)


def _marks(tokens: Sequence[Token], environment: dict[str, Any], markdown: str) -> Iterator[Mark]:
    """Gives what came out as text or is lost, of each kind that may be many the first ones only."""
    lines, shown = markdown.split("\n"), shown_in(environment)
    for found in (
        too_long(markdown),
        brackets_in(environment, lines),
        losses_in(tokens, environment, lines),
        lists_misread(tokens, lines),
        stars_lost(tokens, lines),
        starts_of(shown, lines),
        (mark for line in shown for mark in marks_in(line)),
    ):
        yield from islice(found, MOST)


def _read(markdown: str, environment: dict[str, Any]) -> list[Token]:
    """Reads a page. The plugin for notes looks one letter too far where the last line has no end."""
    return _parser.parse(f"{readable(markdown)}\n", environment)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture as a page shows it: what stands on the element itself, and the files of each format to choose from."""

    attributes: Mapping[str, str]
    sources: tuple[Mapping[str, str], ...] = ()


def longform_html(
    markdown: str, resolve: Callable[[str, bool], str], show: Callable[[str], Pictured | None] = lambda url: None
) -> str:
    """Gives the HTML of a page; `resolve` turns what a link or (True) a picture names into an address, `show` gives its sizes."""
    environment: dict[str, Any] = {}
    tokens = list(_with_scrolling_tables(list(_without_made_titles(_read(markdown, environment)))))
    for _, token in _flat(tokens):
        if token.type == "link_open":
            token.attrs["href"] = resolve(str(token.attrs["href"]), False)
        elif token.type == "image":
            url = str(token.attrs["src"])
            token.attrs["src"] = resolve(url, True)
            token.meta["shown"] = show(url)
    for block in tokens:
        block.children = list(_pictured(block.children)) if block.children else block.children
    return rendered(_parser, tokens, environment)


def _pictured(tokens: Sequence[Token]) -> Iterator[Token]:
    """Puts around each picture the files that a browser may choose from."""
    for token in tokens:
        shown = token.meta.get("shown") if token.type == "image" else None
        if shown is None:
            yield token
            continue
        token.attrs.update(shown.attributes)
        yield Token("picture_open", "picture", 1)
        yield from (Token("source", "source", 0, attrs=dict(source)) for source in shown.sources)
        yield token
        yield Token("picture_close", "picture", -1)


def _without_made_titles(tokens: Sequence[Token]) -> Iterator[Token]:
    """A note without a title of its own would get an English one; it needs none."""
    is_made = False
    for token in tokens:
        if token.type == "admonition_open":
            has_own = '"' in token.info
        if token.type == "admonition_title_open":
            is_made = not has_own
        if not is_made:
            yield token
        if token.type == "admonition_title_close":
            is_made = False


def _with_scrolling_tables(tokens: Sequence[Token]) -> Iterator[Token]:
    """A wide table scrolls by itself: by keyboard too, for which it needs a name. That is the heading it stands under."""
    heading = ""
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = str(token.attrs.get("id", ""))
        if token.type == "table_open":
            name = ("aria-labelledby", heading) if heading else ("aria-label", _heads(tokens[position:]))
            stop = {"role": "group", "tabindex": "0", name[0]: name[1]} if name[1] else {}
            yield Token("scroll_open", "div", 1, {"class": "scroll", **stop}, block=True)
        yield token
        if token.type == "table_close":
            yield Token("scroll_close", "div", -1, block=True)


def _heads(tokens: Sequence[Token]) -> str:
    """Gives the words at the head of the columns of a table; where it has none, those of its first cell with any."""
    heads: list[str] = []
    cells: list[str] = []
    for position, token in enumerate(tokens):
        if token.type == "table_close":
            break
        if token.type in ("th_open", "td_open"):
            (heads if token.type == "th_open" else cells).append(_text(tokens[position + 1]))
    return ", ".join(filter(None, heads)) or next(filter(None, cells), "")


def _text(inline: Token) -> str:
    return "".join(token.content for token in inline.children or () if token.type in ("text", "code_inline", "image")).strip()


def named_file(url: str) -> tuple[str, str]:
    """Gives the file and the heading that a relative link names: `about.md#wie` → ("about.md", "wie")."""
    path, _, heading = url.partition("#")
    return unquote(path.partition("?")[0]), unquote(heading)


def _flat(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Gives every token, those within a line too, with its line."""
    for block in tokens:
        line = block.map[0] if block.map else 0
        yield line, block
        for token in block.children or ():
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            yield line, token
