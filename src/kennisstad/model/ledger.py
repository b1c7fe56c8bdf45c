"""What should not change unnoticed: how many records there are, and of which text each translation was made.

It stands in `data/ledger.json`, which `kennisstad ledger` writes and nobody by hand. A difference is advice, never a fault.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kennisstad.reading.source import Keys

if TYPE_CHECKING:
    from kennisstad.model.dataset import Dataset

LEDGER = "ledger.json"
"""The file's name in the data folder."""
DIGITS = 8
"""Hexadecimal digits of SHA-256 that a text is known by; a changed text has the same ones once in 4,000 million times."""
CONTENT = "content"
"""What hand-written pages are called where records have their kind."""


class Translation(NamedTuple):
    """A text in another language than the first: whose, where it stands, and by which both texts are known."""

    kind: str
    record: str
    keys: Keys
    language: str
    source: str
    translation: str

    @property
    def of(self) -> str:
        """Its record, as the ledger has it: `projects/quay-garden`."""
        return f"{self.kind}/{self.record}"

    @property
    def field(self) -> str:
        """Its place in the record: `results.0.text.en`; of a page its language."""
        return ".".join(str(key) for key in (*self.keys, self.language))

    @property
    def known_by(self) -> str:
        """What the ledger keeps of the two texts."""
        return f"{self.source}:{self.translation}"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is kept: `counts` by name (`records.projects`, `rows.agenda-2020`), and `translations` by record and field."""

    counts: Mapping[str, int] = field(default_factory=dict)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def is_older(self, translation: Translation) -> bool:
        """Whether the text changed since its translation was made of it, and the translation did not."""
        source, _, made = self.translations.get(translation.of, {}).get(translation.field, "").partition(":")
        return bool(made) and source != translation.source and made == translation.translation

    def as_text(self) -> str:
        """Gives the file: sorted, a line for each count and each text."""
        kept = {"counts": self.counts, "translations": self.translations}
        return json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_ledger(text: str) -> Ledger:
    """Gives the ledger that a file holds. Raises ValueError where it holds none."""
    found = json.loads(text)
    counts, translations = (found.get(name) if isinstance(found, dict) else None for name in ("counts", "translations"))
    if not isinstance(counts, dict) or not all(type(count) is int for count in counts.values()):
        raise ValueError("counts")
    texts = [known for of in translations.values() for known in of.values()] if isinstance(translations, dict) else [None]
    if not isinstance(translations, dict) or not all(isinstance(known, str) for known in texts):
        raise ValueError("translations")
    return Ledger(counts, translations)


def counted(dataset: Dataset) -> dict[str, int]:
    """Gives how many records there are of each kind, projects of each status, and rows of each list that a project has."""
    found = {f"records.{kind.name}": len(dataset.valid[kind.name]) for kind in dataset.kinds.records if dataset.valid[kind.name]}
    found |= {
        f"status.{status}": count for status, count in Counter(project.status for project in dataset.projects.values()).items()
    }
    for agenda in dataset.programme.agendas:
        rows = {row for project in dataset.projects.values() for row in project.codes.get(agenda.id, ())}
        found |= {f"rows.{agenda.id}": len(rows)} if rows else {}
    return found


def translations(dataset: Dataset) -> Iterator[Translation]:
    """Gives every text that stands in another language beside the first, of records, articles and hand-written pages."""
    first = dataset.programme.default_language
    for kind, record, keys, text in dataset.texts if dataset.is_programme_whole else ():
        source = text.root.get(first)
        for language, translated in text.root.items():
            if source is not None and language != first:
                yield Translation(kind, record.id, keys, language, _known_by(source), _known_by(translated))
    pages = {(page.language, page.name): page.markdown for page in dataset.content}
    for (language, name), markdown in pages.items():
        if language != first and (first, name) in pages:
            yield Translation(CONTENT, name, (), language, _known_by(pages[first, name]), _known_by(markdown))


def _known_by(text: str) -> str:
    return hashlib.sha256(text.strip().encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
