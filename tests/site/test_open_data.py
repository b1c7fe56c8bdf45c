"""The open data and the sitemap: every collection, every language, whole addresses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

from tests.site.conftest import HARBOUR
from tests.site.pages import BuiltPage


def test_open_data_holds_every_language_and_whole_addresses(harbour: Path) -> None:
    data = json.loads((harbour / "api/v1/projects.json").read_text("utf-8"))
    garden = data["projects"][0]

    assert (data["count"], len(data["projects"])) == (4, 4)
    assert garden["title"] == {"en": "Quay garden", "nl": "Kadetuin", "de": "Kaigarten"}
    assert garden["url"]["de"] == f"{HARBOUR}de/projekte/quay-garden/"


def test_every_collection_is_open_data(harbour: Path) -> None:
    counts = {path.stem: json.loads(path.read_text("utf-8"))["count"] for path in (harbour / "api/v1").glob("*.json")}
    figures = json.loads((harbour / "api/v1/figures.json").read_text("utf-8"))["figures"]

    assert counts == {
        "programme": 1,
        "projects": 4,
        "partners": 4,
        "tracks": 2,
        "themes": 1,
        "audiences": 2,
        "places": 3,
        "documents": 4,
        "figures": 3,
        "charts": 1,
        "timeline": 2,
        "governance": 2,
        "people": 1,
        "actions": 1,
        "editorial-notes": 1,
        "left-out": 1,
        "synonyms": 2,
        "news": 3,
        "events": 4,
    }
    assert [figure["value"] for figure in figures] == [1250, 12.5, 800]


def test_the_sitemap_names_every_page_that_may_be_found(harbour: Path, harbour_pages: dict[str, BuiltPage]) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ElementTree.parse(harbour / "sitemap.xml").getroot()
    entries = {entry.findtext("s:loc", "", names): entry for entry in root.findall("s:url", names)}
    garden = entries[f"{HARBOUR}projects/quay-garden/"]

    assert len(entries) == len(harbour_pages) - 3 * (2 + 5) - 3, (
        "all but search, 404, embeds, and what repeats the default language"
    )
    assert [link.get("hreflang") for link in garden.findall("x:link", names)] == ["en", "nl", "de", "x-default"]
    assert garden.findtext("s:lastmod", "", names) == "2026-11-22"
    assert entries[f"{HARBOUR}projects/benches/"].find("s:lastmod", names) is None, "only a whole day is a date to a sitemap"


def test_a_table_says_in_words_what_its_ids_name(harbour: Path) -> None:
    """A name that lacks a language stands there in the default one."""
    rows = csv.DictReader(io.StringIO((harbour / "api/v1/projects.csv").read_text("utf-8-sig"), newline=""))
    benches, swimming = (row for row in rows if row["id"] in ("benches", "swimming"))

    assert (benches["leads"], benches["leads_de"], benches["status_nl"]) == ("town", "Die Stadt", "Afgerond")
    assert benches["part_of_de"] == "Kaigarten"
    assert swimming["leads_nl"] == 'Roeivereniging "De Riem" & Vrienden'
    assert swimming["themes_nl"] == ""
