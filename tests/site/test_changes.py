"""What changed, from scripted commits on the invented programme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.changing import DUTCH_PAGE, JULY, JUNE, all_of, history_of, swap, told
from tests.site.repository import PARTNERS, PROGRAMME, PROJECTS, Edit, Files, Repository

GARDEN = "  status: running\n  status_year: 2020\n  codes"
OAR = 'Rowing Club "The Oar" & Friends'
RIEM = 'Roeivereniging "De Riem" & Vrienden'


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The invented programme in a repository, whose history begins in June."""
    return Repository.of_invented(tmp_path / "harbour")


def test_what_was_before_the_day_on_which_history_begins_is_not_told(repository: Repository) -> None:
    repository.commit("2021-05-31T23:00+02:00", "Before", swap(PROJECTS, "Quay garden", "Harbour garden"))

    assert told(repository) == []
    assert history_of(repository).begin is not None


@pytest.mark.parametrize(
    ("edit", "english", "dutch"),
    [
        (
            swap(PROJECTS, GARDEN, GARDEN.replace("running", "completed")),
            "Quay garden: status from Running to Completed",
            "Kadetuin: status van Loopt naar Afgerond",
        ),
        (
            swap(PROJECTS, "leads: [town]\n  partners: [rowers]\n  start", "leads: [rowers]\n  start"),
            f"Quay garden: lead added: {OAR}; lead removed: The Town; partner removed: {OAR}",
            f"Kadetuin: trekker erbij: {RIEM}; trekker weg: De Stad; partner weg: {RIEM}",
        ),
        (
            swap(PROJECTS, 'start: "2020-03"', "start: 2020-04-05\n  end: 2021"),
            "Quay garden: start from March 2020 to 5 April 2020; end: 2021",
            "Kadetuin: begin van maart 2020 naar 5 april 2020; einde: 2021",
        ),
        (
            swap(PROJECTS, "title: {en: Quay garden, nl: Kadetuin", "title: {en: Harbour garden, nl: Kadetuin"),
            "Harbour garden: title from Quay garden to Harbour garden",
            "Kadetuin: tekst herzien in het Engels: titel",
        ),
        (
            swap(PROJECTS, "nl: Een tuin voor iedereen op de kade.", "nl: Een tuin voor allen."),
            "Quay garden: text revised in Dutch: summary",
            "Kadetuin: tekst herzien: samenvatting",
        ),
        (
            swap(PROJECTS, "Swim where ships lay.}", "Swim where ships lay., nl: Zwem waar schepen lagen.}"),
            'Swimming < 3 km in the "harbour" & more: translated into Dutch',
            'Swimming < 3 km in the "harbour" & more: vertaald in het Nederlands',
        ),
        (
            swap("data/figures.yaml", "value: 1250", "value: 1300.5"),
            "1,300.5 flowers planted on the quay: value from 1,250 to 1,300.5",
            "1.300,5 bloemen geplant op de kade: waarde van 1.250 naar 1.300,5",
        ),
    ],
    ids=["status", "partners", "dates", "title", "summary", "translation", "figure"],
)
def test_what_changed_is_told_in_plain_words(repository: Repository, edit: Edit, english: str, dutch: str) -> None:
    repository.commit(JUNE, "A change", edit)

    assert told(repository) == [f"2021-06-03 {english}"]
    assert told(repository, "nl") == [f"2021-06-03 {dutch}"]


def _reordered(files: Files) -> None:
    """Records in another order, a comment, a value in quotes, a text over two lines and a day on which it was looked through."""
    first, *others = files.read(PROJECTS).split("\n- ")
    files.write(PROJECTS, "\n- ".join([f"# The projects\n- {others[-1].rstrip()}", first.removeprefix("- "), *others[:-1]]) + "\n")
    files.replace(PROJECTS, "status: running", 'status: "running"')
    files.replace(PROJECTS, "Neighbours dig, *together* with", "Neighbours dig,\n      *together* with")
    files.replace(PROJECTS, "checked: 2026-11-22", "checked: 2026-11-25")


