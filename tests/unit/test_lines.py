"""Lines of a document, as a list of sources tells them."""

from __future__ import annotations

import pytest

from kennisstad.model.values import LineRange
from kennisstad.views.sources import merged


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ([], ""),
        (["476"], "476"),
        (["476", "464-466"], "464-466, 476"),
        (["447-504", "453-458", "449-453"], "447-504"),
        (["10-12", "13-15", "17"], "10-15, 17"),
    ],
)
def test_lines_are_told_in_their_order_and_once(named: list[str], told: str) -> None:
    assert merged(LineRange(lines) for lines in named) == told
