"""A whole site with the records it was made of, as promises look at it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from kennisstad.addresses.routes import Addresses, routes
from kennisstad.model import Address, Dataset, Place
from tests.site.pages import IS_GONE, LEADS_ON, MAIL, BuiltPage, read_page

_TAG = re.compile(r"<[^>]+>")
_PICTURE = re.compile(r'<img[^>]* alt="([^"]*)"')
_FOR_MACHINES = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
MANY_PAGES = 4096
"""How many pages are kept as they were read: most are the same after an edit as before it."""


@lru_cache(maxsize=MANY_PAGES)
def words_of(page: str) -> str:
    """Gives what a page says to people, on one line, the descriptions of its pictures included."""
    seen = _FOR_MACHINES.sub("", page)
    return " ".join([plain(seen), *map(html.unescape, _PICTURE.findall(seen))])


@lru_cache(maxsize=MANY_PAGES)
def structured(page: str) -> dict[str, Any]:
    """Gives what a page says to machines; nothing where it does not say it once, in JSON."""
    told = _FOR_MACHINES.findall(page)
    try:
        read: dict[str, Any] = json.loads(told[0]) if len(told) == 1 else {}
    except ValueError:
        return {}
    return read


def plain(marked: str) -> str:
    """Gives text without tags, on one line."""
    return " ".join(html.unescape(_TAG.sub("", marked)).split())


@dataclass(frozen=True)
class Embedded:
    """The page of which other sites show a part: its path, the listing it is below, its id and its language."""

    path: str
    above: str
    id: str
    language: str


@dataclass(frozen=True)
class Published:
    """Every path that is published with its bytes; `address` is what the site was made for."""

    dataset: Dataset
    address: str
    files: Mapping[str, bytes]

    @classmethod
    def in_folder(cls, dataset: Dataset, address: str, site: Path) -> Published:
        """Reads a built site."""
        files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
        return cls(dataset, address, files)

    @cached_property
    def html(self) -> dict[str, str]:
        """The pages by path, without those at old addresses that only lead on, or say what is gone."""
        return {path: text for path, text in self._all_html.items() if LEADS_ON not in text and IS_GONE not in text}

    @cached_property
    def own(self) -> dict[str, str]:
        """The pages of the site itself, without what other sites show of them."""
        return {path: text for path, text in self.html.items() if path not in self.embeds}

    @cached_property
    def embeds(self) -> dict[str, Embedded]:
        """What other sites show in a frame, by path: it is told by its kind."""
        of_kind = (route for route in routes(self.dataset, self.addresses) if route.place.address is Address.EMBED)
        return {route.file: self._embedded(route.place, route.id, route.language) for route in of_kind}

    @cached_property
    def embeds_of_before(self) -> dict[str, str]:
        """The addresses that embeds had, with the path of where each is now."""
        return {
            f"{self.embedded(shown.path.replace(f'/{shown.id}/', f'/{old}/'), shown.language)}index.html": path.removesuffix(
                "index.html"
            )
            for path, shown in self.embeds.items()
            for old in getattr(self.dataset.valid[shown.above][shown.id], "formerly", ())
        }

    @property
    def addresses(self) -> Addresses:
        """Where every page is."""
        return Addresses.of(self.dataset, self.address)

    def _embedded(self, place: Place, identity: str, language: str) -> Embedded:
        above = self.dataset.kinds.by_name[place.shows].above
        return Embedded(self.path(above, language, identity), above, identity, language)

    def embedded(self, path: str, language: str) -> str:
        """Gives the path of what other sites show of a page."""
        home = self.home(language)
        return f"{home}{self.dataset.locales[language].paths['embeds']}/{path.removeprefix(home)}"

    @cached_property
    def leading_on(self) -> dict[str, str]:
        """What stands at old addresses, by path."""
        return {path: text for path, text in self._all_html.items() if LEADS_ON in text}

    @cached_property
    def _all_html(self) -> dict[str, str]:
        pages = (path for path in sorted(self.files) if path.endswith(".html") and not path.endswith(f"/{MAIL}"))
        return {path: self.files[path].decode() for path in pages}

    @cached_property
    def pages(self) -> dict[str, BuiltPage]:
        """The pages by path, read."""
        return {path: read_page(path, text) for path, text in self.html.items()}

    @cached_property
    def findable(self) -> list[BuiltPage]:
        """The pages that search engines may show: those that do not only repeat the page of the default language."""
        return [page for path, page in self.pages.items() if not page.all("meta", name="robots") and path not in self.repeated]

    @cached_property
    def repeated(self) -> dict[str, str]:
        """The hand-written pages that are not translated, with the address of the one they repeat."""
        translated = {(page.name, page.language) for page in self.dataset.content}
        return {
            f"{self.written(name, language)}index.html": self.address + self.written(name, self.languages[0])
            for name in self.written_names()
            for language in self.languages
            if (name, language) not in translated
        }

    @cached_property
    def said(self) -> dict[str, str]:
        """All words of the pages of each language."""
        return {
            language: "\n".join(words_of(text) for path, text in self.own.items() if self.language_of(path) == language)
            for language in self.languages
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the site, the default one first."""
        return self.dataset.programme.languages

    def language_of(self, path: str) -> str:
        """Gives the language that a page should be in: every language but the default one has a folder."""
        folder = path.partition("/")[0]
        return folder if folder in self.languages[1:] and "/" in path else self.languages[0]

    def home(self, language: str) -> str:
        """Gives the folder of a language, with a slash, or "" for the default one."""
        return "" if language == self.languages[0] else f"{language}/"

    def path(self, section: str, language: str, *below: str) -> str:
        """Gives the path of an overview, or of a page below it: `nl/projecten/quay-garden/`."""
        return "/".join([f"{self.home(language)}{self.dataset.locales[language].paths[section]}", *below, ""])

    def written(self, name: str, language: str) -> str:
        """Gives the path of a hand-written page; one that is not translated has the address of the default language."""
        slugs = {page.language: page.slug for page in self.dataset.content if page.name == name}
        return f"{self.home(language)}{slugs.get(language, slugs[self.languages[0]])}/"

    def written_names(self) -> list[str]:
        """Gives the names of the hand-written pages, but for that of the home page."""
        return [page.name for page in self.dataset.content if page.language == self.languages[0] and page.name != "index"]
