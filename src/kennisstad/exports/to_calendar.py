"""Events for calendars (iCalendar, RFC 5545): all of them in one file for each language, and each in one of its own.

Times are written in UTC, so that no file has to describe a time zone; a calendar shows them in the time of who looks.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import partial

from kennisstad.exports.material import Files, Material
from kennisstad.model import Event
from kennisstad.views.edition import Edition
from kennisstad.views.entries import first_id, last_instant, lasting_id
from kennisstad.views.feeds import CALENDAR, calendar_path

_DAY = datetime.timedelta(days=1)


def files(material: Material) -> Files:
    """Gives the calendar of each language, and a file for each event; none where there are no events."""
    events = sorted(material.dataset.events.values(), key=lambda event: event.id)
    for language in material.dataset.programme.languages if events else ():
        edition = material.pages.edition(language)
        yield f"{edition.links.path('events')}{CALENDAR}", partial(_calendar, edition, events)
        for event in events:
            yield calendar_path(edition, event), partial(_calendar, edition, (event,))


def _calendar(edition: Edition, events: Iterable[Event]) -> bytes:
    # icalendar takes as long to import as many records take to check; who has no events does not wait for it.
    from icalendar import Calendar  # noqa: PLC0415
    from icalendar import Event as Entry  # noqa: PLC0415

    calendar = Calendar()
    for name, value in _head(edition).items():
        calendar.add(name, value)
    for event in events:
        entry = Entry()
        for name, value in _properties(edition, event).items():
            entry.add(name, value)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _head(edition: Edition) -> dict[str, object]:
    programme = edition.dataset.programme
    return {
        "prodid": f"-//{programme.id}//kennisstad//{edition.language.upper()}",
        "version": "2.0",
        "method": "PUBLISH",
        "x-wr-calname": f"{edition.links.label('events')} · {edition.text(programme.name).text}",
        "x-wr-timezone": programme.time_zone,
    }


def _properties(edition: Edition, event: Event) -> dict[str, object]:
    title, address = edition.text(event.title).text, edition.addresses.absolute(edition.links.path("event", event.id))
    start, end = _span(edition, event)
    return {
        "uid": lasting_id(edition, "events", first_id(event)).removeprefix("urn:uuid:"),
        "dtstamp": _stamp(edition, event),
        "dtstart": start,
        **({"dtend": end} if end else {}),
        "summary": f"{edition.locale.say('event.cancelled')}: {title}" if event.cancelled else title,
        "description": f"{edition.text(event.summary).text}\n{address}",
        "location": edition.text(event.place).text,
        "url": address,
        "sequence": _sequence(edition, event),
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
    }


def _span(edition: Edition, event: Event) -> tuple[datetime.date, datetime.date | None]:
    """Gives the beginning and the end; that of whole days is the day after the last (RFC 5545, 3.6.1)."""
    zone = event.zone(edition.dataset.programme.time_zone)
    if event.start.has_time:
        return event.start.at(zone).astimezone(datetime.UTC), event.end.at(zone).astimezone(datetime.UTC) if event.end else None
    last = (event.end or event.start).on_day(zone)
    return event.start.on_day(zone), last + _DAY


def _stamp(edition: Edition, event: Event) -> datetime.datetime:
    """Gives when an event was changed last, else an instant that changes only with it: its beginning."""
    begins = event.start.at(event.zone(edition.dataset.programme.time_zone))
    return (last_instant(edition, "events", event.id) or begins).astimezone(datetime.UTC)


def _sequence(edition: Edition, event: Event) -> int:
    """Gives a number that grows with each change, by which calendars know a newer version (RFC 5545, 3.8.7.4).

    It grows too where a change takes back what counts by itself: an event that goes on after all.
    """
    commits = {change.commit.id for change in edition.dataset.history.by_record.get(("events", event.id), ())}
    return 2 * len(commits) + int(event.cancelled) + int(event.moved_from is not None)
