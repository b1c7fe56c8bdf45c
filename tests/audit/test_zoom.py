"""Zoom and reflow: on a narrow screen, at 200 %, with large text or wide spacing nothing is cut off or scrolls sideways."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.conftest import Audited, faults_on
from tests.audit.tools import probe
from tests.browser.visitor import visit

LARGE_TEXT = "html { font-size: 200% !important; }"
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What a visitor may set without losing anything (WCAG 1.4.12)."""


@dataclass(frozen=True)
class Wish:
    """How somebody wants to see the site; at 200 % a screen of 1280 × 1024 has room for half as many pixels."""

    name: str
    width: int
    height: int
    style: str = "/* as it is */"


WISHES = [
    Wish("narrow", 320, 640),
    Wish("zoomed", 640, 512),
    Wish("large-text", 1280, 1024, LARGE_TEXT),
    Wish("spaced", 1280, 1024, SPACING),
    Wish("spaced-and-narrow", 320, 640, SPACING),
]


@pytest.mark.parametrize("turn", range(len(WISHES)), ids=[wish.name for wish in WISHES])
def test_nothing_is_cut_off(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    wish = WISHES[turn]

    def clipped(page: Page) -> list[str]:
        page.evaluate(probe("unfold"))
        page.add_style_tag(content=wish.style)
        found: list[str] = page.evaluate(probe("clipped"))
        return found

    # A visitor's own style is not the page's, and no policy of a page keeps it out.
    with visit(browser, host, viewport={"width": wish.width, "height": wish.height}, bypass_csp=True) as visitor:
        faults = faults_on(visitor, audited(turn), clipped)

    assert faults == [], "\n".join(faults)


def test_no_heading_breaks_within_a_word(browser: Browser, host: str, audited: Audited) -> None:
    """Dutch compounds are long, and not every browser knows where to hyphenate them."""
    with visit(browser, host, viewport={"width": 320, "height": 640}) as visitor:
        faults = faults_on(visitor, audited(0), lambda page: page.evaluate(probe("broken")))

    assert faults == [], "\n".join(faults)
