"""When a page was changed last: what "laatst gewijzigd" and the sitemap tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from kennisstad.addresses.routes import Route
from kennisstad.model import Address, Dataset, Moment, Record
from kennisstad.model.history import WRITTEN


def changed(dataset: Dataset, route: Route) -> str:
    """Gives the day on which a page was changed last (ISO 8601, perhaps without its day), or "" where that is not known.

    A record's own last change, else when it was looked through; a written page's in its language; of a list the newest of what it
    lists, else of everything. What was not changed since history began was so on the day of its beginning.
    """
    history, place = dataset.history, route.place
    if route.id in dataset.valid.get(place.above, {}):
        day = history.last_changed(place.above, route.id)
        return str(day or _checked([dataset.valid[place.above][route.id]]) or _begun(dataset))
    if place.address is Address.SLUG:
        return str(history.last_changed(WRITTEN, route.id, route.language) or _begun(dataset))
    if route.id in history.months:
        return str(max(change.commit.day for change in history.months[route.id]))
    of_kind = history.newest_of(place.name) or _checked(dataset.valid.get(place.name, {}).values())
    return str(of_kind or history.newest or _checked(record for _, record in dataset.records()) or _begun(dataset))


def _checked(records: Iterable[Record]) -> str:
    """Gives the newest day on which one of some records was looked through; one that names no day counts for less."""
    found = [checked for record in records if isinstance(checked := getattr(record, "checked", None), Moment)]
    return max(found, key=lambda checked: (len(checked.parts) == 3, checked.first_day)).root if found else ""


def _begun(dataset: Dataset) -> str:
    return dataset.history.begin.day.isoformat() if dataset.history.begin else ""
