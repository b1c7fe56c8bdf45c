"""A token: whose it is and what it may, what goes wrong with one, and that it is gone with the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.audit.tools import axe
from tests.browser.desk import PROJECTS, hand_in
from tests.browser.fake_github import FakeGitHub, Token, cut_off, failing, limited, moved, slowed
from tests.browser.test_handing_in import AXE
from tests.browser.token_desk import BENCHES, BRANCH, KEY, SHIPPED, alert, paste, send


def test_whose_token_it_is_and_what_it_may(page: Page) -> None:
    hand_in(page, BENCHES)
    paste(page)

    expect(page.get_by_text("This token is of ida, who may write to harbour/site.")).to_be_focused()
    assert page.locator("input[type=password]").input_value() == ""
    assert KEY not in page.content()


@pytest.mark.parametrize(
    ("token", "told"),
    [
        (Token("ida", may_write=False), "This token is of ida, who may not write to harbour/site."),
        (Token("ida", contents="none"), "With this token the place of the data cannot be found"),
    ],
)
def test_a_token_that_may_not_write_is_told_before_anything_is(page: Page, github: FakeGitHub, token: Token, told: str) -> None:
    github.tokens[KEY] = token
    hand_in(page, BENCHES)
    paste(page)

    expect(page.locator(".handing-token")).to_contain_text(told)
    assert page.get_by_role("button", name="Hand in the proposal").count() == 0
    assert page.locator(".handing-steps").count() == 1


def test_a_token_that_may_only_read_is_told_by_what_it_lacks(page: Page, github: FakeGitHub) -> None:
    """repos/repos tells what its owner may do, not the token: only writing shows it."""
    github.tokens[KEY] = Token("ida", contents="read")
    hand_in(page, BENCHES)
    paste(page)
    send(page)

    assert "“Contents” and “Pull requests”, both “Read and write”" in alert(page)
    assert list(github.refs) == ["refs/heads/main"]


def test_where_only_the_proposal_may_not_be_made_the_branch_is_offered(page: Page, github: FakeGitHub) -> None:
    github.tokens[KEY] = Token("ida", pull_requests="read")
    hand_in(page, BENCHES)
    paste(page)
    send(page)

    expect(page.get_by_role("heading", name="Your change is written, but")).to_be_focused()
    link = page.get_by_role("link", name="Make the proposal")
    assert link.get_attribute("href") == "https://github.com/harbour/site/compare/main...edit%2Fprojects-benches?expand=1"
    assert github.text(BRANCH, PROJECTS) == SHIPPED


@pytest.mark.parametrize("key", ["wrong", "two words", "kéy", "line\nbreak"])
def test_a_token_that_nobody_knows(page: Page, key: str) -> None:
    hand_in(page, BENCHES)
    paste(page, key)

    assert "GitHub does not know this token" in alert(page)
    expect(page.get_by_label("Access token", exact=True)).to_have_value("")


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (limited, "Try again after 12:30"),
        (slowed, "Try again in 1 min"),
        (failing, "GitHub has a failure"),
        (cut_off, "There is no connection"),
    ],
)
@pytest.mark.parametrize("when", ["GET /user", "GET /repos/harbour/site/contents", "POST /repos/harbour/site/git/trees"])
def test_what_goes_wrong_is_told_and_can_be_tried_again(
    page: Page, github: FakeGitHub, when: str, happens: Callable[[], None], told: str
) -> None:
    github.before[when] = happens
    hand_in(page, BENCHES)
    paste(page)
    if when != "GET /user":
        page.get_by_label("Explanation").fill("I sat there.")
        send(page)
    assert told in alert(page)

    if when == "GET /user":
        page.get_by_role("button", name="See whether the token fits").click()
    send(page)
    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert github.text(BRANCH, PROJECTS) == SHIPPED
    assert github.pulls[0]["body"].startswith("I sat there." if when != "GET /user" else "- Changed")


def test_a_token_is_gone_with_the_page(page: Page, github: FakeGitHub) -> None:
    """Also where the browser keeps the page to come back to."""
    hand_in(page, BENCHES)
    paste(page)
    expect(page.get_by_role("button", name="Hand in the proposal")).to_be_visible()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")

    expect(page.get_by_role("button", name="Hand in the proposal")).to_have_count(0)
    hand_in(page, BENCHES)
    assert page.locator("input[type=password]").input_value() == ""
    assert all(KEY not in asked for asked in github.asked)


def test_a_token_is_not_sent_on_to_another_address(page: Page, github: FakeGitHub) -> None:
    github.before["GET /repos/harbour/site"] = moved
    hand_in(page, BENCHES)
    paste(page)

    assert "The data have moved to another address" in alert(page)
    assert github.asked == ["GET /user", "GET /repos/harbour/site"]


def test_who_forgets_the_token_starts_anew(page: Page) -> None:
    hand_in(page, BENCHES)
    paste(page)
    page.get_by_role("button", name="Forget the token").click()

    expect(page.get_by_label("Access token", exact=True)).to_be_focused()
    expect(page.get_by_label("Access token", exact=True)).to_have_value("")


def test_no_other_host_is_ever_asked(page: Page) -> None:
    """The address of the API is ours: no data can name another."""
    refused = """async () => {
      const { github } = await import('/form/handing-in-github.js');
      try { github('https://api.example.org', 'a/b', () => 'key'); } catch (fault) { return fault.kind; }
    }"""

    assert page.evaluate(refused) == "other"


def test_a_token_and_a_choice_by_keyboard_alone(page: Page, github: FakeGitHub) -> None:
    github.colleague(PROJECTS, "Places to sit", "Seats")
    hand_in(page, BENCHES)
    page.get_by_label("Access token", exact=True).focus()
    page.keyboard.type(KEY)
    page.keyboard.press("Enter")
    expect(page.get_by_text("This token is of ida")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="A colleague changed Benches too")).to_be_focused()
    page.evaluate(axe())
    assert page.evaluate(AXE) == []
    for key in ("Tab", "Tab", "Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_focused()
    assert github.text(BRANCH, PROJECTS) == SHIPPED
    page.evaluate(axe())
    assert page.evaluate(AXE) == []
