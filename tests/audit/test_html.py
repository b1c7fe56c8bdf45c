"""What the HTML itself promises, on every page: valid, findable, no dead end, nothing inline, nothing from elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.audit.tools import invalid_html
from tests.conftest import ADDRESS
from tests.site.pages import BuiltPage, dead_links, foreign_requests


def findable(pages: dict[str, BuiltPage]) -> list[BuiltPage]:
    """Gives the pages that search engines may show."""
    return [page for page in pages.values() if not page.all("meta", name="robots")]


def described(page: BuiltPage) -> str:
    """Gives the description in a page's head."""
    return "".join(meta["content"] for meta in page.all("meta", name="description"))


def test_html_is_valid(site: Path) -> None:
    assert invalid_html([site]) == []


def test_no_link_is_dead_and_nothing_is_fetched_elsewhere(site: Path, pages: dict[str, BuiltPage]) -> None:
    assert dead_links(site, pages, ADDRESS) == []
    assert foreign_requests(pages, ADDRESS) == []


def test_every_page_has_one_first_heading(pages: dict[str, BuiltPage]) -> None:
    assert [page.path for page in pages.values() if len(page.all("h1")) != 1] == []


def test_no_two_pages_have_the_same_title_or_description(pages: dict[str, BuiltPage]) -> None:
    for told in (lambda page: page.title, described):
        times = Counter((page.tags[0][1]["lang"], told(page)) for page in findable(pages))
        assert [words for words, number in times.items() if number > 1 or not words[1].strip()] == []


def test_canonical_is_the_address_of_the_page_itself(pages: dict[str, BuiltPage]) -> None:
    told = {page.path: [link["href"] for link in page.all("link", rel="canonical")] for page in pages.values()}
    own = {path: [ADDRESS + path.removesuffix("index.html")] for path in told}

    assert [path for path in told if told[path] not in (own[path], [])] == []
    assert [page.path for page in findable(pages) if not told[page.path]] == []


def test_no_page_needs_an_inline_script_or_style(pages: dict[str, BuiltPage]) -> None:
    inline = [page.path for page in pages.values() if any("src" not in script for script in page.all("script"))]
    styled = [page.path for page in pages.values() if page.all("style") or any("style" in found for _, found in page.tags)]
    handled = [page.path for page in pages.values() for _, found in page.tags if any(name.startswith("on") for name in found)]

    assert (inline, styled, handled) == ([], [], [])


def test_no_id_stands_twice_on_a_page(pages: dict[str, BuiltPage]) -> None:
    assert [page.path for page in pages.values() if len(set(page.ids)) != len(page.ids)] == []
