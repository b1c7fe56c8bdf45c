"""What stands around every page: its foot, the list of all pages, and where to say that something is wrong."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin

from kennisstad.views.follow import has_feeds
from tests.promises.published import Published

ITEM = re.compile(r'<li><a href="([^"]*)"')
BESIDE = ("open-data", "accessibility", "method", "sitemap")
"""What the foot leads to besides the hand-written pages."""


def the_foot_is_one_list_on_every_page(site: Published) -> list[str]:
    """It leads to every hand-written page of the language and to what every visitor may need, each once."""
    faults = []
    for path, html in site.own.items():
        links = _foot(site, path, html)
        if len(links) != len(set(links)) or set(links) != _needed(site, site.language_of(path)):
            faults.append(f"{path}: {links}")
    return faults


def the_site_map_names_what_the_foot_names(site: Published) -> list[str]:
    """Itself aside."""
    faults = []
    for language in site.languages:
        path = site.path("sitemap", language)
        own = site.address + path
        told = {urljoin(own, link["href"]) for link in site.pages[f"{path}index.html"].all("a") if "href" in link}
        faults += sorted(_needed(site, language) - told - {own})
    return faults


def a_mistake_is_told_where_the_page_stands(site: Published) -> list[str]:
    """A mail with the page's address where the programme gives one, else the page about contact, which is told the path."""
    contact = site.dataset.programme.contact
    has_mail = contact is not None and contact.email is not None
    if not has_mail and "contact" not in site.written_names():
        return []
    faults = []
    for path in site.own:
        own = path.removesuffix("index.html")
        ending = quote(f"({site.address}{own})") if has_mail else f"={quote(own)}"
        if not any("?" in link.get("href", "") and link["href"].endswith(ending) for link in site.pages[path].all("a")):
            faults.append(path)
    return faults


def _foot(site: Published, path: str, html: str) -> list[str]:
    page = site.address + path.removesuffix("index.html")
    links = [urljoin(page, link) for link in ITEM.findall(html.rpartition("<footer")[2])]
    return [link for link in links if link.startswith(site.address)]


def _needed(site: Published, language: str) -> set[str]:
    written = {site.written(name, language) for name in site.written_names()}
    dataset = site.dataset
    beside = [*BESIDE, *(["changes"] if dataset.history.changes else []), *(["follow"] if has_feeds(dataset) else [])]
    return {site.address + path for path in {*written, *(site.path(name, language) for name in beside)}}
