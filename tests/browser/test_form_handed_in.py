"""From the form to a proposal at the code host: the whole way, on the built page, under the policy of its host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.fake_github import FakeGitHub, Token
from tests.browser.visitor import SCREENS, serve
from tests.site.programmes import INVENTED, copy_invented, published

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self' https://api.github.com; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
LISTEN = "window.broken = []; addEventListener('securitypolicyviolation', (found) => broken.push(found.violatedDirective))"
PROJECTS = "data/projects.yaml"
FILE = (INVENTED / PROJECTS).read_text("utf-8")
KEY = "github_pat_oars"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented programme's site, which keeps its data at GitHub."""
    folder, site = copy_invented(tmp_path_factory.mktemp("invented")), tmp_path_factory.mktemp("site")
    programme = folder / "data" / "programme.yaml"
    told = programme.read_text("utf-8").replace("https://git.example.org/harbour", "https://github.com/harbour/site")
    programme.write_text(told, "utf-8")
    for name, data in published(folder).files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    with serve(Path(site), {"Content-Security-Policy": POLICY}) as address:
        yield address


@pytest.fixture
def github() -> FakeGitHub:
    """Its repository, and a token of somebody who may write to it."""
    return FakeGitHub("harbour/site", {PROJECTS: FILE}, tokens={KEY: Token("ida")})


@pytest.fixture(params=list(SCREENS))
def page(request: pytest.FixtureRequest, browser: Browser, host: str, github: FakeGitHub) -> Iterator[Page]:
    """The page with the form, on a phone and at a desk; afterwards nothing broke the policy or stood beside the screen."""
    context = browser.new_context(viewport=SCREENS[request.param], base_url=host)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(LISTEN)
    github.serve(page)
    yield page
    assert (wrong, page.evaluate("broken")) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    context.close()


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
