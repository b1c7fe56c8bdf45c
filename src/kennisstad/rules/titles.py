"""Pages can be told apart: by their titles within a listing, and by their summaries, which search engines show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisstad.model import Address, Dataset, Record, Text
from kennisstad.problem import Problem, Severity


def pages_can_be_told_apart(dataset: Dataset) -> Iterator[Problem]:
    """No two records of a kind that has pages have the same title in a language; no two summaries are the same (advice).

    Passes: `title: {nl: Kadetuin}` and `title: {nl: Kadetuin noord}`. Fails: `title: {nl: Kadetuin}` twice.
    """
    with_pages = [place.above for place in dataset.kinds.places if place.address is Address.BELOW and place.above in dataset.valid]
    for kind in with_pages:
        records = [(kind, record) for record in dataset.valid[kind].values()]
        yield from _twice(dataset, ("title", "name"), "same-title", records)
    summed_up = [(kind, record) for kind in with_pages for record in dataset.valid[kind].values() if hasattr(record, "title")]
    yield from _twice(dataset, ("summary",), "same-summary", summed_up)


def _twice(dataset: Dataset, fields: tuple[str, ...], rule: str, records: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    told = set()
    for kind, record in records:
        field = next((field for field in fields if isinstance(getattr(record, field, None), Text)), "")
        if not field:
            continue
        text: Text = getattr(record, field)
        for language in dataset.programme.languages:
            shown = text.in_language(language) or text.in_language(dataset.programme.default_language) or ""
            other = first.setdefault((language, shown), record.id)
            if other != record.id and (record.id, other) not in told:
                told.add((record.id, other))
                where = dataset.place(kind, record.id, (field,))
                yield Problem(where, rule, "tell-apart", record.id, {"found": shown, "other": other}, Severity.ADVICE)
