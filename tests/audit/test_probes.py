"""The probes find what they are for: a ring that is set but not shown, a target too small to touch, a picture without a name."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.rings import Rings
from tests.audit.tools import probe

RING = "<style>:focus-visible { outline: 3px solid #000; outline-offset: 2px } a { display: block }</style>"
PICTURE = '<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 320, "height": 320})


@pytest.mark.parametrize(
    ("around", "is_found"),
    [
        ("margin: 20px", False),
        ("margin: 20px; overflow: hidden", True),
        ("margin: 20px; clip-path: inset(0)", True),
        ("padding: 20px; background: #111; color: #fff", True),
    ],
)
def test_a_ring_that_is_set_but_not_shown_is_found(page: Page, around: str, is_found: bool) -> None:
    page.set_content(f'{RING}<div style="{around}"><a href="#">A wall</a></div>')
    page.keyboard.press("Tab")

    assert page.evaluate(probe("stop")) == ""
    assert bool(Rings().unseen(page, page.context.new_cdp_session(page))) is is_found


def test_a_ring_is_looked_at_once_for_all_that_look_alike_and_the_focus_stays(page: Page) -> None:
    page.set_content(f'{RING}<div style="overflow: hidden"><a href="#">One</a><a href="#">Two</a></div>')
    rings, session = Rings(), page.context.new_cdp_session(page)
    found = []
    for _ in range(2):
        page.keyboard.press("Tab")
        found += rings.unseen(page, session)

    assert len(found) == 1
    assert page.evaluate("document.activeElement.textContent") == "Two"


@pytest.mark.parametrize(
    ("html", "is_found"),
    [
        ('<p><a href="#" style="display: inline-block; height: 22px">A label</a></p>', True),
        ('<p class="label">How we know this: <a href="#">a note</a>, <a href="#">another</a></p>', True),
        ('<p>We wrote this in <a href="#">a note</a> of last year.</p>', False),
        ('<p><a href="#" style="padding-block: 5px">A label</a></p>', False),
        ('<div style="position: relative; height: 80px"><a href="#">Card</a></div>'
         '<style>a::after { content: ""; position: absolute; inset: 0 }</style>', False),
        ('<label style="display: block; padding: 9px"><input type="checkbox"> All of it</label>', False),
        ('<input type="checkbox">', True),
    ],
)  # fmt: skip
def test_a_target_under_24_pixels_is_found(page: Page, html: str, is_found: bool) -> None:
    page.set_content(f"<!DOCTYPE html>{html}")

    assert bool(page.evaluate(probe("small"))) is is_found


@pytest.mark.parametrize(
    ("html", "is_found"),
    [
        (PICTURE, True),
        (f'<ul aria-hidden="true"><li>{PICTURE} Running</li></ul>', True),
        (f'<span aria-hidden="true">{PICTURE}</span>', False),
        (PICTURE.replace("<svg", '<svg aria-hidden="true"'), False),
        (PICTURE.replace("<svg", '<svg role="img"'), True),
        (PICTURE.replace("<svg", '<svg role="img" aria-label="A wall"'), False),
        ('<img src="data:,">', True),
        ('<img src="data:," alt="">', False),
    ],
)
def test_a_picture_without_a_name_is_found(page: Page, html: str, is_found: bool) -> None:
    page.set_content(html)

    assert bool(page.evaluate(probe("pictures"))) is is_found
