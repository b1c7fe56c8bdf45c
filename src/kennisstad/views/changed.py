"""When a page was changed last: what "laatst gewijzigd" and the sitemap tell of it."""

from __future__ import annotations

from kennisstad.addresses.routes import Route
from kennisstad.model import Address, Dataset
from kennisstad.model.history import WRITTEN
from kennisstad.views.relations import Relations, newest_checked


def changed(relations: Relations, route: Route) -> str:
    """Gives the day on which a page was changed last (ISO 8601, perhaps without its day), or "" where that is not known.

    A record's own last change, else when it was looked through; a written page's in its language; of a list the newest of what it
    lists, else of everything. What was not changed since history began was so on the day of its beginning.
    """
    dataset, place = relations.dataset, route.place
    history = dataset.history
    if route.id in dataset.valid.get(place.above, {}):
        day = history.last_changed(place.above, route.id)
        return str(day or newest_checked([dataset.valid[place.above][route.id]]) or _begun(dataset))
    if place.address is Address.SLUG:
        return str(history.last_changed(WRITTEN, route.id, route.language) or _begun(dataset))
    if route.id in history.months:
        return str(max(change.commit.day for change in history.months[route.id]))
    of_kind = history.newest_of(place.name) or relations.newest_checked[place.name]
    return str(of_kind or history.newest or relations.newest_checked[""] or _begun(dataset))


def _begun(dataset: Dataset) -> str:
    return dataset.history.begin.day.isoformat() if dataset.history.begin else ""
