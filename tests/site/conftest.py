"""The site of the invented programme, built once for all tests of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.model import Folders
from tests.promises import Published
from tests.site.kept import STATION, append, keep
from tests.site.pages import BuiltPage, read_site
from tests.site.programmes import copy_invented, mkdocs_build

HARBOUR = "https://harbour.example.org/sub/"
"""Where the site of the invented programme is built for: a folder of its host."""


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = copy_invented(tmp_path_factory.mktemp("invented"))
    done = mkdocs_build(folder, SITE_URL=HARBOUR)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def harbour_pages(harbour: Path) -> dict[str, BuiltPage]:
    """Every page of it, read."""
    return read_site(harbour)


@pytest.fixture(scope="session")
def harbour_site(harbour: Path) -> Published:
    """The site as it was built, with its records."""
    dataset = check(Folders.of(harbour.parent)).dataset
    assert dataset is not None
    return Published.in_folder(dataset, HARBOUR, harbour)


@pytest.fixture(scope="session")
def promised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented programme with one project more, and the list of what it published."""
    folder = copy_invented(tmp_path_factory.mktemp("published"))
    append(folder, STATION.lstrip())
    assert keep(folder) == 0
    return folder


@pytest.fixture
def promising(promised: Path, tmp_path: Path) -> Path:
    """A copy of it, to change."""
    return Path(shutil.copytree(promised, tmp_path / "programme", dirs_exist_ok=True))