@pytest.mark.parametrize(
    "edit",
    [
        _reordered,
        swap("data/people.yaml", "name: A. Gardener", "name: A. Gardener-Rower"),
        swap(PROGRAMME, 'telephone: "01 23 45"', 'telephone: "54 32 10"'),
        swap(PROGRAMME, "mailto:desk@", "mailto:counter@"),
        swap("data/tracks.yaml", "order: 1", "order: 3"),
    ],
    ids=["layout", "people", "telephone", "mail", "order"],
)
def test_layout_people_and_how_to_reach_them_are_no_change(repository: Repository, edit: Edit) -> None:
    repository.commit(JUNE, "A change", edit)

    assert told(repository) == []


def test_what_came_and_went_is_told_with_what_it_was_called(repository: Repository) -> None:
    repository.commit(JUNE, "A boat", lambda files: files.append(PARTNERS, "- {id: boat, name: {en: The Boat}, kind: other}\n"))
    repository.commit(JULY, "No boat", swap(PARTNERS, "- {id: boat, name: {en: The Boat}, kind: other}\n", ""))

    assert told(repository) == ["2021-07-04 The Boat: no longer on this site", "2021-06-03 The Boat: new on this site"]


def test_names_are_those_of_today_else_those_of_then(repository: Repository) -> None:
    boat = "- {id: boat, name: {en: The Boat}, kind: other}\n"
    repository.commit("2021-06-01T10:00+02:00", "A boat", lambda files: files.append(PARTNERS, boat))
    repository.commit(JUNE, "It joins", swap(PROJECTS, "partners: [rowers]", "partners: [rowers, boat]"))
    repository.commit("2021-06-04T10:00+02:00", "Another name", swap(PARTNERS, "The Boat", "The Ship"))
    assert "2021-06-03 Quay garden: partner added: The Ship" in told(repository)

    gone = swap(PARTNERS, boat.replace("Boat", "Ship"), "")
    repository.commit(JULY, "It leaves", all_of(swap(PROJECTS, ", boat", ""), gone))
    assert "2021-06-03 Quay garden: partner added: The Boat" in told(repository)
    assert "2021-07-04 Quay garden: partner removed: The Ship" in told(repository)


def test_a_record_keeps_its_history_under_another_id(repository: Repository) -> None:
    """Told by `formerly`, and found by its content where nobody tells."""
    repository.commit(JUNE, "Done", swap(PROJECTS, GARDEN, GARDEN.replace("running", "completed")))
    repository.commit(
        "2021-06-10T10:00+02:00", "Formerly", _renamed("quay-garden", "harbour-garden", "formerly: [quay-garden]\n  ")
    )
    repository.commit(JULY, "Without a word", _renamed("harbour-garden", "garden", ""))

    history = history_of(repository)
    assert {change.of for change in history.changes if change.kind == "projects"} == {("projects", "garden")}
    assert told(repository) == [
        "2021-07-04 Quay garden: has another address",
        "2021-06-10 Quay garden: has another address",
        "2021-06-03 Quay garden: status from Running to Completed",
    ]
    assert [change.key.split("/", 1)[1] for change in history.changes] == [
        "projects/garden",
        "projects/harbour-garden",
        "projects/quay-garden",
    ]


def _renamed(old: str, new: str, more: str) -> Edit:
    """Gives the edit that gives a record another id, wherever it is named."""

    def edit(files: Files) -> None:
        for path in files.all():
            files.write(path, re.sub(rf"\b{old}\b", new, files.read(path)))
        if more:
            files.replace(PROJECTS, f"- id: {new}\n  ", f"- id: {new}\n  {more}")

    return edit


