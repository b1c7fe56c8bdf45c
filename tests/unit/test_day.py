"""A site speaks from a day that is given, or that its commits or records give; the clock is never read."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.model import Folders
from tests.site.programmes import copy_invented

NEW_YEAR_IN_UTC = "1609457400"
"""31 December 2020, 23:30 in UTC: half past midnight of the new year in Amsterdam."""


def day(folder: Path) -> datetime.date:
    dataset = check(Folders.of(folder)).dataset
    assert dataset is not None
    return dataset.day


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented programme, with no day given."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    return copy_invented(tmp_path)


def commit(folder: Path, seconds: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    dates = {"GIT_COMMITTER_DATE": f"{seconds} +0000", "GIT_AUTHOR_DATE": "1000000000 +0000"}
    subprocess.run(
        ["git", *who, "commit", "-q", "-m", "All"], cwd=folder, check=True, env=dates | {"PATH": "/usr/bin:/bin:/usr/local/bin"}
    )


def test_a_given_day_comes_first_in_the_time_zone_of_the_programme(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(folder, "1623758400")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR_IN_UTC)
    programme = folder / "data" / "programme.yaml"

    assert day(folder) == datetime.date(2020, 12, 31)
    programme.write_text(f"{programme.read_text('utf-8')}time_zone: Europe/Amsterdam\n", "utf-8")
    assert day(folder) == datetime.date(2021, 1, 1)


def test_else_it_is_the_day_of_the_newest_commit(folder: Path) -> None:
    commit(folder, "1623758400")

    assert day(folder) == datetime.date(2021, 6, 15)


def test_else_it_is_the_day_on_which_a_record_was_looked_through_last(folder: Path) -> None:
    assert day(folder) == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("found", ["yesterday", "-1", "1.5", "9" * 30])
def test_what_is_no_time_is_told(folder: Path, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", found)

    assert [(problem.rule, problem.values["found"]) for problem in check(Folders.of(folder)).errors] == [("no-day", found)]
