"""What several tests share: the records of the real programme, and its built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.model import Dataset, Folders
from tests.site.programmes import copy_programme, mkdocs_build

ROOT = Path(__file__).parent.parent


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
