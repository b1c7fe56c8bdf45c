"""The browser compares texts as the build does, and search keeps what was found in a language without spaces."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visitor import Visitor
from tests.conftest import ROOT
from tests.unit.test_text import FOLDING

SCRIPT = (ROOT / "overrides" / "assets" / "text.js").read_bytes()


@pytest.fixture
def empty_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_the_browser_compares_texts_as_the_build_does(empty_page: Page) -> None:
    module = f"data:text/javascript;base64,{base64.b64encode(SCRIPT).decode()}"
    fold = "async ([module, texts]) => { const { fold } = await import(module); return texts.map(fold); }"

    assert empty_page.evaluate(fold, [module, [text for text, _ in FOLDING]]) == [folded for _, folded in FOLDING]


PAGES = {"城市": "知識<mark>城市</mark>的港口", "花 園": "港口<mark>花</mark><mark>園</mark>", "火星": "<mark>花</mark>"}
"""What the index marks for what it is asked; where it knows no word it gives another that begins alike."""
INDEX = """
const pages = %s;
export const search = async (query) => ({ results: query in pages ? [{ id: query, score: 1, data: async () => ({
  url: "/", excerpt: pages[query], plain_excerpt: "", meta: { title: "知識城市的港口花園", section: "S" } }) }] : [] });
"""


@pytest.mark.parametrize(("query", "found"), [("城市", 1), ("花園", 1), ("火星", 0)])
def test_search_keeps_hits_in_a_language_without_spaces(visitor: Visitor, query: str, found: int) -> None:
    def in_chinese(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('<html lang="en"', '<html lang="zh-Hant"', 1))

    index = INDEX % json.dumps(PAGES)
    visitor.page.route("**/search/**", in_chinese)
    visitor.page.route("**/pagefind.js", lambda route: route.fulfill(body=index, content_type="text/javascript"))
    visitor.visit(f"search/?q={query}")

    expect(visitor.page.get_by_role("status")).to_contain_text(query)
    expect(visitor.page.get_by_role("status")).not_to_contain_text("Searching…")
    expect(visitor.page.locator(".search-found h3")).to_have_count(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("d’xqzw", 1),
        ("d'xqzw", 1),
        ("'t lodz", 1),
        ("’T ŁÓDŹ", 1),
        ("lodz, xqzw", 1),
        ('"lodz van"', 1),
        ("xqzw", 2),
        ("«!»", None),
    ],
)
def test_the_finder_takes_words_however_their_quotes_and_letters_are_typed(
    empty_page: Page, host: str, query: str, found: int | None
) -> None:
    def with_two_names(route: Route) -> None:
        answer = route.fetch()
        start, first, second, *others = re.split(r"(?=<h2 class=\"row-title\">)", answer.text())
        rows = ("’t Łódź van d’Xqzw", first), ("Udxqzw", second)
        named = [re.sub(r"(<a [^>]*>)[^<]*", rf"\g<1>{name}", row, count=1) for name, row in rows]
        route.fulfill(response=answer, body="".join([start, *named, *others]))

    empty_page.route("**/projects/**", with_two_names)
    empty_page.goto(f"{host}projects/?q={quote(query)}")
    shown = empty_page.locator("#_projects > li:visible")

    expect(shown).to_have_count(found) if found else expect(shown).not_to_have_count(0)
