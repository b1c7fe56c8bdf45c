"""When an event is, in words, and whether it is over on the day that the site speaks from."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from kennisstad.model import Event, Instant
from kennisstad.views.components import view
from kennisstad.views.texts import Texts


@view
class WhenView:
    """When something is: in words, and its beginning as ISO 8601; `day` and `month` are those of its calendar leaf."""

    text: str
    start: str
    day: str
    month: str


def is_over(texts: Texts, event: Event) -> bool:
    """Whether the last day of an event is before the day that the site speaks from."""
    return event.last_day(texts.dataset.programme.time_zone) < texts.dataset.day


def event_when(texts: Texts, event: Event) -> WhenView:
    """Gives when an event is, with the zone where that is not the programme's."""
    zone = event.zone(texts.dataset.programme.time_zone)
    start, end = event.start.at(zone), event.end.at(zone) if event.end else None
    text = _timed(texts, start, end) if event.start.has_time else _days(texts, start.date(), end.date() if end else None)
    if event.start.has_time and zone.key != texts.dataset.programme.time_zone:
        text = texts.locale.say("event.in_zone", when=text, zone=texts.locale.zone(start))
    exact = start.isoformat(timespec="minutes") if event.start.has_time else start.date().isoformat()
    return WhenView(text, exact, str(start.day), texts.locale.short_month(start.date()))


def instant_text(texts: Texts, event: Event, instant: Instant) -> str:
    """Gives another time of an event in words."""
    at = instant.at(event.zone(texts.dataset.programme.time_zone))
    return _timed(texts, at, None) if instant.has_time else texts.locale.weekday(at.date())


def short_instant(texts: Texts, instant: Instant, zone: ZoneInfo) -> str:
    """Gives a time in words, without the day of the week, told in a zone."""
    at = instant.at(zone)
    day = texts.locale.moment((at.year, at.month, at.day))
    return texts.locale.say("event.at", day=day, start=texts.locale.time(at)) if instant.has_time else day


def _timed(texts: Texts, start: datetime.datetime, end: datetime.datetime | None) -> str:
    locale = texts.locale
    first = {"day": locale.weekday(start.date()), "start": locale.time(start)}
    if end is None:
        return locale.say("event.at", **first)
    if end.date() == start.date():
        return locale.say("event.from_to", **first, end=locale.time(end))
    return locale.say("event.over_days", **first, last_day=locale.weekday(end.date()), end=locale.time(end))


def _days(texts: Texts, start: datetime.date, end: datetime.date | None) -> str:
    first = texts.locale.weekday(start)
    return texts.locale.say("event.days", start=first, end=texts.locale.weekday(end)) if end and end != start else first
