"""What several tests share: the records of the real programme, its built site, and a browser."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kennisstad.checking import check
from kennisstad.model import Dataset, Folders
from tests.browser.visitor import chromium, serve
from tests.site.programmes import copy_programme, mkdocs_build

ROOT = Path(__file__).parent.parent
ADDRESS = "https://www.leidenkennisstad.nl/"
"""Where the real site is built for, unless SITE_URL says otherwise."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the choice of `make audit`."""
    parser.addoption("--every-page", action="store_true", help="audit every page, not a sample of each kind and language")


_FOR_EDITORS = """
Deze test volgt echte projecten, partners en cijfers. Veranderde u die met opzet? Dan is er niets mis met uw wijziging:
vraag een ontwikkelaar om de test mee te veranderen. Anders is op de site iets zoek geraakt.

This test follows real projects, partners and figures. Did you change those on purpose? Then your change is fine: ask a
developer to change the test along with it. Otherwise something on the site got lost.
"""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tells editors, who read no Python, what it means that a test of the real site fails."""
    report = yield
    if report.failed and {"real", "site"} & set(getattr(item, "fixturenames", ())):
        report.sections.append(("Voor redacteuren / For editors", _FOR_EDITORS.strip()))
    return report


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The records of the real programme."""
    checked = check(Folders.of(ROOT))
    assert checked.errors == []
    assert checked.dataset is not None
    return checked.dataset


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the real site, built once for all tests."""
    folder = copy_programme(tmp_path_factory.mktemp("real"))
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the built site on this machine."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with chromium() as started:
        yield started
