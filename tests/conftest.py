"""What several tests share: the real programme, checked and made into a site in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.model import Dataset, Folders
from kennisstad.site import Site, make_site

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real() -> Dataset:
    """The records of the real programme."""
    checked = check(Folders.of(ROOT))
    assert checked.errors == []
    assert checked.dataset is not None
    return checked.dataset


@pytest.fixture(scope="session")
def real_site() -> Site:
    """The real site, in memory."""
    return make_site(Folders.of(ROOT), ROOT / "overrides" / "records", "https://www.leidenkennisstad.nl/")
