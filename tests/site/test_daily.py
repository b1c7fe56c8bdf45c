"""The site is published each day: what says nothing else than yesterday is, byte by byte, what stood there yesterday."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.programmes import INVENTED, published

MORNING = 1_900_008_000 // 86_400 * 86_400 + 36_000
"""A day on which nothing in the invented programme begins or ends."""


def files(monkeypatch: pytest.MonkeyPatch, seconds: int, folder: Path = INVENTED) -> dict[str, bytes]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(seconds))
    return dict(published(folder).files)


def test_the_same_day_gives_the_same_bytes_at_any_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    assert files(monkeypatch, MORNING) == files(monkeypatch, MORNING + 3 * 3_600)


def test_a_day_on_which_nothing_happens_changes_no_page_but_that_which_says_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = files(monkeypatch, MORNING), files(monkeypatch, MORNING + 86_400)
    other = {path for path in before if before[path] != after[path]}

    assert set(before) == set(after)
    assert {path for path in other if path.endswith(".html")} == {
        f"{folder}/index.html" for folder in ("open-data", "nl/open-data", "de/offene-daten")
    }
    assert not {path.partition("/")[0] for path in other} - {"api", "dcat.jsonld", "open-data", "nl", "de"}
