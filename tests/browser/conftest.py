"""The people who walk the site: at a desk, on a phone, with a narrow screen, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.visitor import SCREENS, Visitor, visit


@pytest.fixture(params=list(SCREENS))
def visitor(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor on a phone, and one at a desk."""
    with visit(browser, host, viewport=SCREENS[request.param]) as visitor:
        yield visitor


@pytest.fixture
def without_javascript(browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor whose browser runs no scripts."""
    with visit(browser, host, viewport=SCREENS["phone"], java_script_enabled=False) as visitor:
        yield visitor
