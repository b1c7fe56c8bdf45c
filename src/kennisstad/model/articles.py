"""What is written in a file of its own in each language: news, and events to come to."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from pydantic import StrictBool

from kennisstad.model.base import Addressed
from kennisstad.model.ids import AudienceId, EventId, NewsItemId, PartnerId, PlaceId, ProjectId
from kennisstad.model.instants import Day, Instant, LongText
from kennisstad.model.records import Photo
from kennisstad.model.values import Address, Line, Summary, Text, TimeZone, WebAddress


class Article(Addressed):
    """A file of Markdown with a head, in each language; its name is the id. What is no text stands in the first language's file."""

    title: Text
    summary: Summary
    projects: tuple[ProjectId, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    photo: Photo | None = None
    text: LongText | None = None


class NewsItem(Article):
    """Something that the programme tells: what is new, on which day."""

    date: Day


class Event(Article):
    """Something to come to: when, where, for whom, how to sign up; perhaps cancelled, or moved from another time."""

    start: Instant
    end: Instant | None = None
    time_zone: TimeZone | None = None
    place: Text
    places: tuple[PlaceId, ...] = ()
    audiences: tuple[AudienceId, ...] = ()
    for_whom: Text | None = None
    sign_up: Address | None = None
    link: WebAddress | None = None
    cancelled: StrictBool = False
    moved_from: Instant | None = None

    def zone(self, usual: str) -> ZoneInfo:
        """Gives the zone that its times are told in: its own, else the programme's."""
        return ZoneInfo(self.time_zone or usual)

    def last_day(self, usual: str) -> datetime.date:
        """Gives the last day on which it goes on; `usual` names the programme's zone."""
        zone = self.zone(usual)
        return (self.end or self.start).on_day(zone)


class Newsletter(Addressed):
    """What a newsletter tells, by name: the records say it, in every language. `changed` names them as notes do."""

    date: Day
    since: Day
    news: tuple[NewsItemId, ...] = ()
    events: tuple[EventId, ...] = ()
    results: tuple[ProjectId, ...] = ()
    changed: tuple[Line, ...] = ()
    text: LongText | None = None
