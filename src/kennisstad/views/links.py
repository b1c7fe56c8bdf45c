"""The ways from page to page in one language: to listings, to records on pages of their own or among others, to written pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, singledispatchmethod

from kennisstad.addresses.pagelinks import OPEN_DATA, PAGE
from kennisstad.addresses.routes import Addresses, content_page, content_slugs, exists, ids_of
from kennisstad.model import Address, ContentPage, Document, Figure, Newsletter, Place, Record, Text
from kennisstad.model.content import HOME
from kennisstad.text import collation_key
from kennisstad.views.components import LinkView, TextView
from kennisstad.views.texts import Texts, direction

Title = Callable[[Texts, str], TextView]
"""Gives what a page is called that shows no record: a status, a global goal."""


class Links:
    """Makes the links of one language's pages; every path is relative to the site's root."""

    def __init__(self, texts: Texts, addresses: Addresses, titles: Mapping[str, Title]) -> None:
        self._texts, self._addresses, self._titles = texts, addresses, titles
        self._dataset, self._kinds = texts.dataset, texts.dataset.kinds
        self._records: dict[tuple[str, str], LinkView] = {}
        self._called: dict[tuple[str, str], TextView] = {}
        self._paths: dict[tuple[str, str], str] = {}
        self.slugs = content_slugs(texts.dataset, texts.language)
        pages = (content_page(texts.dataset, name, texts.language) for name in self.slugs)
        self.written = sorted((page for page in pages if page), key=lambda page: (page.front.order, page.name))
        self.pages = tuple(map(self.to_written, self.written))

    def path(self, kind: str, identity: str = "") -> str:
        """Gives the path of a page of a kind: of a record's, or of the only one."""
        if (kind, identity) not in self._paths:
            self._paths[kind, identity] = self._addresses.page(kind, self._texts.language, identity)
        return self._paths[kind, identity]

    def label(self, kind: str) -> str:
        """Gives what the menu calls a page of which there is one."""
        return self._texts.locale.say(f"menu.{self._kinds.by_name[kind].key}")

    def to(self, kind: str) -> LinkView:
        """Gives a link to a page of which there is one, as the menu calls it."""
        return LinkView(TextView(self.label(kind)), self.path(kind))

    def has(self, kind: str) -> bool:
        """Whether there are pages of a kind."""
        return self._existing[kind]

    @cached_property
    def _existing(self) -> Mapping[str, bool]:
        return {name: exists(self._dataset, place) for name, place in self._kinds.by_name.items()}

    def maybe(self, kind: str, title: str = "") -> LinkView | None:
        """Gives a link to a page of which there is one, under a title or as the menu calls it; None where it is not there."""
        if not self.has(kind):
            return None
        return LinkView(TextView(title), self.path(kind)) if title else self.to(kind)

    def to_each(self, *kinds: str) -> tuple[LinkView, ...]:
        """Gives links to those of the pages that are there."""
        return tuple(self.to(kind) for kind in kinds if self.has(kind))

    def record(self, one: str, identity: str) -> LinkView:
        """Gives a link to a record by what one of its kind is called: to its own page, or to its place on another."""
        key = (one, identity)
        if key not in self._records:
            self._records[key] = LinkView(self.title(one, identity), self._place_of(one, identity))
        return self._records[key]

    def title(self, one: str, identity: str) -> TextView:
        """Gives what a record, or the page of a status, a goal or a kind of note, is called."""
        key = (one, identity)
        if key not in self._called:
            self._called[key] = self._title(one, identity)
        return self._called[key]

    def _title(self, one: str, identity: str) -> TextView:
        if one in self._titles:
            return self._titles[one](self._texts, identity)
        kind = self._kinds.named[one]
        return self.name(self._dataset.valid[kind.name][identity])

    @singledispatchmethod
    def name(self, record: Record) -> TextView:
        """Gives the name of a record."""
        name = getattr(record, "title", None) or getattr(record, "name", record.id)
        return self._texts.text(name) if isinstance(name, Text) else TextView(str(name))

    @name.register
    def _(self, figure: Figure) -> TextView:
        """A figure is called by its number and what it counts."""
        counts = self._texts.text(figure.counts)
        return TextView(f"{self.figure_value(figure)} {counts.text}", counts.lang, counts.dir)

    @name.register
    def _(self, newsletter: Newsletter) -> TextView:
        """A newsletter is called by its day."""
        return TextView(self._texts.locale.say("newsletter.title", date=self._texts.locale.moment(newsletter.date.parts)))

    @name.register
    def _(self, document: Document) -> TextView:
        """A page on the web is called as it calls itself, in its own language."""
        title = self._texts.text(document.title)
        if not document.language:
            return title
        if document.language == self._texts.language:
            return TextView(title.text)
        own = direction(document.language)
        return TextView(title.text, document.language, own if own != self._texts.direction else "")

    def figure_value(self, figure: Figure) -> str:
        """Gives a number with its unit."""
        if figure.shown:
            return self._texts.text(figure.shown).text
        return f"{self._texts.locale.number(figure.value)} {self._texts.text(figure.unit).text}"

    def _place_of(self, one: str, identity: str) -> str:
        place = self._kinds.by_name.get(one)
        if place is not None:
            return self.path(one, identity) if one in self._kinds.named or identity in self._ids[one] else ""
        kind = self._kinds.named[one]
        if not self.has(kind.told_on):
            return ""
        return f"{self.path(kind.told_on)}#{getattr(self._dataset.valid[kind.name][identity], kind.anchor)}"

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of pages that show no record: statuses and goals that no project has are called by their names only."""
        forms = Address.BELOW, Address.EMBED
        places = (place for place in self._kinds.places if place.address in forms and place.name not in self._kinds.named)
        return {place.name: frozenset(ids_of(self._dataset, place) if self.has(place.name) else ()) for place in places}

    def embed(self, kind: str, identity: str) -> str:
        """Gives the path of what other sites may show of a page in a frame; "" where there is nothing to show."""
        name = next((place.name for place in self._kinds.places if place.shows == kind), "")
        return self.path(name, identity) if name and identity in self._ids[name] else ""

    def below(self, place: Place) -> tuple[LinkView, ...]:
        """Gives links to all pages of a kind, in the order that lists of them have."""
        links = [self.record(place.name, identity) for identity in ids_of(self._dataset, place)]
        if place.is_by_title:
            links.sort(key=lambda link: (collation_key(link.title.text), link.path))
        return tuple(links)

    def to_written(self, page: ContentPage) -> LinkView:
        """Gives a link to a hand-written page."""
        return LinkView(self.written_title(page, page.front.title), self.path("content", self.slugs[page.name]))

    def written_title(self, page: ContentPage, title: str) -> TextView:
        """Gives a title of a hand-written page, with its language where that is another."""
        return TextView(title) if page.language == self._texts.language else self._texts.in_default(title)

    def page(self, name: str) -> LinkView | None:
        """Gives a link to the hand-written page of a name, or None where nobody wrote one."""
        return next((self.to_written(page) for page in self.written if page.name == name), None)

    def named(self, url: str) -> str:
        """Gives the path that a link in a text leads to: `project:leren-met-de-stad`, `page:figures`, `open-data:projects.json`."""
        scheme, _, identity = url.partition(":")
        if scheme == OPEN_DATA:
            return self._addresses.open_data(identity)
        if scheme != PAGE:
            return self.path(self._kinds.schemes[scheme].name, identity)
        if identity == HOME:
            return self._addresses.home(self._texts.language)
        return self.path("content", self.slugs[identity]) if identity in self.slugs else self.path(identity)
