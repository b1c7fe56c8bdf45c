"""The pages that tell what changed: a list of months, a page for each, and what changed in one record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from kennisstad.addresses.routes import Route
from kennisstad.model import Change, Dataset
from kennisstad.views.changes import SentenceView, kind_word, record_link, sentences
from kennisstad.views.components import LinkView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.texts import Texts

MANY = 20
"""A commit that changes more records than this is told in a line for each kind, with what they are called to ask for."""
NAMES = 40
"""So many of these are named."""
LONG = 8
"""So many records of a day are shown at once."""
ROOM, NEWEST = 26_000, 6_000
"""Characters for what a month's page and that of all months tell: with what stands around it less than 15 KiB as sent. What there
is no room for is counted."""
MARKUP = 150
"""Characters around what is told of a record, and around each link."""
LATEST = 10
"""So many days of a record are told on its page."""
SAID = 8
"""So many changes of a record in one go are said; the others are counted."""


@view
class RecordChanges:
    """What one commit changed in a record; `more` says how much is left out, or is ""."""

    kind: str
    links: tuple[LinkView, ...]
    """To the record; there is one."""
    sentences: tuple[SentenceView, ...]
    more: str


@view
class KindChanges:
    """The records of a kind that one commit changed with many others: how many, and what the first are called."""

    told: str
    links: tuple[LinkView, ...]
    more: str
    number: int
    sentences: tuple[SentenceView, ...] = ()


@view
class DayView:
    """What changed on a day; `rest` is shown to who asks for it."""

    day: str
    date: str
    first: tuple[RecordChanges, ...]
    rest: tuple[RecordChanges, ...]
    many: tuple[KindChanges, ...]
    more: str


@view
class RecordDay:
    """What changed in one record on a day."""

    day: str
    date: str
    sentences: tuple[SentenceView, ...]


@view
class RecordHistory:
    """What changed in one record, the newest first; `more` says how many days are left out, or is ""."""

    days: tuple[RecordDay, ...]
    more: str


@view
class MonthLink:
    """A month with the number of its changes."""

    link: LinkView
    counted: str


@view
class ChangesView(View):
    """The list of months, with the newest changes."""

    days: tuple[DayView, ...]
    months: tuple[MonthLink, ...]


@view
class MonthView(View):
    """What changed in a month; `more` says how many records are left out, or is ""."""

    trail: LinkView
    title: str
    days: tuple[DayView, ...]
    more: str


def changes_view(edition: Edition) -> ChangesView:
    """Gives all months, the newest first, and what changed last."""
    months = edition.dataset.history.months
    newest = next(iter(months.values()), ())
    days, _ = _days(edition, newest, NEWEST)
    links = (MonthLink(edition.links.record("month", month), _counted(edition, changes)) for month, changes in months.items())
    return ChangesView(days[:1], tuple(links))


def month_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of a month says of itself."""
    month = month_title(edition, route.id).text
    days, left = _days(edition, edition.dataset.history.months[route.id], ROOM)
    more = edition.locale.count("changes.more", left) if left else ""
    title = edition.locale.say("changes.month_title", month=month)
    view = MonthView(edition.links.to("changes"), title, days, more)
    programme = edition.text(edition.dataset.programme.name).text
    return Draft(
        title=title, description=edition.locale.say("changes.month_description", month=month, programme=programme), view=view
    )


def months_of(dataset: Dataset) -> Iterable[str]:
    """Gives the ids of the months in which anything changed: `2026-11`."""
    return dataset.history.months


def month_title(texts: Texts, month: str) -> TextView:
    """Gives a month in words."""
    year, number = month.split("-")
    return TextView(texts.locale.moment((int(year), int(number))))


def record_history(edition: Edition, route: Route) -> RecordHistory | None:
    """Gives what changed in the record that a page shows, or None where nothing did or the page shows no record."""
    changes = edition.dataset.history.by_record.get((route.place.above, route.id), ()) if route.id else ()
    by_day = [(day, list(found)) for day, found in groupby(changes, key=lambda change: change.commit.day)]
    if not by_day:
        return None
    days = tuple(_record_day(edition, found) for _, found in by_day[:LATEST])
    left = len(by_day) - len(days)
    return RecordHistory(days, edition.locale.count("changes.more_days", left) if left else "")


