"""With a token: one branch with one commit, and a pull request; what colleagues did meanwhile stays, or somebody chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.tools import axe
from tests.browser.desk import FILE, PROJECTS, added, article, changed, desk, hand_in, record
from tests.browser.fake_github import MEGABYTE, FakeGitHub, Token, cut_off, failing, limited, moved, slowed
from tests.browser.test_handing_in import AXE

KEY = "github_pat_oars"
BRANCH = "edit/projects-benches"
BENCHES = changed("benches", "Places to sit", "Places to rest", name="Benches")
SHIPPED = FILE.replace("Places to sit", "Places to rest")


@pytest.fixture
def github() -> FakeGitHub:
    """The repository of the invented programme, and a token of somebody who may write to it."""
    return FakeGitHub("harbour/site", {PROJECTS: FILE, "README.md": "Harbour.\n"}, tokens={KEY: Token("ida")})


@pytest.fixture
def page(browser: Browser, github: FakeGitHub) -> Iterator[Page]:
    """A desk in English, with a way to that repository."""
    with desk(browser, timezone_id="UTC", locale="en-GB") as page:
        github.serve(page)
        yield page


def paste(page: Page, key: str = KEY) -> None:
    page.get_by_label("Access token", exact=True).fill(key)
    page.get_by_role("button", name="See whether the token fits").click()


def send(page: Page) -> None:
    page.get_by_role("button", name="Hand in the proposal").click()


def alert(page: Page) -> str:
    told = page.locator(".handing-token > [role=alert]")
    expect(told).not_to_be_empty()
    return told.inner_text()


def test_whose_token_it_is_and_what_it_may(page: Page) -> None:
    hand_in(page, BENCHES)
    paste(page)

    expect(page.get_by_text("This token is of ida, who may write to harbour/site.")).to_be_focused()
    assert page.locator("input[type=password]").input_value() == ""
    assert KEY not in page.content()


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


def test_two_presses_are_one_proposal(page: Page, github: FakeGitHub) -> None:
    hand_in(page, BENCHES)
    paste(page)
    page.get_by_role("button", name="Hand in the proposal").dblclick()

    expect(page.get_by_role("heading", name="Your proposal is handed in")).to_be_visible()
    assert len(github.pulls) == 1


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
