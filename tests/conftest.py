"""What several tests share: the records of the real programme, its built site, and a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kennisstad.checking import check
from kennisstad.model import Dataset, Folders
from tests.browser.visitor import chromium, serve
from tests.figures import Figures
from tests.grown import copy_grown
from tests.promises import Published
from tests.site.programmes import copy_invented, copy_programme, mkdocs_build, published

ROOT = Path(__file__).parent.parent
DAY = "1623758400"
"""15 June 2021: the day that every site in the tests speaks from, unless a test gives another."""

GIVEN = os.environ.get("SOURCE_DATE_EPOCH")
os.environ["SOURCE_DATE_EPOCH"] = DAY
os.environ.pop("CI", None)  # where tests run there may be no repository; what CI asks has tests of its own


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the choices of `make audit`, `make edits` and `make hostile`."""
    parser.addoption("--every-page", action="store_true", help="audit every page, not a sample; make all edits, not a few")
    parser.addoption("--built", type=Path, help="look at this very site, built of the day in SOURCE_DATE_EPOCH, and build none")
    parser.addoption("--many-cases", action="store_true", help="try ten thousand random inputs, not the same few hundred")


def pytest_configure(config: pytest.Config) -> None:
    """A site that was built already speaks from the day it was built of; the figures of a run are told at its end."""
    config.pluginmanager.register(Figures())
    if config.getoption("--built"):
        os.environ.pop("SOURCE_DATE_EPOCH")
        os.environ.update({"SOURCE_DATE_EPOCH": GIVEN} if GIVEN else {})


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The records of the real programme."""
    checked = check(Folders.of(ROOT))
    assert checked.errors == []
    assert checked.dataset is not None
    return checked.dataset


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """The folder of the real site, built once for all tests; or the one that `--built` names, as it is published."""
    built: Path | None = pytestconfig.getoption("--built")
    if built:
        assert (built / "index.html").is_file(), "there is no site to look at"
        return built.resolve()
    folder = copy_programme(tmp_path_factory.mktemp("real"))
    done = mkdocs_build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def real_site(real: Dataset, site: Path) -> Published:
    """The real site as it was built, with its records."""
    return Published.in_folder(real, os.environ.get("SITE_URL") or real.programme.address, site)


@pytest.fixture
def invented(tmp_path: Path) -> Dataset:
    """The records of the invented programme, in a folder of their own."""
    dataset = check(Folders.of(copy_invented(tmp_path))).dataset
    assert dataset is not None
    return dataset


@pytest.fixture(scope="session")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of the invented programme with many records, in memory."""
    return published(copy_grown(tmp_path_factory.mktemp("grown")), "https://harbour.example.org/sub/")


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
