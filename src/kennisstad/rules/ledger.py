"""What should not change unnoticed, beside what was kept of it in the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset
from kennisstad.model.ledger import CONTENT, LEDGER, Translation, counted, translations
from kennisstad.problem import Location, Problem, Severity


def counts_are_noticed(dataset: Dataset) -> Iterator[Problem]:
    """There are as many records, and projects of each status, as the ledger says (advice).

    Passes: 12 projects where the ledger has 12. Fails: 11.
    """
    if dataset.ledger is None or not dataset.is_whole:
        return
    now, kept = counted(dataset), dataset.ledger.counts
    changed = (name for name in sorted({*now, *kept}) if kept.get(name) != now.get(name))
    found = ", ".join(f"{name} {kept.get(name, 0)} → {now.get(name, 0)}" for name in changed)
    if found:
        where = Location(dataset.folders.name(dataset.folders.data / LEDGER))
        yield Problem(where, "count-changed", "notice-count", values={"found": found}, severity=Severity.ADVICE)


def translations_follow_their_text(dataset: Dataset) -> Iterator[Problem]:
    """A translation changes with its text (advice); the ledger keeps of which text each was made.

    Passes: `nl` and `en` both changed since, or neither. Fails: `nl` alone.
    """
    for translation in translations(dataset) if dataset.ledger is not None else ():
        if dataset.ledger is not None and dataset.ledger.is_older(translation):
            values = {
                "field": ".".join(str(key) for key in translation.keys) or translation.record,
                "language": translation.language,
            }
            values["of"] = f"{translation.of} {translation.language}"
            where = _place(dataset, translation)
            yield Problem(where, "translation-older", "translate-again", translation.record, values, Severity.ADVICE)


def _place(dataset: Dataset, translation: Translation) -> Location:
    if translation.kind == CONTENT:
        pages = ((page.language, page.name, page.file) for page in dataset.content)
        return Location(
            next(file for language, name, file in pages if (language, name) == (translation.language, translation.record))
        )
    return dataset.place(translation.kind, translation.record, (*translation.keys, translation.language))