def _record_day(edition: Edition, changes: list[Change]) -> RecordDay:
    day = changes[0].commit.day
    return RecordDay(day.isoformat(), edition.locale.moment((day.year, day.month, day.day)), sentences(edition, changes))


def _counted(edition: Edition, changes: Iterable[Change]) -> str:
    return edition.locale.count("changes.counted", len({change.key for change in changes}))


def _days(edition: Edition, changes: Iterable[Change], room: int) -> tuple[tuple[DayView, ...], int]:
    """Gives the days, and how many records there was no room for."""
    days, missed = [], 0
    for _, found in groupby(changes, key=lambda change: change.commit.day):
        of_day = list(found)
        commits = [_by_record(of_one) for _, of_one in groupby(of_day, key=lambda change: change.commit.id)]
        records, kinds = (
            _records(edition, commits),
            [one for groups in commits if len(groups) > MANY for one in _kinds(edition, groups)],
        )
        shown, room = _fitting(records, room)
        shown_kinds, room = _fitting(kinds, room)
        missed += len(records) - len(shown) + sum(kind.number for kind in kinds[len(shown_kinds) :])
        if shown or shown_kinds:
            days.append(_day(edition, of_day[0], shown, shown_kinds))
    return tuple(days), missed


Row = TypeVar("Row", "RecordChanges", "KindChanges")


def _fitting(rows: list[Row], room: int) -> tuple[list[Row], int]:
    """Gives as many of the first rows as there is room for, and the room that is left."""
    for place, row in enumerate(rows):
        weight = MARKUP + sum(MARKUP + len(link.path) + len(link.title.text) for link in row.links)
        weight += sum(len(piece.text) + 2 * len(piece.path) for sentence in row.sentences for piece in sentence.pieces)
        if weight > room:
            return rows[:place], 0
        room -= weight
    return rows, room


def _by_record(changes: Iterable[Change]) -> list[list[Change]]:
    return [list(of_one) for _, of_one in groupby(changes, key=lambda change: change.of)]


def _day(edition: Edition, newest: Change, records: list[RecordChanges], kinds: list[KindChanges]) -> DayView:
    day = newest.commit.day
    date = edition.locale.moment((day.year, day.month, day.day))
    first, rest = (records[:LONG], records[LONG:]) if len(records) > LONG + 2 else (records, [])
    more = edition.locale.count("changes.more", len(rest)) if rest else ""
    return DayView(day.isoformat(), date, tuple(first), tuple(rest), tuple(kinds), more)


def _records(edition: Edition, commits: list[list[list[Change]]]) -> list[RecordChanges]:
    """Gives what changed in each record; what several commits of a day did to one stands together."""
    together: dict[tuple[str, str], list[Change]] = {}
    for group in (group for groups in commits if len(groups) <= MANY for group in groups):
        together.setdefault(group[0].of, []).extend(group)
    told = ((changes, sentences(edition, changes)) for changes in together.values())
    return [_record(edition, changes[0], said) for changes, said in told if said]


def _record(edition: Edition, newest: Change, said: tuple[SentenceView, ...]) -> RecordChanges:
    link = record_link(edition, newest.kind, newest.record, newest.name)
    left = len(said) - SAID
    more = edition.locale.count("changes.more", left) if left > 0 else ""
    return RecordChanges(kind_word(edition, newest.kind), (link,), said[:SAID], more)


def _kinds(edition: Edition, groups: list[list[Change]]) -> Iterator[KindChanges]:
    for kind, found in groupby(groups, key=lambda group: group[0].kind):
        of_kind = [group[0] for group in found]
        links = tuple(record_link(edition, kind, one.record, one.name) for one in of_kind[:NAMES])
        left = len(of_kind) - len(links)
        told = edition.locale.say("changes.many", kind=kind_word(edition, kind), number=edition.locale.number(len(of_kind)))
        yield KindChanges(told, links, edition.locale.count("changes.more", left) if left else "", len(of_kind))
