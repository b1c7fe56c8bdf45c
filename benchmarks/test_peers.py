"""Each peer's site has the pages that it should: `pytest benchmarks`, once `make benchmark` has installed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.contestants import CONTESTANTS, PEERS, empty, pages, prepare
from benchmarks.generate import generate
from benchmarks.run import measure

PROJECTS, PARTNERS, LANGUAGES = 12, 6, 2
GROUPS = 5 + 3 + 17 + 5
"""Tracks, themes, goals and statuses, each with a page."""
LISTS = 4 + 5
"""A list of each of those, and of projects, partners, results, figures and events."""
OTHERS = 3
"""The home page and two hand-written pages."""
NOT_FOUND = {"hugo": 2, "eleventy": 2, "material": 1}
"""Material has one page for addresses that lead nowhere."""


@pytest.mark.parametrize("name", PEERS)
def test_a_peer_makes_every_page(name: str, tmp_path: Path) -> None:
    """No page is left out by anyone, so that all make the same."""
    generate(PROJECTS, tmp_path / "programme")
    prepare(tmp_path / "programme")
    folder = empty(tmp_path / "programme", CONTESTANTS[name])
    measure(CONTESTANTS[name], folder)
    assert pages(folder) == LANGUAGES * (PROJECTS + PARTNERS + GROUPS + LISTS + OTHERS) + NOT_FOUND[name]  # noqa: S101
