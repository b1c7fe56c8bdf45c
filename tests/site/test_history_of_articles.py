"""News and events in the history: the files of one name in all languages are one record, told as any other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.changing import JULY, JUNE, all_of, history_of, swap, told
from tests.site.repository import PARTNERS, Edit, Files, Repository

DAY, DUTCH_DAY = "content/en/events/planting-day.md", "content/nl/events/planting-day.md"
TREES, GERMAN_TREES = "content/en/news/first-trees.md", "content/de/news/first-trees.md"
SWIM = "content/en/news/swim-test.md"
TALK = "content/en/events/harbour-talk.md"
PARADE = "content/en/events/boat-parade.md"
LETTER = "content/en/newsletters/2021-06-15.md"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The invented programme in a repository, whose history begins in June."""
    return Repository.of_invented(tmp_path / "harbour")


def gone(*paths: str) -> Edit:
    """Gives the edit that removes files."""

    def edit(files: Files) -> None:
        for path in paths:
            files.remove(path)

    return edit


@pytest.mark.parametrize(
    ("edit", "english", "dutch"),
    [
        (
            swap(DAY, "start: 2021-06-19 10:00\nend: 2021-06-19 13:00", "start: 2021-06-20 11:30\nend: 2021-06-20"),
            "Planting day: start from 19 June 2021, 10:00 to 20 June 2021, 11:30; end from 19 June 2021, 13:00 to 20 June 2021",
            "Plantdag: begin van 19 juni 2021, 10:00 uur naar 20 juni 2021, 11:30 uur; "
            "einde van 19 juni 2021, 13:00 uur naar 20 juni 2021",
        ),
        (swap(PARADE, "cancelled: true\n", ""), "Boat parade: cancelled: no", "Botenparade: afgelast: nee"),
        (swap(DAY, "places:", "cancelled: true\nplaces:"), "Planting day: cancelled: yes", "Plantdag: afgelast: ja"),
        (
            swap(DAY, "partners: [town]", "partners: [rowers, town-gardens]"),
            'Planting day: partner added: Rowing Club "The Oar" & Friends, Town Gardens; partner removed: The Town',
            'Plantdag: partner erbij: Roeivereniging "De Riem" & Vrienden, Stadstuinen; partner weg: De Stad',
        ),
        (
            swap(DAY, "place: Old quay, at the gate", "place: Town hall"),
            "Planting day: text revised: place",
            "Plantdag: tekst herzien in het Engels: plaats",
        ),
        (
            swap(TALK, "2021-06-15 20:00", "2021-06-15 19:30Z"),
            "Talk with another harbour: start from 15 June 2021, 20:00 to 15 June 2021, 20:30",
            "Talk with another harbour: begin van 15 juni 2021, 20:00 uur naar 15 juni 2021, 20:30 uur",
        ),
        (
            swap(TALK, "time_zone: Europe/London\n", ""),
            "Talk with another harbour: time zone removed: Europe/London",
            "Talk with another harbour: tijdzone weg: Europe/London",
        ),
        (
            swap(TREES, "title: The first trees stand", "title: The first trees are here"),
            "The first trees are here: title from The first trees stand to The first trees are here",
            "De eerste bomen staan er: tekst herzien in het Engels: titel",
        ),
        (
            swap(SWIM, "date: 2021-06-14", "date: 2021-06-15"),
            "The water is clean enough: date from 14 June 2021 to 15 June 2021",
            None,
        ),
        (swap(TREES, "by boat", "by bus"), "The first trees stand: text revised: text", None),
        (
            swap(LETTER, "news: [swim-test, first-trees]", "news: [first-trees]"),
            "Newsletter of 15 June 2021: news item removed: The water is clean enough",
            "Nieuwsbrief van 15 juni 2021: nieuwsbericht weg: The water is clean enough",
        ),
        (gone(TREES, "content/nl/news/first-trees.md", GERMAN_TREES), "The first trees stand: no longer on this site", None),
    ],
    ids=["times", "goes-on", "cancelled", "partners", "place", "zone", "no-zone", "title", "date", "text", "letter", "gone"],
)
def test_articles_are_told_as_any_record(repository: Repository, edit: Edit, english: str, dutch: str | None) -> None:
    repository.commit(JUNE, "A change", edit)

    assert told(repository) == [f"2021-06-03 {english}"]
    assert dutch is None or told(repository, "nl") == [f"2021-06-03 {dutch}"]


def test_the_languages_of_an_article_are_one_record(repository: Repository) -> None:
    repository.commit(JUNE, "Only English", lambda files: files.write("content/en/news/boat.md", _boat("A boat")))
    repository.commit(
        JULY, "Dutch too", lambda files: files.write("content/nl/news/boat.md", "---\ntitle: Een boot\n---\nNieuw.\n")
    )

    assert told(repository, "nl") == ["2021-07-04 Een boot: vertaald in het Nederlands", "2021-06-03 Een boot: nieuw op deze site"]
    assert [change.key.split("/", 1)[1] for change in history_of(repository).changes] == ["news/boat", "news/boat"]


