"""The agenda as its readers see it, on a day: what comes, what was, and where somebody can still go."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from kennisstad.model import Folders
from kennisstad.site import make_site
from tests.site.programmes import copy_invented

SPRING, SUMMER, LATER = "1614430800", "1623672000", "1627776000"
"""27 February, 14 June and 1 August 2021."""


Pages = Callable[[str], Mapping[str, str]]


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Gives what stands on each page of the invented programme on a day."""
    folder = copy_invented(tmp_path_factory.mktemp("harbour"))

    @cache
    def made(day: str) -> Mapping[str, str]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", day)
            files = make_site(Folders.of(folder)).files
            return {path: data.decode().partition("<main")[2] for path, data in files.items() if path.endswith(".html")}

    return made


def row(html: str, event: str) -> str:
    """Gives the row of an event in a list."""
    return next(part for part in html.split('<li class="row dated">')[1:] if f"/{event}/" in part).partition("</li>")[0]


def test_a_leaf_shows_the_day_to_the_eye_and_the_words_say_it_to_all(on: Pages) -> None:
    html = on(SUMMER)
    english, german = row(html["events/index.html"], "planting-day"), row(html["de/termine/index.html"], "planting-day")

    assert '<span class="leaf" aria-hidden="true" data-pagefind-ignore><span>19</span> Jun</span>' in english
    assert (
        '<strong>Moved:</strong> <time datetime="2021-06-19T10:00+00:00">Saturday, 19 June 2021, 10:00 to 13:00</time>' in english
    )
    assert "<span>19</span> Jun</span>" in german


def test_where_nobody_can_go_the_leaf_is_faint(on: Pages) -> None:
    html = on(SUMMER)["events/index.html"]

    assert 'class="leaf is-off"' in row(html, "boat-parade")
    assert "<strong>Cancelled:</strong>" in row(html, "boat-parade")
    assert 'class="leaf is-off"' in row(html, "open-evening")
    assert "<strong>" not in row(html, "open-evening"), "the heading says that it is over"


def test_what_is_over_is_told_as_cancelled_where_it_was(on: Pages) -> None:
    html = on(LATER)["events/index.html"]

    assert html.index('id="past"') < html.index("/boat-parade/")
    assert "<strong>Cancelled:</strong>" in row(html, "boat-parade")


@pytest.mark.parametrize(
    ("day", "event", "buttons"),
    [
        (SUMMER, "planting-day", ["Sign up"]),
        (SPRING, "open-evening", ["Add to your calendar"]),
        (SUMMER, "open-evening", []),
        (SUMMER, "boat-parade", []),
    ],
)
def test_an_event_has_one_thing_to_do_while_it_is_to_come(on: Pages, day: str, event: str, buttons: list[str]) -> None:
    html = on(day)[f"events/{event}/index.html"]

    assert re.findall(r'<a class="button"[^>]*>([^<]*)</a>', html) == buttons
    assert ("event.ics" in html) == bool(buttons)


def test_what_is_new_comes_first_on_the_home_page(on: Pages) -> None:
    html = on(SUMMER)["index.html"]

    assert html.index('id="_home-events"') < html.index('id="_home-news"') < html.index('id="_home-for-you"')
