"""Questions that people come with, answered by clicking and reading as they would, in both languages, on a phone and at a desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from kennisstad.model import Dataset
from tests.browser.test_finder import open_choices, titles
from tests.browser.visitor import Visitor


@pytest.mark.parametrize(
    ("path", "theme", "status", "expected"),
    [
        ("projecten/", "Gezondheid en welzijn", "Loopt", "COVID radar"),
        ("en/projects/", "Health and well-being", "Running", "COVID Radar"),
    ],
)
def test_which_projects_on_health_does_the_hospital_lead_that_are_running(
    visitor: Visitor, path: str, theme: str, status: str, expected: str
) -> None:
    visitor.visit(path)
    page = visitor.page
    open_choices(page)
    page.get_by_role("checkbox", name=theme).check()
    page.get_by_role("checkbox", name=re.compile(f"^{status}")).check()
    page.locator("#_lead").select_option("lumc")

    assert expected in titles(page)


def test_which_project_do_naturalis_and_the_university_share(visitor: Visitor) -> None:
    visitor.visit("partners/naturalis/")
    page = visitor.page
    expect(page.get_by_role("heading", name="Werkt samen met")).to_be_visible()
    page.get_by_role("link", name="Leiden BiodiverCity", exact=True).first.click()

    brief = page.get_by_role("complementary")
    expect(brief.get_by_role("link", name="Naturalis Biodiversity Center", exact=True)).to_be_visible()
    expect(brief.get_by_role("link", name="Universiteit Leiden", exact=True)).to_be_visible()


@pytest.mark.parametrize(("home", "language", "words"), [("", "nl", "wifi buiten"), ("en/", "en", "wifi outdoors")])
def test_is_eduroam_in_the_streets_yet(visitor: Visitor, real: Dataset, home: str, language: str, words: str) -> None:
    """The page says what the record says, also on the day that it changes."""
    status = real.projects["eduroam-in-de-stad"].status.value
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")
    page.locator(".search-found").get_by_role("link", name=re.compile("^Eduroam")).click()

    brief = page.get_by_role("complementary")
    expect(brief).to_contain_text(real.locales[language].words[f"status.{status}"])
    expect(brief).to_contain_text(real.locales[language].words[f"status.meaning.{status}"])


@pytest.mark.parametrize(
    ("home", "menu", "topic", "number"),
    [("", "Cijfers", "Geld", "705.000"), ("en/", "Figures", "Money", "705,000")],
)
def test_what_did_the_programme_cost(visitor: Visitor, home: str, menu: str, topic: str, number: str) -> None:
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("navigation").first.get_by_role("link", name=menu, exact=True).click()
    page.get_by_role("main").get_by_role("link", name=topic, exact=True).click()

    figure = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=re.compile(re.escape(number)))).first
    expect(figure).to_contain_text("2020")
    expect(figure).to_contain_text(re.compile("Jaarstukken 2020|Annual report 2020"))


@pytest.mark.parametrize(("home", "contact", "lead"), [("", "Contact", "gemeente Leiden"), ("en/", "Contact", "City of Leiden")])
def test_how_do_i_reach_the_programme(visitor: Visitor, home: str, contact: str, lead: str) -> None:
    """No document gives an address; the page says so and points to the municipality."""
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("contentinfo").get_by_role("link", name=contact, exact=True).click()

    expect(page.get_by_role("main").get_by_role("link", name=lead).first).to_have_attribute("href", "https://gemeente.leiden.nl/")


def test_something_is_wrong_here_names_the_page(visitor: Visitor) -> None:
    visitor.visit("projecten/covid-radar/")
    visitor.page.get_by_role("link", name="Klopt er iets niet op deze pagina?").click()

    expect(visitor.page.get_by_role("main").get_by_role("link", name="projecten/covid-radar/")).to_be_visible()


def test_a_page_that_is_none_of_ours_is_not_named(visitor: Visitor) -> None:
    visitor.visit("contact/?pagina=//example.org/")

    assert (visitor.page.locator("[data-came-from] a").get_attribute("href") or "").startswith(visitor.host)


def test_who_decides_and_how_often_do_they_meet(visitor: Visitor) -> None:
    visitor.visit("")
    page = visitor.page
    page.get_by_role("navigation").first.get_by_role("link", name="Programma", exact=True).click()

    board = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Stuurgroep", exact=True))
    expect(board).to_contain_text("twee keer per jaar")


def test_a_figure_leads_to_its_source_and_to_those_that_only_look_like_it(visitor: Visitor) -> None:
    visitor.visit("projecten/leiden-bio-science-park/")
    page = visitor.page
    page.get_by_role("listitem").filter(has_text="20.800").get_by_role("link", name=re.compile("uitleg en bron")).click()

    figure = page.locator(":target")
    expect(figure).to_contain_text("regels 464-466, 476")
    figure.locator("summary", has_text="Niet hetzelfde als").click()
    expect(figure.get_by_role("link", name=re.compile("8.000 banen"))).to_be_visible()


def test_by_keyboard_from_home_to_a_filtered_project(visitor: Visitor) -> None:
    visitor.visit("projecten/")
    page = visitor.page
    open_choices(page)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("eduroam")
    expect(page.get_by_role("status")).to_contain_text("1 van")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#_projects') !== null"):
            break
    page.keyboard.press("Enter")

    page.wait_for_url("**/projecten/eduroam-in-de-stad/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Eduroam in de stad")


def test_the_link_to_a_project_can_be_copied_without_a_permission(visitor: Visitor) -> None:
    visitor.visit("projecten/covid-radar/")
    visitor.page.get_by_role("button", name="Kopieer de link naar deze pagina").click()

    expect(visitor.page.get_by_role("status")).to_have_text(re.compile("gekopieerd|staat klaar"))


@pytest.mark.parametrize(("home", "way"), [("", "Kijk wat het opleverde"), ("en/", "See what came of them")])
def test_what_came_of_the_projects(visitor: Visitor, real: Dataset, home: str, way: str) -> None:
    result = real.projects["studentenhuisvesting"].results[0].text
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("link", name=way).click()
    housing = page.get_by_role("listitem").filter(
        has=page.get_by_role("heading", name=re.compile("tudent.*hous|Studentenhuisvesting"))
    )

    expect(housing.first).to_contain_text(result.in_language(visitor.language) or "")
