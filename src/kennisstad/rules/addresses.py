"""Every page has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.addresses.routes import Addresses, Route, content_page, have_paths, routes
from kennisstad.model import Address, Addressed, Dataset
from kennisstad.problem import Location, Problem


def one_page_per_address(dataset: Dataset) -> Iterator[Problem]:
    """No two pages have one address, in any language.

    Passes: `content/nl/over.md`. Fails: `content/nl/about.md` with `slug: projecten`, the address of all projects.
    """
    if not have_paths(dataset):
        return
    addresses = Addresses.of(dataset)
    taken = {route.file: route for route in _folders_of_embeds(dataset, addresses)}
    for route in routes(dataset, addresses):
        first = taken.setdefault(route.file, route)
        is_archive = first.place is not route.place and first.place.above == route.place.above != ""
        if first is not route and not is_archive:  # who names a file after a year is told of that
            values = {"found": f"/{route.path}", "other": str(_place(dataset, first))}
            yield Problem(_place(dataset, route), "one-address", "other-slug", route.id, values)


def old_addresses_lead_to_one_record(dataset: Dataset) -> Iterator[Problem]:
    """An id that a record had before is no record's id now, and one record's only.

    Passes: `formerly: [quay-park]`. Fails: `formerly: [benches]` where there is a record `benches`; one old id at two records.
    """
    for place in dataset.kinds.places:
        if place.address is not Address.BELOW or place.ids is not None:
            continue
        living = dataset.ids.get(place.above, frozenset())
        taken: dict[str, str] = {}
        for record in dataset.valid.get(place.above, {}).values():
            for position, old in enumerate(record.formerly if isinstance(record, Addressed) else ()):
                first = taken.setdefault(old, record.id)
                rule = "old-id-lives" if old in living else "old-id-twice" if first != record.id else ""
                if rule:
                    where = dataset.place(place.above, record.id, ("formerly", position))
                    yield Problem(where, rule, "remove-old-id", record.id, {"found": old, "other": first})


def _folders_of_embeds(dataset: Dataset, addresses: Addresses) -> Iterator[Route]:
    """Gives what keeps other pages out of the folders that may be framed: what a host allows there is for embeds only."""
    for place in dataset.kinds.places:
        if place.address is Address.EMBED:
            yield from (Route(place, "", language, addresses.framed(language)) for language in dataset.programme.languages)


def _place(dataset: Dataset, route: Route) -> Location:
    """Gives where a page's address comes from."""
    if (route.place.above, route.id) in dataset.nodes:
        return dataset.place(route.place.above, route.id, ("id",))
    if page := content_page(dataset, route.id, route.language):
        return Location(page.file, page.lines.get("slug", 1))
    return Location(dataset.locales[route.language].file)
