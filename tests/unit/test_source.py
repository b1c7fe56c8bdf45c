"""YAML text → nodes: what is read as typed, and what is told instead of converted."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from kennisstad.problem import Location, Severity
from kennisstad.reading.files import LARGEST_FILE
from kennisstad.reading.scalars import SURPRISE, read_plain
from kennisstad.reading.shapes.said import from_complaint
from kennisstad.reading.source import parse, read


def test_every_value_knows_its_place() -> None:
    document = parse("- id: lumc\n  name: {nl: LUMC, en: LUMC}\n", "data/partners.yaml")

    assert document.problems == []
    assert document.root is not None
    assert document.root.plain() == [{"id": "lumc", "name": {"nl": "LUMC", "en": "LUMC"}}]
    assert document.root.at((0, "name", "en")).location == Location("data/partners.yaml", 2, 24)
    assert document.root.key_location((0, "name")) == Location("data/partners.yaml", 2, 3)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Leiden", "Leiden"),
        ("2021", 2021),
        ("-3", -3),
        ("2.5", Decimal("2.5")),
        ("true", True),
        ("2021-02-28", datetime.date(2021, 2, 28)),
        ("2021-02", "2021-02"),
        ("", None),
        ("~", None),
        ("null", None),
        ("4a", "4a"),
        ("0128", "0128"),
        ("071-5165165", "071-5165165"),
        ("=", SURPRISE),
    ],
)
def test_a_plain_word_is_read_as_typed(text: str, value: object) -> None:
    assert read_plain(text).value == value


@pytest.mark.parametrize(
    ("text", "read_as"),
    [("no", "false"), ("Yes", "true"), ("off", "false"), ("True", "true"), ("0123", "83"), ("0x1F", "31"), ("1_000", "1000"),
     ("12:30", "750"), ("1.10", "1.1"), ("1e3", None), (".inf", "inf"), ("+5", "5")],
)  # fmt: skip
def test_what_yaml_would_convert_is_a_surprise(text: str, read_as: str | None) -> None:
    """`1e3` is a text to YAML 1.1 (a float needs a point there), so nothing is converted."""
    reading = read_plain(text)

    assert (reading.rule, reading.read_as) == (("surprise", read_as) if read_as else ("", ""))


def test_a_dutch_thousand_is_not_a_fraction() -> None:
    reading = read_plain("20.800")

    assert (reading.rule, reading.instead) == ("thousands-point", "20800")


def test_an_alias_bomb_is_told_and_not_unfolded() -> None:
    lines = ["- &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"- &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 9)]

    document = parse("\n".join(lines), "bomb.yaml")

    assert {problem.rule for problem in document.problems} == {"alias"}


def test_deep_nesting_is_told_and_costs_no_recursion() -> None:
    document = parse("[" * 100_000, "deep.yaml")

    assert [problem.rule for problem in document.problems] == ["too-deep"]


def test_a_file_over_ten_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))

    assert [problem.rule for problem in read(path, "large.yaml").problems] == ["file-too-large"]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(b"\xef\xbb\xbf- id: lumc\r\n")

    document = read(path, "windows.yaml")

    assert document.root is not None
    assert document.root.plain() == [{"id": "lumc"}]


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    assert [problem.rule for problem in read(tmp_path, "data").problems] == ["file-unreadable"]


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("a: Prijs #1", Severity.ERROR),
        ("a: #1 in de stad", Severity.ERROR),
        ('a: "Prijs" #1', Severity.ERROR),
        ("a: Leiden # een opmerking", Severity.ADVICE),
        ("# een opmerking\na: Leiden", None),
        ("a: C#", None),
    ],
)
def test_text_after_a_hash_is_not_lost_in_silence(line: str, severity: Severity | None) -> None:
    told = [problem.severity for problem in parse(line, "x.yaml").problems if problem.rule == "lost-text"]

    assert told == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('a: "C:\\new"', "unknown-escape"),
        ('a: "een \\"citaat\\" en een \\\\"', None),
        ("a: 's Avonds open'", "apostrophe"),
        ("a: 'it''s'", None),
    ],
)
def test_quotes_change_nothing_in_silence(text: str, rule: str | None) -> None:
    assert [problem.rule for problem in parse(text, "x.yaml").problems] == ([rule] if rule else [])


def test_a_hidden_character_is_told_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: één\nb: x\u2028y\n", "utf-8")

    assert [(problem.rule, problem.location) for problem in read(path, "x.yaml").problems] == [
        ("control-character", Location("x.yaml", 2, 5))
    ]


@pytest.mark.parametrize("digits", [16, 5000])
def test_a_number_longer_than_any_real_one_is_told(digits: int) -> None:
    assert read_plain("1" * digits).rule == "surprise"


def test_a_complaint_that_fits_no_mistake_still_gets_a_message() -> None:
    error = yaml.scanner.ScannerError("while doing", None, "something new", None)

    problem = from_complaint(error, "a: b\n", "x.yaml", 1)

    assert (problem.rule, problem.location) == ("not-yaml", Location("x.yaml", 1, 1))
