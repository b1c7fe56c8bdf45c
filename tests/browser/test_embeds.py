"""A partner puts the line of its page on its own site: visitors there see the projects in their language and colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, expect

from tests.browser.visitor import serve
from tests.grown import copy_grown
from tests.site.programmes import published

LINE = re.compile(r'<input id="embed-line"[^>]* value="([^"]*)"')
PAGE = (
    '<!DOCTYPE html><html lang="en"><title>The rowing club</title><link rel="icon" href="data:,"><h1>We row</h1>\n{line}\n</html>'
)
LIGHT, DARK = "rgb(251, 249, 245)", "rgb(20, 23, 29)"
Club = Callable[..., Any]


@pytest.fixture(scope="module")
def club(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    """Gives what opens the page of the rowing club, which is on another origin than the site of the harbour."""
    harbour, own = tmp_path_factory.mktemp("harbour"), tmp_path_factory.mktemp("club")
    with serve(harbour) as site, serve(own) as host:
        files = published(copy_grown(tmp_path_factory.mktemp("grown")), site).files
        for path, data in files.items():
            (harbour / path).parent.mkdir(parents=True, exist_ok=True)
            (harbour / path).write_bytes(data)
        (line,) = map(unescape, LINE.findall((harbour / "partners/rowers/index.html").read_text("utf-8")))
        (own / "index.html").write_text(PAGE.format(line=line), "utf-8")

        @contextmanager
        def opened(**settings: Any) -> Iterator[tuple[FrameLocator, Any]]:
            context = browser.new_context(**settings)
            page = context.new_page()
            faults: list[str] = []
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.goto(host)
            yield page.frame_locator("iframe"), page
            assert (faults, context.cookies()) == ([], [])
            context.close()

        yield opened


@pytest.mark.parametrize(
    ("locale", "language", "heading"),
    [
        ("en-GB", "en", "Our projects in Harbour Together"),
        ("nl-NL", "nl", "Onze projecten in Haven Samen"),
        ("de-AT", "de", "Unsere Projekte in Hafen Gemeinsam"),
        ("fr-FR", "en", "Our projects in Harbour Together"),
    ],
)
def test_a_visitor_sees_the_projects_in_a_language_of_their_own(club: Club, locale: str, language: str, heading: str) -> None:
    with club(locale=locale) as (frame, page):
        expect(frame.get_by_role("heading", level=1)).to_have_text(heading)
        assert frame.locator("html").get_attribute("lang") == language
        assert 1 <= frame.get_by_role("heading", level=2).count() <= 20
        assert page.evaluate("history.length") <= 2, "the way back is not longer than it was"


def test_it_asks_for_its_style_and_script_and_nothing_else(club: Club) -> None:
    """Nor for the icon, which is for who opens it in a window of its own."""
    with club(locale="en-GB") as (frame, page):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.reload(wait_until="networkidle")
        expect(frame.get_by_role("heading", level=1)).to_be_visible()

        kept = r"/assets/kept/(embed-[0-9a-f]{8}\.css|scripts-[0-9a-f]{8}/embed\.js)"
        assert sorted(path for path in set(asked) if not re.fullmatch(kept, path)) == ["/", "/embed/partners/rowers/"]
        assert len(set(asked)) == 4


def test_who_chooses_the_first_language_stays_there(club: Club) -> None:
    with club(locale="nl-NL") as (frame, _):
        expect(frame.locator("html")).to_have_attribute("lang", "nl")
        frame.get_by_role("link", name="English").click()
        expect(frame.get_by_role("heading", level=1)).to_have_text("Our projects in Harbour Together")
        frame.get_by_role("link", name="Deutsch").click()
        expect(frame.get_by_role("heading", level=1)).to_have_text("Unsere Projekte in Hafen Gemeinsam")


@pytest.mark.parametrize(("scheme", "paper"), [("light", LIGHT), ("dark", DARK)])
def test_it_has_the_colours_that_the_visitor_asks_for(club: Club, scheme: str, paper: str) -> None:
    with club(color_scheme=scheme) as (frame, _):
        expect(frame.locator("html")).to_have_css("background-color", paper)


def test_without_scripts_it_is_in_the_first_language_and_can_be_switched(club: Club) -> None:
    with club(locale="nl-NL", java_script_enabled=False) as (frame, _):
        expect(frame.get_by_role("heading", level=1)).to_have_text("Our projects in Harbour Together")
        frame.get_by_role("link", name="Nederlands").click()
        expect(frame.get_by_role("heading", level=1)).to_have_text("Onze projecten in Haven Samen")


def test_a_project_opens_in_the_whole_window_and_back_leads_to_the_club(club: Club) -> None:
    with club(locale="en-GB") as (frame, page):
        link = frame.locator("h2 a").first
        title = link.inner_text()
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_have_text("We row")


def test_it_works_under_a_strict_policy(club: Club) -> None:
    """Nothing but the site's own style and script: what a host sends with these pages, and only these may be framed."""
    own = " ".join(f"{kind}-src 'self';" for kind in ("style", "script", "img"))
    policy = f"default-src 'none'; {own} base-uri 'none'; form-action 'none'; frame-ancestors *"
    with club(locale="nl-NL") as (_, page):

        def with_policy(route: Any) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

        told: list[str] = []
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.route(re.compile("/(embed|insluiten)/"), with_policy)
        page.reload()
        frame = page.frame_locator("iframe")
        expect(frame.get_by_role("heading", level=1)).to_have_text("Onze projecten in Haven Samen")
        expect(frame.locator("html")).to_have_css("background-color", LIGHT)
        assert told == []
