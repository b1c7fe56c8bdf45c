"""The command `kennisstad check`: what it writes where, for people and for programs, and what it mends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisstad.cli import main
from kennisstad.commands import verdict
from kennisstad.telling.handbook import PAGES
from tests.site.programmes import copy_invented
from tests.unit.test_mending import MISTAKES, PROJECTS, looking, meant, mistype


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented programme with a mistake that can be mended, and one of which nobody knows what was meant."""
    folder = copy_invented(tmp_path)
    mistype(folder, PROJECTS, *MISTAKES[PROJECTS][0])
    mistype(folder, PROJECTS, "leads: [rowers]", "leads: [qqqqqqq]")
    return folder


def test_programs_get_their_format_alone_and_people_read_the_rest(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--folder", str(folder), "--language", "en", "--format", "json"]) == 1
    told = capsys.readouterr()

    assert {one["rule"] for one in json.loads(told.out) if one["severity"] == "error"} == {"unknown-track", "unknown-partner"}
    assert told.err.startswith("Errors: 2.")


def test_a_summary_says_once_where_rules_are_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--folder", str(folder), "--language", "en"])
    before = capsys.readouterr()
    (folder / "docs").mkdir()
    (folder / PAGES["en"]).write_text("# Rules\n", "utf-8")
    main(["check", "--folder", str(folder), "--language", "en"])
    told = capsys.readouterr()

    assert (before.out, before.err.count(PAGES["en"])) == (told.out, 0)
    assert told.err.count(PAGES["en"]) == 1


def test_what_was_mended_is_told_with_what_is_left(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verdict, "check_with_looks", lambda folders: looking(folder, meant)())
    line = next(number for number, text in enumerate((folder / PROJECTS).read_text("utf-8").split("\n"), 1) if "waterr" in text)

    assert main(["check", "--folder", str(folder), "--language", "en", "--fix"]) == 1
    mended, old, new, *left = capsys.readouterr().out.split("\n")

    assert mended == f"{PROJECTS}:{line}:10: mended [unknown-track]"
    assert (old, new) == (f"    {line} -   track: waterr", f"    {line} +   track: water")
    assert sum("[unknown-partner]" in line for line in left) == 1
    assert "waterr" not in (folder / PROJECTS).read_text("utf-8")


def test_where_nothing_is_certain_that_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / PROJECTS).read_bytes()
    main(["check", "--folder", str(folder), "--language", "en", "--fix"])

    assert capsys.readouterr().out.startswith("There is nothing that can be mended with certainty.\n")
    assert (folder / PROJECTS).read_bytes() == before
