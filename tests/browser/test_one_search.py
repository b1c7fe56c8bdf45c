"""The list of projects and the search of the site find the same, however somebody types it."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.visitor import Visitor

BENCHES, HOUSING, TREES = "benches", "student-housing", "trees-north"
ASKED = [
    ("nl", "bankje", BENCHES),  # a form of the word
    ("nl", "zitplek", BENCHES),  # a word that means the same
    ("nl", "KB", BENCHES),  # an abbreviation
    ("nl", "studentenwoningen", HOUSING),  # a compound that no text has, of two words in the text
    ("nl", "studenten huisvesting", HOUSING),  # a compound in two words
    ("nl", "studentenhuisvestng", HOUSING),  # a slip
    ("nl", "STUDENTENHÚISVESTING", HOUSING),  # letters and marks that look alike
    ("nl", "oude eik", TREES),  # two words that mean the same as one
    ("nl", "de bomen", TREES),  # a word that says nothing
    ("en", "seats", BENCHES),
    ("en", "housing for a student", HOUSING),
    ("en", "benhces", BENCHES),
    ("en", "saplings", TREES),
]
START = {"nl": ("nl/projecten/", "nl/zoeken/"), "en": ("projects/", "search/")}


def in_list(page: Page) -> list[str]:
    return _ids(page, "#_projects > li:not([hidden]) h2 a")


def in_search(page: Page) -> list[str]:
    projects = page.locator(".search-found section").filter(has=page.get_by_role("heading", name=re.compile("^Proje")))
    return [_last(address) for address in projects.locator("h3 a").evaluate_all("links => links.map((link) => link.href)")]


def _ids(page: Page, where: str) -> list[str]:
    return [_last(address) for address in page.locator(where).evaluate_all("links => links.map((link) => link.href)")]


def _last(address: str) -> str:
    return address.rstrip("/").rsplit("/", 1)[-1]


@pytest.mark.parametrize(("language", "query", "meant"), ASKED)
def test_both_places_find_what_is_meant_among_the_first_three(visitor: Visitor, language: str, query: str, meant: str) -> None:
    page, (projects, search) = visitor.page, START[language]
    visitor.visit(f"{projects}?q={query}")
    expect(page.locator(".beside")).to_be_visible()
    listed = in_list(page)

    visitor.visit(f"{search}?q={query}")
    expect(page.locator(".search-found h3").first).to_be_visible()
    searched = in_search(page)

    assert meant in listed[:3]
    assert meant in searched[:3]
    assert searched[:5] == listed[:5]


def test_what_the_list_does_not_hold_stands_beside_it(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/?q=havenziekenhuis")
    beside = visitor.page.locator(".beside")

    expect(beside.get_by_role("list", name="Ook op deze site").get_by_role("link").first).to_have_text(
        re.compile("Havenziekenhuis")
    )
    beside.get_by_role("link", name="Zoek “havenziekenhuis” op de hele site").click()
    expect(visitor.page.get_by_role("status")).to_contain_text("“havenziekenhuis”")


@pytest.mark.parametrize("path", ["nl/projecten/", "nl/zoeken/"])
def test_a_slip_is_named_and_can_be_taken_over(visitor: Visitor, path: str) -> None:
    visitor.visit(path)
    page = visitor.page
    field = page.get_by_role("main").get_by_role("searchbox")
    field.fill("zorgradr")
    line = page.locator(".meant")
    expect(line).to_contain_text("Bedoelde u")

    line.get_by_role("button", name="zorgradar", exact=True).click()

    expect(field).to_have_value("zorgradar")
    expect(field).to_be_focused()
    expect(line).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?q=zorgradar$"))


def test_nothing_found_offers_near_words_and_a_way_on(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/?q=zwemmmbaad")
    page = visitor.page
    expect(page.get_by_role("status")).to_contain_text("Haal een keuze of een woord weg")

    expect(page.get_by_role("link", name=re.compile("op de hele site"))).to_be_visible()


def test_best_match_comes_first_unless_another_order_is_chosen(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/?q=huisvesting")
    page = visitor.page
    order = page.locator("[name=sort]")
    expect(order.locator("option").first).to_have_text("Wat het best past eerst")
    by_fit = in_list(page)

    order.select_option("title", force=True)
    by_name = in_list(page)
    assert set(by_name) == set(by_fit)
    titles = page.locator("#_projects > li:not([hidden]) h2 a").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    assert parse_qs(urlsplit(page.url).query)["sort"] == ["title"]


def test_the_list_is_in_its_old_order_once_the_words_are_gone(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/")
    page = visitor.page
    before = _ids(page, "#_projects > li h2 a")
    field = page.get_by_role("searchbox")
    for words in ("studenten", "bomen", ""):
        field.fill(words)
        page.wait_for_timeout(400)

    assert _ids(page, "#_projects > li h2 a") == before
    expect(page.locator(".beside")).to_be_hidden()


def test_nothing_is_fetched_before_somebody_types(visitor: Visitor) -> None:
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(_last(urlsplit(request.url).path)))
    visitor.visit("nl/projecten/")
    visitor.page.wait_for_load_state("networkidle")
    assert not {"lexicon.js", "nl.json"} & {*asked}

    with visitor.page.expect_response("**/lexicon/nl.json"):
        visitor.page.get_by_role("searchbox").fill("b")


def test_without_the_lexicon_the_list_still_finds_the_words_in_its_rows(browser: Browser, host: str) -> None:
    page = browser.new_page()  # nobody watches the console: it tells that the lexicon is lost
    page.route("**/lexicon/**", lambda route: route.fulfill(body="not json", content_type="text/plain"))
    with page.expect_console_message(lambda told: told.type == "error"):
        page.goto(f"{host}nl/projecten/?q=kruidentuin")
    expect(page.get_by_role("status")).to_contain_text("3 van")
    page.close()


def test_the_focus_stays_on_a_choice_when_the_lexicon_comes(browser: Browser, host: str) -> None:
    page = browser.new_page()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/lexicon/**", hold)
    with page.expect_request("**/lexicon/**"):
        page.goto(f"{host}nl/projecten/?q=kruidentuin&status=running")
    chosen = page.get_by_role("button", name="Haal weg: “kruidentuin”")
    chosen.focus()
    expect(page.get_by_role("status")).to_contain_text("van")
    page.wait_for_timeout(100)  # until the request is held
    waiting[0].continue_()
    expect(page.locator(".beside")).to_be_visible()

    expect(page.get_by_role("button", name="Haal weg: “kruidentuin”")).to_be_focused()
    page.close()
