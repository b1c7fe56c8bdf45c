"""A month of life: what the site says after thirty commits (`life.py`), on its last day and on a later one.

What is expected stands here and in `life/`, read by a person; `GOLDEN=write` writes the files anew, to be read again.
"""

from __future__ import annotations

import datetime
import html
import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import feedparser
import pytest

from kennisstad.cli import main
from tests.promises import PROMISES, Promise, Published
from tests.site.life import LETTER, TOLD, live
from tests.site.programmes import published
from tests.site.read_back import built, entries, events, said
from tests.site.repository import Repository

ADDRESS = "https://harbour.example.org/"
LAST_DAY, LATER = (
    datetime.datetime(2021, month, day, 12, tzinfo=ZoneInfo("Europe/Amsterdam")) for month, day in ((6, 22), (6, 28))
)
LIBRARY_NEWS = ("news/borrow-a-boat/", "nl/nieuws/borrow-a-boat/", "de/neues/borrow-a-boat/")


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The repository after the month."""
    return live(tmp_path_factory.mktemp("life") / "harbour")


def site_on(folder: Path, day: datetime.datetime) -> Published:
    """Gives the site of a checkout as it speaks from a day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(day.timestamp())))
        made = published(folder, ADDRESS)
        return Published(made.dataset, made.address, {path: made.files[path] for path in made.files})


@pytest.fixture(scope="module")
def site(life: Repository) -> Published:
    """The site on the last day of the month."""
    return site_on(life.folder, LAST_DAY)


@pytest.fixture(scope="module")
def later(life: Repository) -> Published:
    """The site of the same commit, a week later."""
    return site_on(life.folder, LATER)


