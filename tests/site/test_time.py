"""What is told of now and what is told of before, on the day that the site speaks from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisstad.model import Folders
from kennisstad.site import make_site
from tests.site.pages import told
from tests.site.programmes import copy_invented

IN_2021, IN_2026 = "1623758400", "1795953600"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented programme, to be changed."""
    return copy_invented(tmp_path)


def status(folder: Path, monkeypatch: pytest.MonkeyPatch, day: str, project: str = "quay-garden", language: str = "nl") -> str:
    """Gives what a project's page says right under its summary, on a day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    path = {"nl": "nl/projecten", "en": "projects", "de": "de/projekte"}[language]
    return told(make_site(Folders.of(folder)).files[f"{path}/{project}/index.html"].decode(), "status")


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "data" / "projects.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_what_a_source_of_last_year_tells_is_told_of_now(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert status(folder, monkeypatch, IN_2021) == "Loopt stand 2020"


def test_what_an_older_source_tells_is_told_as_what_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert status(folder, monkeypatch, IN_2026) == "Liep nog in 2020"
    assert status(folder, monkeypatch, IN_2026, language="en") == "Was still running in 2020"


def test_a_known_end_to_come_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder, '  start: "2020-03"\n', '  start: "2020-03"\n  end: 2027-03\n')

    assert status(folder, monkeypatch, IN_2026) == "Loopt tot en met maart 2027"


def test_a_plan_for_a_year_to_come_is_a_plan(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder, "  status: running\n", "  status: planned\n")

    assert status(folder, monkeypatch, "1546300800") == "Gepland voor maart 2020"
    assert status(folder, monkeypatch, IN_2021) == "Was gepland voor maart 2020"


def test_what_ended_stays_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert status(folder, monkeypatch, IN_2026, "benches") == "Afgerond stand 2021"


def test_lists_tell_what_is_of_now_before_what_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder, "  status: completed\n  status_year: 2021\n", "  status: running\n  status_year: 2026\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2026)
    files = make_site(Folders.of(folder)).files
    track, finder = (
        files[path].decode().partition("<main")[2] for path in ("nl/sporen/green/index.html", "nl/projecten/index.html")
    )

    assert (
        track.index('id="status-running"')
        < track.index("Bankjes")
        < track.index('id="status-running-then"')
        < track.index("Kadetuin")
    )
    assert "Liep in een eerder jaar" in track
    assert 'value="running-then"' in finder


def test_an_own_status_is_told_of_an_earlier_year_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "title: {en: Growing, nl: Groeit, de: Wächst}, meaning: {en: It grows., nl: Het groeit., de: Es wächst.}"
    own = f"statuses: [{{id: growing, like: running, {words}}}]\n"
    programme = folder / "data" / "programme.yaml"
    programme.write_text(programme.read_text("utf-8") + own, "utf-8")
    change(folder, "  status: running\n", "  status: growing\n")

    assert status(folder, monkeypatch, IN_2026) == "Groeit in 2020"
    track = make_site(Folders.of(folder)).files["nl/sporen/green/index.html"].decode()
    assert "Groeit, in een eerder jaar" in track


def test_since_is_said_of_what_goes_on_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder, "  status: stopped\n", "  start: 2022-07\n  status: completed\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2026)
    files = make_site(Folders.of(folder)).files

    assert "vanaf maart 2020" in files["nl/projecten/quay-garden/index.html"].decode()
    assert "vanaf" not in files["nl/projecten/swimming/index.html"].decode()
    assert "juli 2022" in files["nl/projecten/swimming/index.html"].decode()


def test_lists_and_the_home_page_begin_with_what_the_newest_source_tells(folder: Path) -> None:
    files = make_site(Folders.of(folder)).files
    newest = files["nl/index.html"].decode().partition('id="_home-newest"')[2].partition("</section>")[0]
    finder = files["nl/projecten/index.html"].decode().partition('id="_projects"')[2]

    track = files["nl/sporen/green/index.html"].decode()

    for listed in (newest, finder):
        assert listed.index("Nieuwsbrief") < listed.index("Kadetuin") < listed.index("Swimming"), (
            "what has little to tell comes last"
        )
    assert track.index('href="../../../nl/projecten/quay-garden/"') < track.index('href="../../../nl/projecten/benches/"')


def test_history_begins_with_the_newest_year_and_ends_with_the_years_to_come(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2021)
    told = "title: {en: A, nl: A, de: A}, sources: [{document: plan, section: chapter-1, lines: 12}]"
    more = "".join(f"- {{id: in-{year}, date: {year}, {told}}}\n" for year in (2019, 2021, 2030, 2040))
    path = folder / "data" / "timeline.yaml"
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    html = make_site(Folders.of(folder)).files["nl/geschiedenis/index.html"].decode()
    years = re.findall(r'<h2 id="year-(\d+)">', html)

    assert [year for year in years if year in ("2019", "2021", "2030", "2040")] == ["2021", "2019", "2030", "2040"]


def test_a_core_partner_of_an_agreement_that_is_over_has_its_period(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", IN_2026)
    path = folder / "data" / "partners.yaml"
    text = path.read_text("utf-8").replace("  memberships:\n", "  core_since: 2019\n  memberships:\n")
    path.write_text(text.replace("      start: 2021-04\n", "      start: 2019\n      end: 2021\n"), "utf-8")

    assert "Kernpartner, 2019 tot en met 2021" in make_site(Folders.of(folder)).files["nl/partners/nobody/index.html"].decode()
