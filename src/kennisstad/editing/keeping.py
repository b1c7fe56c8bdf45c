"""The ledger goes along: a translation is as new as its text, or as old, whichever ids changed in the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kennisstad.checking import Checked
from kennisstad.editing.desk import Desk
from kennisstad.editing.lines import Typed
from kennisstad.model import RecordKind
from kennisstad.model.dataset import Dataset
from kennisstad.model.ledger import LEDGER, Ledger, Translation, translations


def follow(desk: Desk, outcome: Checked, kind: RecordKind | None, names: Mapping[str, str]) -> None:
    """Puts the ledger on the desk as it follows from what was changed; `names` has what records of a kind are called now."""
    before, after = desk.checked.dataset, outcome.dataset
    if before is None or after is None or before.ledger is None:
        return
    called = {f"{kind.name}/{new}": f"{kind.name}/{old}" for old, new in names.items()} if kind else {}
    kept: dict[str, dict[str, str]] = {}
    for one, known in _known(before, before.ledger, after, called):
        kept.setdefault(one.of, {})[one.field] = known
    text = Ledger(before.ledger.counts, kept).as_text()
    if text != before.ledger.as_text():
        desk.files[desk.folders.data / LEDGER] = Typed(text)


def _known(before: Dataset, ledger: Ledger, after: Dataset, called: Mapping[str, str]) -> Iterator[tuple[Translation, str]]:
    was = {(one.of, one.field): one for one in translations(before)}
    for one in translations(after):
        of = called.get(one.of, one.of)
        known, old = ledger.translations.get(of, {}).get(one.field), was.get((of, one.field))
        if known is not None and old is not None and known == old.known_by:
            yield one, one.known_by
        elif known is not None and old is not None and ledger.is_older(old):
            yield one, f"{known.partition(':')[0]}:{one.translation}"
        elif known is not None:
            yield one, known
