"""Everyone can use search: axe finds nothing in its results, in any light and on any screen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.opened import NARROW, WIDE
from tests.audit.tools import RUN_AXE, axe, probe
from tests.browser.visitor import visit

LOOKS: list[dict[str, Any]] = [
    {"color_scheme": scheme, "viewport": screen} for scheme in ("light", "dark") for screen in (WIDE, NARROW)
]
NAMES = ["light-wide", "light-narrow", "dark-wide", "dark-narrow"]


def violations(page: Page) -> list[str]:
    """Gives what axe finds in the page with everything unfolded."""
    page.evaluate(probe("unfold"))
    page.evaluate(axe())
    return [f"{page.url}: {fault}" for fault in page.evaluate(RUN_AXE)]


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_axe_finds_nothing_in_search_results(
    browser: Browser, host: str, look: dict[str, Any], searches: list[tuple[str, str]]
) -> None:
    with visit(browser, host, reduced_motion="reduce", **look) as visitor:
        for path, found in searches:
            visitor.visit(path)
            visitor.page.get_by_role("status").filter(has_text=found).wait_for()

            assert violations(visitor.page) == []


@pytest.mark.parametrize("path", ["zoeken/?q=student", "en/search/?q=student"])
def test_a_search_stays_private(browser: Browser, host: str, path: str) -> None:
    with visit(browser, host) as visitor:
        visitor.visit(path)
        visitor.page.get_by_role("status").filter(has_text="“student”").wait_for()

        assert visitor.page.evaluate("localStorage.length + sessionStorage.length") == 0
