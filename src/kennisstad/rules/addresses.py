"""Every page has an address of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem
from kennisstad.urls import SECTIONS, Addresses, Kind, Route, content_page, routes


def one_page_per_address(dataset: Dataset) -> Iterator[Problem]:
    """No two pages have one address, in any language.

    Passes: `content/nl/over.md`. Fails: `content/nl/about.md` with `slug: projecten`, the address of all projects.
    """
    if sorted(dataset.locales) != sorted(dataset.programme.languages):
        return  # a language without words, or named twice, is told of elsewhere
    taken: dict[str, Route] = {}
    for route in routes(dataset, Addresses(dataset.locales, dataset.programme.default_language)):
        first = taken.setdefault(route.file, route)
        if first is not route:
            values = {"found": f"/{route.path}", "other": str(_place(dataset, first))}
            yield Problem(_place(dataset, route), "one-address", "other-slug", route.id, values)


def _place(dataset: Dataset, route: Route) -> Location:
    """Gives where a page's address comes from."""
    for listing, single in SECTIONS.items():
        if route.kind == single and (listing.value, route.id) in dataset.nodes:
            return dataset.place(listing.value, route.id, ("id",))
    if route.kind == Kind.CONTENT and (page := content_page(dataset, route.id, route.language)):
        return Location(page.file, page.lines.get("slug", 1))
    return Location(dataset.locales[route.language].file)
