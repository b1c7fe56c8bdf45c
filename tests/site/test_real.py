"""The real data, whatever it holds: nothing is slow. What else holds of its site stands in `tests/promises`."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.site.programmes import copy_programme, cpu_of_build, grow, quiet_cpu_of, without_search

START, EACH_PAGE = 0.9, 0.0025
"""What a build may cost at all, and for each page, in seconds of CPU."""
ROUNDS = 12

pytestmark = pytest.mark.alone


def megabytes_of_data() -> float:
    """Gives how much there is to read, one megabyte at least."""
    return max(1.0, sum(path.stat().st_size for path in (ROOT / "data").glob("*.yaml")) / 1_000_000)


def test_a_check_takes_at_most_two_seconds_of_cpu_a_megabyte() -> None:
    """About half of this on the machine it was written on."""
    limit = 2.0 * megabytes_of_data()

    assert min(quiet_cpu_of([sys.executable, "-m", "kennisstad", "check", "--folder", str(ROOT)]) for _ in range(2)) <= limit


def test_a_build_is_quick_and_grows_with_the_number_of_pages(tmp_path: Path) -> None:
    """At most 0.9 s of CPU and 2.5 ms a page for the real data, and 2.5 ms for each further page up to twice as many projects.

    The least that either takes in a few rounds is what it costs; the rest is what else the machine was doing.
    """
    real, larger = (copy_programme(tmp_path / name) for name in ("real", "larger"))
    grow(larger, times=3)
    folders = (real, larger)
    cost = dict.fromkeys(folders, math.inf)
    for folder in folders:
        without_search(folder)
    for time in range(ROUNDS):
        sites = [tmp_path / f"{folder.name}-{time}" for folder in folders]
        for folder, site in zip(folders, sites, strict=True):
            cost[folder] = min(cost[folder], cpu_of_build(folder, site))
        pages = [len(list(site.rglob("*.html"))) for site in sites]
        small, large = (cost[folder] for folder in folders)
        limit, each = START + EACH_PAGE * pages[0], (large - small) / (pages[1] - pages[0])
        if small <= limit and each <= EACH_PAGE:
            return

    pytest.fail(f"the real data: {small:.2f} s of CPU, at most {limit:.2f}; each further page: {each * 1000:.2f} ms, at most 2.5")
