"""Charts and networks are drawn before any font is known: lengths, lines and labels."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kennisstad.views.charts import GAP, LABEL, LINE, THIN, WIDTH, BarView, Row, draw
from kennisstad.views.components import TextView
from kennisstad.views.lettering import lines_of, shortened, width_of


def bars_of(*values: str, label: str = "", number: str = "", told: str = "") -> tuple[int | None, tuple[BarView, ...]]:
    """Gives the zero line and the bars of a chart of these numbers."""
    rows = [Row(TextView(label), [("", "", Decimal(value))], "", number, told) for value in values]
    zero, _, bars = draw(rows, str)
    return zero, bars


def test_a_negative_number_goes_to_the_other_side_of_the_zero_line() -> None:
    zero, (lost, found) = bars_of("-1250", "800")

    assert zero
    assert (lost.pieces[0].x + lost.pieces[0].width, found.pieces[0].x) == (zero, zero)
    assert lost.pieces[0].x == 0
    assert lost.value_lines[0].x == zero + GAP


def test_without_a_negative_number_there_is_no_zero_line() -> None:
    assert bars_of("1", "2")[0] is None


@pytest.mark.parametrize("values", [("0", "0"), ("-1", "999999999999"), ("1", "999999999999"), ("-5", "-7"), ("9" * 60, "1")])
def test_every_bar_stays_inside_the_picture(values: tuple[str, ...]) -> None:
    for value, bar in zip(values, bars_of(*values)[1], strict=True):
        piece = bar.pieces[0]
        assert (piece.width >= THIN) is (value != "0")
        assert 0 <= piece.x <= piece.x + piece.width <= WIDTH


def test_a_number_too_long_to_stand_beside_a_bar_stands_below_it() -> None:
    _, (bar,) = bars_of("999999999999", number="more than 999,999,999,999")

    assert bar.value_lines[0].x == 0
    assert bar.value_lines[0].y > bar.end


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Leiden", ("Leiden",)),
        ("aan de kade en", ("aan de", "kade en")),
        ("wetenschapsoverleg", ("wetensch", "apsoverle", "g")),
        ("de wetenschappen", ("de", "wetensch", "appen")),
        ("城市与大学城", ("城市与大", "学城")),
        ("", ("",)),
    ],
)
def test_words_stand_in_lines_that_fit(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text, 8.5) == lines


def test_a_label_of_a_whole_line_takes_further_lines_only_where_it_is_wide() -> None:
    assert len(lines_of("n" * LABEL, LABEL)) == 1
    assert len(lines_of("M" * LABEL, LABEL)) == 2
    # 44 letters, of which many are narrow: a visitor may set them wider apart
    assert len(lines_of("Institute of Environmental Sciences in Haven", LABEL)) == 2


def test_a_name_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert shortened("Gemeente Leiden", 16, 18) == "Gemeente Leiden"
    assert shortened("Wetenschappelijke raad", 16, 18) == "Wetenschappelij…"
    assert width_of(shortened("城市大学研究中心论坛", 16, 18)) <= 18


def test_lines_of_a_label_make_room_above_the_bar() -> None:
    (short,), (long,) = bars_of("1", label="a")[1], bars_of("1", label="M" * 40)[1]

    assert long.y - short.y == LINE
    assert [line.y for line in long.label_lines] == [short.label_lines[0].y, short.label_lines[0].y + LINE]


def test_a_unit_that_leaves_no_room_for_the_bars_stands_in_the_table() -> None:
    (bar,) = bars_of("12", number="12", told="12 thousand of millions")[1]

    assert [line.text for line in bar.value_lines] == ["12"]
