"""One site, three ways to write it: by ourselves, by MkDocs, by ProperDocs; and none of them ever leaves less than there was."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.conftest import HARBOUR
from tests.site.programmes import copy_invented

OURS = ("kennisstad", "build")
HOSTS = {"mkdocs": ("mkdocs", "build", "--strict"), "properdocs": ("properdocs", "build", "--strict", "-f", "mkdocs.yml")}
MISTAKES: dict[str, Callable[[Path], object]] = {
    "data": lambda folder: _replace(folder / "data/projects.yaml", "status: running", "status: runing"),
    "dangling link": lambda folder: (folder / "content/en/quay-2.png").symlink_to("/nonexistent.png"),
    "template": lambda folder: _write(folder / "overrides/records/history.html", "{{ view.nothing }}"),
}


def run(folder: Path, command: tuple[str, ...], **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SITE_URL": HARBOUR, **environment}
    return subprocess.run([sys.executable, "-m", *command], cwd=folder, env=env, capture_output=True, text=True, check=False)


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = copy_invented(tmp_path_factory.mktemp("ours"))
    done = run(folder, OURS)
    assert done.returncode == 0, done.stdout + done.stderr
    return contents(folder / "site")


@pytest.mark.parametrize("host", HOSTS)
def test_every_host_writes_the_same_bytes(host: str, ours: dict[str, bytes], tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)

    done = run(folder, HOSTS[host])

    assert done.returncode == 0, done.stdout + done.stderr
    theirs = contents(folder / "site")
    assert theirs.keys() == ours.keys()
    assert [path for path in ours if theirs[path] != ours[path]] == []


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("command", [OURS, HOSTS["mkdocs"]], ids=["ours", "mkdocs"])
def test_a_build_that_fails_leaves_the_old_site_and_nothing_beside_it(
    command: tuple[str, ...], mistake: str, tmp_path: Path
) -> None:
    folder = copy_invented(tmp_path)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("old", "utf-8")
    MISTAKES[mistake](folder)

    done = run(folder, command)

    assert done.returncode != 0
    assert contents(folder / "site") == {"index.html": b"old"}
    assert [path.name for path in folder.iterdir() if path.name.startswith(".site")] == []


def test_what_a_killed_build_left_is_cleared_away_by_the_next(ours: dict[str, bytes], tmp_path: Path) -> None:
    """Nobody holds these folders, so whoever made them is gone."""
    folder = copy_invented(tmp_path)
    for name in (".site.building-0123abcd", ".site.building-0123abcd.old"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(name, "utf-8")

    done = run(folder, (*OURS, "--no-search"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.name for path in folder.iterdir() if path.name.startswith(".site")] == []
    assert contents(folder / "site").keys() == {path for path in ours if not path.startswith("pagefind/")}
