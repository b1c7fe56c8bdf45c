"""The people who walk the site of the invented programme: at a desk, on a phone, with a narrow screen, without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import FILE, PROJECTS, desk
from tests.browser.fake_github import FakeGitHub, Token
from tests.browser.form_page import site_at_github
from tests.browser.token_desk import KEY
from tests.browser.visitor import SCREENS, Visitor, serve, visit
from tests.grown import copy_grown
from tests.site.programmes import mkdocs_build

expect.set_options(timeout=30_000)
"""Milliseconds to wait for what must come: no longer than needed, and long enough for a machine that has more to do."""


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented programme's site, grown: English at the root, Dutch and German in folders."""
    folder = copy_grown(tmp_path_factory.mktemp("grown"))
    done = mkdocs_build(folder, SITE_URL="https://harbour.example.org/")
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder / "site") as address:
        yield address


@pytest.fixture(scope="session")
def at_github(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented programme's site, which keeps its data at GitHub."""
    with site_at_github(tmp_path_factory.mktemp("at-github")) as address:
        yield address


@pytest.fixture(params=list(SCREENS))
def visitor(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor on a phone, and one at a desk."""
    with visit(browser, host, viewport=SCREENS[request.param]) as visitor:
        yield visitor


@pytest.fixture
def without_javascript(browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor whose browser runs no scripts."""
    with visit(browser, host, viewport=SCREENS["phone"], java_script_enabled=False) as visitor:
        yield visitor


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
