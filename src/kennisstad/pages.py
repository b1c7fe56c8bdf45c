"""Which pages exist, and what is on each: every route with its draft, its body and its frame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kennisstad.addresses.routes import Addresses, Route, routes
from kennisstad.model import Address, Dataset
from kennisstad.render import Renderer
from kennisstad.views.changed import changed
from kennisstad.views.components import has_foreign_text, heading_fit
from kennisstad.views.edition import Edition
from kennisstad.views.head import root_of, written_in
from kennisstad.views.layout import frame_view, layout_view
from kennisstad.views.page import MAIN, Draft, PageKind
from kennisstad.views.relations import Relations


@dataclass(frozen=True, slots=True)
class Page:
    """A page that exists; nothing of it is made before somebody asks."""

    pages: Pages
    route: Route
    kind: PageKind

    @property
    def draft(self) -> Draft:
        """What the page says of itself."""
        return self.kind.draft(self.pages.edition(self.route.language), self.route)

    @property
    def changed(self) -> str:
        """The day on which it was changed last (ISO 8601), or ""."""
        return self.pages.changed(self)

    def html(self) -> str:
        """Gives the whole page."""
        return self.pages.render(self)

    def bytes(self) -> bytes:
        """Gives the whole page as it is published."""
        return self.html().encode()


def first_edition(dataset: Dataset, addresses: Addresses) -> Edition:
    """Gives the edition of the default language, which gives those of the others."""
    titles = {kind.name: kind.title for kind in _kinds(dataset).values() if kind.title}
    return Edition(dataset, Relations(dataset), addresses, titles, dataset.programme.default_language)


def _kinds(dataset: Dataset) -> dict[str, PageKind]:
    return {place.name: place for place in dataset.kinds.places if isinstance(place, PageKind)}


_FRAME = ("menu", "contact", "foot")
"""Parts of the frame that many pages share."""


class Pages:
    """Makes the pages of a dataset."""

    def __init__(self, dataset: Dataset, addresses: Addresses, renderer: Renderer) -> None:
        self._dataset, self._addresses, self._renderer = dataset, addresses, renderer
        kinds = _kinds(dataset)
        self._first = first_edition(dataset, addresses)
        self._frames: dict[tuple[str, ...], dict[str, str]] = {}
        self.all = tuple(Page(self, route, kinds[route.kind]) for route in routes(dataset, addresses))

    def edition(self, language: str) -> Edition:
        """Gives the edition of a language."""
        return self._first.in_language(language)

    @property
    def has_languages(self) -> bool:
        """Whether the site has more than one."""
        return len(self._dataset.programme.languages) > 1

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        """Every page by the file it is written to."""
        return {page.route.file: page for page in self.all}

    @cached_property
    def alternates(self) -> Mapping[tuple[str, str], dict[str, str]]:
        """The paths of one page in every language, by its kind and id."""
        paths: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
        for page in self.all:
            paths[page.route.kind, page.route.id][page.route.language] = page.route.path
        return paths

    def changed(self, page: Page) -> str:
        """Gives the day on which a page was changed last (ISO 8601), or ""."""
        return changed(self._first.relations, page.route)

    def written(self, page: Page) -> dict[str, str]:
        """Gives the paths of a page in the languages that it is written in."""
        paths = self.alternates[page.route.kind, page.route.id]
        return {code: path for code, path in paths.items() if code in written_in(self._dataset, page.route)}

    def repeats(self, page: Page) -> bool:
        """Whether a page only repeats the one of the default language."""
        return page.route.language not in self.written(page)

    def render(self, page: Page) -> str:
        """Gives the HTML of a page in its frame."""
        route, draft = page.route, page.draft
        edition = self.edition(route.language)
        body = self._renderer.render(
            f"records/{page.kind.template or page.kind.name}",
            view=draft.view,
            words=edition.locale.tree,
            root=root_of(edition, route),
            content=draft.content,
            notice=_notice(edition, draft),
            fit=heading_fit(draft.title),
        )
        layout = layout_view(edition, route, page.kind, draft, self.alternates[route.kind, route.id])
        around = self._frame(edition, route) if page.kind.frame == MAIN else {}
        return self._renderer.render(page.kind.frame, layout=layout, body=body, **around)

    def _frame(self, edition: Edition, route: Route) -> Mapping[str, str]:
        """Gives the menu and the foot as HTML; they are the same for all pages of a kind at one depth, and made once."""
        written = route.id if route.place.address is Address.SLUG else ""
        key = (route.language, route.kind, written, root_of(edition, route))
        if key not in self._frames:
            frame = frame_view(edition, route)
            self._frames[key] = {part: self._renderer.render(f"partials/{part}", frame=frame).strip() for part in _FRAME}
        return self._frames[key]


def _notice(edition: Edition, draft: Draft) -> str:
    if draft.notice is not None:
        return draft.notice
    is_foreign = not edition.is_whole and has_foreign_text(draft.view)
    return edition.fallback_notice() if is_foreign else ""
