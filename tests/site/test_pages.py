"""The pages that a real site has: statement, contact, privacy, open data and newsletter, in both languages, from every page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from markupsafe import escape

from kennisstad.loading.content import load_content
from kennisstad.model import ContentPage, Dataset, Folders
from kennisstad.addresses.routes import OPEN_DATA_FILES
from tests.conftest import ROOT
from tests.site.pages import BuiltPage, read_site

FOOT = {
    "": ["over", "contact", "nieuwsbrief", "open-data", "privacy", "toegankelijkheid", "verantwoording", "overzicht"],
    "en/": ["about", "contact", "newsletter", "open-data", "privacy", "accessibility", "how-we-know", "site-map"],
}
"""The folders that the foot leads to, by language, in their order."""
BOTH = pytest.mark.parametrize("home", FOOT, ids=["nl", "en"])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_site(site)


def _text(site: Path, path: str) -> str:
    """Gives what a page says, without its tags and its foot."""
    html = (site / path / "index.html").read_text("utf-8").partition("<footer")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def _written(name: str) -> list[ContentPage]:
    return [page for page in load_content(Folders.of(ROOT), ("nl", "en"), []) if page.name == name]


@BOTH
def test_the_foot_is_one_list_of_what_every_visitor_may_need(site: Path, home: str) -> None:
    html = (site / home / "index.html").read_text("utf-8").partition("<footer")[2]
    links = re.findall(r'<li><a href="[./]*([^"]*)"', html)

    assert links == [f"{home}{folder}/" for folder in FOOT[home]]
    assert len(links) <= 10


@BOTH
def test_the_list_of_all_pages_names_them_too(pages: dict[str, BuiltPage], home: str) -> None:
    told = {link["href"] for link in pages[f"{home}{FOOT[home][-1]}/index.html"].all("a")}

    assert {f"{'../' * (1 + home.count('/'))}{home}{folder}/" for folder in FOOT[home][:-1]} <= told


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("toegankelijkheid", ["EN 301 549 / WCAG 2.2 AA", "D: voldoet niet", "22 november 2026", "Gemeente Leiden", "ombudsman"]),
        ("en/accessibility", ["D: does not meet the standard", "22 November 2026", "City of Leiden", "ombudsman"]),
        ("contact", ["nog geen e-mailadres of telefoonnummer", "gemeente Leiden", "Klopt er iets niet op een pagina?"]),
        ("en/contact", ["has not given an e-mail address or telephone number", "Is something wrong on a page?"]),
        ("privacy", ["geen cookies", "in uw eigen browser", "webhost"]),
        ("en/privacy", ["no cookies", "in your own browser", "web host"]),
        ("open-data", ["projects.csv", "geen licentie"]),
        ("en/open-data", ["projects.csv", "not given a licence"]),
        ("nieuwsbrief", ["elke twee weken", "halverwege 2019", "Hoe dat gaat, staat er niet bij", "1301-1311"]),
        ("en/newsletter", ["every two weeks", "middle of 2019", "does not say how", "1301-1311"]),
    ],
)
def test_each_page_says_what_it_is_for(site: Path, path: str, words: list[str]) -> None:
    text = _text(site, path)

    assert [word for word in words if word not in text] == []


@BOTH
def test_the_page_about_the_programme_leads_on(pages: dict[str, BuiltPage], home: str, real: Dataset) -> None:
    paths = real.locales["en" if home else "nl"].paths
    told = {link["href"] for link in pages[f"{home}{FOOT[home][0]}/index.html"].all("a")}
    root = "../" * (1 + home.count("/"))

    assert {f"{root}{home}{paths[name]}/" for name in ("programme", "figures", "history", "method", "projects")} <= told


@pytest.mark.parametrize(("path", "name"), [("contact", "pagina"), ("en/contact", "page")])
def test_whoever_reports_a_mistake_is_told_where_the_page_stands(
    site: Path, pages: dict[str, BuiltPage], path: str, name: str
) -> None:
    project = "en/projects/euniwell/" if path.startswith("en/") else "projecten/euniwell/"
    wrong = [link["href"] for link in pages[f"{project}index.html"].all("a") if f"?{name}=" in link["href"]]

    assert all(link.endswith(f"{path}/?{name}={project}") for link in wrong)
    assert wrong
    assert f"{name}=" in _text(site, path)


@BOTH
def test_the_page_about_open_data_links_every_file(site: Path, pages: dict[str, BuiltPage], home: str) -> None:
    files = {path.name for path in (site / "api" / "v1").iterdir()}
    links = {
        link["href"].rpartition("/")[2] for link in pages[f"{home}open-data/index.html"].all("a") if "/api/v1/" in link["href"]
    }

    assert links == files == OPEN_DATA_FILES


@pytest.mark.parametrize("page", _written("open-data"), ids=lambda page: page.language)
def test_the_example_of_open_data_is_what_the_file_says(site: Path, page: ContentPage) -> None:
    example = json.loads(page.markdown.partition("```json\n")[2].partition("```")[0])
    projects = json.loads((site / "api/v1/projects.json").read_text("utf-8"))["projects"]
    record = next(project for project in projects if project["id"] == example["id"])

    assert example.items() <= record.items()


@pytest.mark.parametrize("page", _written("open-data"), ids=lambda page: page.language)
def test_every_field_that_is_explained_exists(site: Path, page: ContentPage) -> None:
    explained = set(re.findall(r"`([a-z_]+)`", page.markdown)) - {"null"}
    file = json.loads((site / "api/v1/projects.json").read_text("utf-8"))
    statuses = {"planned", "exploring", "running", "completed", "stopped", "unknown"}

    assert explained - set(file["projects"][0]) - set(file) - statuses == set()


@pytest.mark.parametrize(
    ("path", "sections"),
    [
        ("partners/gemeente-leiden", ["leads", "joins", "intended", "network", "figures", "readings"]),
        ("en/partners/naturalis", ["leads", "joins", "intended", "network", "figures", "readings"]),
        (
            "sporen/campus",
            ["status-running", "status-completed", "status-exploring", "status-planned", "status-unknown", "figures", "results"],
        ),
    ],
)
def test_a_long_page_begins_with_projects_and_leads_to_its_sections(
    pages: dict[str, BuiltPage], path: str, sections: list[str]
) -> None:
    page = pages[f"{path}/index.html"]

    assert [link["href"] for link in page.all("a") if link["href"].startswith("#")] == [
        "#_content",
        *(f"#{name}" for name in sections),
    ]
    assert [heading["id"] for heading in page.all("h2") if heading["id"] != "brief"] == sections


def test_a_short_page_has_no_links_within_itself(pages: dict[str, BuiltPage]) -> None:
    page = pages["partners/duwo/index.html"]

    assert page.all("nav", **{"class": "jump"}) == []


@pytest.mark.parametrize(
    ("path", "anchor", "note"),
    [
        ("cijfers", "banen-bio-science-park-2020", "banen-op-het-park"),
        ("geschiedenis", "start-programma", "begin-van-het-programma"),
        ("programma", "kennismakelaar", "wie-stelt-de-coordinator-aan"),
    ],
)
def test_a_record_leads_to_the_notes_about_it(site: Path, real: Dataset, path: str, anchor: str, note: str) -> None:
    kind = real.editorial_notes[note].kind.value
    html = (site / path / "index.html").read_text("utf-8")
    row = html.partition(f'id="{anchor}"')[2].partition("<li id=")[0].partition('<li class="row')[0]

    assert f'href="../verantwoording/{kind}/#{note}"' in row


def test_what_came_of_a_project_stands_under_its_track(site: Path, real: Dataset) -> None:
    for language, path in (("nl", "resultaten"), ("en", "en/results")):
        html = (site / path / "index.html").read_text("utf-8")
        for project in real.projects.values():
            anchor = f"of-track-{project.track}" if project.track else "of-trackless"
            group = html.partition(f'id="{anchor}"')[2].partition("</section>")[0]
            texts = [escape(result.text.in_language(language) or "") for result in project.results]

            assert [text for text in texts if f">{text}" not in group] == []
            assert bool(texts) == (f'/{project.id}/"' in group)
