"""Feeds (Atom, RFC 4287). Ids and times come from the data, so that a feed changes only when there is something new."""

from __future__ import annotations

from functools import partial
from xml.etree import ElementTree as Xml

from kennisstad.exports.material import Files, Material
from kennisstad.views.entries import Entry
from kennisstad.views.feeds import ATOM, Feed, feeds

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def files(material: Material) -> Files:
    """Gives every feed of every language."""
    for language in material.dataset.programme.languages:
        edition = material.pages.edition(language)
        author = edition.text(material.dataset.programme.name).text
        for feed in feeds(edition):
            yield feed.path, partial(_bytes, material, feed, language, author)


def _bytes(material: Material, feed: Feed, language: str, author: str) -> bytes:
    absolute = material.addresses.absolute
    root = Xml.Element("feed", {"xmlns": _ATOM, _LANGUAGE: language})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", max(entry.updated for entry in feed.entries).isoformat())
    _add(root, "link", rel="self", type=ATOM, href=absolute(feed.path))
    _add(root, "link", rel="alternate", type="text/html", href=absolute(feed.page))
    _add(_add(root, "author"), "name", author)
    for entry in feed.entries:
        _entry(root, entry, absolute(entry.path))
    Xml.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, encoding="unicode")}\n'.encode()


def _entry(root: Xml.Element, entry: Entry, address: str) -> None:
    element = _add(root, "entry")
    element.set(_LANGUAGE, entry.language)
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", entry.published.isoformat())
    _add(element, "updated", entry.updated.isoformat())
    _add(element, "link", rel="alternate", type="text/html", href=address)
    _add(element, "summary", entry.summary)
    if entry.html:
        _add(element, "content", entry.html, type="html")


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, name, attributes)
    element.text = text or None
    return element
