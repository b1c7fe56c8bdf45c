"""The open data as tables: what a spreadsheet reads, and never computes."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kennisstad.exports.workbook import LONGEST_CELL, sheet_name, text_of_cell
from kennisstad.model import Folders
from kennisstad.site import make_site
from tests.site.programmes import copy_invented
from tests.site.small import SMALL, write_small

FIGURES = """
- id: minus
  value: -1250
  unit: {en: flowers, nl: bloemen}
  counts: {en: '=1+1', nl: " ＠SUM(A1)"}
  note: {en: "-5 degrees", nl: "\\"+31 23"}
  topic: nature
  sources: [{document: plan, lines: 12}, {document: rowers-news}]
- id: half
  value: 12.5
  unit: {en: trees}
  counts: {en: "'s Morgens"}
  year: 1890
  topic: nature
  sources: [{document: plan, row: "7a"}]
"""
DATES = """
- {id: whole, date: 2021-03-04, title: {en: A day.}, sources: [{document: plan}]}
- {id: month, date: 2021-03, title: {en: A month.}, sources: [{document: plan}]}
- {id: year, date: 2021, title: {en: A year.}, sources: [{document: plan}]}
- {id: old, date: 1574-10-03, title: {en: Long ago.}, sources: [{document: plan}]}
"""


def files_of(folder: Path, **records: str) -> Mapping[str, bytes]:
    """Gives the files of the invented programme with other records of some kinds, and without what names the old ones."""
    copy_invented(folder)
    for kind in ("charts", "editorial-notes", *records):
        (folder / "data" / f"{kind}.yaml").write_text(records.get(kind, "[]\n"), "utf-8")
    return make_site(Folders.of(folder)).files


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet(files: Mapping[str, bytes], title: str, language: str = "en") -> Worksheet:
    found = load_workbook(io.BytesIO(files[f"api/v1/tables-{language}.xlsx"]))[title]
    assert isinstance(found, Worksheet)
    return found


def cells(found: Worksheet) -> list[dict[str, object]]:
    head, *others = found.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in others]


def test_a_table_says_in_words_what_its_codes_mean(harbour: Path) -> None:
    """A name that lacks a language stands there in the default one."""
    found = rows((harbour / "api/v1/projects.csv").read_bytes())
    benches, swimming = (row for row in found if row["id"] in ("benches", "swimming"))

    assert (benches["leads"], benches["leads_de"], benches["status_nl"]) == ("town", "Die Stadt", "Afgerond")
    assert benches["part_of_de"] == "Kaigarten"
    assert swimming["leads_nl"] == 'Roeivereniging "De Riem" & Vrienden'
    assert (swimming["themes_nl"], swimming["title_nl"]) == ("", "")


def test_a_table_tells_the_parts_of_a_record(harbour: Path) -> None:
    newsletter = next(row for row in rows((harbour / "api/v1/projects.csv").read_bytes()) if row["id"] == "newsletter")
    garden = next(row for row in rows((harbour / "api/v1/projects.csv").read_bytes()) if row["id"] == "quay-garden")

    assert (newsletter["results"], newsletter["results_nl"]) == ("1", "Tweehonderd lezers. (2021)")
    assert (garden["sources"], garden["codes"]) == ("plan:12-14", "agenda-2020: 7a")
    assert garden["description_en"] == "Neighbours dig, together with the town. Trees Flowers"
    assert newsletter["photo_credit"] == "Rowers & <Friends>"
    assert garden["links_nl"].startswith("Eigen pagina (https://garden.example.org/")


def test_a_record_is_one_line(tmp_path: Path) -> None:
    """Whatever an editor broke: who picks lines by their id loses nothing."""
    folder = copy_invented(tmp_path)
    partners = folder / "data/partners.yaml"
    partners.write_text(
        partners.read_text("utf-8").replace("aliases: [Oar]", "aliases:\n  - |\n    Oar\n    =club\n  - Ahoy"), "utf-8"
    )
    lines = make_site(Folders.of(folder)).files["api/v1/partners.csv"].decode("utf-8-sig").split("\r\n")
    (rowers,) = (line for line in lines if line.startswith("rowers,"))

    assert "Oar =club; Ahoy" in rowers
    assert [line.partition(",")[0] for line in lines] == ["id", "town", "town-gardens", "rowers", "nobody", ""]


def test_the_columns_that_were_published_first_keep_their_places(harbour: Path) -> None:
    names = {name: list(rows((harbour / f"api/v1/{name}.csv").read_bytes())[0]) for name in ("projects", "partners", "figures")}

    assert names["projects"][:9] == [
        "id", "title_en", "title_nl", "title_de", "summary_en", "summary_nl", "summary_de", "track", "status",
    ]  # fmt: skip
    assert names["partners"][:9] == ["id", "name_en", "name_nl", "name_de", "kind", "parent", "core_since", "unexplained", "link"]
    assert names["figures"][:6] == ["id", "value", "qualifier", "unit_en", "unit_nl", "unit_de"]


def test_a_number_stays_a_number_and_a_text_is_no_formula(tmp_path: Path) -> None:
    minus, half = rows(files_of(tmp_path, figures=FIGURES)["api/v1/figures.csv"])

    assert (minus["value"], half["value"], half["year"]) == ("-1250", "12.5", "1890")
    assert (minus["counts_en"], minus["counts_nl"]) == ("'=1+1", "'＠SUM(A1)")
    assert (minus["note_en"], minus["note_nl"]) == ("'-5 degrees", "'\"+31 23")
    assert half["counts_en"] == "'s Morgens", "an apostrophe of its own is enough"
    assert (minus["sources"], half["sources"]) == ("plan:12 rowers-news", "plan:7a")


def test_an_empty_table_has_a_head(tmp_path: Path) -> None:
    files = make_site(write_small(tmp_path, dict(SMALL["nothing"]))).files

    assert files["api/v1/figures.csv"].decode("utf-8-sig").startswith("id,value,qualifier,unit_en,counts_en,")
    assert files["api/v1/figures.csv"].count(b"\r\n") == 1
    assert cells(sheet(files, "Figures")) == []


def test_a_workbook_has_a_sheet_of_each_kind_in_its_language(harbour: Path) -> None:
    dutch = load_workbook(harbour / "api/v1/tables-nl.xlsx")
    projects = dutch["Projecten"]

    assert dutch.sheetnames[:3] == ["Over deze gegevens", "Het programma", "Sporen"]
    assert (projects.freeze_panes, projects.auto_filter.ref) == ("A2", projects.dimensions)
    assert [cell.value for cell in projects[1]][:3] == ["id", "formerly", "title_nl"]
    assert not [cell.value for cell in projects[1] if str(cell.value).endswith(("_en", "_de"))]
    assert dutch["Over deze gegevens"]["B4"].value == "https://licence.example.org/open"
    assert all(8 <= column.width <= 52 for column in projects.column_dimensions.values())


def test_in_a_workbook_dates_are_dates_and_numbers_are_numbers(tmp_path: Path) -> None:
    files = files_of(tmp_path, figures=FIGURES, timeline=DATES)
    days = {row["id"]: row["date"] for row in cells(sheet(files, "Timeline"))}
    minus, half = cells(sheet(files, "Figures"))

    assert days == {"whole": datetime.datetime(2021, 3, 4), "month": "2021-03", "year": 2021, "old": "1574-10-03"}
    assert (minus["value"], half["value"], half["year"]) == (-1250, 12.5, 1890)
    assert cells(sheet(files, "Timeline"))[0]["announced"] is False


def test_an_event_tells_its_times_with_their_zone(harbour: Path) -> None:
    """For a program with the distance from UTC, for a spreadsheet as a clock shows it."""
    data = json.loads((harbour / "api/v1/events.json").read_text("utf-8"))["events"]
    talk = next(event for event in data if event["id"] == "harbour-talk")
    found = {row["id"]: row for row in cells(load_workbook(harbour / "api/v1/tables-en.xlsx")["Events"])}

    assert (talk["start"], talk["time_zone"]) == ("2021-06-15T20:00+01:00", "Europe/London")
    assert found["harbour-talk"]["start"] == datetime.datetime(2021, 6, 15, 20)
    assert (found["boat-parade"]["start"], found["boat-parade"]["time_zone"]) == (datetime.datetime(2021, 7, 3), "UTC")


def test_in_a_workbook_no_text_is_a_formula_or_a_link(tmp_path: Path) -> None:
    found = sheet(files_of(tmp_path, figures=FIGURES), "Figures")
    (text,) = (cell for row in found.iter_rows() for cell in row if cell.value == "=1+1")

    assert text.data_type in ("s", "inlineStr")
    assert [cell for row in found.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink] == []


def test_a_text_that_no_cell_holds_is_cut() -> None:
    """No field holds so much, but many of them together do, such as the names of all that lead."""
    cell = text_of_cell("😀" * 20_000)

    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert cell.endswith("😀…")


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Projecten", (), "Projecten"),
        ("Wat/wie: [alles]?", (), "Wat wie alles"),
        ("'s Avonds'", (), "s Avonds"),
        ("History", (), "History 2"),
        ("Projecten", ("projecten",), "Projecten 2"),
        ("Namen die veel te lang zijn voor een blad", (), "Namen die veel te lang zijn voo"),
        ("Namen die veel te lang zijn voor een boek", ("namen die veel te lang zijn voo",), "Namen die veel te lang zijn 2"),
        ("***", (), "-"),
    ],
)
def test_a_sheet_has_a_name_that_every_spreadsheet_takes(title: str, taken: tuple[str, ...], name: str) -> None:
    assert sheet_name(title, taken) == name


def test_the_same_data_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, zone and second; nothing in the file is of the moment it was made."""
    command = (sys.executable, "-m", "kennisstad", "build", "--no-search")
    made: list[bytes] = []
    for name, zone in (("one", "Pacific/Auckland"), ("other", "America/Los_Angeles")):
        folder = copy_invented(tmp_path / name)
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(len(made))}
        subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True)
        made.append((folder / "site/api/v1/tables-nl.xlsx").read_bytes())
    first, other = made

    assert first == other
    with ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2021-06-15T00:00:00Z" in parts.read("docProps/core.xml")
