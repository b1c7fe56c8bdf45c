"""Every page has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.addresses.routes import Addresses, Route, content_page, routes
from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem


def one_page_per_address(dataset: Dataset) -> Iterator[Problem]:
    """No two pages have one address, in any language.

    Passes: `content/nl/over.md`. Fails: `content/nl/about.md` with `slug: projecten`, the address of all projects.
    """
    if sorted(dataset.locales) != sorted(dataset.programme.languages):
        return  # a language without words, or named twice, is told of elsewhere
    taken: dict[str, Route] = {}
    for route in routes(dataset, Addresses.of(dataset)):
        first = taken.setdefault(route.file, route)
        if first is not route:
            values = {"found": f"/{route.path}", "other": str(_place(dataset, first))}
            yield Problem(_place(dataset, route), "one-address", "other-slug", route.id, values)


def _place(dataset: Dataset, route: Route) -> Location:
    """Gives where a page's address comes from."""
    if (route.place.above, route.id) in dataset.nodes:
        return dataset.place(route.place.above, route.id, ("id",))
    if page := content_page(dataset, route.id, route.language):
        return Location(page.file, page.lines.get("slug", 1))
    return Location(dataset.locales[route.language].file)
