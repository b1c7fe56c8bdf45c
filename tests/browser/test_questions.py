"""Questions that people come with, answered by clicking and reading as they would, in both languages, on a phone and at a desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_finder import open_choices, titles
from tests.browser.visitor import Visitor

STATUS = {
    "nl": ("Gepland", "Het was toen nog een plan."),
    "en": ("Planned", "It was still a plan then."),
}
"""How the status of the network is told, and what that status means."""


@pytest.mark.parametrize(
    ("path", "theme", "status", "expected"),
    [
        ("nl/projecten/", "Gezondheid en welzijn", "Loopt", "Zorgradar"),
        ("projects/", "Health and well-being", "Running", "Care radar"),
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
    page.locator("#_lead").select_option("hospital")

    assert expected in titles(page)


def test_which_project_do_the_museum_and_the_school_share(visitor: Visitor) -> None:
    visitor.visit("nl/partners/museum/")
    page = visitor.page
    expect(page.get_by_role("heading", name="Werkt samen met")).to_be_visible()
    page.get_by_role("link", name="Levende rivier", exact=True).first.click()

    brief = page.get_by_role("complementary")
    expect(brief.get_by_role("link", name="Scheepsmuseum", exact=True)).to_be_visible()
    expect(brief.get_by_role("link", name="Havenschool", exact=True)).to_be_visible()


@pytest.mark.parametrize(("home", "language", "words"), [("nl/", "nl", "wifi buiten"), ("", "en", "wifi outdoors")])
def test_does_the_network_work_in_the_streets_yet(visitor: Visitor, home: str, language: str, words: str) -> None:
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("searchbox").press("Enter")
    page.locator(".search-found").get_by_role("link", name=re.compile("^Wifi")).click()

    for told in STATUS[language]:
        expect(page.get_by_role("complementary")).to_contain_text(told)


@pytest.mark.parametrize(
    ("home", "menu", "topic", "number"),
    [("nl/", "Cijfers", "Geld", "705.000"), ("", "Figures", "Money", "705,000")],
)
def test_what_did_the_programme_cost(visitor: Visitor, home: str, menu: str, topic: str, number: str) -> None:
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("navigation").first.get_by_role("link", name=menu, exact=True).click()
    page.get_by_role("main").get_by_role("link", name=topic, exact=True).click()

    figure = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=re.compile(re.escape(number)))).first
    expect(figure).to_contain_text("2020")
    expect(figure).to_contain_text(re.compile("Plan voor de haven|Plan for the harbour"))


@pytest.mark.parametrize(("home", "desk"), [("nl/", "Havenloket"), ("", "Harbour desk")])
def test_how_do_i_reach_the_programme(visitor: Visitor, home: str, desk: str) -> None:
    """By what the programme gives: it stands at the foot of every page, also of the page about contact."""
    visitor.visit(home)
    foot = visitor.page.get_by_role("contentinfo")
    foot.get_by_role("link", name="Find us", exact=True).click()
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Find us")

    expect(foot).to_contain_text(desk)
    expect(foot.locator('a[href="https://town.example.org/desk"]')).to_be_visible()


def test_something_is_wrong_here_names_the_page(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/care-radar/")
    visitor.page.get_by_role("link", name="Klopt er iets niet op deze pagina?").click()

    expect(visitor.page.get_by_role("main").get_by_role("link", name="nl/projecten/care-radar/")).to_be_visible()


def test_a_page_that_is_none_of_ours_is_not_named(visitor: Visitor) -> None:
    visitor.visit("nl/contact/?pagina=//example.org/")

    assert (visitor.page.locator("[data-came-from] a").get_attribute("href") or "").startswith(visitor.host)


def test_who_decides_and_how_often_do_they_meet(visitor: Visitor) -> None:
    visitor.visit("nl/")
    page = visitor.page
    page.get_by_role("navigation").first.get_by_role("link", name="Programma", exact=True).click()

    board = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Bestuur", exact=True))
    expect(board).to_contain_text("twee keer per jaar")


def test_a_figure_leads_to_its_source_and_to_those_that_only_look_like_it(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/quay-garden/")
    page = visitor.page
    page.get_by_role("listitem").filter(has_text="1.250").get_by_role("link", name=re.compile("uitleg en bron")).click()

    figure = page.locator(":target")
    figure.locator("summary", has_text="Bron en uitleg").click()
    expect(figure).to_contain_text("regel 12")
    expect(figure.get_by_role("link", name=re.compile("12,5 bomen"))).to_be_visible()


def test_by_keyboard_from_home_to_a_filtered_project(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/")
    page = visitor.page
    open_choices(page)
    page.get_by_role("searchbox").focus()
    page.keyboard.type("wifi")
    expect(page.get_by_role("status")).to_contain_text("1 van")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#_projects') !== null"):
            break
    page.keyboard.press("Enter")

    page.wait_for_url("**/nl/projecten/open-network/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wifi op de kades")


def test_the_link_to_a_project_can_be_copied_without_a_permission(visitor: Visitor) -> None:
    visitor.visit("nl/projecten/care-radar/")
    visitor.page.get_by_role("button", name="Kopieer de link naar deze pagina").click()

    expect(visitor.page.get_by_role("status")).to_have_text(re.compile("gekopieerd|staat klaar"))


@pytest.mark.parametrize(("home", "way"), [("nl/", "Kijk wat het opleverde"), ("", "See what came of them")])
def test_what_came_of_the_projects(visitor: Visitor, home: str, way: str) -> None:
    visitor.visit(home)
    page = visitor.page
    page.get_by_role("link", name=way).click()
    housing = page.get_by_role("listitem").filter(
        has=page.get_by_role("heading", name=re.compile("Student housing|Studentenhuisvesting"))
    )

    expect(housing.first).to_contain_text(re.compile("Forty rooms are ready|Veertig kamers zijn klaar"))


@pytest.mark.parametrize(("home", "place", "project"), [("nl/", "Oude kade", "Kadetuin"), ("", "Old quay", "Quay garden")])
def test_is_something_happening_in_my_neighbourhood(visitor: Visitor, home: str, place: str, project: str) -> None:
    """In two steps from the home page."""
    visitor.visit(home)
    visitor.page.get_by_role("main").get_by_role("link", name=place, exact=True).click()

    expect(visitor.page.get_by_role("main").get_by_role("link", name=project, exact=True)).to_be_visible()


def test_where_nothing_is_known_of_a_place_it_says_so(visitor: Visitor) -> None:
    visitor.visit("nl/")
    visitor.page.get_by_role("main").get_by_role("link", name="Droogdok", exact=True).click()

    expect(visitor.page.get_by_role("main")).to_contain_text("Hier weten wij nog niets van.")


@pytest.mark.parametrize(("home", "audience", "project"), [("nl/", "Buren", "Kadetuin"), ("", "Neighbours", "Quay garden")])
def test_what_is_there_for_me_to_join(visitor: Visitor, home: str, audience: str, project: str) -> None:
    visitor.visit(home)
    visitor.page.get_by_role("main").get_by_role("link", name=audience, exact=True).click()

    expect(visitor.page.get_by_role("main").get_by_role("link", name=project, exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("path", "way", "url"),
    [
        ("nl/projecten/quay-garden/", "Naar de pagina van het project", "https://garden.example.org/?a=1&b=2"),
        ("nl/projecten/benches/", "Site van De Stad", "https://town.example.org/"),
    ],
)
def test_whom_do_i_ask_about_this_project(visitor: Visitor, path: str, way: str, url: str) -> None:
    """One action, right under the summary: to the project's own page, else to who leads it."""
    visitor.visit(path)
    step = visitor.page.get_by_role("link", name=way, exact=True)

    expect(step).to_be_in_viewport()
    expect(step).to_have_attribute("href", url)


def test_what_is_new(visitor: Visitor) -> None:
    """The newest stands on the home page, and one line says until when the data reach."""
    visitor.visit("nl/")
    newest = visitor.page.get_by_role("region", name="Het nieuwste")

    expect(newest.get_by_role("heading", level=3)).to_have_count(4)
    expect(newest).to_contain_text("Het nieuwste feit op deze site is van 2 mei 2021.")
