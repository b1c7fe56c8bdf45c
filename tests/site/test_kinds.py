"""The proof of the table of kinds: a kind of records with pages is added from a folder of tests, and everything follows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.commands.reference import reference_files
from kennisstad.commands.report import report
from kennisstad.messages import messages
from kennisstad.model import Folders
from kennisstad.site import Site, make_site
from tests.site.courses import WITH_COURSES
from tests.site.programmes import copy_invented

TEMPLATES = Path(__file__).parent / "courses" / "records"
COURSES = """
- id: knots
  title: {en: Knots and splices, nl: Knopen en splitsen}
  summary: {en: You learn to tie a boat., nl: U leert een boot vast te maken.}
  given_by: rowers
"""
WORDS = """words:
  course: {given_by: Given by}
  courses: {title: Courses, description: 'Courses of {programme}.'}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_invented(tmp_path_factory.mktemp("courses"))
    (folder / "data/courses.yaml").write_text(COURSES, "utf-8")
    records = folder / "overrides/records"
    records.mkdir(parents=True, exist_ok=True)
    for template in TEMPLATES.iterdir():
        (records / template.name).write_text(template.read_text("utf-8"), "utf-8")
    german = folder / "locales/de.yaml"
    text = german.read_text("utf-8").replace("paths:\n", "paths:\n  courses: courses\n", 1)
    text = text.replace("  menu:\n", "  menu:\n    courses: Courses\n", 1)
    german.write_text(text.replace("words:\n", WORDS, 1), "utf-8")
    for language in ("en", "nl"):
        own = f"paths: {{courses: courses}}\n{WORDS}  menu: {{courses: Courses}}\n"
        (folder / "locales" / f"{language}.yaml").write_text(own, "utf-8")
    about = folder / "content/en/about.md"
    about.write_text(f"{about.read_text('utf-8')}\nLearn [knots](course:knots), or see [all courses](page:courses).\n", "utf-8")
    notes = folder / "data/editorial-notes.yaml"
    notes.write_text(notes.read_text("utf-8").replace("about: [", "about: [course:knots, ", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Site:
    return make_site(Folders.of(folder), kinds=WITH_COURSES)


def test_it_has_pages_in_every_language_and_a_place_in_the_menu(site: Site) -> None:
    page = site.files["nl/courses/knots/index.html"].decode()

    assert '<h1 data-pagefind-meta="title">Knopen en splitsen</h1>' in page
    assert '<a href="../../../nl/courses/" aria-current="true">Courses</a>' in page
    assert 'data-section="Courses"' in page
    assert '<a href="../../../nl/partners/rowers/">' in page
    assert "de/courses/knots/index.html" in site.files


def test_texts_and_notes_link_to_it(site: Site) -> None:
    about = site.files["about/index.html"].decode()

    assert '<a href="../courses/knots/">knots</a>' in about
    assert '<a href="../courses/">all courses</a>' in about
    notes = "".join(site.files[path].decode() for path in site.files if path.startswith("how-we-know/") and path.endswith(".html"))
    assert 'courses/knots/">Knots and splices</a>' in notes


def test_the_site_map_search_and_sitemap_name_it(site: Site) -> None:
    assert '<a href="../courses/knots/">Knots and splices</a>' in site.files["site-map/index.html"].decode()
    assert '<input type="radio" name="kind" value="Courses">' in site.files["search/index.html"].decode()
    assert "/de/courses/knots/</loc>" in site.files["sitemap.xml"].decode()


def test_it_is_open_data_with_a_schema_and_counted_in_the_report(site: Site) -> None:
    data = json.loads(site.files["api/v1/courses.json"])
    schema = json.loads(reference_files(WITH_COURSES)["data/schema/courses.json"])

    assert (data["count"], data["courses"][0]["given_by"]) == (1, "rowers")
    assert data["courses"][0]["url"]["nl"].endswith("/nl/courses/knots/")
    assert schema["items"]["required"] == ["id", "title", "summary", "given_by"]
    assert "- courses: 1" in report(site.dataset, messages("en"), "en", site.dataset.projects["quay-garden"].checked.last_day)


def test_a_reference_in_it_is_checked(folder: Path) -> None:
    path = folder / "data/courses.yaml"
    path.write_text(COURSES.replace("rowers", "rowrs"), "utf-8")

    (problem,) = check(Folders.of(folder), WITH_COURSES).errors
    path.write_text(COURSES, "utf-8")

    assert (problem.rule, problem.values["suggestion"], problem.location.line) == ("unknown-partner", "rowers", 5)
