"""Light and private: what a first visit fetches, how much that is, from whom, and what it leaves behind."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request

from kennisstad.addresses.routes import Route
from kennisstad.model import Address
from tests.audit.conftest import Audited
from tests.browser.visitor import Visitor, visit

CONTENT = 15 * 1024
WITH_FONT = 45 * 1024
LIST_OF_150 = 25 * 1024
SCRIPT = 6 * 1024
REQUESTS = 6
FORM = "edit"
"""The kind of page that editors alone open. It may weigh what it must (a named exception), and no more than it does today."""
FORM_BUDGETS = {"text": 145 * 1024, "text and font": 170 * 1024, "script": 80 * 1024, "requests": 48}
ENTRIES = "document.querySelectorAll('main li, main tbody tr').length"


@dataclass
class Weight:
    """The bytes that a visit asks for, as a host sends them (gzip), by kind of thing."""

    number: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)

    def add(self, kind: str, body: bytes) -> None:
        """Weighs one thing; fonts and pictures are compressed by themselves."""
        self.number += 1
        self.by_kind[kind] = self.by_kind.get(kind, 0) + (len(body) if kind in ("font", "image") else len(gzip.compress(body)))

    @property
    def text(self) -> int:
        """What is read and run: HTML, style and scripts."""
        return sum(size for kind, size in self.by_kind.items() if kind not in ("font", "image"))


def first_visit(visitor: Visitor, route: Route, site: Path) -> Weight:
    """Goes to a page and weighs what it asks for."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    visitor.page.on("request", note)
    visitor.visit(route.path)
    visitor.page.remove_listener("request", note)
    weight = Weight()
    for request in asked:
        file = request.url.removeprefix(visitor.host)
        weight.add(request.resource_type, (site / (route.file if file == route.path else file)).read_bytes())
    return weight


def budgets_of(entries: int) -> dict[str, int]:
    """Gives what a page may weigh; one that lists much may weigh as much as a list of projects of that length."""
    text = max(CONTENT + (LIST_OF_150 - CONTENT) * min(entries, 150) // 150, LIST_OF_150 * entries // 150)
    return {"text": text, "text and font": text + WITH_FONT - CONTENT, "script": SCRIPT, "requests": REQUESTS}


def too_heavy(weight: Weight, budgets: dict[str, int]) -> list[str]:
    """Gives each budget that a visit exceeds."""
    spent = {
        "text": weight.text,
        "text and font": weight.text + weight.by_kind.get("font", 0),
        "script": weight.by_kind.get("script", 0),
        "requests": weight.number,
    }
    return [f"{name} {spent[name]} > {budget}" for name, budget in budgets.items() if spent[name] > budget]


def test_a_first_visit_is_light_and_private(browser: Browser, host: str, audited: Audited, site: Path) -> None:
    """`visit` fails on a request to another host and on a cookie. An embed has its own weight (`promises/embeds.py`)."""
    faults = []
    routes = (route for route in dict.fromkeys(audited(0) + audited(1)) if route.place.address is not Address.EMBED)
    with visit(browser, host) as visitor:
        visitor.page.context.new_cdp_session(visitor.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        for route in routes:
            weight = first_visit(visitor, route, site)
            budgets = FORM_BUDGETS if route.kind == FORM else budgets_of(visitor.page.evaluate(ENTRIES))
            faults += [f"{route.path}: {fault}" for fault in too_heavy(weight, budgets)]
        assert visitor.page.evaluate("localStorage.length + sessionStorage.length") == 0

    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("path", ["zoeken/?q=student", "en/search/?q=student"])
def test_a_search_stays_private(browser: Browser, host: str, path: str) -> None:
    with visit(browser, host) as visitor:
        visitor.visit(path)
        visitor.page.get_by_role("status").filter(has_text="“student”").wait_for()

        assert visitor.page.evaluate("localStorage.length + sessionStorage.length") == 0
