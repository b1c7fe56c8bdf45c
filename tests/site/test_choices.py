"""Statuses, kinds of partners and topics that a programme adds: each goes wherever those of every programme go."""

from __future__ import annotations

import datetime
import json
import re

import pytest

from kennisstad.commands.reference import given_files, reference_files
from kennisstad.commands.report import report
from kennisstad.kinds import KINDS
from kennisstad.messages import messages
from kennisstad.model import Folders, Status
from kennisstad.site import Site, make_site
from tests.site.programmes import copy_invented

OWN = """
statuses:
  - {id: on-hold, like: stopped, title: {en: On hold, nl: Ligt stil}, meaning: {en: It rests., nl: Het rust.}}
  - {id: rumoured, like: unknown, title: {en: Rumoured, nl: Gerucht, de: Gerücht}, meaning: {en: Some say so.}}
partner_kinds:
  - {id: rowing-guild, title: {en: Guild, nl: Gilde, de: Gilde}, plural: {en: Guilds, nl: Gilden, de: Gilden}}
topics:
  - {id: boats, title: {en: Boats, nl: Boten, de: Boote}}
"""
CHANGES = (
    ("programme.yaml", "accessibility:", f"{OWN.strip()}\naccessibility:"),
    ("projects.yaml", "status: running", "status: on-hold"),
    ("projects.yaml", "status: unknown", "status: rumoured"),
    ("partners.yaml", "kind: association", "kind: rowing-guild"),
    ("figures.yaml", "topic: nature", "topic: boats"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = copy_invented(tmp_path_factory.mktemp("own"))
    for name, old, new in CHANGES:
        path = folder / "data" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return make_site(Folders.of(folder))


def page(site: Site, path: str) -> str:
    return site.files[path].decode()


def test_a_status_has_a_page_a_sign_and_a_meaning(site: Site) -> None:
    assert "On hold" in page(site, "status/on-hold/index.html")
    assert "It rests." in page(site, "status/on-hold/index.html")
    assert '<span class="status status-on-hold status-stopped">' in page(site, "projects/quay-garden/index.html")
    assert "Het rust." in page(site, "nl/projecten/quay-garden/index.html")


def test_a_status_that_is_not_translated_says_which_language_it_is_in(site: Site) -> None:
    german = page(site, "de/projekte/quay-garden/index.html")

    assert '<span class="status-word" lang="en">On hold</span>' in german
    assert '<span class="hint" lang="en">It rests.</span>' in german


def test_a_status_without_a_year_is_like_unknown(site: Site) -> None:
    newsletter = page(site, "projects/newsletter/index.html")

    assert '<span class="status-word">Rumoured</span></span>' in newsletter


def test_a_status_takes_its_place_in_lists(site: Site) -> None:
    choices = site.dataset.choices
    offered = re.findall(r'name="status" value="([^"]+)"', page(site, "projects/index.html"))

    assert offered == [status for status in choices.statuses_by_use if status in offered]
    assert offered.index("on-hold") == offered.index("stopped") + 1
    assert choices.statuses["on-hold"] is Status.STOPPED


def test_a_chart_draws_a_status_like_the_other(site: Site) -> None:
    chart = page(site, "figures/index.html")

    assert "On hold" in chart
    assert 'class="piece-stopped"' in chart


def test_a_kind_of_partner_has_its_words(site: Site) -> None:
    listed = page(site, "partners/index.html")

    assert listed.index(">Guilds</h2>") < listed.index(">Other organisations</h2>")
    assert "<dd>Gilde</dd>" in page(site, "nl/partners/rowers/index.html")


def test_a_topic_has_its_heading(site: Site) -> None:
    assert '<h2 id="topic-boats">Boats</h2>' in page(site, "figures/index.html")


def test_the_open_data_has_ids_and_words(site: Site) -> None:
    projects = {record["id"]: record for record in json.loads(page(site, "api/v1/projects.json"))["projects"]}
    (line,) = (line for line in page(site, "api/v1/projects.csv").splitlines() if line.startswith("quay-garden,"))

    assert projects["quay-garden"]["status"] == "on-hold"
    assert ",On hold,Ligt stil," in line
    assert json.loads(page(site, "api/v1/programme.json"))["programme"][0]["statuses"][0]["like"] == "stopped"


def test_editors_tools_offer_them(site: Site) -> None:
    given = json.loads(given_files(site.dataset)["data/schema/choices.json"])["$defs"]
    kinds = {choice["const"]: choice["title"] for choice in given["partner_kinds"]["anyOf"]}

    assert [choice["const"] for choice in given["statuses"]["anyOf"]] == list(site.dataset.choices.statuses)
    assert kinds["rowing-guild"] == "Guild / Gilde"
    assert "boats" in {choice["const"] for choice in given["topics"]["anyOf"]}


def test_what_a_programme_adds_makes_no_file_of_the_model_old(site: Site) -> None:
    assert "rowing-guild" not in "".join(reference_files(KINDS).values())


def test_the_report_counts_them(site: Site) -> None:
    told = report(site.dataset, messages("en"), "en", datetime.date(2027, 1, 1))

    assert "- on-hold: 1" in told
    assert "- rowing-guild: 1" in told
