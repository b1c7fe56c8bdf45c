"""No legal edit of the real data turns a test red: whatever the check lets pass keeps every promise.

Edits are made as an editor makes them, in the text of a copy. `make test` makes 20 of them, one of each kind; with
`--every-page` (`make edits`) there are 300. What is told of a failure repeats it: the round is the seed.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.model import Folders
from kennisstad.site import BadData
from tests.conftest import ROOT
from tests.edits.files import Desk
from tests.edits.kinds import EDITS
from tests.figures import Record
from tests.promises import PROMISES, Published
from tests.site.programmes import copy_programme, published

A_ROUND = 10
"""Edits before the site is made; each is checked by itself only where they are not right together."""
FEW, ALL = 20, 300
ATTEMPTS = 5
"""An edit that finds nothing to do tries another record."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """As many rounds as this run makes edits."""
    if "round_of_edits" in metafunc.fixturenames:
        edits = ALL if metafunc.config.getoption("--every-page") else FEW
        metafunc.parametrize("round_of_edits", range(edits // A_ROUND))


def make_edits(desk: Desk, seed: int, aside: Path | None = None) -> list[str]:
    """Makes the edits of a round and tells them.

    With a folder to keep the data aside, each is checked, and one that the check refuses is taken back: it was not legal.
    """
    told = []
    for position in range(seed * A_ROUND, (seed + 1) * A_ROUND):
        edit = EDITS[position % len(EDITS)]
        for attempt in range(ATTEMPTS):
            if aside is not None:
                desk.keep(aside)
            done = edit(desk, random.Random(f"{position}.{attempt}"))
            if done and (aside is None or not check(Folders.of(desk.folder)).errors):
                told.append(f"{edit.__name__}: {done}")
                break
            if aside is not None:
                Desk(aside).keep(desk.folder)
    return told


def edited(seed: int, folder: Path) -> tuple[list[str], Published]:
    """Gives the edits of a round with the site that is made after them."""
    try:
        desk = Desk(copy_programme(folder / "desk"))
        return make_edits(desk, seed), published(desk.folder)
    except BadData:
        desk = Desk(copy_programme(folder / "again"))
        return make_edits(desk, seed, folder / "aside"), published(desk.folder)


def test_a_legal_edit_breaks_no_promise(round_of_edits: int, tmp_path: Path, record_property: Record) -> None:
    edits, site = edited(round_of_edits, tmp_path)

    broken = [f"{promise.__name__}: {fault}" for promise in PROMISES for fault in promise(site)[:5]]

    record_property("figure", f"round {round_of_edits}, {len(edits)} edits, {len(PROMISES)} promises: {len(broken)} faults")
    assert edits, "no edit was legal"
    assert broken == [], "\n".join([f"after round {round_of_edits} of edits:", *edits, "broken:", *broken])


def test_what_an_edit_does_not_touch_stays_as_it_was_typed(tmp_path: Path) -> None:
    """Else the edits would try the tool that makes them."""
    shutil.copytree(ROOT / "tests" / "programme", tmp_path, dirs_exist_ok=True)
    projects = Desk(tmp_path).file("projects")
    before = projects.text

    projects.set("benches", "end", "2024")

    assert projects.text == before.replace("  end: 2021\n", "").replace("- id: benches\n", "- id: benches\n  end: 2024\n")
