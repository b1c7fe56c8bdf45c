"""Which date, number, address or name somebody meant."""

from __future__ import annotations

import pytest

from kennisstad.messages.names import field_called, open_end_called, scale_called, truth_called, value_called
from kennisstad.problem import distance, nearest
from kennisstad.rules.meant.addresses import read_address
from kennisstad.rules.meant.days import read_date, read_instant
from kennisstad.rules.meant.numbers import read_number
from kennisstad.rules.tongues import language_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 maart 2021", ("2021-03-01", True)),
        ("maart 2021", ("2021-03", True)),
        ("1 mrt. 2021", ("2021-03-01", True)),
        ("March 1st, 2021", ("2021-03-01", True)),
        ("31-1-2021", ("2021-01-31", True)),
        ("1-3-2021", ("2021-03-01", False)),
        ("2021/3/1", ("2021-03-01", True)),
        ("2021-03-01T23:30:00+02:00", ("2021-03-01", True)),
        ("3-2021", ("2021-03", True)),
        ("ergens in 2021", ("2021", False)),
        ("31 februari 2021", ("", True)),
        ("binnenkort", ("", False)),
        ("2021 of 2022", ("", False)),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, meant: tuple[str, bool]) -> None:
    assert read_date(typed, ("nl", "en")) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2,5", ("2.5", True)),
        ("1.750.000", ("1750000", True)),
        ("1.750,50", ("1750.5", True)),
        ("750 000", ("750000", True)),
        ("1,750,000.25", ("1750000.25", True)),
        ("1,250", ("1.25", False)),
        ("12.5", ("12.5", True)),
        ("1.25.0", ("", False)),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, meant: tuple[str, bool]) -> None:
    assert read_number(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("www.town.example", ("https://www.town.example", True)),
        ("town.example/a b", ("", False)),
        ("http:/town.example", ("http://town.example", True)),
        ("https://town.example/a b", ("https://town.example/a%20b", True)),
        ("https://a.example en https://b.example", ("", False)),
        ("zie https://a.example/plan.", ("https://a.example/plan", False)),
        ("[De stad](https://a.example/)", ("https://a.example/", False)),
        ("https:\\\\a.example", ("https://a.example", True)),
        ("htps://town.example", ("https://town.example", False)),
        ("desk@town.example", ("mailto:desk@town.example", True)),
        ("het stadhuis", ("", False)),
    ],
)
def test_an_address_is_read_as_people_write_it(typed: str, meant: tuple[str, bool]) -> None:
    assert read_address(typed, takes_mail=True) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5 december 2026, 14.00 uur", ("2026-12-05 14:00", True)),
        ("2026-12-05 om 9u", ("2026-12-05 09:00", True)),
        ("5-12-2026 14:00", ("2026-12-05 14:00", False)),
        ("5 december 2026", ("2026-12-05", True)),
        ("december 2026 14:00", ("", True)),
        ("14:00", ("", False)),
    ],
)
def test_a_time_is_read_with_its_day(typed: str, meant: tuple[str, bool]) -> None:
    assert read_instant(typed, ("nl", "en")) == meant


@pytest.mark.parametrize(("word", "times"), [("miljoen", 1_000_000), ("mld", 10**9), ("thousand", 1000), ("m", 0), ("euro", 0)])
def test_a_word_after_a_number_may_make_it_larger(word: str, times: int) -> None:
    assert scale_called(word) == times


def test_what_goes_on_is_known_in_every_language_of_the_messages() -> None:
    assert all(map(open_end_called, ["heden", "Nu", "tot nu toe", "present", "now"]))
    assert not open_end_called("2021")


def test_a_slip_of_the_hand_is_near_and_another_word_is_not() -> None:
    assert distance("runing", "running") == 1
    assert distance("lmuc", "lumc") == 1
    assert nearest("sttaus", ["status", "start"]) == "status"
    assert nearest("spoor", ["photo", "sources"]) == ""
    assert nearest("di", ["id", "kind"]) == "id"


def test_a_field_is_known_by_what_it_is_called_where_it_stands() -> None:
    assert field_called("Spoor", ["id", "track"]) == "track"
    assert field_called("jaar", ["status_year", "start"]) == "status_year"
    assert field_called("jaar", ["year", "until_year"]) == "year"
    assert field_called("part-of", ["part_of"]) == "part_of"
    assert field_called("budget", ["value"]) == ""
    assert value_called("lopend", ["running", "planned"]) == "running"
    assert value_called("lopend", ["planned"]) == ""
    assert [truth_called(word) for word in ("Ja", "nee", "misschien")] == ["true", "false", ""]


def test_small_words_tell_another_language_only_where_they_are_sure() -> None:
    assert language_of("They work with the town, for everybody.", "nl") == "en"
    assert language_of("Zij werken met de stad.", "nl") == ""
    assert language_of("The Future of Work: het verhaal van de haven", "nl") == ""
    assert language_of("City of Knowledge", "nl") == ""
