"""At the edges nothing breaks: seventeen tracks, words of forty letters and of one, numbers of twelve digits, either direction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.edges import of_extremes, of_letters
from tests.audit.tools import probe
from tests.browser.visitor import serve, visit
from tests.site.programmes import mkdocs_build

OUTSIDE = """() => [...document.querySelectorAll(".bars")].flatMap((picture) => {
  const edge = picture.getBoundingClientRect();
  return [...picture.querySelectorAll("text, rect, line")].filter((part) => {
    const box = part.getBoundingClientRect();
    return box.left < edge.left - 2 || box.right > edge.right + 2 || box.bottom > edge.bottom + 2 || !(box.width || box.height);
  }).map((part) => part.outerHTML);
})"""


@pytest.fixture(scope="module")
def extremes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(of_extremes(tmp_path_factory.mktemp("extremes")))


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(of_letters(tmp_path_factory.mktemp("letters")))


def built(folder: Path) -> Path:
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def english(site: Path) -> list[str]:
    """The paths of the pages in the default language."""
    paths = [file.relative_to(site).as_posix().removesuffix("index.html") for file in sorted(site.rglob("index.html"))]
    return [path for path in paths if not path.startswith(("de/", "nl/"))]


@pytest.fixture(scope="module")
def edge_host(extremes: Path) -> Iterator[str]:
    with serve(extremes) as address:
        yield address


def turned(page: Page, direction: str) -> None:
    """Unfolds the page, and lets it run in a direction."""
    page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
    page.evaluate(probe("unfold"))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 700])
def test_nothing_is_cut_off_at_the_edges(browser: Browser, edge_host: str, extremes: Path, width: int, direction: str) -> None:
    faults = []
    with visit(browser, edge_host, viewport={"width": width, "height": 640}) as visitor:
        for path in english(extremes):
            visitor.visit(path)
            turned(visitor.page, direction)
            faults += [f"{path}: {fault}" for fault in visitor.page.evaluate(probe("clipped"))]

    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_bars_and_their_words_stay_inside_the_picture(browser: Browser, edge_host: str, direction: str) -> None:
    with visit(browser, edge_host, viewport={"width": 320, "height": 640}) as visitor:
        visitor.visit("figures/")
        turned(visitor.page, direction)

        assert visitor.page.evaluate(OUTSIDE) == []


def test_a_search_finds_long_words_without_scrolling_sideways(browser: Browser, edge_host: str) -> None:
    with visit(browser, edge_host, viewport={"width": 320, "height": 640}) as visitor:
        visitor.visit("search/?q=garden")
        visitor.page.locator(".search-found .row").first.wait_for()

        assert visitor.page.evaluate(probe("clipped")) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_name_of_one_letter_is_large_enough_to_touch(browser: Browser, letters: Path, width: int) -> None:
    faults = []
    with serve(letters) as address, visit(browser, address, viewport={"width": width, "height": 640}) as visitor:
        for path in english(letters):
            visitor.visit(path)
            visitor.page.evaluate(probe("unfold"))
            faults += [f"{path}: {fault}" for fault in visitor.page.evaluate(probe("small"))]

    assert faults == [], "\n".join(faults)


def test_a_wide_table_is_reached_by_keyboard_and_has_the_name_of_its_heading(browser: Browser, edge_host: str) -> None:
    with visit(browser, edge_host, viewport={"width": 320, "height": 640}) as visitor:
        visitor.visit("contact/")
        table = visitor.page.get_by_role("group", name="Opening hours")
        table.focus()
        table.evaluate("group => group.addEventListener('scroll', () => { group.title = 'moved'; })")
        visitor.page.keyboard.press("ArrowRight")
        expect(table).to_have_attribute("title", "moved")

        assert table.evaluate("group => group.scrollLeft > 0")
        assert table.evaluate("group => group.scrollWidth > group.clientWidth")


def test_no_side_is_named_in_the_style() -> None:
    """What stands at the left for one reader stands at the right for another."""
    style = (Path(__file__).parent.parent.parent / "overrides" / "assets" / "site.css").read_text("utf-8")
    named = [f"{what}-{side}" for what in ("margin", "padding", "border") for side in ("left", "right")]
    named += ["text-align: left", "text-align: right", " left:", " right:", "float"]

    assert [name for name in named if name in style] == []
