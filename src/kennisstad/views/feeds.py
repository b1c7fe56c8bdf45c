"""Which feeds there are: of all news, of all that changed, and of both for each track and theme; and the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kennisstad.addresses.routes import Route
from kennisstad.model import Event, NewsItem, Project
from kennisstad.views.components import view
from kennisstad.views.edition import Edition
from kennisstad.views.entries import MOST, Entry, change_entries, lasting_id, news_entries

FEED, CALENDAR, EVENT = "feed.xml", "calendar.ics", "event.ics"
"""The names of the files, below the page that tells the same."""
ATOM, ICALENDAR = "application/atom+xml", "text/calendar"
_WITH_FEEDS = {"track": "on_track", "theme": "with_theme"}
"""The kinds of collections that have a feed, and where their projects are found."""


@view
class FeedLink:
    """A feed or a calendar as the head of a page names it."""

    title: str
    path: str
    type: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language; `page` is the path of the page that tells the same."""

    id: str
    title: str
    page: str
    entries: tuple[Entry, ...]

    @property
    def path(self) -> str:
        """Where it stands."""
        return f"{self.page}{FEED}"


def calendar_path(edition: Edition, event: Event) -> str:
    """Gives where the file of one event for calendars stands."""
    return f"{edition.links.path('event', event.id)}{EVENT}"


def feeds(edition: Edition) -> Iterator[Feed]:
    """Gives every feed of a language that has anything in it."""
    dataset = edition.dataset
    if dataset.news:
        yield _feed(edition, "news", "", news_entries(edition, dataset.news.values()))
    if dataset.history.changes:
        yield _feed(edition, "changes", "", change_entries(edition, dataset.history.changes))
    for kind in _WITH_FEEDS:
        for identity in dataset.valid[f"{kind}s"]:
            if has_feed(edition, kind, identity):
                told = (*news_entries(edition, _news_of(edition, kind, identity)), *_changes_of(edition, kind, identity))
                yield _feed(edition, kind, identity, told)


def has_feed(edition: Edition, kind: str, identity: str) -> bool:
    """Whether the projects of a track or theme have any news, or changed since history began."""
    changed = edition.dataset.history.by_record
    return bool(_news_of(edition, kind, identity)) or any(
        ("projects", project.id) in changed for project in _projects_of(edition, kind, identity)
    )


def _projects_of(edition: Edition, kind: str, identity: str) -> list[Project]:
    found: list[Project] = getattr(edition.relations, _WITH_FEEDS[kind])[identity]
    return found


def _news_of(edition: Edition, kind: str, identity: str) -> list[NewsItem]:
    articles = (
        one for project in _projects_of(edition, kind, identity) for one in edition.relations.articles_on_project[project.id]
    )
    return list({item.id: item for item in articles if isinstance(item, NewsItem)}.values())


def _changes_of(edition: Edition, kind: str, identity: str) -> Iterator[Entry]:
    own = {("projects", project.id) for project in _projects_of(edition, kind, identity)}
    return change_entries(edition, (change for change in edition.dataset.history.changes if change.of in own))


def _feed(edition: Edition, kind: str, identity: str, entries: Iterable[Entry]) -> Feed:
    programme = edition.text(edition.dataset.programme.name).text
    title = edition.links.title(kind, identity).text if identity else edition.links.label(kind)
    newest = tuple(sorted(entries, key=lambda entry: entry.published, reverse=True)[:MOST])  # of one time as history has them
    return Feed(
        lasting_id(edition, "feed", f"{kind}/{identity}"), f"{title} · {programme}", edition.links.path(kind, identity), newest
    )


def feed_links(edition: Edition, route: Route) -> tuple[FeedLink, ...]:
    """Gives the feeds and calendars that tell what a page tells: of a collection its own, of others those of all."""
    links, name = edition.links, edition.text(edition.dataset.programme.name).text
    found = []
    if route.kind in _WITH_FEEDS and has_feed(edition, route.kind, route.id):
        found.append(
            FeedLink(f"{links.title(route.kind, route.id).text} · {name}", f"{links.path(route.kind, route.id)}{FEED}", ATOM)
        )
    if edition.dataset.news:
        found.append(FeedLink(f"{links.label('news')} · {name}", f"{links.path('news')}{FEED}", ATOM))
    if edition.dataset.history.changes:
        found.append(FeedLink(f"{links.label('changes')} · {name}", f"{links.path('changes')}{FEED}", ATOM))
    if edition.dataset.events:
        found.append(FeedLink(f"{links.label('events')} · {name}", f"{links.path('events')}{CALENDAR}", ICALENDAR))
    return tuple(found)
