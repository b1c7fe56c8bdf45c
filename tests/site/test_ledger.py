"""The ledger keeps what should not change unnoticed, and of which text each translation was made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.model import Folders
from tests.site.programmes import copy_invented


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = copy_invented(tmp_path)
    assert _run(copied, "ledger") == 0
    return copied


def _run(folder: Path, *command: str) -> int:
    return main([*command, "--folder", str(folder), "--language", "en"])


def _change(folder: Path, old: str, new: str) -> None:
    path = folder / "data/projects.yaml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def _told(folder: Path, rule: str) -> list[tuple[str, str]]:
    found = check(Folders.of(folder)).problems
    return [(problem.record, problem.values.get("language", "")) for problem in found if problem.rule == rule]


def test_a_translation_is_older_until_it_changes_too(folder: Path) -> None:
    _change(folder, "en: Quay garden,", "en: Garden on the quay,")
    assert _told(folder, "translation-older") == [("quay-garden", "nl"), ("quay-garden", "de")]

    _change(folder, "nl: Kadetuin,", "nl: Tuin op de kade,")
    assert _told(folder, "translation-older") == [("quay-garden", "de")]


def test_a_new_ledger_forgets_no_translation_that_is_older(folder: Path) -> None:
    _change(folder, "en: Quay garden,", "en: Garden on the quay,")
    assert _run(folder, "ledger") == 0

    assert _told(folder, "translation-older") == [("quay-garden", "nl"), ("quay-garden", "de")]


def test_who_looked_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _change(folder, "en: Quay garden,", "en: Garden on the quay,")

    assert _run(folder, "translated", "projects/quay-garden.title", "nl") == 0
    assert _told(folder, "translation-older") == [("quay-garden", "de")]
    assert "Fits its text again: projects/quay-garden.title.nl" in capsys.readouterr().out
    assert _run(folder, "translated", "quay-garden") == 0
    assert _told(folder, "translation-older") == []


def test_who_names_nothing_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "data/ledger.json").read_bytes()

    assert _run(folder, "translated", "projects/nowhere") == 1
    assert "There is no translation of projects/nowhere." in capsys.readouterr().err
    assert (folder / "data/ledger.json").read_bytes() == before


def test_a_page_is_a_text_too(folder: Path) -> None:
    page = folder / "content/en/about.md"
    page.write_text(page.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")

    assert ("about", "de") in _told(folder, "translation-older")


def test_numbers_are_noticed_until_they_are_kept(folder: Path) -> None:
    _change(folder, "status: stopped", "status: completed")
    (found,) = (problem for problem in check(Folders.of(folder)).problems if problem.rule == "count-changed")

    assert found.values["found"] == "status.completed 1 → 2, status.stopped 1 → 0"
    assert _run(folder, "ledger") == 0
    assert _told(folder, "count-changed") == []


def test_the_same_records_give_the_same_bytes(folder: Path) -> None:
    before = (folder / "data/ledger.json").read_bytes()
    assert _run(folder, "ledger") == 0

    assert (folder / "data/ledger.json").read_bytes() == before
    assert json.loads(before)["counts"]["records.projects"] == 4


def test_a_programme_without_a_ledger_is_told_nothing(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    _change(folder, "en: Quay garden,", "en: Garden on the quay,")

    assert _told(folder, "translation-older") == _told(folder, "count-changed") == []


@pytest.mark.parametrize("named", [("project", "quay-garden"), ("projects", "quay-garden"), ("project/quay-garden",)])
def test_a_record_is_named_as_for_the_other_commands(folder: Path, named: tuple[str, ...]) -> None:
    _change(folder, "en: Quay garden,", "en: Garden on the quay,")

    assert _run(folder, "translated", *named, "nl") == 0
    assert _told(folder, "translation-older") == [("quay-garden", "de")]
    assert _run(folder, "translated", *named) == 0
    assert _told(folder, "translation-older") == []
