"""The small values of the model."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from kennisstad.model import Figure, Moment, Prose, Summary, Text
from kennisstad.model.values import suggest_slug


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
    figure = Figure.model_validate({"value": "2.705", "counts": {"nl": "meter"}})

    assert figure.value == Decimal("2.705")
    assert figure.model_dump(mode="json")["value"] == 2.705


@pytest.mark.parametrize(("text", "slug"), [("Van 't Hof & Zn.", "van-t-hof-zn"), ("Één café", "een-cafe"), ("!!!", "id")])
def test_a_slug_is_suggested(text: str, slug: str) -> None:
    assert suggest_slug(text) == slug
