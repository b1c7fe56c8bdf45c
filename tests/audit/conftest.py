"""The pages that are audited: every page with `--every-page`, else a sample of each kind, in the languages by turns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from kennisstad.addresses.routes import Addresses, Route, routes
from kennisstad.model import Dataset

Audited = Callable[[int], list[Route]]
"""Gives the pages of one turn: all of them, or in a sample those of one language, so that two turns together see both."""


@pytest.fixture(scope="session")
def every_route(real: Dataset) -> list[Route]:
    return list(routes(real, Addresses.of(real)))


@pytest.fixture(scope="session")
def audited(request: pytest.FixtureRequest, every_route: list[Route], site: Path) -> Audited:
    """The sample holds the largest page of each kind in the default language, and the smallest in every other one."""
    if request.config.getoption("--every-page"):
        return lambda turn: every_route
    default = every_route[0].language
    by_size = sorted(every_route, key=lambda route: (site / route.file).stat().st_size)
    smallest = {(route.language, route.kind): route for route in reversed(by_size)}
    largest = {(route.language, route.kind): route for route in by_size}
    languages = sorted({route.language for route in every_route}, key=lambda language: language != default)

    def of_turn(turn: int) -> list[Route]:
        language = languages[turn % len(languages)]
        return [route for (its, _), route in (largest if language == default else smallest).items() if its == language]

    return of_turn


@pytest.fixture(scope="session")
def searches(real: Dataset) -> list[tuple[str, str]]:
    """Addresses of the search page with what its status then tells: the programme's name is found, one word is not."""
    paths = [
        f"{'' if code == real.programme.default_language else f'{code}/'}{real.locales[code].paths['search']}/"
        for code in real.locales
    ]
    queries = [real.programme.name.in_language(real.programme.default_language) or "", "xqzw"]
    return [(f"{path}?q={quote(query)}", f"“{query}”") for path in paths for query in queries]
