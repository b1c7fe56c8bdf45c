"""What several tests share: the folders of the real programme and the invented one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisstad.model import Folders

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def real_folders() -> Folders:
    """The real programme."""
    return Folders.of(ROOT)
