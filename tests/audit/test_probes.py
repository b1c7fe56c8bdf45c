"""The probes find what they are for: a ring that is set but not shown, a target too small to touch, a picture without a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kennisstad.addresses.routes import Route
from kennisstad.model import Place
from tests.audit.keyboard import the_keyboard_reaches_everything, the_skip_link_comes_first
from tests.audit.opened import Audit, Question, chromium, opened
from tests.audit.sweep import in_a_loop
from tests.audit.tools import probe
from tests.audit.visiting import nothing_shifts_while_it_opens
from tests.browser.visitor import serve

RING = "<style>:focus-visible { outline: 3px solid #000; outline-offset: 2px } a { display: block }</style>"
PICTURE = '<svg viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 320, "height": 320})


def told_of(tmp_path: Path, html: str, *questions: Question) -> list[str]:
    """Gives what is found wrong with a page of a few lines."""
    (tmp_path / "index.html").write_text(
        f"<!DOCTYPE html><html lang=en><title>A page</title><link rel=icon href='data:,'>{html}", "utf-8"
    )
    place = Place(name="projects")

    async def ask(host: str) -> list[str]:
        async with chromium() as browser:
            page = await browser.new_page(viewport={"width": 320, "height": 320})
            async with opened(page, Audit(host, tmp_path), Route(place, "", "en", "")) as found:
                return [fault for question in questions for fault in await question(found)]

    with serve(tmp_path) as host:
        return in_a_loop(ask(host))


@pytest.mark.parametrize(
    ("around", "is_found"),
    [
        ("margin: 20px", False),
        ("margin: 20px; overflow: hidden", True),
        ("margin: 20px; clip-path: inset(0)", True),
        ("padding: 20px; background: #111; color: #fff", True),
    ],
)
def test_a_ring_that_is_set_but_not_shown_is_found(tmp_path: Path, around: str, is_found: bool) -> None:
    told = told_of(tmp_path, f'{RING}<div style="{around}"><a href="#">A wall</a></div>', the_keyboard_reaches_everything)

    assert [fault.partition(" (")[0] for fault in told] == ["the ring does not show"] * is_found


def test_a_ring_is_looked_at_once_for_all_that_look_alike(tmp_path: Path) -> None:
    html = f'{RING}<div style="overflow: hidden"><a href="#">One</a><a href="#">Two</a></div>'

    assert len(told_of(tmp_path, html, the_keyboard_reaches_everything)) == 1


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<a href="#">One</a><button>Two</button>', []),
        ('<a href="#" style="outline: none">One</a>', ["without a ring"]),
        ('<a href="#">One</a><button style="position: absolute; left: -99px">Two</button>', ["out of view"]),
        ('<a href="#">One</a><div style="position: fixed; inset: 0; background: #fff"></div>', ["behind <div style"]),
        ('<a href="#">One</a><a href="#" onfocus="this.blur()">Two</a>', ["no stop at <a href"]),
        ('<a href="#">One</a><a href="#" onfocus="setTimeout(() => one.focus())">Two</a><a id="one" href="#">Three</a>', []),
        (f'{"<a href=#>One</a>" * 120}<button style="outline: none">Last</button>', ["without a ring"]),
    ],
)
def test_what_the_keyboard_meets_is_told(tmp_path: Path, html: str, told: list[str]) -> None:
    found = told_of(tmp_path, RING + html, the_keyboard_reaches_everything)

    assert [fault.partition(": ")[0].partition("=")[0] for fault in found] == told


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<a href="#main">Skip</a><a href="#">A menu</a><main id="main" tabindex="-1"><a href="#">Here</a></main>', []),
        ('<a href="#">A menu</a><main id="main"><a href="#">Here</a></main>', ["the skip link leads elsewhere"]),
        (
            '<a href="/">A menu</a><a href="#main">Skip</a><main id="main"></main>',
            ["the first stop is no skip link"],
        ),
        ("<p>Nothing to stop at.</p>", ["the first stop is no skip link"]),
    ],
)
def test_a_skip_link_that_does_not_skip_is_found(tmp_path: Path, html: str, told: list[str]) -> None:
    assert told_of(tmp_path, RING + html, the_skip_link_comes_first) == told


def test_a_page_that_moves_while_it_opens_is_found(tmp_path: Path) -> None:
    """It moves once it was seen, and is not loaded before: a document that is open in a frame holds that up."""
    late = """<script>
      const frame = document.body.appendChild(document.createElement("iframe")).contentDocument;
      frame.open();
      new PerformanceObserver(() => {
        box.style.height = "200px";
        requestAnimationFrame(() => requestAnimationFrame(() => frame.close()));
      }).observe({ type: "paint", buffered: true });
    </script>"""
    html = f"<div id=box></div><p style='height: 200px; background: #999'>Read me</p>{late}"

    assert [fault.partition(":")[0] for fault in told_of(tmp_path, html, nothing_shifts_while_it_opens)] == ["moves by itself"]
    assert told_of(tmp_path, html.replace(late, ""), nothing_shifts_while_it_opens) == []


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
