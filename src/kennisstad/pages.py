"""Which pages exist, and what is on each: every route with its title, its description and its body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from kennisstad.longform import longform_html
from kennisstad.model import ContentPage, Dataset, Grouping
from kennisstad.model.content import CONTACT, HOME
from kennisstad.pagelinks import Leads, find_target
from kennisstad.problem import Location
from kennisstad.render import Renderer
from kennisstad.urls import OVERVIEWS, SECTIONS, Addresses, Kind, Route, content_page, routes
from kennisstad.views.accessibility import accessibility_view
from kennisstad.views.agendas import agendas_view
from kennisstad.views.collection import CollectionView, collections_view, goal_view, grouping_view, status_view
from kennisstad.views.edition import Edition
from kennisstad.views.figures import figures_view
from kennisstad.views.finder import projects_view
from kennisstad.views.history import history_view
from kennisstad.views.home import ContentView, home_view, not_found_view, search_view
from kennisstad.views.method import method_view
from kennisstad.views.notes import notes_view
from kennisstad.views.partner import partner_view, partners_view
from kennisstad.views.parts import TextView, has_foreign_text, heading_fit
from kennisstad.views.programme import programme_view
from kennisstad.views.project import project_view
from kennisstad.views.relations import Relations
from kennisstad.views.results import results_view
from kennisstad.views.shell import ShellView, shell_view
from kennisstad.views.sitemap import sitemap_view


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `body` is its HTML, `origin` where its text was written, `changed` the day its record was last checked (ISO 8601) or "".
    """

    route: Route
    title: str
    description: str
    body: str
    origin: Location | None = None
    changed: str = ""


