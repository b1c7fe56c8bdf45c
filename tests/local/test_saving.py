"""What is saved: the lines that were meant and no other byte, of all files or of none."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import Any

import pytest

from kennisstad.kinds import KINDS
from kennisstad.local import saving
from kennisstad.local.applying import plain
from tests.local.client import ABOUT, PROJECTS, Asker, new, said
from tests.site.programmes import copy_invented

PIER = "- id: pier\n  title: {en: Pier}\n"
NEWS = "content/en/news/pier-opens.md"
ARTICLE = "---\ntitle: The pier opens\n---\nCome and see.\n"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """The form, on the invented programme."""
    return Asker.of(copy_invented(tmp_path / "programme"))


def test_one_word_is_one_line(asker: Asker) -> None:
    before = asker.text()
    answer = asker.ask("save", {"changes": [asker.change("benches", "Bankjes", "Banken")]})

    assert answer.status_code == 200
    assert said(answer)["files"] == [PROJECTS]
    assert asker.text() == before.replace("nl: Bankjes,", "nl: Banken,")


def test_what_is_opened_and_saved_stays_every_byte(asker: Asker) -> None:
    """Of each kind there is a record: those that lead on addresses of before too."""
    (asker.folder / "data/redirects.yaml").write_text('- {id: pier, old: [/pier/], to: "project:quay-garden"}\n', "utf-8")
    state = said(asker.ask("state"))["records"]
    assert {record["kind"] for record in state} == {kind.name for kind in KINDS.records}
    before = {path: path.read_bytes() for path in asker.folder.rglob("*.*") if path.is_file()}
    for record in state:
        found = asker.record(record["id"], record["kind"])
        for one in found.get("files", {"": found}).values():
            assert plain(one["text"]) == one["text"] != ""
            changes = [{**record, "file": one["file"], "before": one["text"], "after": one["text"]}]
            answer = asker.ask("save", {"changes": changes})
            assert (answer.status_code, said(answer)["files"]) == (200, [])
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, b""])
def test_line_ends_and_the_mark_of_a_file_stay(asker: Asker, end: str, mark: bytes) -> None:
    path = asker.folder / PROJECTS
    path.write_bytes(mark + path.read_text("utf-8").replace("\n", end).rstrip().encode())
    before = path.read_bytes()
    changes = [asker.change("newsletter", "News of", "Tales of"), new("pier", PIER)]
    assert "\r" not in changes[0]["before"]

    assert asker.ask("save", {"changes": changes}).status_code == 200
    added = (end + PIER.rstrip().replace("\n", end)).encode()
    assert path.read_bytes() == before.replace(b"News of", b"Tales of") + added


def test_a_record_that_moved_is_found_by_its_id(asker: Asker) -> None:
    change = asker.change("benches", "Bankjes", "Banken")
    path = asker.folder / PROJECTS
    path.write_text(f"{PIER}{path.read_text('utf-8')}", "utf-8")

    assert asker.ask("save", {"changes": [change]}).status_code == 200
    assert "nl: Banken," in asker.text()
    assert asker.text().startswith(PIER)


def test_a_record_that_somebody_else_changed_is_shown_and_nothing_is_written(asker: Asker) -> None:
    change, other = asker.change("benches", "Bankjes", "Banken"), asker.change("newsletter", "News of", "Tales of")
    path = asker.folder / PROJECTS
    path.write_text(path.read_text("utf-8").replace("nl: Bankjes,", "nl: Zitplaatsen,"), "utf-8")
    before = asker.text()
    for what in ("check", "save"):
        answer = asker.ask(what, {"changes": [other, change]})
        found = said(answer)["conflicts"]

        assert [(one["kind"], one["id"], one["base"], one["mine"]) for one in found] == [
            ("projects", "benches", change["before"], change["after"])
        ]
        assert found[0]["theirs"] == change["before"].replace("Bankjes", "Zitplaatsen")
    assert asker.text() == before


@pytest.mark.parametrize(
    ("change", "theirs"),
    [
        (new("benches", "- id: benches\n"), "- id: benches"),  # there is one already
        (new("about", ARTICLE, ABOUT), "---"),
        ({**new("gone", "- id: gone\n  x: 2\n"), "before": "- id: gone\n  x: 1\n"}, ""),  # taken away meanwhile
        ({**new("gone", ARTICLE, "content/en/gone.md"), "before": "x\n"}, ""),
    ],
)
def test_what_came_or_went_meanwhile_is_a_conflict(asker: Asker, change: dict[str, Any], theirs: str) -> None:
    answer = asker.ask("save", {"changes": [change]})

    assert said(answer)["conflicts"][0]["theirs"].startswith(theirs)


def test_what_is_saved_twice_is_saved_once(asker: Asker) -> None:
    changes = {"changes": [asker.change("benches", "Bankjes", "Banken"), new("pier", PIER), new("pier-opens", ARTICLE, NEWS)]}
    assert said(asker.ask("save", changes))["files"] == [NEWS, PROJECTS]
    after = asker.text()
    again = asker.ask("save", changes)

    assert (again.status_code, said(again)["files"], asker.text()) == (200, [], after)


def test_a_new_record_stands_at_the_end_apart_as_the_others_are(asker: Asker) -> None:
    path = asker.folder / PROJECTS
    close = path.read_text("utf-8")
    apart = close.replace("\n- id: ", "\n\n- id: ")
    for before, blank in ((close, ""), (apart, "\n")):
        path.write_text(before, "utf-8")
        assert asker.ask("save", {"changes": [new("pier", PIER)]}).status_code == 200
        assert asker.text() == f"{before}{blank}{PIER}"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[]\n", PIER),
        ("# Projects\n[]  # none yet\n", f"# Projects\n{PIER}"),
        ("# Projects", f"# Projects\n{PIER}"),
        ("  - id: one\n", f"  - id: one\n\n  {PIER.replace(chr(10) + '  ', chr(10) + '    ')}"),
    ],
)
def test_the_first_record_of_a_file_has_its_place(asker: Asker, text: str, after: str) -> None:
    (asker.folder / PROJECTS).write_text(text, "utf-8")

    assert asker.ask("save", {"changes": [new("pier", PIER)]}).status_code == 200
    assert asker.text() == after


def test_where_records_stand_behind_a_bracket_there_is_no_place(asker: Asker) -> None:
    (asker.folder / PROJECTS).write_text("[{id: one}]\n", "utf-8")
    answer = asker.ask("save", {"changes": [new("pier", PIER)]})

    assert (answer.status_code, said(answer)["error"]) == (409, "edit-no-place")


def test_the_first_article_of_a_language_makes_its_folder(asker: Asker) -> None:
    file = "content/de/newsletters/pier-opens.md"
    assert not (asker.folder / file).parent.exists()

    assert asker.ask("save", {"changes": [new("pier-opens", ARTICLE, file, "newsletters")]}).status_code == 200
    assert asker.text(file) == ARTICLE


def test_who_may_read_a_file_stays(asker: Asker) -> None:
    path = asker.folder / PROJECTS
    path.chmod(0o640)
    asker.ask("save", {"changes": [asker.change("benches", "Bankjes", "Banken")]})

    assert path.stat().st_mode & 0o777 == 0o640


def _fails_at(count: int, replace: Any) -> Any:
    """Moves files into place, and fails at one of them as a full or locked disk does."""
    calls = []

    def failing(beside: Path, path: Path) -> None:
        calls.append(path)
        if len(calls) == count:
            raise PermissionError(13, "locked", str(path))
        replace(beside, path)

    return failing


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_write_that_fails_leaves_every_file_as_it_was(asker: Asker, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    changes = [
        asker.change("benches", "Bankjes", "Banken"),
        new("pier-opens", ARTICLE, "content/de/newsletters/pier-opens.md"),
        asker.change("water", "Clean", "Clear", "tracks"),
    ]
    before = {path: path.read_bytes() for path in asker.folder.rglob("*") if path.is_file()}
    monkeypatch.setattr(Path, "replace", _fails_at(count, Path.replace))
    answer = asker.ask("save", {"changes": changes})

    assert (answer.status_code, said(answer)["error"]) == (500, "cannot-write")
    assert "locked" in said(answer)["message"]
    assert {path: path.read_bytes() for path in asker.folder.rglob("*") if path.is_file()} == before
    assert not (asker.folder / "content/de/newsletters").exists()


def test_a_full_disk_leaves_nothing_behind(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(asker.folder.rglob("*"))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    answer = asker.ask("save", {"changes": [asker.change("benches", "Bankjes", "Banken")]})

    assert answer.status_code == 500
    assert "No space" in said(answer)["message"]
    assert sorted(asker.folder.rglob("*")) == before


def test_a_file_that_changes_while_it_is_saved_is_not_written_over(asker: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    change = asker.change("benches", "Bankjes", "Banken")
    path, write = asker.folder / PROJECTS, saving.write_beside

    def slow(place: Path, data: bytes) -> Path:
        made = write(place, data)
        path.write_text("- id: theirs\n", "utf-8")
        return made

    monkeypatch.setattr(saving, "write_beside", slow)
    answer = asker.ask("save", {"changes": [change]})

    assert (answer.status_code, said(answer)["error"]) == (409, "edit-changed-meanwhile")
    assert asker.text() == "- id: theirs\n"


def test_a_file_that_is_not_utf_8_is_told(asker: Asker) -> None:
    (asker.folder / PROJECTS).write_bytes(b"- id: caf\xe9\n")
    answer = asker.ask("save", {"changes": [new("pier", PIER)]})

    assert (answer.status_code, said(answer)["error"]) == (409, "edit-not-utf-8")
