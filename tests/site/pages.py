"""Reads the HTML of a built site: links, ids, languages and heads, for the tests."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

MAIL = "mail.html"
"""What a newsletter as a mail is called: it is sent, and no page of the site."""
LEADS_ON = '<meta http-equiv="refresh"'
IS_GONE = '<main class="frame narrow gone">'


def asset(names: Iterable[str], path: str) -> str:
    """Gives the name under which a site has an asset (`site.css`, `form/edit.js`): its content gives that."""
    stem, _, ending = path.rpartition(".")
    pattern = f"scripts-[0-9a-f]{{8}}/{path}" if ending == "js" or "/" in path else f"{stem}-[0-9a-f]{{8}}\\.{ending}"
    (found,) = (name for name in names if re.fullmatch(f"assets/kept/{pattern}", name))
    return found


def names_in(site: Path) -> list[str]:
    """Gives the path of every file of a built site."""
    return [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]


@dataclass
class BuiltPage:
    """One HTML file: what its tags say."""

    path: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    title: str = ""

    def all(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """Gives the attributes of every such tag."""
        return [found for name, found in self.tags if name == tag and attributes.items() <= found.items()]

    @cached_property
    def ids(self) -> list[str]:
        return [found["id"] for _, found in self.tags if "id" in found]


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._in_title = tag == "title" and not self.page.title

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.page.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False


def read_site(site: Path) -> dict[str, BuiltPage]:
    """Gives every HTML page of a built site by its path, without mails and those that only lead on from an old address."""
    found = (file for file in sorted(site.rglob("*.html")) if file.name != MAIL)
    files = {file.relative_to(site).as_posix(): file for file in found}
    pages = {path: file.read_text("utf-8") for path, file in files.items()}
    return {path: read_page(path, text) for path, text in pages.items() if LEADS_ON not in text and IS_GONE not in text}


def read_page(path: str, html: str) -> BuiltPage:
    """Gives a page by what its tags say."""
    read = _read(html)
    return BuiltPage(path, read.tags, read.title)


@lru_cache(maxsize=4096)
def _read(html: str) -> BuiltPage:
    """Most pages are the same after an edit as before it."""
    page = BuiltPage("")
    _Reader(page).feed(html)
    return page


def dead_links(files: Container[str], pages: dict[str, BuiltPage], own: str) -> list[str]:
    """Gives every link, image, script or stylesheet within the site that leads to no file or to no id of its page.

    `files` are the paths that are published; `own` is the address that the site was built for: a link to it counts as one
    within the site, however it is written.
    """
    dead = []
    for page in pages.values():
        address = own + page.path.removesuffix("index.html")
        for tag, attributes in page.tags:
            for name, url in _links(attributes):
                if not _is_alive(urljoin(address, url), files, pages, own):
                    dead.append(f"{page.path}: <{tag} {name}={url!r}>")
    return dead


def _links(attributes: dict[str, str]) -> list[tuple[str, str]]:
    """Gives the addresses in a tag; a `srcset` has several, each with a width."""
    found = [(name, attributes[name]) for name in ("href", "src", "action") if attributes.get(name)]
    return found + [("srcset", choice.split()[0]) for choice in attributes.get("srcset", "").split(",") if choice.strip()]


def _is_alive(url: str, files: Container[str], pages: dict[str, BuiltPage], own: str) -> bool:
    parts, home = urlsplit(url), urlsplit(own)
    if parts.netloc != home.netloc:
        return parts.scheme in ("https", "http", "mailto", "tel")
    path = unquote(parts.path).removeprefix(home.path)
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if file not in files:
        return False
    return not parts.fragment or file not in pages or unquote(parts.fragment) in pages[file].ids


def foreign_requests(pages: dict[str, BuiltPage], own: str) -> list[str]:
    """Gives everything that a browser would fetch from another host by itself: scripts, styles, images, frames, fonts."""
    fetched = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "video": "src", "audio": "src", "object": "data"}
    rels = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"}
    found = []
    for page in pages.values():
        for tag, attributes in page.tags:
            url = attributes.get(fetched.get(tag, "")) or (attributes.get("href") if attributes.get("rel", "") in rels else None)
            if url and urlsplit(urljoin(own, url)).netloc != urlsplit(own).netloc:
                found.append(f"{page.path}: {url}")
    return found


def plain_text(html: str) -> str:
    """Gives the text of a page on one line, without tags."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def told(html: str, style: str) -> str:
    """Gives the text of the first element of a class, up to the end of its line."""
    return plain_text("<" + html.partition(f'class="{style} ')[2].partition("\n")[0])
