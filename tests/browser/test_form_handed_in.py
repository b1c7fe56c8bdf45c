"""From the form to a proposal at the code host: the whole way, on the built page, under the policy of its host."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.fake_github import FakeGitHub, Token
from tests.browser.form_page import form_of
from tests.browser.visitor import SCREENS
from tests.site.programmes import INVENTED

PROJECTS = "data/projects.yaml"
FILE = (INVENTED / PROJECTS).read_text("utf-8")
KEY = "github_pat_oars"


@pytest.fixture
def github() -> FakeGitHub:
    """Its repository, and a token of somebody who may write to it."""
    return FakeGitHub("harbour/site", {PROJECTS: FILE}, tokens={KEY: Token("ida")})


@pytest.fixture(params=list(SCREENS))
def page(request: pytest.FixtureRequest, browser: Browser, at_github: str, github: FakeGitHub) -> Iterator[Page]:
    """The page with the form, on a phone and at a desk."""
    with form_of(browser, at_github, request.param) as page:
        github.serve(page)
        yield page


def change_a_word(page: Page) -> None:
    page.goto("edit/?project=benches")
    page.get_by_label("Summary: English").fill("Places to rest in the garden.")
    page.get_by_role("button", name="See the change", exact=True).click()


def test_one_word_becomes_one_line_of_a_proposal(page: Page, github: FakeGitHub) -> None:
    change_a_word(page)
    page.get_by_label("Access token", exact=True).fill(KEY)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Hand in the proposal").click()

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_focused()
    assert github.text("edit/projects-benches", PROJECTS) == FILE.replace("Places to sit", "Places to rest")
    assert github.pulls[0]["title"] == "Benches: changed"


def test_a_colleague_who_changed_the_same_word_is_shown(page: Page, github: FakeGitHub) -> None:
    github.colleague(PROJECTS, "Places to sit", "Seats")
    change_a_word(page)
    page.get_by_label("Access token", exact=True).fill(KEY)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Hand in the proposal").click()
    expect(page.get_by_role("heading", name="A colleague changed Benches too")).to_be_focused()
    page.get_by_label("My text").check()
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert github.text("edit/projects-benches", PROJECTS) == FILE.replace("Places to sit", "Places to rest")


def test_by_hand_the_file_opens_at_the_record(page: Page, github: FakeGitHub) -> None:
    change_a_word(page)

    line = FILE[: FILE.index("- id: benches")].count("\n") + 1
    link = page.get_by_role("link", name="Open data/projects.yaml")
    assert link.get_attribute("href") == f"https://github.com/harbour/site/edit/main/data/projects.yaml#L{line}"
    assert "Places to rest" in page.get_by_label("The new text").input_value()
    assert github.asked == []
