"""The open data and the sitemap: every collection, every language, whole addresses."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from kennisstad.checking import check
from kennisstad.kinds import KINDS
from kennisstad.model import PROGRAMME, Folders, RecordKind
from kennisstad.site import make_site
from tests.site.conftest import HARBOUR
from tests.site.pages import BuiltPage
from tests.site.programmes import copy_invented
from tests.site.small import SMALL, write_small

WAYS = ("json", "csv", "schema")


def read(site: Path, name: str) -> Any:
    return json.loads((site / "api/v1" / name).read_text("utf-8"))


def test_open_data_holds_every_language_and_whole_addresses(harbour: Path) -> None:
    data = read(harbour, "projects.json")
    garden = data["projects"][0]

    assert (data["count"], len(data["projects"])) == (4, 4)
    assert garden["title"] == {"en": "Quay garden", "nl": "Kadetuin", "de": "Kaigarten"}
    assert garden["url"]["de"] == f"{HARBOUR}de/projekte/quay-garden/"


def test_a_file_says_what_it_is(harbour: Path) -> None:
    """Its schema, the day it speaks from, the licence; there is no commit where there is no history."""
    data = read(harbour, "figures.json")

    assert list(data) == ["$schema", "day", "commit", "licence", "count", "figures"]
    assert data["$schema"] == read(harbour, "schema/figures.json")["$id"] == f"{HARBOUR}api/v1/schema/figures.json"
    assert (data["commit"], data["licence"]) == (None, "https://licence.example.org/open")


def test_it_names_the_commit_that_it_is_made_of(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "All")):
        subprocess.run([*git, *command], cwd=folder, check=True)
    newest = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()
    files = make_site(Folders.of(folder)).files

    assert [json.loads(files[f"api/v1/{name}.json"])["commit"] for name in ("tracks", "index", "tracks/green")] == [newest] * 3


def test_without_a_licence_none_is_named(tmp_path: Path) -> None:
    files = make_site(write_small(tmp_path, dict(SMALL["one-project"]))).files
    page = files["open-data/index.html"].decode()

    assert json.loads(files["api/v1/projects.json"])["licence"] is None
    assert "license" not in json.loads(files["api/v1/openapi.json"])["info"]
    assert "has not given a licence" in page
    assert "figures.csv" not in page, "of what there is none the page says nothing"
    assert json.loads(files["api/v1/figures.json"])["figures"] == []


def test_one_record_has_a_file_of_the_same_form(harbour: Path) -> None:
    listed, one = read(harbour, "projects.json"), read(harbour, "projects/benches.json")

    assert one == {**listed, "count": 1, "projects": [record for record in listed["projects"] if record["id"] == "benches"]}


def test_a_schema_says_what_is_served_and_not_what_is_typed(harbour: Path) -> None:
    """A date is text, though a year may be typed as a number; every field is there, and another may come."""
    schema = read(harbour, "schema/projects.json")
    project = schema["$defs"]["Project"]

    assert schema["$defs"]["Moment"]["type"] == "string"
    assert set(project["required"]) == set(project["properties"]) == set(read(harbour, "projects.json")["projects"][0])
    assert "additionalProperties" not in project
    assert project["properties"]["status"]["enum"][0] == "planned"
    assert project["properties"]["leads"]["description"].startswith("Who")


def test_the_list_of_what_there_is_leads_to_every_file(harbour: Path) -> None:
    index = read(harbour, "index.json")
    Draft202012Validator(read(harbour, "schema/index.json")).validate(index)
    (projects,) = (kind for kind in index["kinds"] if kind["name"] == "projects")
    named = [index["openapi"], *index["tables"].values(), *(kind[way] for kind in index["kinds"] for way in WAYS)]

    assert [address for address in named if not (harbour / address.removeprefix(HARBOUR)).is_file()] == []
    assert (projects["title"]["nl"], projects["count"]) == ("Projecten", 4)
    assert projects["record"].replace("{id}", "benches") == f"{HARBOUR}api/v1/projects/benches.json"


def test_programs_that_know_openapi_are_told_everything(harbour: Path) -> None:
    """The description is valid, the schemas that it refers to included, and each of its addresses is there."""
    file = harbour / "api/v1/openapi.json"
    told = json.loads(file.read_text("utf-8"))
    OpenAPIV31SpecValidator(told, base_uri=file.as_uri()).validate()
    ids = {path: "newsletter" if path.startswith("/projects/") else "" for path in told["paths"]}

    assert told["servers"] == [{"url": f"{HARBOUR}api/v1"}]
    assert told["info"]["contact"] == {"name": "Harbour desk", "email": "desk@harbour.example.org"}
    assert [path for path, one in ids.items() if "{id}" not in path and not (file.parent / path[1:]).is_file()] == []
    assert (file.parent / "projects/newsletter.json").is_file()
    assert "/programme/{id}.json" not in told["paths"]


def test_every_collection_is_open_data(harbour: Path) -> None:
    counts = {kind["name"]: kind["count"] for kind in read(harbour, "index.json")["kinds"]}

    assert counts == {kind.name: len(list(kind_of(harbour, kind))) for kind in (PROGRAMME, *KINDS.records)}
    assert (counts["projects"], counts["left_out"], counts["programme"]) == (4, 1, 1)
    assert [figure["value"] for figure in read(harbour, "figures.json")["figures"]] == [1250, 12.5, 800]


def kind_of(site: Path, kind: RecordKind) -> list[Any]:
    found: list[Any] = read(site, f"{kind.stem}.json")[kind.name]
    return found


def test_the_page_is_made_from_the_model_in_every_language(harbour_pages: dict[str, BuiltPage], harbour: Path) -> None:
    """What no messages tell in a language is told in English, and says so."""
    dutch, german = ((harbour / path).read_text("utf-8") for path in ("nl/open-data/index.html", "de/offene-daten/index.html"))

    assert "<dt>status_year<dd>Het jaar waarin die status waar was." in dutch
    assert '<dt>status_year<dd lang="en">The year in which that status was true.' in german
    assert "<dt>id<dd>Der feste Name." in german
    assert '<a href="https://licence.example.org/open" rel="license">' in german
    assert '<dt>results<dd>Wat het opleverde. <a href="#part-result">Result</a>' in dutch


def test_texts_may_link_to_any_file(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    about = folder / "content/en/about.md"
    links = "[a](open-data:tables-nl.xlsx) [b](open-data:projects/benches.json) [c](open-data:charts.csv) [d](open-data:index.json)"
    about.write_text(f"{about.read_text('utf-8')}\n{links}\n", "utf-8")
    assert 'href="../api/v1/projects/benches.json"' in make_site(Folders.of(folder)).files["about/index.html"].decode()

    about.write_text(about.read_text("utf-8").replace("projects/benches.json", "projects/bences.json"), "utf-8")
    (problem,) = check(Folders.of(folder)).errors
    assert (problem.rule, problem.values["suggestion"]) == ("dead-record-link", "open-data:projects/benches.json")


def test_the_sitemap_names_every_page_that_may_be_found(harbour: Path, harbour_pages: dict[str, BuiltPage]) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ElementTree.parse(harbour / "sitemap.xml").getroot()
    entries = {entry.findtext("s:loc", "", names): entry for entry in root.findall("s:url", names)}
    garden = entries[f"{HARBOUR}projects/quay-garden/"]

    assert len(entries) == len(harbour_pages) - 3 * (3 + 5) - 5, (
        "all but search, 404, the form, embeds, and what repeats the default language"
    )
    assert [link.get("hreflang") for link in garden.findall("x:link", names)] == ["en", "nl", "de", "x-default"]
    assert garden.findtext("s:lastmod", "", names) == "2026-11-22"
    assert entries[f"{HARBOUR}projects/benches/"].find("s:lastmod", names) is None, "only a whole day is a date to a sitemap"
