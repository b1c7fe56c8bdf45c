"""HTML of our own Markdown as plain text, for mails: the address of each link stands behind it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_APART = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "div", "aside", "figure"))
_LINES = frozenset(("li", "tr", "br", "dt", "dd"))
_EMPTY_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"\s+")


def plain_text(html: str) -> str:
    """Gives the text with an empty line between paragraphs, a dash before each item of a list, and addresses in brackets."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (line.strip() for line in "".join(reader.found).splitlines())
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _APART or tag in _LINES:
            self.found.append("\n\n" if tag in _APART else "\n")
        if tag == "li":
            self.found.append("- ")
        elif tag == "a":
            self._links.append((given.get("href") or "", len(self.found)))
        elif tag == "img":
            self.found.append(given.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _APART:
            self.found.append("\n\n")
        elif tag in ("td", "th"):
            self.found.append(" ")
        elif tag == "a" and self._links:
            address, begun = self._links.pop()
            said = "".join(self.found[begun:]).strip()
            where = address.removeprefix("mailto:")
            if where and where != said:
                self.found.append(f" ({where})")

    def handle_data(self, data: str) -> None:
        self.found.append(_SPACES.sub(" ", data))
