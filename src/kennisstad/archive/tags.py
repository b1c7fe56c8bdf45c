"""Changes tags of a finished page where they stand, and not another byte of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser

Attributes = Mapping[str, str]
"""The attributes of a tag by name, in small letters; "" for one without a value."""
Rewrite = Callable[[str, Attributes], "Attributes | None"]
"""Is given an element's name and attributes, and gives those to write; None leaves the whole tag out."""
_ATTRIBUTE = re.compile(r"""\s+([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""")


class _Tags(HTMLParser):
    """Notes each change of a start tag: from where, until where, and what stands there then."""

    def __init__(self, html: str, rewrite: Rewrite) -> None:
        super().__init__()
        self._rewrite = rewrite
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        self.changes: list[tuple[int, int, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what a tag becomes, where it becomes another."""
        before = {name: value or "" for name, value in attrs}
        after = self._rewrite(tag, before)
        if after == before:
            return
        typed, (line, column) = self.get_starttag_text() or "", self.getpos()
        start = self._lines[line - 1] + column
        self.changes.append((start, start + len(typed), "" if after is None else _retyped(typed, before, after)))


def with_tags(html: str, rewrite: Rewrite) -> str:
    """Gives a page in which each start tag has the attributes that `rewrite` gives for it.

    An attribute that stays keeps its place and its quotes, a new one comes first. A tag is left out without its end tag, so only
    one that has none (`link`, `meta`) can be.
    """
    pieces, position = [], 0
    for start, end, typed in _Tags(html, rewrite).changes:
        pieces += [html[position:start], typed]
        position = end
    return "".join((*pieces, html[position:]))


def _retyped(typed: str, before: Attributes, after: Attributes) -> str:
    def change(found: re.Match[str]) -> str:
        name = found[1].lower()
        if name not in after:
            return ""
        return found[0] if after[name] == before.get(name) else _typed(name, after[name])

    name = re.match(r"<[^\s/>]+", typed)
    end = name.end() if name else 0
    new = "".join(_typed(name, value) for name, value in after.items() if name not in before)
    return f"{typed[:end]}{new}{_ATTRIBUTE.sub(change, typed[end:])}"


def _typed(name: str, value: str) -> str:
    return f' {name}="{escape(value)}"' if value else f" {name}"
