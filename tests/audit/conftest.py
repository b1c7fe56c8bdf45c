"""The pages that are audited: every page with `--every-page`, else a sample of each kind, in the languages by turns."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kennisstad.addresses.routes import Addresses, Route, routes
from kennisstad.model import Dataset
from tests.browser.visitor import Visitor
from tests.site.pages import BuiltPage, read_site

Audited = Callable[[int], list[Route]]
"""Gives the pages of one turn: all of them, or in a sample those of one language, so that two turns together see both."""


def faults_on(visitor: Visitor, routes: Iterable[Route], find: Callable[[Page], Iterable[str]]) -> list[str]:
    """Opens page after page, and gives what is found wrong on each with its path."""
    faults = []
    for route in routes:
        visitor.visit(route.path)
        faults += [f"{route.path}: {fault}" for fault in find(visitor.page)]
    return faults


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
def pages(site: Path) -> dict[str, BuiltPage]:
    """Every built page, read; these checks are quick enough to look at all of them always."""
    return read_site(site)