def _boat(title: str) -> str:
    return f"---\ntitle: {title}\nsummary: It sails.\ndate: 2021-06-03\nprojects: [swimming]\n---\nCome.\n"


def test_lines_that_are_broken_elsewhere_and_the_order_of_a_head_are_no_change(repository: Repository) -> None:
    def edit(files: Files) -> None:
        files.replace(TREES, "The trees came by boat, from", "The trees came by boat,\nfrom")
        files.replace(TREES, "date: 2021-06-10\nprojects: [quay-garden]", 'projects: [quay-garden]\ndate: "2021-06-10"')
        files.replace(DAY, "start: 2021-06-19 10:00", "start: 2021-06-19T08:00Z")
        files.replace(TALK, "end: 2021-06-15 21:30", "end: 2021-06-15 21:30+01:00")

    repository.commit(JUNE, "Layout", edit)

    assert told(repository) == []


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (swap(DUTCH_DAY, "title: Plantdag", "title: [Plantdag"), swap(DUTCH_DAY, "title: [Plantdag", "title: Plantdag")),
        (swap(DUTCH_DAY, "place:", "start: 2021-06-20\nplace:"), swap(DUTCH_DAY, "start: 2021-06-20\n", "")),
        (swap(DAY, "start: 2021-06-19 10:00", "start: noon"), swap(DAY, "start: noon", "start: 2021-06-19 10:00")),
        (swap(DAY, "start:", "strat:"), swap(DAY, "strat:", "start:")),
    ],
    ids=["head", "contradiction", "value", "slip"],
)
def test_a_file_that_cannot_be_read_leaves_its_record_as_it_was(repository: Repository, broken: Edit, mended: Edit) -> None:
    """And no other; what was changed meanwhile is told once it is mended."""
    other = swap(TREES, "partners: [town]", "partners: [rowers]")
    repository.commit(JUNE, "Broken", all_of(broken, swap(DAY, "partners: [town]", "partners: []"), other))
    first = ['2021-06-03 The first trees stand: partner added: Rowing Club "The Oar" & Friends; partner removed: The Town']
    assert told(repository) == first

    repository.commit("2021-06-04T10:00+02:00", "Another file", swap(PARTNERS, "Town Gardens, nl", "Gardens, nl"))
    between = ["2021-06-04 Gardens: name from Town Gardens to Gardens", *first]
    assert told(repository) == between

    repository.commit(JULY, "Mended", mended)
    mended_too = ["2021-07-04 Planting day: partner removed: The Town", *between]
    assert told(repository) == mended_too
    shutil.rmtree(repository.folder / ".cache")
    assert told(repository) == mended_too


def test_an_article_keeps_its_history_under_another_name(repository: Repository) -> None:
    repository.commit(JUNE, "Another day", swap(DAY, "2021-06-19 10:00", "2021-06-19 09:00"))

    def rename(files: Files) -> None:
        for language in ("en", "nl", "de"):
            text = files.read(f"content/{language}/events/planting-day.md")
            files.remove(f"content/{language}/events/planting-day.md")
            head = "---\nformerly: [planting-day]\n" if language == "en" else "---\n"
            files.write(f"content/{language}/events/garden-day.md", text.replace("---\n", head, 1))
        files.replace(LETTER, "events: [planting-day]", "events: [garden-day]")

    repository.commit(JULY, "Another name", rename)

    assert told(repository) == [
        "2021-07-04 Planting day: has another address",
        "2021-06-03 Planting day: start from 19 June 2021, 10:00 to 19 June 2021, 09:00",
    ]
    assert {change.of for change in history_of(repository).changes} == {("events", "garden-day")}


def test_a_page_that_was_never_read_hides_no_record_of_its_name(repository: Repository) -> None:
    """An article that was broken when history began is not told as new once it is mended; a partner of its name is new."""
    early = "2021-05-20T10:00+02:00"
    repository.commit(early, "Broken", lambda files: files.write("content/en/news/boat.md", "---\ntitle: [\n---\n"))
    repository.commit(JUNE, "A boat", lambda files: files.append(PARTNERS, "- {id: boat, name: {en: The Boat}, kind: other}\n"))
    repository.commit(JULY, "Mended", lambda files: files.write("content/en/news/boat.md", _boat("A boat")))

    assert told(repository) == ["2021-06-03 The Boat: new on this site"]


def test_the_last_article_of_a_kind_can_go(repository: Repository) -> None:
    repository.commit(JUNE, "No letters", gone(LETTER))

    assert told(repository, "nl") == ["2021-06-03 Nieuwsbrieven: niet meer op deze site"]


def test_files_in_folders_of_no_kind_are_no_records(repository: Repository) -> None:
    repository.commit(JUNE, "A diary", lambda files: files.write("content/en/diary/monday.md", _boat("Monday")))

    assert history_of(repository).changes == ()
