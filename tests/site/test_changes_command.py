"""The command that tells what changed: all of it by day, or the difference of two revisions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kennisstad.cli import main
from kennisstad.model import History
from tests.site.changing import dataset_of, two_months
from tests.site.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two months in which something changed."""
    return two_months(tmp_path / "harbour")


def told_by_command(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], str]:
    code = main(["changes", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err


def test_the_command_tells_the_history_and_the_difference_of_two_revisions(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    here = ("--folder", repository.folder)

    assert told_by_command(capsys, *here, "--language", "nl")[:2] == (
        0,
        [
            "4 juli 2021:",
            "  Partners: Stadstuinen: tekst herzien in het Engels: naam",
            "3 juni 2021:",
            "  Projecten: Kadetuin: status van Loopt naar Afgerond",
        ],
    )
    assert told_by_command(capsys, *here, "--from", "HEAD~2", "--to", "HEAD~1", "--language", "en")[:2] == (
        0,
        ["Projects: Quay garden: status from Running to Completed"],
    )
    assert told_by_command(capsys, *here, "--from", "HEAD", "--language", "en")[1] == ["Nothing changed."]


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "HEAD; touch stolen", "-", "a\0b", "HEAD~99"])
def test_a_revision_that_is_not_there_is_told(
    repository: Repository, capsys: pytest.CaptureFixture[str], revision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder)
    code, lines, error = told_by_command(capsys, f"--from={revision}", "--language", "en")

    assert (code, lines) == (1, [])
    assert error.startswith("There is no commit, branch or tag")
    assert not os.path.lexists("stolen")


def test_a_programme_without_a_history_is_told_how_to_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository = Repository.of_invented(tmp_path, start="")

    assert "history_from" in told_by_command(capsys, "--folder", repository.folder, "--language", "en")[2]
    assert dataset_of(repository.folder).history == History()
