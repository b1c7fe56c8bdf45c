"""The sitemap (https://www.sitemaps.org/protocol.html) with the other languages of each page, and robots.txt.

`lastmod` is the day on which a page was changed, never the day of the build: two builds of the same data are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from kennisstad.addresses.routes import Addresses
from kennisstad.exports.material import Files, Material
from kennisstad.pages import Page, Pages
from kennisstad.views.layout import X_DEFAULT

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_FULL_DAY = len("2021-02-28")


def files(material: Material) -> Files:
    """Gives the sitemap and robots.txt; a preview is to be found by nobody."""
    if material.dataset.preview is not None:
        yield "robots.txt", lambda: b"User-agent: *\nDisallow: /\n"
        return
    yield "sitemap.xml", lambda: sitemap(material.pages, material.addresses, material.dataset.programme.default_language).encode()
    yield "robots.txt", lambda: robots(material.addresses).encode()


def sitemap(pages: Pages, addresses: Addresses, default_language: str) -> str:
    """Gives the sitemap as XML text."""
    listed = (page for page in pages.all if page.kind.is_indexed and not pages.repeats(page))
    entries = "\n".join(_entry(page, pages.written(page), addresses, default_language) for page in listed)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_SITEMAP}" xmlns:xhtml="{_XHTML}">\n{entries}\n</urlset>\n'


def _entry(page: Page, written: Mapping[str, str], addresses: Addresses, default_language: str) -> str:
    lines = [f"  <loc>{escape(addresses.absolute(page.route.path))}</loc>"]
    if len(page.changed) == _FULL_DAY:
        lines.append(f"  <lastmod>{page.changed}</lastmod>")
    others = (*written.items(), (X_DEFAULT, written[default_language])) if page.pages.has_languages else ()
    for language, path in others:
        address = escape(addresses.absolute(path))
        lines.append(f'  <xhtml:link rel="alternate" hreflang="{language}" href="{address}" />')
    return "\n".join((" <url>", *lines, " </url>"))


def robots(addresses: Addresses) -> str:
    """Gives robots.txt (RFC 9309): everything may be read, and here is the sitemap."""
    lines = ["User-agent: *", "Allow: /", f"Sitemap: {addresses.absolute('sitemap.xml')}"]
    return "\n".join(lines) + "\n"
