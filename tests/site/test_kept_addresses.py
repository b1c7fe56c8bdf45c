"""Every address that was ever published leads somewhere for good; one that would not refuses a check and a build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisstad.model import Folders
from kennisstad.proposal.site import make_preview
from kennisstad.site import BadData, make_site
from tests.site.kept import LOST, STATION, append, errors_of, keep, kept_by, lead, redirects_of, swap, without


def test_the_list_has_what_somebody_may_have_kept(promising: Path) -> None:
    kept = kept_by(promising)

    assert kept == sorted(set(kept))
    assert (promising / "data/addresses.json").read_text("utf-8").count("\n") == len(kept) + 2
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
def test_the_list_has_nothing_that_pages_fetch_for_themselves(promising: Path, part: str) -> None:
    assert [address for address in kept_by(promising) if part in address] == []


def test_a_programme_without_a_list_promised_nothing_yet(promising: Path) -> None:
    (promising / "data/addresses.json").unlink()
    without(promising)

    assert errors_of(promising) == []


def test_what_is_new_is_added_and_nothing_is_taken_out(promising: Path) -> None:
    before = kept_by(promising)
    without(promising)
    append(
        promising,
        STATION.replace("station", "terminus").lstrip().replace("- id: terminus\n", "- id: terminus\n  formerly: [station]\n"),
    )
    assert keep(promising) == 0

    after = kept_by(promising)
    assert set(before) < set(after)
    assert "/projects/terminus/" in after
    assert after == sorted(after)
    assert keep(promising) == 0
    assert kept_by(promising) == after


def test_a_record_that_is_gone_refuses_a_check_and_a_build(promising: Path) -> None:
    """One problem for all its addresses, at the first of these in the list, with the line to write; the line is all it takes."""
    without(promising)

    problem, *more = errors_of(promising)
    assert more == []
    assert (problem.rule, problem.hint) == ("addresses-lost", "lead-record-on")
    assert problem.location.file == "data/addresses.json"
    assert '"/' in (promising / "data/addresses.json").read_text("utf-8").splitlines()[problem.location.line - 1]
    with pytest.raises(BadData):
        make_site(Folders.of(promising))

    lead(promising, problem.values["line"].replace("…", "It closed."))
    assert errors_of(promising) == []
    files = make_site(Folders.of(promising)).files
    for path, language in (("projects/station", "en"), ("nl/projecten/station", "nl"), ("de/projekte/station", "de")):
        html = files[f"{path}/index.html"].decode()
        assert f'<html lang="{language}"' in html
        assert "It closed." in html
        assert "noindex" in html
        assert "refresh" not in html
    assert "api/v1/projects/station.json" not in files


def test_a_record_with_another_id_is_told_by_its_old_one(promising: Path) -> None:
    """The record that was not there at the last release is the guess, also where its id looks like none."""
    swap(promising, "- id: station\n", "- id: terminus\n")

    (problem,) = errors_of(promising)
    assert problem.hint == "lead-renamed-on"
    assert (problem.values["old"], problem.values["suggestion"]) == ("station", "terminus")
    assert problem.values["place"].startswith("data/projects.yaml:")

    swap(promising, "- id: terminus\n", "- id: terminus\n  formerly: [station]\n")
    found = redirects_of(promising)
    assert found["projects/station/"].to == "projects/terminus/"
    assert found["nl/projecten/station/"].to == "nl/projecten/terminus/"
    assert found["api/v1/projects/station.json"].to == "api/v1/projects/terminus.json"
    files = make_site(Folders.of(promising)).files
    assert "../../projects/terminus/" in files["projects/station/index.html"].decode()
    assert files["api/v1/projects/station.json"] == files["api/v1/projects/terminus.json"]


def test_ids_of_before_follow_in_chains(promising: Path) -> None:
    swap(promising, "- id: station\n", "- id: terminus\n  formerly: [halt, station]\n")
    lead(promising, "- {id: old-halt, old: [/halt/], to: /projects/halt/}", "- {id: older, old: [/stop/], to: /halt/}")

    found = redirects_of(promising)
    assert {found[old].to for old in ("projects/halt/", "projects/station/", "halt/", "stop/")} == {"projects/terminus/"}


def test_a_link_to_an_old_id_leads_to_the_record(promising: Path) -> None:
    swap(promising, "- id: station\n", "- id: terminus\n  formerly: [station]\n")
    lead(promising, '- {id: halt, old: [/nl/halte/], to: "project:station"}')

    assert redirects_of(promising)["nl/halte/"].to == "nl/projecten/terminus/"


def test_a_record_may_lead_to_one_of_another_kind(promising: Path) -> None:
    """Its file of open data goes along; what the other has none of leads to its page."""
    without(promising)
    lead(promising, '- {id: station, old: ["project:station"], to: "partner:town"}')

    found = redirects_of(promising)
    assert found["de/projekte/station/"].to == "de/partner/town/"
    assert found["api/v1/projects/station.json"].to == "api/v1/partners/town.json"


def test_a_feed_and_a_calendar_lead_on_with_their_page(promising: Path) -> None:
    name = "planting-day"
    for language in ("en", "nl", "de"):
        path = promising / "content" / language / "events" / f"{name}.md"
        if path.exists():
            head = "---\nformerly: [planting-day]\n" if language == "en" else "---\n"
            path.with_stem("planting-trees").write_text(path.read_text("utf-8").replace("---\n", head, 1), "utf-8")
            path.unlink()

    swap(promising, "[planting-day]", "[planting-trees]", "content/en/newsletters/2021-06-15.md")

    found = redirects_of(promising)
    assert found[f"events/{name}/event.ics"].to == "events/planting-trees/event.ics"
    assert not found[f"events/{name}/event.ics"].is_page
    files = make_site(Folders.of(promising)).files
    assert files[f"events/{name}/event.ics"] == files["events/planting-trees/event.ics"]


def test_a_page_made_of_other_records_leads_to_the_one_above_while_it_is_empty(promising: Path) -> None:
    swap(promising, "  status: planned\n", "  status: completed\n")

    led = redirects_of(promising)["nl/status/planned/"]
    assert (led.to, led.status, led.is_lasting) == ("nl/status/", 302, False)


def test_of_a_record_without_a_page_the_file_is_gone(promising: Path) -> None:
    """Lists hold such records; who asks for the file of one is told that it was there."""
    append(promising, "- id: boats\n  words: {en: [boats, ships], nl: [boten], de: [Boote]}\n", "synonyms.yaml")
    assert keep(promising) == 0
    swap(promising, "- id: boats\n  words: {en: [boats, ships], nl: [boten], de: [Boote]}\n", "", "data/synonyms.yaml")

    led = redirects_of(promising)["api/v1/synonyms/boats.json"]
    assert (led.is_gone, led.status, led.is_page) == (True, 410, False)


def test_a_hand_written_page_is_told_with_where_it_probably_is(promising: Path) -> None:
    for path in (promising / "content").glob("*/about.md"):
        path.rename(path.with_name("about-us.md"))
    if (promising / "mkdocs.yml").exists():
        for path in (promising / "content").rglob("*.md"):
            path.write_text(
                path.read_text("utf-8").replace("about.md", "about-us.md").replace("page:about)", "page:about-us)"), "utf-8"
            )
    lost = [problem for problem in errors_of(promising) if problem.rule in LOST]
    assert {problem.hint for problem in lost} == {"lead-moved-on"}

    lead(promising, *(problem.values["line"] for problem in lost))
    assert [problem for problem in errors_of(promising) if problem.rule in LOST] == []


def test_another_word_in_addresses_is_one_problem_and_one_line(promising: Path) -> None:
    """All partners stand elsewhere: each of them, what others show of it, and all beside these, leads on by a record for each."""
    swap(promising, "  partners: partner\n", "  partners: wir\n", "locales/de.yaml")
    lost = errors_of(promising)
    assert [problem.values["found"] for problem in lost] == ["/de/einbetten/partner/nobody/", "/de/partner/"]

    lead(promising, *(problem.values["line"] for problem in lost))
    found = redirects_of(promising)
    assert found["de/partner/rowers/"].to == "de/wir/rowers/"
    assert found["de/partner/"].to == "de/wir/"
    assert found["de/einbetten/partner/rowers/"].to == "de/einbetten/wir/rowers/"


def test_a_preview_shows_what_would_lose_an_address(promising: Path) -> None:
    without(promising)
    preview = make_preview(Folders.of(promising))

    assert preview.is_site
    assert [problem.rule for problem in preview.errors] == ["addresses-lost"]


def test_a_preview_leads_on_what_a_record_was(promising: Path) -> None:
    without(promising)
    lead(promising, '- {id: station, old: ["project:station"], to: "project:benches"}')

    assert "projects/station/index.html" in make_preview(Folders.of(promising)).files


def test_with_errors_in_the_data_only_pages_and_open_data_are_looked_at(promising: Path) -> None:
    without(promising)
    swap(promising, "part_of: quay-garden", "part_of: quay-gardens")

    rules = [problem.rule for problem in errors_of(promising)]
    assert sorted(rules) == ["addresses-lost", "unknown-project"]


def test_a_record_that_cannot_be_read_is_not_lost(promising: Path) -> None:
    swap(promising, "  status: planned\n", "  status: halted\n")

    assert [problem.rule for problem in errors_of(promising)] == ["not-in-list"]


def test_pages_of_what_changed_are_not_missed_before_the_history_is_read(promising: Path) -> None:
    """The check reads no history; who builds a copy without one is told why there is none, not that its pages are lost."""
    kept = kept_by(promising)
    (promising / "data/addresses.json").write_text(json.dumps([*kept, "/changes/", "/changes/2021-06/"]), "utf-8")
    assert [problem.rule for problem in errors_of(promising)] == ["addresses-lost"]

    append(promising, "history_from: 2021-06-01\n", "programme.yaml")
    assert [problem.rule for problem in errors_of(promising) if problem.rule in LOST] == []
