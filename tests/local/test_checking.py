"""The whole check of what is not saved yet: each problem at its field, and only what these changes are about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.messages import messages
from kennisstad.model import Folders
from kennisstad.reading.unsaved import unsaved
from tests.local.client import PROJECTS, Asker, new, said
from tests.site.programmes import copy_invented

TRACKS = "data/tracks.yaml"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """The form, on the invented programme."""
    return Asker.of(copy_invented(tmp_path / "programme"))


def errors(asker: Asker, *changes: dict[str, Any], language: str = "en") -> list[dict[str, Any]]:
    """Gives the errors that a check of changes finds."""
    found = said(asker.ask("check", {"changes": changes}, query_string={"language": language}))
    told = [problem for problem in found["problems"] if problem["severity"] == "error"]
    assert len(told) == found["errors"]
    return told


@pytest.mark.parametrize(
    ("old", "new_text", "rule", "field"),
    [
        ("status: completed", "status: finished", "not-in-list", ["status"]),
        ("partners: [rowers]", "partners: [rowers, rovers]", "unknown-partner", ["partners", 1]),
        ("part_of: quay-garden", "part_of: quay-gardn", "unknown-project", ["part_of"]),
        ("document: rowers-news", "document: rowers-old", "unknown-document", ["sources", 0, "document"]),
        ("nl: Bankjes,", "nl: ,", "empty-value", ["title", "nl"]),
        ("end: 2021", "end: 2019", "end-before-start", ["end"]),
        ("  track: green\n", "  trak: green\n", "unknown-field", ["trak"]),
        ("  status: completed\n", "", "missing-field", ["status"]),
        ("nl: Plekken om te zitten in de tuin.", "nl: <b>Plekken</b>", "markup-not-allowed", ["summary", "nl"]),
        ("checked: 2026-11", "checked: 2026-13", "no-such-date", ["checked"]),
    ],
)
def test_a_problem_stands_at_its_field(asker: Asker, old: str, new_text: str, rule: str, field: list[Any]) -> None:
    change = asker.change("benches", old, new_text)
    before = asker.text()
    found = [one for one in errors(asker, change) if one["rule"] == rule]

    assert [(one["kind"], one["record"], one["field"]) for one in found] == [("projects", "benches", field)]
    assert asker.text() == before, "a check writes nothing"


def test_a_problem_is_told_with_its_line_and_what_to_write(asker: Asker) -> None:
    change = asker.change("benches", "status: completed", "status: complet")
    (problem,) = errors(asker, change)
    line = change["line"] + change["after"].split("\n").index("  status: complet")

    assert (problem["file"], problem["line"], problem["column"], problem["typed"]) == (PROJECTS, line, 11, "  status: complet")
    assert "complet" in problem["message"]
    assert "completed" in problem["remedy"]
    assert errors(asker, change, language="nl")[0]["message"] != problem["message"]


def test_the_same_is_told_as_after_saving(asker: Asker) -> None:
    changes = [
        asker.change("benches", "partners: [rowers]", "partners: [rovers]"),
        new("pier", "- id: pier\n  title: {en: Pier}\n"),
        asker.change("garden-opens", "projects: [quay-garden]", "projects: [pier]", "news"),
        new("pier-opens", "---\ntitle: Pier\n---\nA [pier](project:peir).\n", "content/en/news/pier-opens.md", "news"),
        new("first", "---\ntitle: First\n---\nA.\n", "content/de/newsletters/first.md", "newsletters"),
    ]
    found = said(asker.ask("check", {"changes": changes}))
    asker.ask("save", {"changes": changes})
    problems = check(Folders.of(asker.folder)).errors
    words = messages("en")

    assert sorted(
        (one["file"], one["line"], one["column"], one["message"]) for one in found["problems"] if one["severity"] == "error"
    ) == sorted((*problem.location, words.message(problem)) for problem in problems)
    assert len(problems) > 4


def test_a_record_that_cannot_be_read_is_named(asker: Asker) -> None:
    problems = errors(asker, asker.change("benches", "{en: Benches", '{en: "Benches'))

    assert {problem["record"] for problem in problems} == {"benches"}
    assert problems[0]["typed"].startswith("  title: {en: ")


def test_what_was_wrong_before_in_other_records_is_only_counted(asker: Asker) -> None:
    path = asker.folder / TRACKS
    path.write_text(path.read_text("utf-8").replace("order: 2", "order: two"), "utf-8")
    sent = {"changes": [asker.change("benches", "Bankjes", "Banken")]}
    answer = said(asker.ask("check", sent))

    assert (answer["errors"], answer["others"]) == (0, 1)
    path.write_text(path.read_text("utf-8").replace("order: two", "order: 2"), "utf-8")
    assert said(asker.ask("check", sent))["others"] == 0


def test_what_a_change_makes_wrong_elsewhere_is_told(asker: Asker) -> None:
    change = asker.change("quay-garden", "- id: quay-garden", "- id: quay-park")
    found = errors(asker, change)

    assert [one["rule"] for one in found] == ["record-gone"], "one message for all that name it"
    assert asker.ask("save", {"changes": [change]}).status_code == 200
    later = said(asker.ask("check", {"changes": [asker.change("benches", "Bankjes", "Banken")]}))
    assert (later["errors"], later["others"]) == (0, 1), "by now it is known"


def test_a_text_below_a_head_has_its_field(asker: Asker) -> None:
    found = errors(asker, asker.change("garden-opens", "Come and dig.", "Come.\n\nSee [it](project:lost).", "news"))

    assert [(one["kind"], one["record"], one["field"], one["line"]) for one in found] == [
        ("news", "garden-opens", ["text", "en"], 15)
    ]


def test_a_programme_that_cannot_be_read_is_told_of(asker: Asker) -> None:
    text = asker.text("data/programme.yaml")
    broken = {"kind": "programme", "id": "harbour", "file": "data/programme.yaml", "before": text, "after": f"x {text}"}

    assert {one["file"] for one in errors(asker, broken)} == {"data/programme.yaml"}
    assert errors(asker, asker.change("benches", "Bankjes", "Banken")) == []


def test_what_is_not_saved_is_seen_in_this_thread_only_and_no_longer_than_that(asker: Asker) -> None:
    folders = Folders.of(asker.folder)
    with unsaved({folders.data / "tracks.yaml": b"[]\n", folders.content / "en" / "news" / "new.md": b"x"}):
        assert {problem.rule for problem in check(folders).errors} >= {"record-gone", "no-front-matter"}
    assert check(folders).errors == []


def test_who_adds_a_record_at_home_is_not_told_of_counts(asker: Asker) -> None:
    """The ledger of what should not change unnoticed is for who looks at the proposal."""
    assert main(["ledger", "--folder", str(asker.folder)]) == 0
    record = "- id: pier\n  title: {en: Pier}\n  summary: {en: A pier.}\n  track: water\n  status: unknown\n  checked: 2026-11\n"
    sent = {"changes": [new("pier", record)]}

    told = {problem["rule"] for problem in said(asker.ask("check", sent))["problems"]}
    assert "not-translated" in told
    assert "count-changed" not in told
