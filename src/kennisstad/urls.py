"""The only place where addresses are made.

A path is relative to the site's address and never starts with a slash: `projecten/leren-met-de-stad/`. The default language
stands at the root, every other one under its code; a record's id is the last part of its path in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from kennisstad.i18n import Locale
from kennisstad.model import NoteKind, Photograph, Record, Status
from kennisstad.model.content import HOME, ContentPage
from kennisstad.model.dataset import COLLECTIONS, PROGRAMME, Dataset
from kennisstad.model.values import LONGEST_SLUG
from kennisstad.text import suggest_slug


class Kind(StrEnum):
    """The kinds of pages; the value names the page's template in `overrides/records/`."""

    HOME = "home"
    PROJECTS = "projects"
    PROJECT = "project"
    TRACKS = "tracks"
    TRACK = "track"
    PARTNERS = "partners"
    PARTNER = "partner"
    THEMES = "themes"
    THEME = "theme"
    GOALS = "goals"
    GOAL = "goal"
    STATUSES = "statuses"
    STATUS = "status"
    RESULTS = "results"
    FIGURES = "figures"
    PROGRAMME = "programme"
    HISTORY = "history"
    AGENDAS = "agendas"
    METHOD = "method"
    NOTES = "notes"
    ACCESSIBILITY = "accessibility"
    SITE_MAP = "sitemap"
    CONTENT = "content"
    SEARCH = "search"
    NOT_FOUND = "not-found"


SECTIONS = {
    Kind.PROJECTS: Kind.PROJECT,
    Kind.TRACKS: Kind.TRACK,
    Kind.PARTNERS: Kind.PARTNER,
    Kind.THEMES: Kind.THEME,
    Kind.GOALS: Kind.GOAL,
    Kind.STATUSES: Kind.STATUS,
    Kind.METHOD: Kind.NOTES,
}
"""A listing's kind and the kind of the pages below it."""
OVERVIEWS = (Kind.RESULTS, Kind.FIGURES, Kind.PROGRAMME, Kind.HISTORY, Kind.AGENDAS, Kind.ACCESSIBILITY, Kind.SITE_MAP)
"""Pages about the whole programme, one of each in a language."""
NAMED = frozenset(kind.value for kind in (*SECTIONS, *OVERVIEWS, Kind.SEARCH))
"""What a text may link to besides hand-written pages, of which there is one in each language: `page:figures`."""
LEFT_OUT = "left-out"
"""The id of the page of names without a record, among the kinds of notes."""
OPEN_DATA = "api/v1"
"""The folder of the open data."""
_JSON = (collection.file.replace(".yaml", ".json") for collection in (PROGRAMME, *COLLECTIONS))
OPEN_DATA_FILES = frozenset((*_JSON, "projects.csv", "partners.csv", "figures.csv"))
"""The files there that a text may link to: `open-data:projects.json`."""


@dataclass(frozen=True, slots=True)
class Route:
    """A page that exists: its kind, the id of what it shows ("" for a listing), its language and its path.

    `path` ends in a slash, or is "" for the home page, or names a file for a page that has to be one (404.html).
    """

    kind: Kind
    id: str
    language: str
    path: str

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

    def __init__(self, locales: Mapping[str, Locale], default_language: str, site_url: str = "") -> None:
        self._locales, self._default = locales, default_language
        self.site_url = site_url if not site_url or site_url.endswith("/") else f"{site_url}/"

    def home(self, language: str) -> str:
        """Gives the path of a language's home page."""
        return "" if language == self._default else f"{language}/"

    def section(self, kind: Kind, language: str) -> str:
        """Gives the path of a listing or of the search page."""
        return f"{self.home(language)}{self._locales[language].paths[kind.value]}/"

    def record(self, kind: Kind, identity: str, language: str) -> str:
        """Gives the path of a record's page."""
        listing = next(above for above, below in SECTIONS.items() if below == kind)
        return f"{self.section(listing, language)}{identity}/"

    def content(self, slug: str, language: str) -> str:
        """Gives the path of a hand-written page."""
        return f"{self.home(language)}{slug}/"

    def not_found(self, language: str) -> str:
        """Gives the path of a language's 404 page; a static host serves the one at the root."""
        return f"{self.home(language)}404.html"

    def open_data(self, file: str) -> str:
        """Gives the path of a file of open data; it holds every language."""
        return f"{OPEN_DATA}/{file}"

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
    return f"assets/photos/{name}-{photograph.digest}-{width}.{format_name}"


def shared_path(style: str) -> str:
    """Gives the path of the picture that others show beside a link to pages of a style: `track-campus`."""
    return f"assets/share/{style}.png"


def routes(dataset: Dataset, addresses: Addresses) -> Iterator[Route]:
    """Gives every page of the site, language by language, in the order of the data."""
    for language in dataset.programme.languages:
        yield Route(Kind.HOME, "", language, addresses.home(language))
        for listing, single in SECTIONS.items():
            yield Route(listing, "", language, addresses.section(listing, language))
            for identity in ids_below(dataset, listing):
                yield Route(single, identity, language, addresses.record(single, identity, language))
        for overview in OVERVIEWS:
            yield Route(overview, "", language, addresses.section(overview, language))
        for name, slug in content_slugs(dataset, language).items():
            yield Route(Kind.CONTENT, name, language, addresses.content(slug, language))
        yield Route(Kind.SEARCH, "", language, addresses.section(Kind.SEARCH, language))
        yield Route(Kind.NOT_FOUND, "", language, addresses.not_found(language))


def ids_below(dataset: Dataset, listing: Kind) -> Iterable[str]:
    """Gives the ids of the pages below a listing: records, or the goals and statuses that projects have, or the kinds of notes."""
    projects = dataset.projects.values()
    if listing == Kind.GOALS:
        return map(str, sorted({goal for project in projects for goal in project.sdgs}))
    if listing == Kind.STATUSES:
        used = {project.status for project in projects}
        return (status.value for status in Status if status in used)
    if listing == Kind.METHOD:
        kinds = {note.kind for note in dataset.editorial_notes.values()}
        return [*(kind.value for kind in NoteKind if kind in kinds), *([LEFT_OUT] if dataset.left_out else [])]
    records: Mapping[str, Record] = getattr(dataset, listing.value)
    return records


def content_slugs(dataset: Dataset, language: str) -> dict[str, str]:
    """Gives the slug of every hand-written page in a language: its own, or the default language's where it is not translated."""
    default = dataset.programme.default_language
    pages = {page.name: page.slug for page in dataset.content if page.language == default and page.name != HOME}
    return pages | {page.name: page.slug for page in dataset.content if page.language == language and page.name in pages}


def content_page(dataset: Dataset, name: str, language: str) -> ContentPage | None:
    """Gives a hand-written page in a language, else in the default language, else None."""
    by_language = {page.language: page for page in dataset.content if page.name == name}
    return by_language.get(language) or by_language.get(dataset.programme.default_language)