def test_two_records_that_became_one_are_told_as_merged(repository: Repository) -> None:
    boat = "- {id: boat, name: {en: The Boat}, kind: other}\n"
    repository.commit("2021-05-20T10:00+02:00", "A boat", lambda files: files.append(PARTNERS, boat))
    merged = "- id: nobody\n  formerly: [boat]"
    repository.commit(JUNE, "One", all_of(swap(PARTNERS, boat, ""), swap(PARTNERS, "- id: nobody", merged)))

    assert told(repository) == ["2021-06-03 Not in any project: merged with The Boat"]
    assert history_of(repository).last_changed("partners", "nobody") is not None


def test_what_became_part_of_another_record_keeps_what_was_told_of_it(repository: Repository) -> None:
    """The other one did not come when that came, and was no partner where that was one."""
    boat = "- {id: boat, name: {en: The Boat}, kind: other}\n"
    repository.commit("2021-06-01T10:00+02:00", "A boat", lambda files: files.append(PARTNERS, boat))
    repository.commit("2021-06-02T10:00+02:00", "It joins", swap(PROJECTS, "partners: [rowers]", "partners: [rowers, boat]"))
    merged = "- id: nobody\n  formerly: [boat]"
    repository.commit(
        JUNE,
        "One",
        all_of(
            swap(PARTNERS, boat, ""),
            swap(PARTNERS, "- id: nobody", merged),
            swap(PROJECTS, "partners: [rowers, boat]", "partners: [rowers, nobody]"),
        ),
    )
    repository.commit(JULY, "It leaves", swap(PROJECTS, "partners: [rowers, nobody]", "partners: [rowers]"))

    expected = [
        "2021-07-04 Quay garden: partner removed: Not in any project",
        "2021-06-03 Not in any project: merged with The Boat",
        "2021-06-02 Quay garden: partner added: The Boat",
        "2021-06-01 The Boat: new on this site",
    ]
    assert told(repository) == expected
    assert told(repository) == expected, "as it is kept"


BROKEN = swap(PROJECTS, "- id: benches", "- id: benches\n  title: [")


def test_a_state_that_cannot_be_read_is_passed_over(repository: Repository) -> None:
    repository.commit(JUNE, "Broken", all_of(swap(PROJECTS, "running", "completed"), BROKEN))
    assert told(repository) == []

    repository.commit(JULY, "Mended", swap(PROJECTS, "\n  title: [", ""))
    assert told(repository) == ["2021-07-04 Quay garden: status from Running to Completed"]


def test_one_record_that_cannot_be_read_hides_no_other(repository: Repository) -> None:
    def edit(files: Files) -> None:
        files.replace(PROJECTS, "title: {en: Benches, nl: Bankjes, de: Bänke}", "title: {en: Seats}\n  sumary: {en: Oops}")
        files.replace(PROJECTS, "running", "stopped")

    repository.commit(JUNE, "One is broken", edit)
    repository.commit(JULY, "Mended", swap(PROJECTS, "\n  sumary: {en: Oops}", ""))

    assert told(repository) == [
        "2021-07-04 Seats: title from Benches to Seats",
        "2021-06-03 Quay garden: status from Running to Stopped",
    ]


def test_an_id_that_was_left_out_by_mistake_is_no_removal(repository: Repository) -> None:
    repository.commit(JUNE, "No id", swap(PROJECTS, "- id: benches\n  title", "- title"))
    repository.commit(JULY, "Mended", swap(PROJECTS, "- title", "- id: benches\n  title"))

    assert told(repository) == []


def test_records_of_an_older_model_are_read_as_far_as_the_model_of_today_knows_them(repository: Repository) -> None:
    """A field that is gone since is nothing to tell of; one that is asked for since was not missing then."""
    old = "  zzz_weather: {en: Sunny}\n  status: running\n"
    repository.commit("2021-05-30T10:00+02:00", "Long ago", swap(PROJECTS, "  status: running\n", old))
    repository.commit("2021-05-31T10:00+02:00", "Then", swap(PROJECTS, "  checked: 2026-11-22\n- id: benches", "- id: benches"))
    repository.commit(JUNE, "Done", swap(PROJECTS, "status: running", "status: stopped"))
    repository.commit("2021-06-20T10:00+02:00", "Rain", swap(PROJECTS, "Sunny", "Rain"))
    today = "  checked: 2026-11-22\n- id: benches"
    cleared = swap(PROJECTS, "  zzz_weather: {en: Rain}\n", "")
    repository.commit(JULY, "Today", all_of(cleared, swap(PROJECTS, "- id: benches", today)))

    assert told(repository) == ["2021-06-03 Quay garden: status from Running to Stopped"]