@pytest.fixture(scope="module")
def before_the_rename(life: Repository, tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of 8 June: before the garden and the news got another id."""
    clone = life.clone(tmp_path_factory.mktemp("before") / "clone")
    order = clone.git("log", "--first-parent", "--format=%H", "--grep=Order and lines")
    clone.git("reset", "--quiet", "--hard", order)
    return site_on(clone.folder, LAST_DAY)


def expected(name: str, found: str) -> str:
    """Gives what is expected, out of a file."""
    if os.environ.get("GOLDEN") == "write":
        (TOLD / name).write_text(found, "utf-8")
    return (TOLD / name).read_text("utf-8")


def test_it_is_thirty_commits_of_which_one_merges(life: Repository) -> None:
    assert life.git("rev-list", "--count", "HEAD").strip() == "31", "the first is the programme as it was"
    assert len(life.git("log", "--merges", "--format=%h").split()) == 1


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_site_that_lived_keeps_every_promise(site: Published, promise: Promise) -> None:
    assert promise(site) == []


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_command_tells_the_month(life: Repository, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--folder", str(life.folder), "--language", language]) == 0
    found = capsys.readouterr().out

    assert found == expected(f"changes.{language}.txt", found)


@pytest.mark.parametrize(
    ("path", "language"), [("changes/2021-06/", "en"), ("nl/wijzigingen/2021-06/", "nl"), ("de/aenderungen/2021-06/", "de")]
)
def test_the_page_of_the_month_tells_each_day_once(site: Published, path: str, language: str) -> None:
    found = said(site, path)

    assert found == expected(f"month.{language}.txt", found)


@pytest.mark.parametrize(
    ("path", "fold"),
    [
        (
            "projects/harbour-garden/",
            [
                "19 June 2021: updated: results",
                "10 June 2021: title from Quay garden to Harbour garden",
                "9 June 2021: has another address",
                "1 June 2021: status from Running to Completed",
            ],
        ),
        (
            "de/projekte/harbour-garden/",
            [
                "19. Juni 2021: aktualisiert: Ergebnisse",
                "10. Juni 2021: Text überarbeitet (Englisch, Niederländisch): Titel",
                "9. Juni 2021: hat eine andere Adresse",
                "1. Juni 2021: Stand von Läuft zu Abgeschlossen",
            ],
        ),
        ("partners/rowers/", ["13 June 2021: merged with Canoe Club"]),
        ("nl/projecten/boat-library/", [
            "13 juni 2021: partner erbij: De Stad; partner weg: Kanoclub",
            "3 juni 2021: partner erbij: Kanoclub",
            "2 juni 2021: nieuw op deze site",
        ]),
        ("projects/swimming/", ["5 June 2021: status from Stopped to Running", "2 June 2021: translated into Dutch"]),
        (LIBRARY_NEWS[0], [
            "18 June 2021: has another address",
            "7 June 2021: translated into Dutch, German",
            "6 June 2021: new on this site",
        ]),
    ],
    ids=["renamed", "renamed-de", "merged", "merged-away", "broken", "news"],
)  # fmt: skip
def test_a_record_tells_its_own_history(site: Published, path: str, fold: list[str]) -> None:
    body = site.files[f"{path}index.html"].decode()
    told = body.rpartition('<ul class="dots">')[2].partition("</ul>")[0]
    lines = [" ".join(html.unescape(re.sub("<[^>]+>", "", line)).split()) for line in told.split("<li>")[1:]]

    assert lines == fold


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("projects/quay-garden/", "projects/harbour-garden/"),
        ("nl/projecten/quay-garden/", "nl/projecten/harbour-garden/"),
        ("de/projekte/quay-garden/", "de/projekte/harbour-garden/"),
        ("partners/canoe-club/", "partners/rowers/"),
        ("nl/partners/canoe-club/", "nl/partners/rowers/"),
        ("news/boat-library-opens/", LIBRARY_NEWS[0]),
        ("nl/nieuws/boat-library-opens/", LIBRARY_NEWS[1]),
        ("de/neues/boat-library-opens/", LIBRARY_NEWS[2]),
    ],
)
def test_old_addresses_lead_on(site: Published, old: str, new: str) -> None:
    moved = site.files[f"{old}index.html"].decode()

    assert f'<link rel="canonical" href="{ADDRESS}{new}">' in moved
    assert f'content="0; url={"../" * old.count("/")}{new}"' in moved
    assert f"{new}index.html" in site.files


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("", "2021-06-22"),
        ("projects/harbour-garden/", "2021-06-19"),
        ("projects/swimming/", "2021-06-21"),
        ("projects/boat-library/", "2021-06-13"),
        ("projects/benches/", "2021-06-01"),
        ("projects/", "2021-06-21"),
        ("partners/rowers/", "2021-06-13"),
        ("partners/nobody/", "2021-05-01"),
        ("news/borrow-a-boat/", "2021-06-18"),
        ("news/swim-test/", "2021-05-01"),
        ("nl/agenda/library-opening/", "2021-06-16"),
        ("events/boat-parade/", "2021-06-14"),
        ("figures/", "2021-06-04"),
        ("about/", "2021-06-20"),
        ("contact/", "2021-05-01"),
        ("newsletters/2021-06-22/", "2021-06-22"),
        ("changes/2021-06/", "2021-06-22"),
    ],
)
def test_the_map_of_the_site_says_when_a_page_changed(site: Published, path: str, day: str) -> None:
    entry = site.files["sitemap.xml"].decode().partition(f"<loc>{ADDRESS}{path}</loc>")[2].partition("</url>")[0]

    assert f"<lastmod>{day}</lastmod>" in entry
    assert f'<time datetime="{day}">' in site.files[f"{path}index.html"].decode().rpartition("<footer")[2]


def test_what_comes_is_past_on_another_day(site: Published, later: Published) -> None:
    opening, parade = "Opening of the boat library", "Boat parade"

    for on, name, coming, past in ((site, "22-june", {opening, parade}, set()), (later, "28-june", {parade}, {opening})):
        found = said(on, "events/")
        assert found == expected(f"events.{name}.txt", found)
        first, _, rest = found.partition("\nPast\n")
        assert {title for title in (opening, parade) if title in first} == coming
        assert {title for title in (opening, parade) if title in rest} == past
        assert {title for title in (opening, parade) if title in said(on, "")} == coming, "on the home page"
        before, _, after = said(on, "projects/boat-library/").partition("The boat library opens")
        assert (opening in before, opening in after) == (bool(coming - {parade}), bool(past)), "on the page of its project"


def test_who_reads_the_feed_of_changes_is_told_all_of_it(site: Published) -> None:
    told = entries(site, "changes/")
    found = "".join(f"{entry.published} {entry.title}: {entry.summary} → {entry.link}\n" for entry in told)

    assert found == expected("feed.en.txt", found)
    assert len({entry.id for entry in told}) == len(told)


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        (
            "news/",
            [
                "2021-06-14 The water is clean enough",
                "2021-06-10 The first trees stand",
                "2021-06-06 The boat library opens",
                '2020-05-01 Quay garden open: "come & dig" in < 2 minutes',
            ],
        ),
        (
            "nl/sporen/water/",
            [
                '2021-06-21 Projecten: Swimming < 3 km in the "harbour" & more',
                '2021-06-21 Projecten: Swimming < 3 km in the "harbour" & more',
                "2021-06-14 The water is clean enough",
                "2021-06-13 Projecten: Botenbieb",
                "2021-06-06 De botenbieb gaat open",
                '2021-06-05 Projecten: Swimming < 3 km in the "harbour" & more',
                "2021-06-03 Projecten: Botenbieb",
                '2021-06-02 Projecten: Swimming < 3 km in the "harbour" & more',
                "2021-06-02 Projecten: Botenbieb",
            ],
        ),
        (
            "de/linien/green/",
            [
                "2021-06-19 Projekte: Kaigarten",
                "2021-06-10 Projekte: Kaigarten",
                "2021-06-10 Die ersten Bäume stehen",
                "2021-06-09 Projekte: Kaigarten",
                "2021-06-01 Projekte: Bänke",
                "2021-06-01 Projekte: Kaigarten",
                "2020-05-01 Der Kaigarten ist offen",
            ],
        ),
    ],
    ids=["news", "water", "green"],
)
def test_feeds_tell_what_is_theirs(site: Published, path: str, titles: list[str]) -> None:
    assert [f"{entry.published[:10]} {entry.title}" for entry in entries(site, path)] == titles


@pytest.mark.parametrize("path", ["changes/", "nl/wijzigingen/", "news/", "de/neues/", "tracks/green/", "themes/climate/"])
def test_no_reader_of_a_feed_is_told_anything_twice(site: Published, before_the_rename: Published, path: str) -> None:
    """What was renamed since keeps the id under which it was told."""
    then, now = entries(before_the_rename, path), entries(site, path)

    assert then
    assert [entry.id for entry in now if entry.published <= "2021-06-08T23"] == [
        entry.id for entry in then if entry.published <= "2021-06-08T23"
    ]
    assert len({entry.id for entry in now}) == len(now)
    assert (
        feedparser.parse(site.files[f"{path}feed.xml"]).feed.id
        == feedparser.parse(before_the_rename.files[f"{path}feed.xml"]).feed.id
    )


def test_calendars_know_what_was_moved_and_what_goes_on(site: Published, before_the_rename: Published) -> None:
    now, then = events(site, "events/calendar.ics"), events(before_the_rename, "events/calendar.ics")
    opening, parade = now["Opening of the boat library"], now["Boat parade"]

    assert {name: opening[name] for name in ("dtstart", "dtend", "dtstamp", "status", "location")} == {
        "dtstart": "2021-06-27 12:00:00+00:00",
        "dtend": "2021-06-27 14:00:00+00:00",
        "dtstamp": "2021-06-16 08:00:00+00:00",
        "status": "CONFIRMED",
        "location": "The steps",
    }
    assert (parade["dtstart"], parade["dtend"], parade["status"]) == ("2021-07-03", "2021-07-05", "CONFIRMED")
    assert then["Opening of the boat library"]["dtstart"] == "2021-06-26 12:00:00+00:00"
    assert then["Cancelled: Boat parade"]["status"] == "CANCELLED"
    for old, new in ((then["Opening of the boat library"], opening), (then["Cancelled: Boat parade"], parade)):
        assert old["uid"] == new["uid"]
        assert int(old["sequence"]) < int(new["sequence"])
    assert events(site, "events/library-opening/event.ics") == {"Opening of the boat library": opening}
    assert events(site, "nl/agenda/calendar.ics")["Opening van de botenbieb"]["location"] == "De trap"


def test_the_command_begins_the_newsletter_of_the_month(life: Repository, tmp_path: Path) -> None:
    clone = life.clone(tmp_path / "clone")
    clone.git("reset", "--quiet", "--hard", "HEAD~1")
    assert main(["newsletter", "--folder", str(clone.folder), "--since", "2021-06-01", "--until", "2021-06-22"]) == 0
    found = clone.files.read(LETTER)

    assert found == expected("draft.md", found)


def test_what_came_and_went_in_its_period_is_in_no_newsletter(life: Repository, tmp_path: Path) -> None:
    clone = life.clone(tmp_path / "clone")
    clone.git("reset", "--quiet", "--hard", "HEAD~1")
    assert main(["newsletter", "--folder", str(clone.folder), "--until", "2021-06-22"]) == 0

    assert clone.files.read(LETTER) == (
        "---\ndate: 2021-06-22\nsince: 2021-06-16\n"
        "events:\n  - library-opening\n  - boat-parade\nresults:\n  - harbour-garden\n---\n\n"
    )


@pytest.mark.parametrize(
    ("path", "language"),
    [("newsletters/2021-06-22/", "en"), ("nl/nieuwsbrieven/2021-06-22/", "nl"), ("de/rundbriefe/2021-06-22/", "de")],
)
def test_the_newsletter_is_a_page_and_a_mail_in_each_language(site: Published, path: str, language: str) -> None:
    page, mail = said(site, path), site.files[f"{path}mail.txt"].decode()
    marked = site.files[f"{path}mail.html"].decode()

    assert page == expected(f"newsletter.{language}.txt", page)
    assert mail == expected(f"mail.{language}.txt", mail)
    addresses = re.findall(r"https://\S+?(?=[).]*\s)", mail)
    assert all(f'href="{address}"' in marked for address in addresses)
    assert not re.search(r"<(?:img|link|script|style)\b|url\(", marked)


def test_another_clone_elsewhere_gives_the_same_bytes(life: Repository, tmp_path: Path) -> None:
    """In another folder, zone and language, and for another group of readers; feeds, calendars and the workbook too."""
    one, other = life.clone(tmp_path / "one"), life.clone(tmp_path / "a/b/the other")
    first = built(one.folder, tmp_path / "first", TZ="UTC", LANG="C", umask="022")
    second = built(other.folder, tmp_path / "x/second", TZ="Pacific/Kiritimati", LANG="nl_NL.UTF-8", LC_ALL="C.UTF-8", umask="077")

    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []
    endings = {path.rpartition(".")[2] for path in first}
    assert {"html", "xml", "ics", "xlsx", "csv", "json", "txt", "png"} <= endings
