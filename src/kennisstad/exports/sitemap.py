"""The sitemap (https://www.sitemaps.org/protocol.html) with the other languages of each page, and robots.txt.

`lastmod` is the day a record was last checked, never the day of the build: two builds of the same data are the same.
"""

from __future__ import annotations

from xml.etree import ElementTree

from kennisstad.addresses.routes import Addresses
from kennisstad.exports.material import Files, Material
from kennisstad.pages import Pages
from kennisstad.views.layout import X_DEFAULT

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_FULL_DAY = len("2021-02-28")


def files(material: Material) -> Files:
    """Gives the sitemap and robots.txt."""
    yield "sitemap.xml", lambda: sitemap(material.pages, material.addresses, material.dataset.programme.default_language).encode()
    yield "robots.txt", lambda: robots(material.addresses).encode()


def sitemap(pages: Pages, addresses: Addresses, default_language: str) -> str:
    """Gives the sitemap as XML text."""
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for page in pages.all:
        if not page.kind.is_indexed or pages.repeats(page):
            continue
        entry = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
        ElementTree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = addresses.absolute(page.route.path)
        if len(page.changed) == _FULL_DAY:
            ElementTree.SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = page.changed
        alternates = pages.written(page)
        others = (*alternates.items(), (X_DEFAULT, alternates[default_language])) if pages.has_languages else ()
        for language, path in others:
            link = {"rel": "alternate", "hreflang": language, "href": addresses.absolute(path)}
            ElementTree.SubElement(entry, f"{{{_XHTML}}}link", link)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def robots(addresses: Addresses) -> str:
    """Gives robots.txt (RFC 9309): everything may be read, and here is the sitemap."""
    lines = ["User-agent: *", "Allow: /", f"Sitemap: {addresses.absolute('sitemap.xml')}"]
    return "\n".join(lines) + "\n"