def test_a_commit_that_asks_for_silence_is_never_told(repository: Repository) -> None:
    repository.commit(JUNE, "[stil] Dates", swap(PROJECTS, "status: running", "status: stopped"))
    repository.commit(JULY, "Again\n\n[stil]", swap(PROJECTS, "status: stopped", "status: completed"))

    assert told(repository) == ["2021-07-04 Quay garden: status from Stopped to Completed"]


def test_a_merge_is_told_once_and_on_its_own_day(repository: Repository) -> None:
    repository.branch("garden")
    repository.commit("2021-06-02T10:00+02:00", "On a branch", swap(PROJECTS, "status: running", "status: stopped"))
    repository.commit("2021-06-04T10:00+02:00", "And on", swap(PROJECTS, "status: stopped", "status: completed"))
    merge = repository.merge(JULY, "garden")

    history = history_of(repository)
    assert told(repository) == ["2021-07-04 Quay garden: status from Running to Completed"]
    assert {change.commit.id for change in history.changes} == {merge}


def test_the_day_of_a_commit_is_that_of_the_programme(repository: Repository) -> None:
    repository.commit("2021-06-30T23:30Z", "Late", swap(PROJECTS, "status: running", "status: stopped"))

    (change,) = history_of(repository).changes
    assert change.commit.instant.isoformat() == "2021-07-01T01:30:00+02:00"
    assert list(history_of(repository).months) == ["2021-07"]


def test_written_pages_have_a_history_too(repository: Repository) -> None:
    repository.commit(JUNE, "Words", swap("content/en/about.md", "See [the garden]", "Come and see [the garden]"))
    repository.commit(JULY, "In Dutch", lambda files: files.write("content/nl/about.md", DUTCH_PAGE))

    assert told(repository) == [
        "2021-07-04 About the harbour: translated into Dutch",
        "2021-06-03 About the harbour: text revised: text",
    ]
    history = history_of(repository)
    assert str(history.last_changed("content", "about", "en")) == "2021-06-03"
    assert str(history.last_changed("content", "about", "nl")) == "2021-07-04"


def test_history_may_begin_with_a_commit_and_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    repository = Repository.of_invented(tmp_path / "all", below="sites/harbour", start="")
    first = repository.commit("2021-05-02T10:00+02:00", "One", swap(PROJECTS, "status: running", "status: stopped"))
    repository.commit(JUNE, "Two", lambda files: files.append(PROGRAMME, f'history_from: "{first[:9]}"\n'))
    repository.commit(JULY, "Three", swap(PROJECTS, "status: stopped", "status: completed"))

    assert told(repository) == ["2021-07-04 Quay garden: status from Stopped to Completed"]


def test_a_change_that_came_and_went_on_one_day_is_none(repository: Repository) -> None:
    year = "\n  status_year: 2020"
    for hour, (old, new) in enumerate([("running", "stopped"), ("stopped", "planned"), ("planned", "completed")], 10):
        edit = swap(PROJECTS, f"status: {old}{year}", f"status: {new}{year}")
        repository.commit(f"2021-06-03T{hour}:00+02:00", "Again", edit)
    repository.commit("2021-06-03T15:00+02:00", "Joins", swap(PROJECTS, "partners: [rowers]", "partners: [rowers, nobody]"))
    repository.commit("2021-06-03T16:00+02:00", "Leaves", swap(PROJECTS, "partners: [rowers, nobody]", "partners: [rowers]"))

    assert told(repository) == ["2021-06-03 Quay garden: status from Running to Completed"]
