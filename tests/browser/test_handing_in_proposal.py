"""With a token: one branch with one commit, and a pull request; what colleagues did meanwhile stays, or somebody chooses."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import FILE, PROJECTS, added, article, desk, hand_in, record
from tests.browser.fake_github import MEGABYTE, FakeGitHub, Token
from tests.browser.token_desk import BENCHES, BRANCH, KEY, SHIPPED, alert, paste, send


def test_a_change_is_one_line_in_one_commit_and_a_proposal(page: Page, github: FakeGitHub) -> None:
    hand_in(page, BENCHES)
    paste(page)
    page.get_by_label("Explanation").fill("I sat there.")
    send(page)

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_focused()
    assert page.get_by_role("link", name="See proposal 41").get_attribute("href") == "https://github.com/harbour/site/pull/41"
    assert github.text(BRANCH, PROJECTS) == SHIPPED
    assert github.text("main", PROJECTS) == FILE
    (pull,) = github.pulls
    assert (pull["title"], pull["head"], pull["base"]) == ("Benches: changed", BRANCH, "main")
    assert pull["body"].startswith("I sat there.\n\n- Changed: `Benches` in `data/projects.yaml`\n")
    commit = github.commits[github.refs[f"refs/heads/{BRANCH}"]]
    assert (commit["message"], commit["parents"]) == ("Benches: changed", [github.refs["refs/heads/main"]])


def test_all_changes_are_one_commit(page: Page, github: FakeGitHub) -> None:
    hand_in(page, BENCHES, added(), article("---\ntitle: Boats\n---\nBack.\n"))
    paste(page)
    send(page)

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    branch = f"{BRANCH}-and-2"
    assert github.text(branch, PROJECTS) == SHIPPED.rstrip("\n") + "\n" + added()["after"]
    assert github.text(branch, "content/en/news/boats.md") == "---\ntitle: Boats\n---\nBack.\n"
    assert github.text(branch, "README.md") == "Harbour.\n"
    assert github.pulls[0]["title"] == "Benches: changed, and 2 more"


def test_what_a_colleague_changed_elsewhere_stays(page: Page, github: FakeGitHub) -> None:
    """Of another record, and of another field of the same one."""
    github.colleague(PROJECTS, "Swim where ships lay.", "Swim where ships were.")
    github.colleague(PROJECTS, "  status_year: 2021\n", "  status_year: 2022\n")
    hand_in(page, BENCHES)
    paste(page)
    send(page)

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    meant = SHIPPED.replace("Swim where ships lay.", "Swim where ships were.").replace("status_year: 2021", "status_year: 2022", 1)
    assert github.text(BRANCH, PROJECTS) == meant


def test_a_colleague_who_is_quicker_is_not_undone(page: Page, github: FakeGitHub) -> None:
    """The main branch moves after it was read, and before the branch is made."""
    github.before["POST /repos/harbour/site/git/commits"] = lambda: github.colleague(PROJECTS, "ships lay", "ships were")
    hand_in(page, BENCHES)
    paste(page)
    send(page)

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert github.text(BRANCH, PROJECTS) == SHIPPED.replace("ships lay", "ships were")
    assert github.commits[github.refs[f"refs/heads/{BRANCH}"]]["parents"] == [github.refs["refs/heads/main"]]


THEIRS = SHIPPED.replace("Places to rest", "Seats")


@pytest.mark.parametrize(
    ("choice", "typed", "meant"),
    [("My text", "", SHIPPED), ("Both: I write", "Seats to rest", SHIPPED.replace("Places to rest", "Seats to rest"))],
)
def test_where_both_changed_the_same_somebody_chooses(page: Page, github: FakeGitHub, choice: str, typed: str, meant: str) -> None:
    github.colleague(PROJECTS, "Places to sit", "Seats")
    hand_in(page, BENCHES)
    paste(page)
    send(page)
    expect(page.get_by_role("heading", name="A colleague changed Benches too")).to_be_focused()
    assert [line.split(",")[0].strip() for line in page.locator("mark").all_inner_texts()] == [
        "summary: {en: Seats in the garden.",
        "summary: {en: Places to rest in the garden.",
    ]
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".handing-choice [role=alert]")).to_have_text("First choose which one it will be.")
    page.get_by_label(choice).check()
    if typed:
        own = page.get_by_label("The text that it becomes")
        own.fill(own.input_value().replace("Places to rest", typed))
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert github.text(BRANCH, PROJECTS) == meant


def test_the_colleagues_text_may_be_chosen(page: Page, github: FakeGitHub) -> None:
    github.colleague(PROJECTS, "Places to sit", "Seats")
    hand_in(page, BENCHES)
    paste(page)
    send(page)
    page.get_by_label("My colleague’s text").check()
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", name="The data say this already")).to_be_focused()
    assert github.pulls == []


def test_a_record_that_a_colleague_removed_can_be_kept(page: Page, github: FakeGitHub) -> None:
    github.colleague(PROJECTS, record("benches"), "")
    hand_in(page, BENCHES)
    paste(page)
    send(page)
    expect(page.locator(".handing-sides")).to_contain_text("Your colleague removed this.")
    page.get_by_label("My text").check()
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert github.text(BRANCH, PROJECTS).endswith(BENCHES["after"])


def test_who_stops_hands_in_nothing_and_loses_nothing(page: Page, github: FakeGitHub) -> None:
    github.colleague(PROJECTS, "Places to sit", "Seats")
    hand_in(page, BENCHES)
    paste(page)
    send(page)
    page.get_by_role("button", name="Stop").click()

    assert "Nothing was handed in" in alert(page)
    assert list(github.refs) == ["refs/heads/main"]
    assert page.locator("textarea.handing-text").first.input_value() == BENCHES["after"]


def test_a_large_file_with_other_line_ends_keeps_every_other_byte(browser: Browser) -> None:
    large = "\ufeff" + FILE.replace("\n", "\r\n") + "# " + "é" * MEGABYTE + "\r\n"
    github = FakeGitHub("harbour/site", {PROJECTS: large}, tokens={KEY: Token("ida")})
    with desk(browser) as page:
        github.serve(page)
        hand_in(page, BENCHES)
        paste(page)
        send(page)

        expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
        assert github.text(BRANCH, PROJECTS) == large.replace("Places to sit", "Places to rest")


def test_a_name_that_is_taken_gets_a_number(page: Page, github: FakeGitHub) -> None:
    github.refs[f"refs/heads/{BRANCH}"] = github.refs["refs/heads/main"]
    hand_in(page, BENCHES)
    paste(page)
    send(page)

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert github.pulls[0]["head"] == f"{BRANCH}-2"


def test_names_of_branches_are_plain_whatever_an_id_says(page: Page) -> None:
    names = "async (ids) => { const { slug } = await import('/form/handing-in-branch.js'); return ids.map(slug); }"

    assert page.evaluate(names, ["../../main", "Één dag", "a" * 90, "☂", "x..lock"]) == [
        "main",
        "een-dag",
        "a" * 48,
        "change",
        "x-lock",
    ]


def test_two_presses_are_one_proposal(page: Page, github: FakeGitHub) -> None:
    hand_in(page, BENCHES)
    paste(page)
    page.get_by_role("button", name="Hand in the proposal").dblclick()

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert len(github.pulls) == 1
