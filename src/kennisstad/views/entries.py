"""The entries of feeds: news, and what changed in records. Their ids never change, their instants come from data and commits."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from zoneinfo import ZoneInfo

from kennisstad.model import Addressed, Change, NewsItem
from kennisstad.views.articles import article_text, newest_first
from kennisstad.views.changes import kind_word, record_link, sentences
from kennisstad.views.edition import Edition

MOST = 50
"""Entries of a feed; who asks less often than these last finds the rest on the pages."""
MANY = 12
"""A commit that changed more records of a kind is told in one entry."""


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


def lasting_id(edition: Edition, kind: str, identity: str) -> str:
    """Gives a name for something in one language that no move of the site and no new title changes (RFC 4122, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{edition.dataset.programme.id}/{kind}/{identity}/{edition.language}").urn


def first_id(record: Addressed) -> str:
    """Gives the id that a record had first: who reads a feed is not told of a renamed one anew."""
    return record.formerly[0] if record.formerly else record.id


def news_entries(edition: Edition, news: Iterable[NewsItem]) -> Iterator[Entry]:
    """Gives the newest of some news."""
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
            updated=max(published, last_instant(edition, "news", item.id) or published),
            summary=summary,
            html=text.html if text else "",
            language=title.lang or edition.language,
        )


def last_instant(edition: Edition, kind: str, identity: str) -> datetime.datetime | None:
    """Gives when a record was changed last, or None where history does not tell."""
    changes = edition.dataset.history.by_record.get((kind, identity), ())
    return changes[0].commit.instant if changes else None


def change_entries(edition: Edition, changes: Iterable[Change]) -> Iterator[Entry]:
    """Gives an entry for all that one commit did to one record, given the newest first; one for many records of a kind together."""
    return islice(_change_entries(edition, changes), MOST)


def _change_entries(edition: Edition, changes: Iterable[Change]) -> Iterator[Entry]:
    for (_, kind), found in groupby(changes, key=lambda change: (change.commit.id, change.kind)):
        by_key = {key: list(of_record) for key, of_record in groupby(found, key=lambda change: change.key)}
        if len(by_key) > MANY:
            yield _of_many(edition, kind, [each[0] for each in by_key.values()])
        else:
            yield from (_of_record(edition, key, each) for key, each in by_key.items())


def _of_record(edition: Edition, key: str, changes: list[Change]) -> Entry:
    first = changes[0]
    link = record_link(edition, first.kind, first.record, first.name)
    told = "; ".join(sentence.text for sentence in sentences(edition, changes))
    title = f"{kind_word(edition, first.kind)}: {link.title.text}"
    return _entry(edition, key, title, link.path or _month(edition, first), first, told)


def _of_many(edition: Edition, kind: str, changes: list[Change]) -> Entry:
    first = changes[0]
    title = edition.locale.say("changes.many", kind=kind_word(edition, kind), number=edition.locale.number(len(changes)))
    names = (record_link(edition, change.kind, change.record, change.name).title.text for change in changes)
    return _entry(edition, f"{first.commit.id}/{kind}", title, _month(edition, first), first, ", ".join(names))


def _month(edition: Edition, change: Change) -> str:
    return edition.links.path("month", f"{change.commit.day:%Y-%m}")


def _entry(edition: Edition, key: str, title: str, path: str, change: Change, summary: str) -> Entry:
    instant = change.commit.instant
    return Entry(lasting_id(edition, "changes", key), title, path, instant, instant, summary, "", edition.language)