_MANY = (Kind.HOME, *SECTIONS, *OVERVIEWS, Kind.GOAL, Kind.STATUS, Kind.NOTES)
"""Pages that show many records; they have a notice where any of those is not translated."""


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a kind of page says of itself."""

    title: str
    description: str
    view: Any
    content: ContentPage | None = None


_LISTED: Mapping[Kind, Callable[[Edition], Any]] = {
    Kind.PROJECTS: projects_view,
    Kind.PARTNERS: partners_view,
    Kind.TRACKS: lambda edition: collections_view(edition, Kind.TRACKS),
    Kind.THEMES: lambda edition: collections_view(edition, Kind.THEMES),
    Kind.GOALS: lambda edition: collections_view(edition, Kind.GOALS),
    Kind.STATUSES: lambda edition: collections_view(edition, Kind.STATUSES),
    Kind.RESULTS: results_view,
    Kind.FIGURES: figures_view,
    Kind.PROGRAMME: programme_view,
    Kind.HISTORY: history_view,
    Kind.AGENDAS: agendas_view,
    Kind.METHOD: method_view,
    Kind.ACCESSIBILITY: accessibility_view,
    Kind.SITE_MAP: sitemap_view,
    Kind.SEARCH: search_view,
}
"""The pages of which there is one in each language, and what makes their view."""
_TEMPLATES = {
    **dict.fromkeys((Kind.TRACK, Kind.THEME, Kind.GOAL, Kind.STATUS), "collection"),
    **dict.fromkeys((Kind.TRACKS, Kind.THEMES, Kind.GOALS, Kind.STATUSES), "collections"),
}
"""Kinds that share a template; every other kind has one of its own name."""


class Pages:
    """Makes the pages of a dataset."""

    def __init__(self, dataset: Dataset, addresses: Addresses, renderer: Renderer) -> None:
        self._dataset, self._addresses, self._renderer = dataset, addresses, renderer
        relations = Relations(dataset)
        self._editions = {code: Edition(dataset, relations, addresses, code) for code in dataset.programme.languages}
        self._words = {code: edition.locale.tree for code, edition in self._editions.items()}
        self._drafts: dict[Kind, Callable[[Edition, Route], _Draft]] = {
            **dict.fromkeys(_LISTED, self._listed),
            Kind.HOME: self._home,
            Kind.PROJECT: self._project,
            Kind.PARTNER: self._partner,
            Kind.TRACK: self._grouping,
            Kind.THEME: self._grouping,
            Kind.GOAL: lambda edition, route: self._shared(edition, goal_view(edition, route.id)),
            Kind.STATUS: lambda edition, route: self._shared(edition, status_view(edition, route.id)),
            Kind.NOTES: self._notes,
            Kind.CONTENT: self._content,
            Kind.NOT_FOUND: self._not_found,
        }

    @cached_property
    def all(self) -> tuple[Page, ...]:
        """Every page, in the order of the routes."""
        return tuple(map(self._page, routes(self._dataset, self._addresses)))

    @cached_property
    def alternates(self) -> dict[tuple[Kind, str], dict[str, str]]:
        """The paths of one page in every language, by its kind and id."""
        paths: dict[tuple[Kind, str], dict[str, str]] = defaultdict(dict)
        for route in routes(self._dataset, self._addresses):
            paths[route.kind, route.id][route.language] = route.path
        return paths

    @cached_property
    def by_file(self) -> dict[str, Page]:
        """Every page by the file it is written to."""
        return {page.route.file: page for page in self.all}

    def shell(self, file: str) -> ShellView:
        """Gives the frame of the page in a file."""
        page = self.by_file[file]
        edition = self._editions[page.route.language]
        alternates = self.alternates[page.route.kind, page.route.id]
        return shell_view(edition, page.route, page.title, page.description, self._edit_url(page), alternates)

    def _page(self, route: Route) -> Page:
        draft = self._drafts[route.kind](self._editions[route.language], route)
        html = self._longform(draft.content, route) if draft.content else ""
        changed = str(self._dataset.projects[route.id].checked.root) if route.kind == Kind.PROJECT else ""
        return Page(route, draft.title, draft.description, self._render(route, draft, html), self._origin(route, draft), changed)

    def _render(self, route: Route, draft: _Draft, html: str) -> str:
        root = self._addresses.base if route.kind == Kind.NOT_FOUND else route.root
        edition = self._editions[route.language]
        is_untranslated = route.kind in _MANY and has_foreign_text(draft.view)
        notice = edition.fallback_notice() if is_untranslated else getattr(draft.view, "untranslated", "")
        context = {"view": draft.view, "words": self._words[route.language], "root": root, "content": html, "notice": notice}
        return self._renderer.render(_TEMPLATES.get(route.kind, route.kind.value), **context, fit=heading_fit(draft.title))

    def _longform(self, page: ContentPage, route: Route) -> str:
        """Gives the HTML of a hand-written page as it stands at a route; its links lead to what they name there."""

        def resolve(url: str, is_picture: bool) -> str:
            target = find_target(self._dataset, page, url)
            if target is None or target.leads in (Leads.HERE, Leads.ELSEWHERE):
                return url
            if target.leads == Leads.FILE:
                return route.root + quote(target.name)
            if target.leads == Leads.RECORD:
                return route.root + self._editions[route.language].record_path(url)
            # A page of another language than the reader's is named by its folder.
            language = route.language if target.language == page.language else target.language
            heading = f"#{quote(target.heading)}" if target.heading else ""
            return route.root + self._editions[language].record_path(f"page:{target.name}") + heading

        return longform_html(page.markdown, resolve)

    def _origin(self, route: Route, draft: _Draft) -> Location | None:
        if draft.content:
            return Location(draft.content.file)
        for listing, single in SECTIONS.items():
            if route.kind == single and (listing.value, route.id) in self._dataset.nodes:
                return self._dataset.place(listing.value, route.id)
        return None

    def _edit_url(self, page: Page) -> str:
        repository = self._dataset.programme.repository
        if not repository or not page.origin:
            return ""
        return f"{repository.rstrip('/')}/blob/HEAD/{page.origin.file}#L{page.origin.line}"

    def _home(self, edition: Edition, route: Route) -> _Draft:
        programme = self._dataset.programme
        content = content_page(self._dataset, HOME, route.language)
        lang = "" if content is None or content.language == route.language else content.language
        title = TextView(content.front.title, lang) if content else edition.text(programme.name)
        introduction = edition.text(programme.summary)
        description = content.front.description if content else introduction.text
        return _Draft(edition.text(programme.name).text, description, home_view(edition, title, introduction, lang), content)

    def _listing(self, edition: Edition, kind: Kind, view: Any) -> _Draft:
        key = kind.value.replace("-", "_")
        description = edition.locale.say(f"{key}.description", programme=edition.text(self._dataset.programme.name).text)
        return _Draft(edition.locale.say(f"{key}.title"), description, view)

    def _project(self, edition: Edition, route: Route) -> _Draft:
        view = project_view(edition, self._dataset.projects[route.id], route.root)
        return _Draft(view.title.text, view.summary.text, view)

    def _listed(self, edition: Edition, route: Route) -> _Draft:
        return self._listing(edition, route.kind, _LISTED[route.kind](edition))

    def _grouping(self, edition: Edition, route: Route) -> _Draft:
        records: Mapping[str, Grouping] = self._dataset.tracks if route.kind == Kind.TRACK else self._dataset.themes
        view = grouping_view(edition, route.kind, records[route.id], route.root)
        return _Draft(view.title.text, view.summary.text, view)

    def _shared(self, edition: Edition, view: CollectionView) -> _Draft:
        values = {"name": view.title.text, "programme": edition.text(self._dataset.programme.name).text, "counted": view.counted}
        return _Draft(view.title.text, edition.locale.say("collection.description", **values), view)

    def _partner(self, edition: Edition, route: Route) -> _Draft:
        view = partner_view(edition, self._dataset.partners[route.id], route.root)
        programme = edition.text(self._dataset.programme.name).text
        description = edition.locale.say("partner.description", name=view.title.text, programme=programme, counted=view.counted)
        # Partners with the same part in the programme have the same summary; a search engine shows one page of each description.
        return _Draft(view.title.text, f"{view.title.text}: {view.summary.text}" if view.summary else description, view)

    def _notes(self, edition: Edition, route: Route) -> _Draft:
        view = notes_view(edition, route.id)
        return _Draft(view.title.text, view.lead, view)

    def _content(self, edition: Edition, route: Route) -> _Draft:
        page = content_page(self._dataset, route.id, route.language)
        if page is None:
            raise LookupError(route.id)  # a route to a page comes from the page
        lang = "" if page.language == route.language else page.language
        view = ContentView(TextView(page.front.title, lang), lang, edition.fallback_notice() if lang else "", page.name == CONTACT)
        return _Draft(page.front.title, page.front.description, view, page)

    def _not_found(self, edition: Edition, route: Route) -> _Draft:
        """A static host serves the root's 404 page for every address, so that one speaks all languages."""
        is_root = route.language == self._dataset.programme.default_language
        others = [other for other in self._editions.values() if is_root and other is not edition]
        return self._listing(edition, Kind.NOT_FOUND, not_found_view([edition, *others]))
