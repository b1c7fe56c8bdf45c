"""Every address that was ever published leads somewhere for good; one that would not refuses a check and a build."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kennisstad.addresses.redirects import Redirect, redirects
from kennisstad.addresses.routes import Addresses
from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.loading.promised import load_promised
from kennisstad.model import Dataset, Folders
from kennisstad.problem import Problem
from kennisstad.proposal.site import make_preview
from kennisstad.site import BadData, make_site
from tests.site.programmes import copy_invented

LOST = ("address-lost", "addresses-lost")
STATION = """
- id: station
  title: {en: Station, nl: Station, de: Bahnhof}
  summary: {en: A station., nl: Een station., de: Ein Bahnhof.}
  track: water
  leads: [nobody]
  status: planned
  status_year: 2021
  checked: 2021
"""
"""A project that no record names, under the status and in the track of its own."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented programme with one project more, and the list of what it published."""
    folder = copy_invented(tmp_path_factory.mktemp("published"))
    _append(folder, STATION.lstrip())
    assert _run(folder) == 0
    return folder


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "programme", dirs_exist_ok=True))


def _run(folder: Path) -> int:
    return main(["addresses", "--folder", str(folder), "--language", "en"])


def _append(folder: Path, text: str, file: str = "projects.yaml") -> None:
    with (folder / "data" / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def _swap(folder: Path, old: str, new: str, file: str = "data/projects.yaml") -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def _lead(folder: Path, *lines: str) -> None:
    (folder / "data/redirects.yaml").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _kept(folder: Path) -> list[str]:
    found: list[str] = json.loads((folder / "data/addresses.json").read_text("utf-8"))
    return found


def _errors(folder: Path) -> list[Problem]:
    return check(Folders.of(folder)).errors


def _dataset(folder: Path) -> Dataset:
    checked = check(Folders.of(folder))
    assert checked.errors == []
    assert checked.dataset is not None
    return checked.dataset


def _redirects(folder: Path) -> dict[str, Redirect]:
    dataset = _dataset(folder)
    return {one.old: one for one in redirects(dataset, Addresses.of(dataset))}


def _without(folder: Path, record: str = STATION) -> None:
    _swap(folder, record.lstrip(), "")


def test_the_list_has_what_somebody_may_have_kept(folder: Path) -> None:
    kept = _kept(folder)

    assert kept == sorted(set(kept))
    assert (folder / "data/addresses.json").read_text("utf-8").count("\n") == len(kept) + 2
    for address in (
        "/",
        "/nl/projecten/station/",
        "/api/v1/projects/station.json",
        "/api/v1/projects.csv",
        "/news/feed.xml",
        "/events/calendar.ics",
        "/sitemap.xml",
        "/projects/letter/",  # an old id, which leads on
    ):
        assert address in kept


@pytest.mark.parametrize("part", ["/assets/", "404", "/data/", "quay.png", "index.html"])
def test_the_list_has_nothing_that_pages_fetch_for_themselves(folder: Path, part: str) -> None:
    assert [address for address in _kept(folder) if part in address] == []


def test_a_programme_without_a_list_promised_nothing_yet(folder: Path) -> None:
    (folder / "data/addresses.json").unlink()
    _without(folder)

    assert _errors(folder) == []


def test_what_is_new_is_added_and_nothing_is_taken_out(folder: Path) -> None:
    before = _kept(folder)
    _without(folder)
    _append(
        folder,
        STATION.replace("station", "terminus").lstrip().replace("- id: terminus\n", "- id: terminus\n  formerly: [station]\n"),
    )
    assert _run(folder) == 0

    after = _kept(folder)
    assert set(before) < set(after)
    assert "/projects/terminus/" in after
    assert after == sorted(after)
    assert _run(folder) == 0
    assert _kept(folder) == after


def test_a_record_that_is_gone_refuses_a_check_and_a_build(folder: Path) -> None:
    """One problem for all its addresses, at the first of these in the list, with the line to write; the line is all it takes."""
    _without(folder)

    problem, *more = _errors(folder)
    assert more == []
    assert (problem.rule, problem.hint) == ("addresses-lost", "lead-record-on")
    assert problem.location.file == "data/addresses.json"
    assert '"/' in (folder / "data/addresses.json").read_text("utf-8").splitlines()[problem.location.line - 1]
    with pytest.raises(BadData):
        make_site(Folders.of(folder))

    _lead(folder, problem.values["line"].replace("…", "It closed."))
    assert _errors(folder) == []
    files = make_site(Folders.of(folder)).files
    for path, language in (("projects/station", "en"), ("nl/projecten/station", "nl"), ("de/projekte/station", "de")):
        html = files[f"{path}/index.html"].decode()
        assert f'<html lang="{language}"' in html
        assert "It closed." in html
        assert "noindex" in html
        assert "refresh" not in html
    assert "api/v1/projects/station.json" not in files


def test_a_record_with_another_id_is_told_by_its_old_one(folder: Path) -> None:
    """The record that was not there at the last release is the guess, also where its id looks like none."""
    _swap(folder, "- id: station\n", "- id: terminus\n")

    (problem,) = _errors(folder)
    assert problem.hint == "lead-renamed-on"
    assert (problem.values["old"], problem.values["suggestion"]) == ("station", "terminus")
    assert problem.values["place"].startswith("data/projects.yaml:")

    _swap(folder, "- id: terminus\n", "- id: terminus\n  formerly: [station]\n")
    found = _redirects(folder)
    assert found["projects/station/"].to == "projects/terminus/"
    assert found["nl/projecten/station/"].to == "nl/projecten/terminus/"
    assert found["api/v1/projects/station.json"].to == "api/v1/projects/terminus.json"
    files = make_site(Folders.of(folder)).files
    assert "../../projects/terminus/" in files["projects/station/index.html"].decode()
    assert files["api/v1/projects/station.json"] == files["api/v1/projects/terminus.json"]


def test_ids_of_before_follow_in_chains(folder: Path) -> None:
    _swap(folder, "- id: station\n", "- id: terminus\n  formerly: [halt, station]\n")
    _lead(folder, "- {id: old-halt, old: [/halt/], to: /projects/halt/}", "- {id: older, old: [/stop/], to: /halt/}")

    found = _redirects(folder)
    assert {found[old].to for old in ("projects/halt/", "projects/station/", "halt/", "stop/")} == {"projects/terminus/"}


def test_a_link_to_an_old_id_leads_to_the_record(folder: Path) -> None:
    _swap(folder, "- id: station\n", "- id: terminus\n  formerly: [station]\n")
    _lead(folder, '- {id: halt, old: [/nl/halte/], to: "project:station"}')

    assert _redirects(folder)["nl/halte/"].to == "nl/projecten/terminus/"


def test_a_record_may_lead_to_one_of_another_kind(folder: Path) -> None:
    """Its file of open data goes along; what the other has none of leads to its page."""
    _without(folder)
    _lead(folder, '- {id: station, old: ["project:station"], to: "partner:town"}')

    found = _redirects(folder)
    assert found["de/projekte/station/"].to == "de/partner/town/"
    assert found["api/v1/projects/station.json"].to == "api/v1/partners/town.json"


def test_a_feed_and_a_calendar_lead_on_with_their_page(folder: Path) -> None:
    name = "planting-day"
    for language in ("en", "nl", "de"):
        path = folder / "content" / language / "events" / f"{name}.md"
        if path.exists():
            head = "---\nformerly: [planting-day]\n" if language == "en" else "---\n"
            path.with_stem("planting-trees").write_text(path.read_text("utf-8").replace("---\n", head, 1), "utf-8")
            path.unlink()

    _swap(folder, "[planting-day]", "[planting-trees]", "content/en/newsletters/2021-06-15.md")

    found = _redirects(folder)
    assert found[f"events/{name}/event.ics"].to == "events/planting-trees/event.ics"
    assert not found[f"events/{name}/event.ics"].is_page
    files = make_site(Folders.of(folder)).files
    assert files[f"events/{name}/event.ics"] == files["events/planting-trees/event.ics"]


def test_a_page_made_of_other_records_leads_to_the_one_above_while_it_is_empty(folder: Path) -> None:
    _swap(folder, "  status: planned\n", "  status: completed\n")

    led = _redirects(folder)["nl/status/planned/"]
    assert (led.to, led.status, led.is_lasting) == ("nl/status/", 302, False)


def test_of_a_record_without_a_page_the_file_is_gone(folder: Path) -> None:
    """Lists hold such records; who asks for the file of one is told that it was there."""
    _append(folder, "- id: boats\n  words: {en: [boats, ships], nl: [boten], de: [Boote]}\n", "synonyms.yaml")
    assert _run(folder) == 0
    _swap(folder, "- id: boats\n  words: {en: [boats, ships], nl: [boten], de: [Boote]}\n", "", "data/synonyms.yaml")

    led = _redirects(folder)["api/v1/synonyms/boats.json"]
    assert (led.is_gone, led.status, led.is_page) == (True, 410, False)


def test_a_hand_written_page_is_told_with_where_it_probably_is(folder: Path) -> None:
    for path in (folder / "content").glob("*/about.md"):
        path.rename(path.with_name("about-us.md"))
    if (folder / "mkdocs.yml").exists():
        for path in (folder / "content").rglob("*.md"):
            path.write_text(
                path.read_text("utf-8").replace("about.md", "about-us.md").replace("page:about)", "page:about-us)"), "utf-8"
            )
    lost = [problem for problem in _errors(folder) if problem.rule in LOST]
    assert {problem.hint for problem in lost} == {"lead-moved-on"}

    _lead(folder, *(problem.values["line"] for problem in lost))
    assert [problem for problem in _errors(folder) if problem.rule in LOST] == []


def test_another_word_in_addresses_is_one_problem_and_one_line(folder: Path) -> None:
    """All partners stand elsewhere: each of them, what others show of it, and all beside these, leads on by a record for each."""
    _swap(folder, "  partners: partner\n", "  partners: wir\n", "locales/de.yaml")
    lost = _errors(folder)
    assert [problem.values["found"] for problem in lost] == ["/de/einbetten/partner/nobody/", "/de/partner/"]

    _lead(folder, *(problem.values["line"] for problem in lost))
    found = _redirects(folder)
    assert found["de/partner/rowers/"].to == "de/wir/rowers/"
    assert found["de/partner/"].to == "de/wir/"
    assert found["de/einbetten/partner/rowers/"].to == "de/einbetten/wir/rowers/"


def test_a_preview_shows_what_would_lose_an_address(folder: Path) -> None:
    _without(folder)
    preview = make_preview(Folders.of(folder))

    assert preview.is_site
    assert [problem.rule for problem in preview.errors] == ["addresses-lost"]


def test_a_preview_leads_on_what_a_record_was(folder: Path) -> None:
    _without(folder)
    _lead(folder, '- {id: station, old: ["project:station"], to: "project:benches"}')

    assert "projects/station/index.html" in make_preview(Folders.of(folder)).files


def test_with_errors_in_the_data_only_pages_and_open_data_are_looked_at(folder: Path) -> None:
    _without(folder)
    _swap(folder, "part_of: quay-garden", "part_of: quay-gardens")

    rules = [problem.rule for problem in _errors(folder)]
    assert sorted(rules) == ["addresses-lost", "unknown-project"]


def test_a_record_that_cannot_be_read_is_not_lost(folder: Path) -> None:
    _swap(folder, "  status: planned\n", "  status: halted\n")

    assert [problem.rule for problem in _errors(folder)] == ["not-in-list"]


def test_a_redirect_that_leads_wrong_is_told(folder: Path) -> None:
    gone = "gone: {en: x, nl: x, de: x}"
    expected = {
        "here: [/a/], to: /b/": "redirect-circle",
        "there: [/b/], to: /a/": "redirect-circle",
        "itself: [/c/], to: /c/": "redirect-circle",
        "to-gone: [/d/], to: /e/": "redirect-to-gone",
        f"gone: [/e/], {gone}": "",
        "nowhere: [/f/], to: /nowhere/": "redirect-nowhere",
        'nobody: [/g/], to: "project:nobody"': "dead-record-link",
        'no-link: [/h/], to: "plan:nobody"': "leads-to",
        "own-site: [/i/], to: https://www.harbour.example.org/x/": "redirect-own-site",
        "neither: [/j/]": "redirect-neither",
        f"both: [/k/], to: /projects/, {gone}": "redirect-both",
        "taken: [/projects/], to: /": "redirect-taken",
        "taken-in-capitals: [/Projects/], to: /": "redirect-taken",
        "in-a-file: [/api/v1/index.json/], to: /": "redirect-taken",
        'lives: ["project:benches"], to: /': "redirect-taken",
        'no-kind: ["plan:benches"], to: /': "unknown-kind-of-record",
        "formerly: [/projects/letter/], to: /": "redirect-twice",
        "first: [/l/], to: /": "",
        "second: [/L/], to: /news/": "redirect-twice",
    }
    _lead(folder, *(f"- {{id: {line.replace(':', ', old:', 1)}}}" for line in expected))

    told = {problem.record: problem.rule for problem in _errors(folder)}
    assert told == {line.partition(":")[0]: rule for line, rule in expected.items() if rule}


def test_of_files_it_is_told_once_all_are_known(folder: Path) -> None:
    _lead(
        folder,
        "- {id: feed, old: [/news/feed.xml], to: /}",
        "- {id: in-a-file, old: [/sitemap.xml/], to: /}",
        "- {id: no-feed, old: [/a/], to: /news/feeds.xml}",
        "- {id: right, old: [/feed.xml], to: /news/feed.xml}",
    )

    told = {problem.record: problem.rule for problem in _errors(folder)}
    assert told == {"feed": "redirect-taken", "in-a-file": "redirect-taken", "no-feed": "redirect-nowhere"}


NO_NAMES = (
    "//evil.example.org/",
    "/../etc/",
    "/a/../b/",
    "/a b/",
    "/a\\b/",
    "/%2e%2e/",
    "/a;b/",
    "/a$1/",
    "/{x}/",
    "/_headers",
    "/.git/",
    "/assets/site.css",
    "/a?b",
    "/a#b",
    "/404.html",
    f"/{'a' * 250}/",
    "/a//b/",
    "https://www.harbour.example.org/about-us/",
)


def test_an_address_that_a_host_could_read_as_more_than_a_name_is_refused(folder: Path) -> None:
    _lead(folder, f"- {{id: a, old: [{', '.join(map(json.dumps, NO_NAMES))}], to: /}}")
    told = _errors(folder)

    assert [problem.rule for problem in told] == ["old-address"] * len(NO_NAMES)
    assert told[-1].values["instead"] == "/about-us/"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("[", "addresses-unreadable", 1),
        ("{}\n", "addresses-unreadable", 1),
        ('[\n "/",\n 3\n]\n', "addresses-no-address", 3),
        ('[\n "/",\n "../x/"\n]\n', "addresses-no-address", 3),
        ('[\n "/",\n<<<<<<< here\n "/a/"\n]\n', "two-versions", 3),
        ("[" * 100_000, "addresses-unreadable", 1),
    ],
)
def test_a_list_that_cannot_be_read_is_told_at_its_line(tmp_path: Path, text: str, rule: str, line: int) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/addresses.json").write_text(text, "utf-8")
    problems: list[Problem] = []

    assert load_promised(Folders.of(tmp_path), problems) is None
    assert [(problem.rule, problem.location.line) for problem in problems] == [(rule, line)]


def test_a_list_that_cannot_be_read_refuses_a_build(folder: Path) -> None:
    (folder / "data/addresses.json").write_text("[", "utf-8")

    assert [problem.rule for problem in _errors(folder)] == ["addresses-unreadable"]
    assert _run(folder) == 1


def test_pages_of_what_changed_are_not_missed_before_the_history_is_read(folder: Path) -> None:
    """The check reads no history; who builds a copy without one is told why there is none, not that its pages are lost."""
    kept = _kept(folder)
    (folder / "data/addresses.json").write_text(json.dumps([*kept, "/changes/", "/changes/2021-06/"]), "utf-8")
    assert [problem.rule for problem in _errors(folder)] == ["addresses-lost"]

    _append(folder, "history_from: 2021-06-01\n", "programme.yaml")
    assert [problem.rule for problem in _errors(folder) if problem.rule in LOST] == []
