"""`kennisstad check --fix` on the invented programme: what was typed wrong is as it was before, and nothing else changed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kennisstad.checking import Checked, check
from kennisstad.commands.mending import Mender
from kennisstad.commands.proving import MOST_LOOKS, proven
from kennisstad.model import Folders
from kennisstad.problem import Edit, Problem
from tests.site.programmes import copy_invented

PROJECTS, TRACKS, PAGE = "data/projects.yaml", "data/tracks.yaml", "content/en/about.md"
Meant = Callable[[Problem], str]
MISTAKES = {
    PROJECTS: [("track: water", "track: waterr"), ("status: running", "status: runing"), ("leads: [rowers]", "leads: [rowerss]")],
    TRACKS: [("title:", "titel:"), ("summary:", "sumary:")],
    PAGE: [("title:", "titel:"), ("description:", "descripton:")],
}
"""What is right, and what somebody typed in its place."""


def meant(problem: Problem) -> str:
    return problem.values.get("suggestion", "")


def looking(folder: Path, meant: Meant = meant) -> Callable[[], Checked]:
    """Checks a folder, and is certain of everything that was meant."""

    def certain(problem: Problem) -> Problem:
        found, instead = problem.values.get("found", ""), meant(problem)
        line, column = problem.location[1:]
        return replace(problem, fix=(Edit((line, column), (line, column + len(found)), instead),)) if instead else problem

    def look() -> Checked:
        checked = check(Folders.of(folder))
        return Checked(checked.dataset, [certain(problem) for problem in checked.problems])

    return look


def mender(folder: Path, meant: Meant = meant) -> Mender:
    return Mender(Folders.of(folder), looking(folder, meant))


def mistype(folder: Path, name: str, right: str, wrong: str) -> None:
    data = (folder / name).read_bytes()
    assert right.encode() in data
    (folder / name).write_bytes(data.replace(right.encode(), wrong.encode(), 1))


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("seed", range(4))
def test_what_was_mistyped_is_as_it_was_and_nothing_else_changed(tmp_path: Path, seed: int) -> None:
    """With line ends, a mark at the start and an end of the file as some editor leaves them."""
    chance, folder = random.Random(seed), copy_invented(tmp_path)
    for name in MISTAKES:
        data = (folder / name).read_bytes()
        data = data.replace(b"\n", b"\r\n") if chance.random() < 0.5 else data
        data = data.rstrip() if chance.random() < 0.5 else data
        (folder / name).write_bytes(b"\xef\xbb\xbf" * chance.randint(0, 1) + data)
    before = everything(folder)
    for name, mistakes in MISTAKES.items():
        for right, wrong in chance.sample(mistakes, chance.randint(1, len(mistakes))):
            mistype(folder, name, right, wrong)
    typed = everything(folder)

    mended = mender(folder).mend()
    after = everything(folder)
    again = mender(folder).mend()

    assert typed != before
    assert after == before
    assert mended.checked.errors == []
    assert (mended.taken_back, again.done, everything(folder)) == ([], [], after)


def test_a_fix_that_brings_another_mistake_is_taken_back_and_the_others_stay(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    for name, (right, wrong) in {PROJECTS: MISTAKES[PROJECTS][0], PAGE: MISTAKES[PAGE][0]}.items():
        mistype(folder, name, right, wrong)
    typed = everything(folder)

    mended = mender(folder, lambda problem: "sky" if problem.values.get("found") == "waterr" else meant(problem)).mend()

    assert [mending.problem.rule for mending in mended.taken_back] == ["unknown-track"]
    assert [mending.problem.rule for mending in mended.done] == ["unknown-field"]
    assert {name for name, data in everything(folder).items() if data != typed[name]} == {PAGE}


def test_what_can_be_read_again_may_show_other_mistakes(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    mistype(folder, PROJECTS, "status: running", "status: runing")
    mistype(folder, PROJECTS, "leads: [rowers]", "leads: @owers")
    look = looking(folder, lambda problem: "")

    def certain() -> Checked:
        checked = look()
        edits = {
            problem.order: (Edit(problem.location[1:], (problem.location.line, problem.location.column + 6), "[rowers]"),)
            for problem in checked.problems
            if problem.rule == "special-start"
        }
        return Checked(checked.dataset, [replace(problem, fix=edits.get(problem.order, ())) for problem in checked.problems])

    assert [problem.rule for problem in certain().errors] == ["special-start"]
    mended = Mender(Folders.of(folder), certain).mend()

    assert [mending.problem.rule for mending in mended.done] == ["special-start"]
    assert [problem.rule for problem in mended.checked.errors] == ["not-in-list"]


def test_edits_that_touch_take_turns(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    mistype(folder, PROJECTS, "leads: [rowers]", "leads: [rowerss,nobodyy]")
    names = {"rowerss": "rowers", "nobodyy": "nobody"}

    mended = mender(folder, lambda problem: meant(problem) or names.get(problem.values.get("found", ""), "")).mend()

    assert len(mended.done) >= 2
    assert b"[rowers,nobody]" in (folder / PROJECTS).read_bytes()


def test_nothing_outside_the_programme_is_written(tmp_path: Path) -> None:
    outside, folder = tmp_path / "tracks.yaml", copy_invented(tmp_path / "programme")
    mistype(folder, TRACKS, "summary:", "sumary:")
    (folder / TRACKS).rename(outside)
    (folder / TRACKS).symlink_to(outside)
    before = outside.read_bytes()

    mended = mender(folder).mend()

    assert (mended.done, outside.read_bytes()) == ([], before)
    assert (folder / TRACKS).is_symlink()


def test_a_corrected_line_is_told_only_where_it_helps(tmp_path: Path) -> None:
    """Nothing is written to find that out."""
    folder = copy_invented(tmp_path)
    mistype(folder, PROJECTS, "status: running", "status: runing")
    mistype(folder, TRACKS, "title:", "titel:")
    look = looking(folder, lambda problem: "nowhere" if problem.location.file == TRACKS else meant(problem))
    before, checked = everything(folder), look()

    told = proven(checked, Folders.of(folder), look)

    assert {problem.location.file: bool(problem.fix) for problem in told.errors} == {PROJECTS: True, TRACKS: False}
    assert everything(folder) == before


def test_many_lines_that_do_not_help_do_not_keep_the_editor_waiting(tmp_path: Path) -> None:
    """What could not be tried in a few looks is not told as certain."""
    folder = copy_invented(tmp_path)
    data = (folder / PROJECTS).read_text("utf-8").replace("status: ", "status: x")
    (folder / PROJECTS).write_text(data, "utf-8")
    look, looks = looking(folder, lambda problem: "nowhere" if problem.rule == "not-in-list" else ""), list[int]()

    def counted() -> Checked:
        looks.append(1)
        return look()

    told = proven(look(), Folders.of(folder), counted)

    assert len(looks) <= MOST_LOOKS
    assert [problem.fix for problem in told.errors if problem.rule == "not-in-list"] == [()] * data.count("status: x")
