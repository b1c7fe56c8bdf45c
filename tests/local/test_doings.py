"""What is done to a record wherever it is named: told first, line by line, and done when just that was told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kennisstad.cli import main
from tests.local.client import PROJECTS, Asker, said
from tests.site.programmes import copy_invented

PARTNERS = "data/partners.yaml"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """The form, on the invented programme."""
    return Asker.of(copy_invented(tmp_path / "programme"))


def wanted(identity: str, to: str = "", kind: str = "projects", shown: str = "") -> dict[str, str]:
    return {"kind": kind, "id": identity, "to": to, "shown": shown}


def files(folder: Path) -> dict[str, bytes]:
    found = [path for name in ("data", "content") for path in (folder / name).rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_rename_is_told_line_by_line_and_then_done(asker: Asker) -> None:
    before = files(asker.folder)
    told = said(asker.ask("rename", wanted("benches", "long-benches")))

    assert files(asker.folder) == before, "nothing is written at first"
    assert not told["written"]
    own = next(one for one in told["done"] if (one["old"], one["new"]) == ("benches", "long-benches") and one["file"] == PROJECTS)
    assert asker.text().splitlines()[own["line"] - 1] == "- id: benches"
    done = said(asker.ask("rename", wanted("benches", "long-benches", shown=told["shown"])))
    assert done["written"]
    changed = {name for name, data in files(asker.folder).items() if before.get(name) != data}
    assert changed == set(told["files"]) == set(done["files"])
    assert "- id: long-benches\n" in asker.text()


def test_two_records_become_one(asker: Asker) -> None:
    told = said(asker.ask("merge", wanted("rowers", "town-gardens", "partners")))
    assert any(one["old"].startswith("- id: rowers") for one in told["done"])
    said(asker.ask("merge", wanted("rowers", "town-gardens", "partners", told["shown"])))

    assert "- id: rowers\n" not in asker.text(PARTNERS)


def test_translations_fit_again_and_only_the_ledger_says_so(asker: Asker) -> None:
    assert main(["ledger", "--folder", str(asker.folder), "--language", "en"]) == 0
    path = asker.folder / PROJECTS
    path.write_text(path.read_text("utf-8").replace("en: Quay garden,", "en: Garden on the quay,"), "utf-8")
    before = files(asker.folder)

    told = said(asker.ask("translated", wanted("quay-garden", "nl")))
    assert told["left"] == ["Fits its text again: projects/quay-garden.title.nl"]
    (line,) = told["done"]
    assert line["file"] == "data/ledger.json"
    assert before["data/ledger.json"].decode().splitlines()[line["line"] - 1].strip() == line["old"]
    said(asker.ask("translated", wanted("quay-garden", "nl", shown=told["shown"])))
    after = files(asker.folder)
    assert [name for name in after if after[name] != before[name]] == ["data/ledger.json"]
    assert after["data/ledger.json"].decode().splitlines()[line["line"] - 1].strip() == line["new"]
    assert said(asker.ask("translated", wanted("quay-garden", "nl")))["done"] == []


def test_what_is_other_than_was_shown_is_not_done(asker: Asker) -> None:
    told = said(asker.ask("rename", wanted("benches", "long-benches")))
    path = asker.folder / PROJECTS
    path.write_text(path.read_text("utf-8").replace("{en: Benches,", "{en: Seats,"), "utf-8")
    before = files(asker.folder)

    for shown in (told["shown"], "0" * 64):
        answer = asker.ask("rename", wanted("benches", "long-benches", shown=shown))
        assert (answer.status_code, said(answer)["error"]) == (409, "edit-other-than-shown")
    assert files(asker.folder) == before


@pytest.mark.parametrize(
    ("what", "sent", "told"),
    [
        ("rename", wanted("benches", "quay-garden"), "quay-garden"),
        ("rename", wanted("benches", "../../etc"), "../../etc"),
        ("rename", wanted("benches", ""), ""),
        ("rename", wanted("nowhere", "there"), "nowhere"),
        ("merge", wanted("benches", "benches"), "benches"),
        ("merge", wanted("garden-opens", "garden-opens", "news"), ""),
        ("translated", wanted("nowhere"), "nowhere"),
        ("translated", wanted("benches", "xx"), "benches"),
        ("rename", wanted("benches", "there", "nothing"), "nothing"),
    ],
)
def test_what_cannot_be_done_is_told(asker: Asker, what: str, sent: dict[str, str], told: str) -> None:
    before = files(asker.folder)
    answer = said(asker.ask(what, sent))

    assert told in answer["refused"]
    assert set(answer) == {"refused", "problems"}
    assert files(asker.folder) == before


def test_where_the_programme_would_be_worse_its_problems_are_told(asker: Asker) -> None:
    path = asker.folder / PARTNERS
    path.write_text(path.read_text("utf-8") + "\n- id: [\n", "utf-8")

    answer = said(asker.ask("rename", wanted("benches", "long-benches")))

    assert answer["problems"][0]["file"] == PARTNERS
    assert answer["problems"][0]["remedy"]


@pytest.mark.parametrize("sent", [{"kind": 3}, {"id": ["x"]}, {"to": "x" * 1000}, {"shown": None}])
def test_what_is_not_understood_is_refused(asker: Asker, sent: dict[str, Any]) -> None:
    assert asker.ask("rename", {**wanted("benches", "there"), **sent}).status_code == 400


def test_only_the_form_of_this_run_may_do_it(asker: Asker) -> None:
    for headers in ({"X-Kennisstad-Token": "other"}, {"Origin": "https://example.org"}, {"Host": "example.org"}):
        assert asker.ask("rename", wanted("benches", "there"), headers).status_code == 403
    assert asker.ask("rename").status_code == 405


def test_nothing_is_written_through_a_link(asker: Asker, tmp_path: Path) -> None:
    path, outside = asker.folder / PROJECTS, tmp_path / "outside.yaml"
    path.rename(outside)
    path.symlink_to(outside)
    before = outside.read_bytes()

    told = said(asker.ask("rename", wanted("benches", "long-benches")))
    if "shown" in told:
        assert asker.ask("rename", wanted("benches", "long-benches", shown=told["shown"])).status_code == 403
    assert outside.read_bytes() == before
