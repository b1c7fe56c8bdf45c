"""Pages can be told apart: by their titles within a listing, and by their summaries, which search engines show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisstad.model import Dataset, Record, Text
from kennisstad.problem import Problem

TITLED = {"projects": "title", "partners": "name", "tracks": "title", "themes": "title"}
"""The records that have a page, and the field that is its title."""
SUMMED_UP = ("projects", "tracks", "themes")
"""The records of which the summary alone describes the page."""


def pages_can_be_told_apart(dataset: Dataset) -> Iterator[Problem]:
    """No two projects have the same title in a language, nor two partners, tracks or themes; no two summaries are the same.

    Passes: `title: {nl: Kadetuin}` and `title: {nl: Kadetuin noord}`. Fails: `title: {nl: Kadetuin}` twice.
    """
    for collection, field in TITLED.items():
        records = [(collection, record) for record in getattr(dataset, collection).values()]
        yield from _twice(dataset, field, "same-title", records)
    summed_up = [(collection, record) for collection in SUMMED_UP for record in getattr(dataset, collection).values()]
    yield from _twice(dataset, "summary", "same-summary", summed_up)


def _twice(dataset: Dataset, field: str, rule: str, records: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    told = set()
    for collection, record in records:
        text: Text = getattr(record, field)
        for language in dataset.programme.languages:
            shown = text.in_language(language) or text.in_language(dataset.programme.default_language) or ""
            other = first.setdefault((language, shown), record.id)
            if other != record.id and (record.id, other) not in told:
                told.add((record.id, other))
                where = dataset.place(collection, record.id, (field,))
                yield Problem(where, rule, "tell-apart", record.id, {"found": shown, "other": other})
