"""The commands that write the ledger: what should not change unnoticed, and which translations are as new as their text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from kennisstad.checking import check
from kennisstad.messages import Messages
from kennisstad.model import Dataset, Folders
from kennisstad.model.ledger import LEDGER, Ledger, Translation, counted, translations


def write_ledger(folders: Folders, words: Messages) -> int:
    """Writes the ledger as the records are now; a translation older than its text stays so. Gives 1 where data have errors."""
    dataset = _dataset(folders, words)
    if dataset is None:
        return 1
    before = dataset.ledger or Ledger()
    _write(dataset, (translation for translation in translations(dataset) if not before.is_older(translation)), counted(dataset))
    print(words.say("ledger-written", file=folders.name(folders.data / LEDGER)))
    return 0


def translated(folders: Folders, words: Messages, what: str, language: str | None) -> int:
    """Says that the translations of a record (`projects/quay-garden`), or of a text of it (`….title`), are as new as their text.

    Gives 1, and a sentence, where there is no such text.
    """
    dataset = _dataset(folders, words)
    if dataset is None:
        return 1
    found = [one for one in translations(dataset) if _is_meant(one, what) and language in (None, one.language)]
    if not found:
        print(words.say("translated-nothing", found=what), file=sys.stderr)
        return 1
    before = dataset.ledger or Ledger()
    older = [one for one in found if before.is_older(one)]
    _write(dataset, found, before.counts or counted(dataset))
    for one in older:
        print(words.say("translated-again", found=f"{one.of}.{one.field}"))
    if not older:
        print(words.say("translated-already", found=what))
    return 0


def _is_meant(translation: Translation, what: str) -> bool:
    """Whether a text is the record that is named, or within the text of it that is: `projects/garden.results.0`."""
    record, _, field = what.partition(".")
    return record in (translation.of, translation.record) and (not field or f"{translation.field}.".startswith(f"{field}."))


def _dataset(folders: Folders, words: Messages) -> Dataset | None:
    checked = check(folders)
    if checked.dataset is None or checked.errors:
        print(words.tell_all(checked.errors, folders.root), file=sys.stderr)
        return None
    return checked.dataset


def _write(dataset: Dataset, renewed: Iterable[Translation], counts: Mapping[str, int]) -> None:
    """Writes the ledger with these translations as new as their text, and what was kept of the others that are still there."""
    before = dataset.ledger or Ledger()
    kept: dict[str, dict[str, str]] = {}
    for one in translations(dataset):
        known = before.translations.get(one.of, {}).get(one.field)
        if known is not None:
            kept.setdefault(one.of, {})[one.field] = known
    for one in renewed:
        kept.setdefault(one.of, {})[one.field] = one.known_by
    text = Ledger(counts, kept).as_text()
    (dataset.folders.data / LEDGER).write_text(text, "utf-8", newline="\n")
