"""The commands that write what is kept: what should not change unnoticed, which translations fit, which addresses are promised."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kennisstad.checking import check
from kennisstad.messages import Messages
from kennisstad.model import Dataset, Folders
from kennisstad.model.ledger import LEDGER, Ledger, Translation, counted, translations
from kennisstad.model.promised import ADDRESSES, as_text
from kennisstad.promised import published
from kennisstad.site import BadData, make_site


def write_ledger(folders: Folders, words: Messages) -> int:
    """Writes the ledger as the records are now; a translation older than its text stays so. Gives 1 where data have errors."""
    dataset = _dataset(folders, words)
    if dataset is None:
        return 1
    before = dataset.ledger or Ledger()
    new = (translation for translation in translations(dataset) if not before.is_older(translation))
    _put(dataset, _text(dataset, new, counted(dataset)))
    print(words.say("ledger-written", file=folders.name(folders.data / LEDGER)))
    return 0


def write_addresses(folders: Folders, words: Messages) -> int:
    """Adds the addresses of the site of now to those that were promised; none is ever taken out. Gives 1 where data have errors."""
    try:
        dataset = make_site(folders).dataset
    except BadData as bad:
        print(words.tell_all(bad.problems, folders.root), file=sys.stderr)
        return 1
    before, path = frozenset(dataset.promised or ()), folders.data / ADDRESSES
    now = before | published(dataset)
    if dataset.promised is None or now != before:
        path.write_text(as_text(now), "utf-8", newline="\n")
        print(words.say("addresses-written", file=folders.name(path), count=len(now), new=len(now - before)))
    else:
        print(words.say("addresses-known", file=folders.name(path), count=len(now)))
    return 0


def translated(folders: Folders, words: Messages, given: Sequence[str]) -> int:
    """Says that the translations of a record (`projects/quay-garden`), or of a text of it (`….title`), are as new as their text.

    `given` may end in a language, and may begin as the other commands do: `project quay-garden`. Gives 1, and a sentence, where
    there is no such text.
    """
    dataset = _dataset(folders, words)
    if dataset is None:
        return 1
    what, language = meant(dataset, given)
    found = renewal(dataset, [what], language)
    if found is None:
        print(words.say("translated-nothing", found=what), file=sys.stderr)
        return 1
    _put(dataset, found.text)
    for line in told_of(found, what, words):
        print(line)
    return 0


class Renewal(NamedTuple):
    """The ledger as it has to be, and the translations that were older than their text and are not so in there."""

    older: list[Translation]
    text: str


def renewal(dataset: Dataset, what: Iterable[str], language: str | None) -> Renewal | None:
    """Gives the ledger in which the translations of some records or texts are as new as these; None where there are none."""
    named = list(what)
    are_meant = (one for one in translations(dataset) if any(_is_meant(one, name) for name in named))
    found = [one for one in are_meant if language in (None, one.language)]
    if not found:
        return None
    before = dataset.ledger or Ledger()
    return Renewal([one for one in found if before.is_older(one)], _text(dataset, found, before.counts or counted(dataset)))


def told_of(renewed: Renewal, what: str, words: Messages) -> list[str]:
    """Gives the sentences that tell which translations fit their text again."""
    again = [words.say("translated-again", found=f"{one.of}.{one.field}") for one in renewed.older]
    return again or [words.say("translated-already", found=what)]


def meant(dataset: Dataset, given: Sequence[str]) -> tuple[str, str | None]:
    """Gives the record that words name, as the ledger does, and the language: `project quay-garden nl`, `projects/quay-garden`."""
    first, *rest = given
    called = {name: kind.name for kind in dataset.kinds.records for name in (kind.one, kind.stem, kind.name) if name}
    if first in called and rest and rest[0] not in dataset.programme.languages:
        return f"{called[first]}/{rest[0]}", rest[1] if rest[1:] else None
    kind, slash, record = first.partition("/")
    return f"{called.get(kind, kind)}/{record}" if slash else first, rest[0] if rest else None


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


def _text(dataset: Dataset, renewed: Iterable[Translation], counts: Mapping[str, int]) -> str:
    """Gives the ledger with these translations as new as their text, and what was kept of the others that are still there."""
    before = dataset.ledger or Ledger()
    kept: dict[str, dict[str, str]] = {}
    for one in translations(dataset):
        known = before.translations.get(one.of, {}).get(one.field)
        if known is not None:
            kept.setdefault(one.of, {})[one.field] = known
    for one in renewed:
        kept.setdefault(one.of, {})[one.field] = one.known_by
    return Ledger(counts, kept).as_text()


def _put(dataset: Dataset, text: str) -> None:
    (dataset.folders.data / LEDGER).write_text(text, "utf-8", newline="\n")
