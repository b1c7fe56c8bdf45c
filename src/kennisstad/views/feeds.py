"""Which feeds there are, and what stands in each: news of all, and of each collection whose projects have any."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kennisstad.addresses.routes import Route
from kennisstad.model import Addressed, Article, Event, NewsItem
from kennisstad.views.articles import article_text, newest_first
from kennisstad.views.components import view
from kennisstad.views.edition import Edition
from kennisstad.views.relations import Relations

FEED, CALENDAR, EVENT = "feed.xml", "calendar.ics", "event.ics"
"""The names of the files, below the page that tells the same."""
MOST = 50
"""Entries of a feed; who asks less often than these last finds the rest on the pages."""
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
class Entry:
    """An entry of a feed: an id that never changes, and instants that come from the data."""

    id: str
    title: str
    path: str
    published: datetime.datetime
    updated: datetime.datetime
    summary: str
    html: str
    language: str


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


def lasting_id(edition: Edition, kind: str, identity: str) -> str:
    """Gives a name for something in one language that no move of the site and no new title changes (RFC 4122, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{edition.dataset.programme.id}/{kind}/{identity}/{edition.language}").urn


def first_id(record: Addressed) -> str:
    """Gives the id that a record had first: who reads a feed is not told of a renamed one anew."""
    return record.formerly[0] if record.formerly else record.id


def calendar_path(edition: Edition, event: Event) -> str:
    """Gives where the file of one event for calendars stands."""
    return f"{edition.links.path('event', event.id)}{EVENT}"


def feeds(edition: Edition) -> Iterator[Feed]:
    """Gives every feed of a language that has anything in it."""
    if edition.dataset.news:
        yield _feed(edition, "news", "", _news_entries(edition, edition.dataset.news.values()))
    for kind in _WITH_FEEDS:
        for identity in collections_with_feed(edition, kind):
            yield _feed(edition, kind, identity, _news_entries(edition, _news_of(edition, kind, identity)))


def collections_with_feed(edition: Edition, kind: str) -> Iterator[str]:
    """Gives the ids of the tracks or themes that have a feed."""
    return (identity for identity in edition.dataset.valid[f"{kind}s"] if _news_of(edition, kind, identity))


def _news_of(edition: Edition, kind: str, identity: str) -> list[NewsItem]:
    articles = _articles_of(edition.relations, kind, identity)
    return list({item.id: item for item in articles if isinstance(item, NewsItem)}.values())


def _articles_of(relations: Relations, kind: str, identity: str) -> Iterator[Article]:
    for project in getattr(relations, _WITH_FEEDS[kind])[identity]:
        yield from relations.articles_on_project[project.id]


def _feed(edition: Edition, kind: str, identity: str, entries: Iterable[Entry]) -> Feed:
    programme = edition.text(edition.dataset.programme.name).text
    title = edition.links.title(kind, identity).text if identity else edition.links.label(kind)
    newest = sorted(entries, key=lambda entry: (entry.published, entry.id), reverse=True)[:MOST]
    return Feed(
        lasting_id(edition, "feed", f"{kind}/{identity}"),
        f"{title} · {programme}",
        edition.links.path(kind, identity),
        tuple(newest),
    )


def _news_entries(edition: Edition, news: Iterable[NewsItem]) -> Iterator[Entry]:
    zone = ZoneInfo(edition.dataset.programme.time_zone)
    for item in newest_first(news)[:MOST]:
        published = datetime.datetime.combine(item.date.date, datetime.time(), zone)
        title, summary = edition.text(item.title), edition.text(item.summary).text
        text = article_text(edition, item, "news", edition.addresses.site_url)
        yield Entry(
            id=lasting_id(edition, "news", first_id(item)),
            title=title.text,
            path=edition.links.path("news-item", item.id),
            published=published,
            updated=published,
            summary=summary,
            html=text.html if text else "",
            language=title.lang or edition.language,
        )


def feed_links(edition: Edition, route: Route) -> tuple[FeedLink, ...]:
    """Gives the feeds and calendars that tell what a page tells: of a collection its own, of others those of all."""
    links, name = edition.links, edition.text(edition.dataset.programme.name).text
    found = []
    if route.kind in _WITH_FEEDS and _news_of(edition, route.kind, route.id):
        found.append(
            FeedLink(f"{links.title(route.kind, route.id).text} · {name}", f"{links.path(route.kind, route.id)}{FEED}", ATOM)
        )
    if edition.dataset.news:
        found.append(FeedLink(f"{links.label('news')} · {name}", f"{links.path('news')}{FEED}", ATOM))
    if edition.dataset.events:
        found.append(FeedLink(f"{links.label('events')} · {name}", f"{links.path('events')}{CALENDAR}", ICALENDAR))
    return tuple(found)
