"""The only place where addresses are made.

A path is relative to the site's address and never starts with a slash: `projecten/leren-met-de-stad/`. The default language
stands at the root, every other one under its code; a record's id is the last part of its path in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from kennisstad.addresses.kept import PHOTOS
from kennisstad.i18n import Locale
from kennisstad.loading.locales import EMBEDS
from kennisstad.model import Address, Addressed, ContentPage, Dataset, Kinds, Photograph, Place, Record
from kennisstad.model.content import HOME
from kennisstad.model.values import LONGEST_SLUG
from kennisstad.text import suggest_slug

OPEN_DATA = "api/v1"
"""The folder of the open data."""


@dataclass(frozen=True, slots=True)
class Route:
    """A page that exists: its kind, the id of what it shows ("" for a listing), its language and its path.

    `path` ends in a slash, or is "" for the home page, or names a file for a page that has to be one (404.html).
    """

    place: Place
    id: str
    language: str
    path: str

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.place.name

    @property
    def root(self) -> str:
        """The way from the page back to the site's root: "./", "../", "../../" …"""
        return "../" * self.path.count("/") or "./"

    @property
    def file(self) -> str:
        """The file it is written to."""
        return f"{self.path}index.html" if not self.path or self.path.endswith("/") else self.path


class Addresses:
    """Makes the paths of one site."""

    def __init__(
        self,
        kinds: Kinds,
        locales: Mapping[str, Locale],
        default_language: str,
        site_url: str = "",
        kept: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._places, self._locales, self._default, self.kept = kinds.by_name, locales, default_language, kept
        self.site_url = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"

    @classmethod
    def of(cls, dataset: Dataset, site_url: str = "", kept: Mapping[str, str] = MappingProxyType({})) -> Addresses:
        """Gives the addresses of a programme's site; `kept` has the paths of assets that are named by their content."""
        return cls(dataset.kinds, dataset.locales, dataset.programme.default_language, site_url, kept)

    def home(self, language: str) -> str:
        """Gives the path of a language's home page."""
        return "" if language == self._default else f"{language}/"

    def page(self, kind: str, language: str, identity: str = "") -> str:
        """Gives the path of a page of a kind: of the one with an id (a hand-written page: its slug), or of the only one."""
        place, home = self._places[kind], self.home(language)
        match place.address:
            case Address.HOME:
                return home
            case Address.LOST:
                return f"{home}404.html"
            case Address.SLUG:
                return f"{home}{identity}/"
            case Address.BELOW:
                return f"{self.page(place.above, language)}{identity}/"
            case Address.EMBED:
                return f"{self.framed(language)}{self.page(place.shows, language, identity).removeprefix(home)}"
            case Address.WORD:
                return f"{home}{self._locales[language].paths[place.name]}/"

    def framed(self, language: str) -> str:
        """Gives the folder of a language in which every page may stand in a frame on another site; no page outside it may."""
        return f"{self.home(language)}{self._locales[language].paths[EMBEDS]}/"

    def open_data(self, file: str) -> str:
        """Gives the path of a file of open data; it holds every language."""
        return f"{OPEN_DATA}/{file}"

    def asset(self, path: str) -> str:
        """Gives the path on the site of a file in `overrides/`: `assets/page.js`."""
        return self.kept.get(path, path)

    def absolute(self, path: str) -> str:
        """Gives the whole address of a path."""
        return f"{self.site_url}{path}"

    @property
    def base(self) -> str:
        """The path of the site's root on its host, for a page that is served at any address (404): "/" or "/folder/"."""
        return urlsplit(self.site_url).path or "/"


def photo_path(photograph: Photograph, width: int, format_name: str) -> str:
    """Gives the path of a photograph in a size and format; a new photograph under an old name has another path."""
    name = suggest_slug(photograph.path.stem)[:LONGEST_SLUG]
    return f"{PHOTOS}{name}-{photograph.digest}-{width}.{format_name}"


def social_card_path(style: str) -> str:
    """Gives the path of the picture that others show beside a link to pages of a style: `track-campus`."""
    return f"assets/share/{style}.png"


def routes(dataset: Dataset, addresses: Addresses) -> Iterator[Route]:
    """Gives every page of the site, language by language, in the order of the kinds and the data."""
    for language in dataset.programme.languages:
        slugs = content_slugs(dataset, language)
        for place in dataset.kinds.places:
            if place.address is Address.SLUG:
                for name, slug in slugs.items():
                    yield Route(place, name, language, addresses.page(place.name, language, slug))
            elif exists(dataset, place):
                for identity in ids_of(dataset, place):
                    yield Route(place, identity, language, addresses.page(place.name, language, identity))


def have_paths(dataset: Dataset) -> bool:
    """Whether every address can be made: a language without words, or named twice, is told of by other rules."""
    is_each_once = sorted(dataset.locales) == sorted(dataset.programme.languages)
    return is_each_once and all(locale.paths.keys() >= set(dataset.kinds.sections) for locale in dataset.locales.values())


def framed_folders(dataset: Dataset, addresses: Addresses) -> tuple[str, ...]:
    """Gives the folders in which every page may stand in a frame on another site, one for each language, with a slash at the end.

    The only place that says so: whoever makes a host's headers reads it (`frame-ancestors *` there, `'none'` everywhere else).
    """
    has_embeds = any(place.address is Address.EMBED for place in dataset.kinds.places)
    return tuple(map(addresses.framed, dataset.programme.languages)) if has_embeds else ()


@dataclass(frozen=True, slots=True)
class Former:
    """An address that leads on: the page that stood there, and the id of the record that has another now."""

    old: Route
    now: str


def former_addresses(dataset: Dataset, addresses: Addresses) -> Iterator[Former]:
    """Gives the addresses that records with a page had under ids of before, in every language; those on other sites too."""
    for place in dataset.kinds.places:
        records = _records_of(dataset, place)
        for record in records.values():
            for old in record.formerly if isinstance(record, Addressed) else ():
                for language in dataset.programme.languages:
                    yield Former(Route(place, old, language, addresses.page(place.name, language, old)), record.id)


def _records_of(dataset: Dataset, place: Place) -> Mapping[str, Record]:
    """Gives the records that pages of a kind show, or of which they show a part."""
    if place.address is Address.EMBED:
        shown, living = _records_of(dataset, dataset.kinds.by_name[place.shows]), frozenset(ids_of(dataset, place))
        return {identity: record for identity, record in shown.items() if identity in living}
    return dataset.valid.get(place.above, {}) if place.address is Address.BELOW and place.ids is None else {}


def ids_of(dataset: Dataset, place: Place) -> Iterable[str]:
    """Gives the ids of the pages of a kind: its own, those of the records it stands below, or "" for the only one."""
    if place.ids:
        return place.ids(dataset)
    return dataset.valid[place.above] if place.address is Address.BELOW else ("",)


def exists(dataset: Dataset, place: Place) -> bool:
    """Whether a kind of page has anything to show, and so has what it stands below."""
    above = dataset.kinds.by_name.get(place.above)
    return place.exists(dataset) and (above is None or exists(dataset, above))


def content_slugs(dataset: Dataset, language: str) -> dict[str, str]:
    """Gives the slug of every hand-written page in a language: its own, or the default language's where it is not translated."""
    default = dataset.programme.default_language
    pages = {page.name: page.slug for page in dataset.content if page.language == default and page.name != HOME}
    return pages | {page.name: page.slug for page in dataset.content if page.language == language and page.name in pages}


def content_page(dataset: Dataset, name: str, language: str) -> ContentPage | None:
    """Gives a hand-written page in a language, else in the default language, else None."""
    by_language = {page.language: page for page in dataset.content if page.name == name}
    return by_language.get(language) or by_language.get(dataset.programme.default_language)
