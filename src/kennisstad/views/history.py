"""What happened, year by year, and the small timeline of one project."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kennisstad.model import Project, TimelineEntry
from kennisstad.views.components import LinkView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.readings import NoteLink, note_links
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.table_of_contents import ContentsEntry

YEARS = 2
"""So many of the newest years are shown at once."""


@view
class TimelineView:
    """Something that happened, or was announced; `date` as people say it, `day` as ISO 8601."""

    anchor: str
    date: str
    day: str
    title: TextView
    announced: str
    note: TextView | None
    links: tuple[LinkView, ...]
    notes: tuple[NoteLink, ...]
    sources: tuple[SourceView, ...]


@view
class YearView:
    """The events of one year."""

    year: str
    counted: str
    is_open: bool
    """Whether it is shown at once; an older year is asked for."""
    events: tuple[TimelineView, ...]


@view
class HistoryView(View):
    """The history of the programme."""

    contents: tuple[ContentsEntry, ...]
    years: tuple[YearView, ...]


def history_view(edition: Edition) -> HistoryView:
    """Gives all events: what was, the newest year first, then the years to come; within a year the earliest first."""
    events = sorted(edition.dataset.timeline.values(), key=lambda event: (event.date.first_day, event.date.last_day, event.id))
    grouped = groupby(events, key=lambda event: event.date.year)
    by_year = [(year, tuple(_entry(edition, event) for event in found)) for year, found in grouped]
    years = tuple(
        YearView(str(year), edition.locale.count("count.events", len(found)), position < YEARS, found)
        for position, (year, found) in enumerate(sorted(by_year, key=lambda one: _place(edition, one[0])))
    )
    return HistoryView(tuple(ContentsEntry(f"year-{each.year}", TextView(each.year)) for each in years), years)


def _place(edition: Edition, year: int) -> tuple[bool, int]:
    """Gives what years are sorted by: those that are there, back from the newest, then those to come."""
    is_to_come = year > edition.dataset.day.year
    return is_to_come, year if is_to_come else -year


def project_timeline(edition: Edition, project: Project) -> tuple[TimelineView, ...]:
    """Gives a project's start, events and end, the earliest first; a start or end that an event tells of is not told twice."""
    events = edition.relations.timeline_of[project.id]
    told = [(event.date.first_day, event.date.last_day, _entry(edition, event)) for event in events]
    for moment, key in ((project.start, "project.starts"), (project.end, "project.ends")):
        if moment and not any(moment.first_day <= event.date.first_day <= moment.last_day for event in events):
            title = TextView(edition.locale.say(key))
            view = TimelineView("", edition.locale.moment(moment.parts), moment.root, title, "", None, (), (), ())
            told.append((moment.first_day, moment.last_day, view))
    return tuple(view for *_, view in sorted(told, key=lambda row: row[:2]))


def _entry(edition: Edition, entry: TimelineEntry) -> TimelineView:
    moment, locale = edition.locale.moment, edition.locale
    date = moment(entry.date.parts)
    if entry.until:
        date = locale.say("period.both", start=date, end=moment(entry.until.parts))
    return TimelineView(
        anchor=entry.id,
        date=date,
        day=entry.date.root,
        title=edition.text(entry.title),
        announced=locale.say("history.announced") if entry.announced else "",
        note=edition.maybe(entry.note),
        links=tuple(_links(edition, entry)),
        notes=note_links(edition, f"timeline-entry:{entry.id}"),
        sources=sources_of(edition, entry),
    )


def _links(edition: Edition, entry: TimelineEntry) -> Iterable[LinkView]:
    """Gives the projects, then the partners; of a project and a partner of one name the project."""
    found: dict[str, LinkView] = {}
    named = (("project", entry.projects), ("partner", entry.partners))
    for link in (edition.links.record(kind, one) for kind, ids in named for one in ids):
        found.setdefault(link.title.text, link)
    return found.values()
