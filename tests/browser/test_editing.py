"""What editors do, from beginning to end: the same journeys on the published site and at home, on a phone and at a desk.

At home the file itself is looked at; on the site what is handed in is put into the file as it then stands, as a proposal is.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editors import JOURNEYS, MOST, Editor
from tests.browser.fake_github import FakeGitHub, Token
from tests.browser.form_page import form_of
from tests.local.at_home import edited, put_back
from tests.site.programmes import INVENTED, copy_invented

WAYS = {"touched on a phone": ("phone", False), "by keyboard at a desk": ("desktop", True)}
KEY = "github_pat_oars"


def files_of(folder: Path) -> dict[str, str]:
    """Gives what stands in the files of the records and texts."""
    found = (path for name in ("data", "content") for path in (folder / name).rglob("*") if path.suffix in (".yaml", ".md"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in found}


BEFORE = files_of(INVENTED)


def changed_lines(after: dict[str, str]) -> dict[str, list[str]]:
    """Gives the lines that go and come in each file, beside the invented programme."""
    changed = {name: text for name, text in after.items() if text != BEFORE.get(name)}
    return {name: difference(BEFORE.get(name, ""), text) for name, text in changed.items()}


def difference(was: str, now: str) -> list[str]:
    """Gives the lines that go and come, without the empty ones between records."""
    lines = list(unified_diff(was.splitlines(), now.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@") and line != "+"]


class Published:
    """The site, on a host that sends the strictest policy; what is handed in becomes a proposal at the code host."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.github = FakeGitHub("harbour/site", dict(BEFORE), tokens={KEY: Token("ida")})

    def begin(self, page: Page) -> None:
        """Answers for the code host."""
        self.github.serve(page)

    def colleague(self, file: str, old: str, new: str) -> None:
        """A colleague's change is merged."""
        self.github.colleague(file, old, new)

    def give(self, editor: Editor) -> dict[str, str]:
        """Hands in, and gives the files of the proposal."""
        editor.page.get_by_label("Access token", exact=True).fill(KEY)
        editor.page.keyboard.press("Enter")
        editor.press(editor.page.get_by_role("button", name="Hand in the proposal"))
        expect(editor.page.get_by_role("heading", name="Your proposal is handed in")).to_be_focused(timeout=MOST)
        return self.github.texts(self.github.pulls[0]["head"])


class AtHome:
    """The form on somebody's own computer, which writes the files."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address, self.folder = address, folder

    def begin(self, page: Page) -> None:
        """Waits longer, for the first page is made when it is asked for."""
        page.set_default_timeout(MOST)

    def colleague(self, file: str, old: str, new: str) -> None:
        """Somebody else saves a file."""
        path = self.folder / file
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")

    def give(self, editor: Editor) -> dict[str, str]:
        """Saves what the check finds nothing wrong with, and gives the files."""
        expect(editor.page.locator(".local-status")).to_contain_text("nothing is wrong", timeout=MOST)
        editor.press(editor.page.get_by_role("button", name="Save", exact=True))
        expect(editor.page.get_by_role("heading", name="Saved")).to_be_focused(timeout=MOST)
        return files_of(self.folder)


@pytest.fixture(scope="module")
def edited_at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the form at home, and the folder it writes in."""
    folder = copy_invented(tmp_path_factory.mktemp("edited"))
    with edited(folder) as address:
        yield address, folder


@pytest.fixture(params=["site", "home"])
def host(request: pytest.FixtureRequest) -> Iterator[Published | AtHome]:
    """Where the form is."""
    if request.param == "site":
        yield Published(request.getfixturevalue("at_github"))
    else:
        address, folder = request.getfixturevalue("edited_at")
        with put_back(folder):
            yield AtHome(address, folder)


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("name", list(JOURNEYS))
def test_exactly_the_lines_that_were_meant_change(browser: Browser, host: Published | AtHome, name: str, way: str) -> None:
    journey = JOURNEYS[name]
    size, keys = WAYS[way]
    with form_of(browser, host.address, size) as page:
        host.begin(page)
        page.goto(f"edit/?{journey.opened}")
        expect(page.locator("form.record-form")).to_be_visible(timeout=MOST)
        editor = Editor(page, keys)
        if journey.meanwhile:
            host.colleague(*journey.meanwhile)
        journey.do(editor)
        if page.locator(".review h2").count() == 0:
            editor.press(page.locator(".give button"))
        expect(page.locator(".handing")).to_be_attached()

        assert changed_lines(host.give(editor)) == journey.lines
