"""Finds what a page shows over nothing: lists, tables and headings without anything in or below them, names of no element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_ENDED_BY = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",), "optgroup": ("option", "optgroup")}
"""Whose end tag may be left out before which element (HTML, 13.1.2.4 Optional tags)."""
_ENDED_WITH_ITS_PARENT = ("li", "dd", "option", "optgroup")
_HOLDS_SOMETHING = {
    "a", "aside", "button", "dd", "details", "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "label", "legend", "li",
    "main", "nav", "ol", "section", "select", "summary", "table", "tbody", "th", "title", "ul",
}  # fmt: skip
_HEADINGS = ("h1", "h2", "h3")
_FILLED_BY_SCRIPT = ("to-found", "chips")
"""Classes of what a script fills in and shows; hidden until then."""
_PARTS = ("aside", "div", "section")
"""What a heading may stand in."""


@dataclass
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    words: str = ""

    def all(self) -> Iterator[Element]:
        """Gives it and everything in it."""
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def text(self) -> str:
        """All words in it, its own before those of what it holds, with a space between."""
        return " ".join(" ".join((self.words, *(child.text for child in self.children))).split())

    def __str__(self) -> str:
        told = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"<{self.tag}{told}> {self.text[:40]}".strip()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self._open[-1].tag in _ENDED_BY.get(tag, ()):
            self._open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        closed = self._open.pop()
        while closed.tag != tag and closed.tag in _ENDED_WITH_ITS_PARENT:
            closed = self._open.pop()
        assert closed.tag == tag, f"<{closed.tag}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self._open[-1].words += data


def read_page(html: str) -> Element:
    """Gives a page as elements; what is opened is closed, in order, or by what follows it where HTML says so."""
    builder = _Builder()
    builder.feed(html)
    return builder.root


def shown_over_nothing(html: str) -> list[str]:
    """Gives every element of a page that holds nothing, every heading with nothing below it, and every name of no element."""
    page = read_page(html)
    ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    found = [f"empty: {element}" for element in page.all() if element.tag in _HOLDS_SOMETHING and _is_empty(element)]
    found += [f"nothing below: {heading}" for heading in _headings_over_nothing(page)]
    found += [f"twice: #{name}" for name in sorted(set(ids)) if ids.count(name) > 1]
    for element in page.all():
        for name in ("aria-labelledby", "for"):
            found += [f"names nothing: {element}" for one in element.attributes.get(name, "").split() if one not in ids]
    return found


def _is_empty(element: Element) -> bool:
    is_filled = element.attributes.get("class", "").split(" ")[-1] in _FILLED_BY_SCRIPT
    is_filled = is_filled or (element.tag == "a" and "href" not in element.attributes)
    return not is_filled and not element.text and not any(each.tag in ("input", "img", "svg") for each in element.all())


def _headings_over_nothing(page: Element) -> Iterator[Element]:
    """A title in a row of a list may be all there is to say; any other heading has something below it, and no heading as high."""
    for part in (element for element in page.all() if element.tag in _PARTS):
        for position, child in enumerate(part.children):
            following = part.children[position + 1 : position + 2]
            if child.tag in ("h2", "h3") and (not following or following[0].tag in _HEADINGS[: _HEADINGS.index(child.tag) + 1]):
                yield child
