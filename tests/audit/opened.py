"""A page that is open in a browser, on one screen, to be asked everything there before it is closed."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, CDPSession, ConsoleMessage, Page, Request, ViewportSize, async_playwright

from kennisstad.addresses.routes import Route
from tests.audit.tools import probe
from tests.browser.visitor import FLAGS

WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}


@dataclass
class Audit:
    """What holds for the whole way round: where the site is, and what need not be looked at twice."""

    host: str
    site: Path
    rings: set[tuple[int, str]] = field(default_factory=set)
    """The kinds of stops whose ring was seen, with the width of the screen."""
    written: dict[str, str] = field(default_factory=dict)
    """The HTML of each page by its path, as it was when it was first opened, with its scripts."""


@dataclass
class Opened:
    """A page on a screen, what it asked for when it was opened, and what should not have happened since."""

    audit: Audit
    route: Route
    page: Page
    session: CDPSession
    asked: list[Request] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        """The width of its screen, in CSS pixels."""
        return self.page.viewport_size["width"] if self.page.viewport_size else 0

    async def probe(self, name: str, argument: object = None) -> Any:
        """Gives what a function of `probes/` finds in it."""
        return await self.page.evaluate(probe(name), argument)

    async def faults(self, name: str) -> list[str]:
        """Gives the faults that a function of `probes/` finds in it with everything unfolded."""
        await self.probe("unfold")
        found: list[str] = await self.probe(name)
        return found


Question = Callable[[Opened], Awaitable[list[str]]]
"""Gives what is wrong with a page, and leaves it open as it was, but for its folds, which are then all open."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Starts the system's Chromium, for several pages at a time."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(page: Page, audit: Audit, route: Route) -> AsyncIterator[Opened]:
    """Opens the page, and notes what it asks for and what goes wrong."""
    found = Opened(audit, route, page, await page.context.new_cdp_session(page))
    is_there = False

    def look_at(request: Request) -> None:
        if not is_there:
            found.asked.append(request)
        if urlsplit(request.url).netloc != urlsplit(audit.host).netloc:
            found.wrong.append(f"request to {request.url}")

    def hear(told: ConsoleMessage) -> None:
        if told.type == "error":
            found.wrong.append(f"console {told.text}")

    listeners: dict[Any, Any] = {
        "request": look_at,
        "console": hear,
        "pageerror": lambda error: found.wrong.append(f"error {error}"),
    }
    for name, listener in listeners.items():
        page.on(name, listener)
    await found.session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    await page.goto(audit.host + route.path)
    is_there = True
    yield found
    for name, listener in listeners.items():
        page.remove_listener(name, listener)
    await found.session.detach()
