"""What people do on the site, in both languages, on a phone and at a desk."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.visitor import Visitor


@dataclass(frozen=True)
class Words:
    """What a visitor reads in one language."""

    language: str
    home: str
    projects: str
    project: str
    project_path: str
    lead: str
    lead_path: str
    other: str
    other_language: str
    others: tuple[str, str, str, str]


ENGLISH = Words(
    language="en",
    home="",
    projects="Projects",
    project="Student housing",
    project_path="projects/student-housing/",
    lead="The Town",
    lead_path="partners/town/",
    other="Nederlands",
    other_language="nl",
    others=("nl/", "nl/projecten/", "nl/projecten/student-housing/", "nl/partners/town/"),
)
DUTCH = Words(
    language="nl",
    home="nl/",
    projects="Projecten",
    project="Studentenhuisvesting",
    project_path="nl/projecten/student-housing/",
    lead="De Stad",
    lead_path="nl/partners/town/",
    other="English",
    other_language="en",
    others=("", "projects/", "projects/student-housing/", "partners/town/"),
)
BOTH = pytest.mark.parametrize("words", [ENGLISH, DUTCH], ids=lambda words: words.language)


def switch_and_back(visitor: Visitor, words: Words, expected: str) -> None:
    """The same page in the other language, and back."""
    here = visitor.path
    visitor.page.get_by_role("link", name=words.other, exact=True).click()
    assert (visitor.path, visitor.language) == (expected, words.other_language)
    visitor.page.go_back()
    assert (visitor.path, visitor.language) == (here, words.language)


@BOTH
def test_from_home_to_a_project_and_its_lead_and_back(visitor: Visitor, words: Words) -> None:
    page = visitor.page
    visitor.visit(words.home)
    switch_and_back(visitor, words, words.others[0])

    page.get_by_role("navigation").first.get_by_role("link", name=words.projects, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(words.projects)
    switch_and_back(visitor, words, words.others[1])

    page.get_by_role("link", name=words.project, exact=True).click()
    assert visitor.path == words.project_path
    expect(page.get_by_role("heading", level=1)).to_have_text(words.project)
    switch_and_back(visitor, words, words.others[2])

    page.get_by_role("complementary").get_by_role("link", name=words.lead, exact=True).click()
    assert visitor.path == words.lead_path
    switch_and_back(visitor, words, words.others[3])

    page.get_by_role("link", name=words.project, exact=True).click()
    assert visitor.path == words.project_path


@pytest.mark.parametrize(
    ("home", "query", "expected", "foreign"),
    [
        ("nl/", "woningen", "/nl/projecten/student-housing/", "/projects/"),
        ("nl/", "woning", "/nl/projecten/student-housing/", "/projects/"),
        ("nl/", "ideeën", "/nl/projecten/", "/projects/"),
        ("nl/", "agendas", "/nl/agendas/", "/projects/"),
        ("", "student housing", "/projects/student-housing/", "/nl/"),
        ("", "students house", "/projects/student-housing/", "/nl/"),
    ],
)
def test_search_knows_the_language(visitor: Visitor, home: str, query: str, expected: str, foreign: str) -> None:
    visitor.visit(home)
    visitor.page.get_by_role("searchbox").fill(query)
    visitor.page.get_by_role("searchbox").press("Enter")
    expect(visitor.page.get_by_role("status")).to_contain_text(f"“{query}”")
    expect(visitor.page.locator(".search-found li").first).to_be_visible()

    found = [link.get_attribute("href") or "" for link in visitor.page.locator(".search-found a").all()]

    assert any(expected in link for link in found)
    assert not any(foreign in link for link in found)


def test_search_tells_when_nothing_is_found_and_goes_back(visitor: Visitor) -> None:
    visitor.visit("nl/zoeken/?q=haven")
    status = visitor.page.get_by_role("status")
    expect(status).to_contain_text("resultaten voor “haven”")

    visitor.page.get_by_role("searchbox").fill("xqzw")
    visitor.page.get_by_role("button", name="Zoek", exact=True).click()
    expect(status).to_contain_text("Niets gevonden voor “xqzw”")
    expect(visitor.page.get_by_role("main").get_by_role("link", name="Projecten")).to_be_visible()

    visitor.page.go_back()
    expect(status).to_contain_text("resultaten voor “haven”")


def test_search_shows_more_of_a_kind_and_keeps_the_place(visitor: Visitor) -> None:
    visitor.visit("nl/zoeken/?q=artsen")
    projects = visitor.page.locator(".search-found section").filter(has=visitor.page.get_by_role("heading", name="Projecten"))
    expect(projects.get_by_role("listitem")).to_have_count(5)

    projects.get_by_role("button", name="Toon nog").click()

    expect(projects.get_by_role("listitem").nth(5).get_by_role("link")).to_be_focused()


def test_search_opens_with_a_key_on_any_page_and_closes_with_escape(visitor: Visitor) -> None:
    visitor.visit("projects/care-radar/")
    page = visitor.page
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()

    page.get_by_role("searchbox").fill("harbour")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("results for “harbour”")
    dialog.get_by_role("radio", name="Partners").check()
    expect(dialog.get_by_role("heading", name="Projects")).to_have_count(0)

    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()
    expect(page.get_by_role("link", name="Search")).to_be_focused()


def test_search_loses_nothing_that_is_typed_while_it_opens(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/")
    page = visitor.page
    page.keyboard.type("/kruiden")

    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_have_value("kruiden")
    expect(dialog.get_by_role("status")).to_contain_text("voor “kruiden”")


def test_search_opened_again_takes_new_words(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/")
    page = visitor.page
    page.keyboard.press("/")
    field = page.get_by_role("dialog").get_by_role("searchbox")
    field.fill("kruiden")
    page.keyboard.press("Escape")

    page.keyboard.press("/")
    page.keyboard.type("lucht")
    expect(field).to_have_value("lucht")


@pytest.mark.parametrize("query", ["huizen", "huis", "groene", "steden"])
def test_search_knows_the_forms_of_a_word(visitor: Visitor, query: str) -> None:
    visitor.visit(f"nl/zoeken/?q={query}")

    expect(visitor.page.get_by_role("status")).to_contain_text(re.compile(f"resulta.*“{query}”"))


@pytest.mark.parametrize("query", ["asdfgh", "bike"])
def test_search_does_not_make_up_results(visitor: Visitor, query: str) -> None:
    """Where nothing fits, the index answers with words that share a first letter."""
    visitor.visit(f"search/?q={query}")

    expect(visitor.page.get_by_role("status")).to_contain_text(f"Nothing found for “{query}”")


def test_search_names_what_has_the_word_in_its_title_first(visitor: Visitor) -> None:
    visitor.visit("search/?q=housing")

    expect(visitor.page.get_by_role("main").get_by_role("heading", level=3).first).to_contain_text(
        re.compile("housing", re.IGNORECASE)
    )


@pytest.mark.parametrize(
    ("path", "query", "first"),
    [
        ("nl/zoeken", "HAHO", "Havenziekenhuis"),
        ("nl/zoeken", "scheepsmuseum", "Scheepsmuseum"),
        ("search", "school at the lock", "Harbour School"),
        ("search", "tLOW", "Learning on the water (LOW)"),
    ],
)
def test_who_types_a_name_finds_who_is_called_so_first(visitor: Visitor, path: str, query: str, first: str) -> None:
    visitor.visit(f"{path}/?q={query}")

    expect(visitor.page.locator(".search-found a").first).to_have_text(first)


def test_a_question_in_words_of_ones_own_finds_the_nearest_page(visitor: Visitor) -> None:
    visitor.visit("nl/zoeken/?q=wifi op een zolder")

    expect(visitor.page.get_by_role("status")).to_contain_text("Dit komt het dichtst bij")
    expect(visitor.page.locator(".search-found a").first).to_have_text("Wifi op de kades")


def test_a_mistyped_address_leads_on_in_every_language(visitor: Visitor) -> None:
    visitor.visit("projects/care-radra/")
    assert len(visitor.wrong) == 1, "the browser tells that the page is missing"
    visitor.wrong.clear()

    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    expect(visitor.page.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
    visitor.page.get_by_role("main").get_by_role("link", name="Projecten").click()
    assert (visitor.path, visitor.language) == ("nl/projecten/", "nl")


def test_everything_but_search_works_without_javascript(without_javascript: Visitor) -> None:
    page = without_javascript.page
    without_javascript.visit("nl/")
    page.get_by_role("navigation").first.get_by_role("link", name="Sporen").click()
    page.get_by_role("link", name="Groen").first.click()
    page.get_by_role("link", name="Bankjes").click()
    expect(page.get_by_text("Afgerond").first).to_be_visible()

    without_javascript.visit("nl/zoeken/?q=woning")
    expect(page.get_by_text("Zoeken werkt alleen met JavaScript.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Partners")).to_be_visible()


def test_the_keyboard_finds_the_way(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/open-network/")
    visitor.page.keyboard.press("Tab")
    skip = visitor.page.get_by_role("link", name="Ga naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()

    visitor.page.keyboard.press("Enter")
    visitor.page.keyboard.press("Tab")

    inside: bool = visitor.page.evaluate("document.activeElement.closest('main') !== null")
    assert inside
