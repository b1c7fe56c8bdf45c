"""What a preview says of itself on every page: that it is one, and what is left out of it."""

from __future__ import annotations

from kennisstad.model import Dataset
from kennisstad.model.preview import Absent
from kennisstad.views.changes import kind_word
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition
from kennisstad.views.texts import direction


@view
class AbsentView:
    """What is left out: its kind, its name (its id where that is not known), and where it stands."""

    kind: str
    name: TextView
    place: str


@view
class PreviewView:
    """What a preview says: one sentence, and what is left out."""

    says: str
    absent: tuple[AbsentView, ...]


def preview_view(edition: Edition) -> PreviewView | None:
    """Gives what a preview says of itself, None on a page that is none."""
    preview = edition.dataset.preview
    if preview is None:
        return None
    count = len(preview.absent)
    says = edition.locale.count("proposal.absent", count) if count else edition.locale.say("proposal.whole")
    return PreviewView(says, tuple(_absent(edition, one) for one in preview.absent))


def _absent(edition: Edition, one: Absent) -> AbsentView:
    return AbsentView(kind_word(edition, one.kind), _name(edition, one), f"{one.where.file}:{one.where.line}")


def _name(edition: Edition, one: Absent) -> TextView:
    code = next((code for code in _codes(edition.dataset, edition.language) if code in one.name), "")
    if not code:
        return TextView(one.id or "?")
    turned = direction(code) if direction(code) != edition.direction else ""
    return TextView(one.name[code], "" if code == edition.language else code, turned)


def _codes(dataset: Dataset, language: str) -> tuple[str, ...]:
    return (language, *dataset.programme.languages)
