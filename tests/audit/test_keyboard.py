"""By keyboard: every stop can be seen, has a name and a role; the skip link comes first; no control is left out, no focus lost."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from kennisstad.model import Address
from tests.audit.conftest import Audited, faults_on
from tests.audit.rings import Rings
from tests.audit.tools import probe
from tests.browser.visitor import visit

MOST = 3000
"""More stops than any page may have; who comes here goes round in circles."""
SCREENS: list[ViewportSize] = [{"width": 1280, "height": 800}, {"width": 320, "height": 640}]
SKIPPED = """() => {
  const main = document.querySelector("main:target");
  return main !== null && !(main.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_PRECEDING);
}"""


def walk(page: Page, rings: Rings) -> list[str]:
    """Presses Tab from the top of the page until the browser's own controls come, and gives what is wrong on the way."""
    page.evaluate(probe("unfold"))
    session = page.context.new_cdp_session(page)
    faults: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        told: str | None = page.evaluate(probe("stop"))
        if told is None:
            return faults + [f"no stop at {control}" for control in page.evaluate(probe("unvisited"))]
        faults += [told] if told else rings.unseen(page, session)
    return [*faults, "the way has no end"]


def nameless(page: Page) -> list[str]:
    """Gives the controls for which assistive technology is told no name or no role."""
    page.evaluate(probe("unfold"))
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [str(node) for node in tree["nodes"] if _is_focusable(node) and not (_value(node, "name") and _is_role(node))]


def unskipped(page: Page) -> list[str]:
    """Takes the skip link, and tells where the next stop is not in what the page is about."""
    for key in ("Tab", "Enter", "Tab"):
        page.keyboard.press(key)
    return [] if page.evaluate(SKIPPED) else ["the skip link is not first, or leads elsewhere"]


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", "")).strip()


def _is_role(node: dict[str, Any]) -> bool:
    return _value(node, "role") not in ("", "generic", "none")


def _is_focusable(node: dict[str, Any]) -> bool:
    properties = {found["name"]: found["value"].get("value") for found in node.get("properties", [])}
    return not node.get("ignored") and bool(properties.get("focusable")) and _value(node, "role") != "RootWebArea"


TURNS = pytest.mark.parametrize("turn", range(len(SCREENS)), ids=["wide", "narrow"])


@TURNS
def test_the_keyboard_reaches_everything(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    with visit(browser, host, viewport=SCREENS[turn], reduced_motion="reduce") as visitor:
        rings = Rings()
        faults = faults_on(visitor, audited(turn), lambda page: walk(page, rings))

    assert faults == [], "\n".join(faults)


@TURNS
def test_every_control_has_a_name_and_a_role(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    with visit(browser, host, viewport=SCREENS[turn]) as visitor:
        faults = faults_on(visitor, audited(turn), nameless)

    assert faults == [], "\n".join(faults)


@TURNS
def test_the_skip_link_comes_first(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    """But in an embed, which has nothing to skip."""
    pages = [route for route in audited(turn) if route.place.address is not Address.EMBED]
    with visit(browser, host, viewport=SCREENS[turn]) as visitor:
        faults = faults_on(visitor, pages, unskipped)

    assert faults == [], "\n".join(faults)
