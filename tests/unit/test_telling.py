"""What an editor reads of a mistake: the line as typed, a caret under it, and the line that mends it."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest

from kennisstad.edits import Overlapping, Typed
from kennisstad.messages import messages
from kennisstad.messages.drawing import WIDEST, escaped, mended_lines, typed_line
from kennisstad.messages.sources import LARGEST, Sources
from kennisstad.problem import Edit, Location, Problem

FILE = "data/tracks.yaml"


def problem(line: int = 1, column: int = 1, found: str = "", *fix: Edit, rule: str = "date") -> Problem:
    return Problem(Location(FILE, line, column), rule, "write-date", values={"found": found}, fix=fix)


def drawn(text: str, told: Problem) -> list[str]:
    return typed_line(told, Typed(text))


@pytest.mark.parametrize(
    ("line", "column", "found", "shown", "caret"),
    [
        ("status: stoped", 9, "stoped", "status: stoped", "        ^^^^^^"),
        ('url: "www.x.org"', 6, "www.x.org", 'url: "www.x.org"', "     ^^^^^^^^^^^"),
        ("status: stoped", 9, "something else", "status: stoped", "        ^"),
        ("status: stoped", 40, "", "status: stoped", "              ^"),
        ("\ttrack: water", 2, "track", "⇥   track: water", "    ^^^^^"),
        ("title: 河边花园 x", 13, "x", "title: 河边花园 x", "                ^"),
        ("title: 河边", 8, "河边", "title: 河边", "       ^^^^"),
        ("title: cafe\u0301 x", 14, "x", "title: cafe\u0301 x", "            ^"),
        ("title: cafe\u0301", 12, "", "title: cafe\u0301", "          ^"),
        ("since:\u00a02021", 7, "\u00a0", "since:<U+00A0>2021", "      ^^^^^^^^"),
        ("since: 20\u200b21", 8, "20\u200b21", "since: 20<U+200B>21", "       ^^^^^^^^^^^^"),
        ("a: ##[error]b c", 15, "c", "a: ##\\[error]b c", "               ^"),
    ],
)
def test_the_caret_stands_under_what_was_found(line: str, column: int, found: str, shown: str, caret: str) -> None:
    assert drawn(f"first\n{line}\nlast", problem(2, column, found)) == [f"    2 | {shown}", f"      | {caret}"]


@pytest.mark.parametrize("column", [1, 30, 500, 990, 1001])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    line = "".join(random.Random(1).choice("abcdefg") for _ in range(1000))
    shown, caret = (told.partition(" | ")[2] for told in drawn(line, problem(1, column, "")))

    assert len(shown.strip("…")) <= WIDEST
    assert (shown.startswith("…"), shown.endswith("…")) == (column > 50, column < 900)
    assert (f"{shown} "[caret.index("^")], caret.count("^")) == (f"{line} "[column - 1], 1)


def test_a_problem_of_a_whole_file_shows_no_line() -> None:
    assert drawn("- id: water", problem(rule="file-empty")) == []
    assert drawn("---\ntitle: x", problem()) == []
    assert drawn("one", problem(7)) == []


def test_nothing_that_was_typed_can_begin_a_line_or_a_command() -> None:
    """Every character there is, in the text of a file, in what was found, in an id and in the name of the file."""
    hostile = "\n::error file=a::b\r\n##[error]c\u2028\u202e\x1b[31m" + "".join(map(chr, range(0x2FF)))
    told = Problem(Location(hostile, 1, 3), "date", "write-date", hostile, values={"found": hostile})
    lines = messages("en").tell(told).split("\n")
    drawn = typed_line(told, Typed(hostile.replace("\n", " ")))

    assert [line[:6] for line in lines] == ["<U+000", "    → "]
    assert all(line.isprintable() and "##[" not in line for line in (*lines, *drawn))


def test_what_shows_nothing_is_shown_by_its_number() -> None:
    hidden = [chr(code) for code in range(0x11000) if unicodedata.category(chr(code)) in ("Cc", "Cf", "Zl", "Zp")]

    assert all(escaped(character) == f"<U+{ord(character):04X}>" for character in hidden)
    assert escaped("naïef 河边 🌱") == "naïef 河边 🌱"


TEXT = "- id: a\n  since: 21\n\n  tags: [x, y]\n- id: b\n"


@pytest.mark.parametrize(
    ("fix", "lines"),
    [
        ([Edit((2, 10), (2, 12), "2021")], ["2 +   since: 2021"]),
        ([Edit((2, 3), (2, 8), "start"), Edit((2, 10), (2, 12), "2021")], ["2 +   start: 2021"]),
        ([Edit((5, 1), (5, 1), "# new\n")], ["5 + # new", "6 + - id: b"]),
        ([Edit((2, 1), (3, 1), "")], ["2 -   since: 21"]),
        ([Edit((1, 7), (1, 8), "c"), Edit((5, 7), (5, 8), "d")], ["1 + - id: c", "5 + - id: d"]),
        ([Edit((4, 9), (4, 15), "\n    - x\n    - y")], ["4 +   tags:", "5 +     - x", "6 +     - y"]),
        ([Edit((2, 1), (2, 9), ""), Edit((2, 4), (2, 12), "")], []),
        ([Edit((2, 10), (2, 12), "x" * 2000)], []),
        ([Edit((2, 10), (2, 12), "\u202e")], []),
    ],
    ids=["a word", "two on a line", "a line put in", "a line away", "two lines apart", "lines", "overlapping", "long", "hidden"],
)
def test_the_line_that_mends_it_is_ready_to_copy(fix: list[Edit], lines: list[str]) -> None:
    assert [line.removeprefix("    ") for line in mended_lines(fix, Typed(TEXT))] == [line.rstrip() for line in lines]


def test_edits_leave_line_ends_as_they_are() -> None:
    typed = Typed("a: 1\r\nb: 2\r\nc: 3")

    assert typed.applied([Edit((2, 4), (2, 99), "20\nd: 4"), Edit((1, 1), (1, 2), "x")]) == "x: 1\r\nb: 20\r\nd: 4\r\nc: 3"
    assert typed.applied([Edit((1, 1), (2, 1), "")]) == "b: 2\r\nc: 3"
    assert typed.applied([Edit((9, 1), (9, 1), "!")]) == "a: 1\r\nb: 2\r\nc: 3!"
    with pytest.raises(Overlapping):
        typed.applied([Edit((1, 1), (1, 3), ""), Edit((1, 2), (1, 4), "")])


def test_only_text_of_the_programme_itself_is_shown(tmp_path: Path) -> None:
    inside = tmp_path / "programme"
    (inside / "data").mkdir(parents=True)
    (tmp_path / "secret.yaml").write_text("secret", "utf-8")
    (inside / "data" / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "data" / "circle.yaml").symlink_to("circle.yaml")
    (inside / "data" / "folder.yaml").mkdir()
    (inside / "data" / "photo.jpg").write_bytes(b"text")
    with (inside / "data" / "large.yaml").open("wb") as large:
        large.truncate(LARGEST + 1)
    (inside / "data" / "right.yaml").write_bytes(b"\xef\xbb\xbfone\r\ntw\xff\r\n")
    sources = Sources(inside)
    names = ("link", "circle", "folder", "large", "gone", "nul\0", "/etc/hostname", "../secret", "x" * 5000)

    assert [sources.typed(f"data/{name}.yaml") for name in names] == [None] * len(names)
    assert sources.typed("data/photo.jpg") is None
    assert (found := sources.typed("data/right.yaml")) is not None
    assert found.text == "one\ntw\ufffd\n"
