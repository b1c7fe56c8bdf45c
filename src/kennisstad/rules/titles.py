"""Pages can be told apart: by their titles within a listing, and by their summaries, which search engines show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisstad.model import Address, Dataset, Record, Text
from kennisstad.problem import Problem, Severity
from kennisstad.reading.source import Keys
from kennisstad.text import fold


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
            shown = text.in_language(language) or text.in_language(dataset.programme.default_language)
            if not shown:
                continue
            other = first.setdefault((language, shown), record.id)
            if other != record.id and (record.id, other) not in told:
                told.add((record.id, other))
                where = dataset.place(kind, record.id, (field,))
                yield Problem(where, rule, "tell-apart", record.id, {"found": shown, "other": other}, Severity.ADVICE)


def names_are_of_one(dataset: Dataset) -> Iterator[Problem]:
    """No project has the name or another name of another project, nor a partner that of another partner (advice).

    Passes: `aliases: [Kade]` at one project. Fails: the same at two, or `aliases: [Kadetuin]` beside a project called Kadetuin.
    """
    for kind in ("projects", "partners"):
        first: dict[str, tuple[str, str, Keys]] = {}
        for record in dataset.valid.get(kind, {}).values():
            for shown, keys in _names_of(record):
                other, as_shown, there = first.setdefault(fold(shown), (record.id, shown, keys))
                is_same_title = keys == there and shown == as_shown and keys[0] in ("title", "name")  # told already
                if other != record.id and not is_same_title:
                    where = dataset.place(kind, record.id, keys)
                    values = {"found": shown, "other": other}
                    yield Problem(where, "name-of-another", "tell-apart", record.id, values, Severity.ADVICE)


def _names_of(record: Record) -> Iterator[tuple[str, Keys]]:
    """Gives all that a record is called, once each, with where that stands."""
    told = set()
    for field in ("title", "name", "short_name"):
        text = getattr(record, field, None)
        for language, shown in text.root.items() if isinstance(text, Text) else ():
            if fold(shown) not in told:
                told.add(fold(shown))
                yield shown, (field, language)
    for position, alias in enumerate(getattr(record, "aliases", ())):
        if fold(alias) not in told:
            told.add(fold(alias))
            yield alias, ("aliases", position)
