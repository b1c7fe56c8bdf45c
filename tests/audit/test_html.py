"""The HTML of every page is valid. What else it promises stands in `tests/promises/html.py`, for any programme."""

from __future__ import annotations

from pathlib import Path

from tests.audit.tools import invalid_html


def test_html_is_valid(site: Path) -> None:
    assert invalid_html([site]) == []
