"""The small values of the model."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from kennisstad.model import LineRange, Moment, Prose, Summary, Text
from kennisstad.model.values import Number


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (2017, datetime.date(2017, 1, 1), datetime.date(2017, 12, 31)),
        ("2020-02", datetime.date(2020, 2, 1), datetime.date(2020, 2, 29)),
        (datetime.date(2017, 7, 7), datetime.date(2017, 7, 7), datetime.date(2017, 7, 7)),
    ],
)
def test_a_moment_is_as_precise_as_it_is_known(written: object, first: datetime.date, last: datetime.date) -> None:
    moment = Moment.model_validate(written)

    assert (moment.first_day, moment.last_day, moment.year) == (first, last, first.year)


@pytest.mark.parametrize("written", ["1-2-2021", "2021-13", "2021-02-30", "", None, 21, True, "2021-2"])
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(ValidationError, match="date"):
        Moment.model_validate(written)


def test_a_text_is_told_in_one_line_and_prose_keeps_its_paragraphs() -> None:
    assert Text({"nl": "  een\n  twee "}).in_language("nl") == "een twee"
    assert Prose({"nl": "een\n\ntwee\n"}).in_language("nl") == "een\n\ntwee"
    assert Text({"nl": "een"}).in_language("en") is None


def test_a_summary_has_at_most_240_characters_in_each_language() -> None:
    with pytest.raises(ValidationError) as caught:
        Summary.model_validate({"nl": "x" * 241, "en": "x" * 240})

    assert [(error["type"], error["loc"]) for error in caught.value.errors()] == [("too-long", ("nl",))]


def test_a_number_in_quotes_is_read_as_typed() -> None:
    number: TypeAdapter[Decimal] = TypeAdapter(Number)

    assert number.validate_python("2.705") == Decimal("2.705")
    assert number.dump_python(Decimal("2.705"), mode="json") == 2.705


def test_lines_of_a_text_are_one_or_a_range() -> None:
    chapter = LineRange.model_validate("476-489")

    assert (chapter.first, chapter.last) == (476, 489)
    assert chapter.holds(LineRange.model_validate(480))
    assert not chapter.holds(LineRange.model_validate("488-490"))


@pytest.mark.parametrize("written", ["489-476", "0", "1-", "1–2", 2.5, None, True])
def test_what_points_to_no_lines_is_refused(written: object) -> None:
    with pytest.raises(ValidationError, match="line-range"):
        LineRange.model_validate(written)
