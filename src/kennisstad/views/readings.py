"""How we know something: what each document says of a field, and the notes on what was chosen."""

from __future__ import annotations

from collections.abc import Iterable

from kennisstad.model import EditorialNote, Reading
from kennisstad.views.changes import field_word
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition
from kennisstad.views.sources import SourceView, sources_of


@view
class ReadingView:
    """What one document says of a field, in the year that it was so ("" where that is not known)."""

    field: str
    text: TextView
    year: str
    sources: tuple[SourceView, ...]


@view
class NoteLink:
    """A link to an editorial note, with what was chosen."""

    title: TextView
    path: str
    chosen: TextView


@view
class HowView:
    """How we know what a record says: what was chosen where documents differ, and what each of them says."""

    notes: tuple[NoteLink, ...]
    readings: tuple[ReadingView, ...]


def how_we_know(edition: Edition, name: str, found: Iterable[Reading]) -> HowView | None:
    """Gives the notes about a record, e.g. `project:biodivercity`, with its readings; None where there are neither."""
    view = HowView(note_links(edition, name), readings(edition, found))
    return view if view.notes or view.readings else None


def readings(edition: Edition, found: Iterable[Reading]) -> tuple[ReadingView, ...]:
    """Gives what each document says of a field."""
    return tuple(_reading(edition, reading) for reading in found)


def note_links(edition: Edition, name: str) -> tuple[NoteLink, ...]:
    """Gives the notes about a record, e.g. `project:biodivercity`, as links with what was chosen."""
    return tuple(_note_link(edition, note) for note in edition.relations.notes_about[name])


def _note_link(edition: Edition, note: EditorialNote) -> NoteLink:
    path = edition.links.record("notes", note.kind.value).path
    return NoteLink(edition.text(note.title), f"{path}#{note.id}", edition.text(note.chosen))


def _reading(edition: Edition, reading: Reading) -> ReadingView:
    word = edition.locale.words.get(f"reading.field.{reading.field}") or field_word(edition, reading.field)
    field = f"{word[:1].upper()}{word[1:]}"
    return ReadingView(field, edition.text(reading.text), str(reading.year or ""), sources_of(edition, reading))
