"""Who is measured: the folder of each in a generated programme, and the one place where its command stands."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.generate import ELEVENTY, HUGO, MKDOCS, OURS
from benchmarks.ours import ROOT

CACHE = ROOT / ".cache" / "benchmarks"
"""Where `make benchmark` installs the peers, and where programmes are generated."""
PEER_PYTHON = CACHE / "venv" / "bin" / "python"
NODE_MODULES = CACHE / "node" / "node_modules"
_BUILD = (sys.executable, "-m", "kennisstad", "build", "--folder", ".", "--target", "site")
_MKDOCS = ("-m", "mkdocs", "build", "--strict", "--quiet")
QUIET = {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator as it is measured; the command runs in its folder and leaves `site/` there."""

    name: str
    title: str
    folder: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


CONTESTANTS = {
    contestant.name: contestant
    for contestant in (
        Contestant("hugo", "Hugo", HUGO, (str(PEER_PYTHON.parent / "hugo-itself"), "build", "--quiet", "--destination", "site")),
        Contestant("build", "Kennisstad", OURS, (*_BUILD, "--no-search")),
        Contestant("build-search", "Kennisstad with search", OURS, _BUILD),
        Contestant(
            "mkdocs", "Kennisstad through MkDocs", OURS, (sys.executable, *_MKDOCS, "--config-file", "without-search.yml"), QUIET
        ),
        Contestant("mkdocs-search", "Kennisstad through MkDocs, with search", OURS, (sys.executable, *_MKDOCS), QUIET),
        Contestant("eleventy", "Eleventy", ELEVENTY, ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")),
        Contestant("material", "MkDocs + Material", MKDOCS, (str(PEER_PYTHON), *_MKDOCS), QUIET),
    )
}
PEERS = ("hugo", "eleventy", "material")
BASELINE = "hugo"


def prepare(programme: Path) -> None:
    """Gives each contestant what stands outside a generated programme."""
    link = programme / ELEVENTY / "node_modules"
    if not link.is_symlink():
        link.symlink_to(NODE_MODULES, target_is_directory=True)
    configuration = (programme / OURS / "mkdocs.yml").read_text("utf-8")
    (programme / OURS / "without-search.yml").write_text(f"{configuration}extra:\n  search: false\n", "utf-8")
    binary = PEER_PYTHON.parent / "hugo-itself"
    if not binary.is_symlink():  # the package's own starter is Python, and would be measured too
        binary.symlink_to(next(CACHE.glob("venv/lib/*/site-packages/hugo/binaries/hugo")))


def empty(programme: Path, contestant: Contestant) -> Path:
    """Removes what an earlier build left, caches included, and gives the folder to build in."""
    folder = programme / contestant.folder
    for name in ("site", ".cache", "resources"):
        shutil.rmtree(folder / name, ignore_errors=True)
    return folder


def pages(folder: Path) -> int:
    """Gives how many pages a build left."""
    return sum(1 for _ in (folder / "site").rglob("*.html"))
