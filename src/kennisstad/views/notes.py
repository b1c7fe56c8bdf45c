"""What was noticed in the documents: a page for each kind of note, and one for the names that have no record."""

from __future__ import annotations

from kennisstad.addresses.routes import Route
from kennisstad.model import Dataset, EditorialNote, LeftOut, NoteKind
from kennisstad.views.components import LinkView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.texts import Texts

LEFT_OUT = "left-out"
"""The id of the page of names without a record, among the kinds of notes."""


@view
class NoteView:
    """What was found, what was chosen and why."""

    anchor: str
    title: TextView
    found: TextView
    chosen: TextView
    why: TextView
    is_open: bool
    about: tuple[LinkView, ...]
    sources: tuple[SourceView, ...]


@view
class LeftOutView:
    """A name that has no record, and why."""

    name: TextView
    reason: TextView
    sources: tuple[SourceView, ...]


@view
class NotesView(View):
    """The notes of one kind, or the names that were left out."""

    trail: LinkView
    title: TextView
    lead: str
    notes: tuple[NoteView, ...]
    left_out: tuple[LeftOutView, ...]


def notes_view(edition: Edition, identity: str) -> NotesView:
    """Gives the page of a kind of notes, e.g. `contradiction`, or of the names that were left out."""
    dataset = edition.dataset
    left_out = dataset.left_out.values() if identity == LEFT_OUT else ()
    return NotesView(
        trail=edition.links.to("method"),
        title=edition.links.record("notes", identity).title,
        lead=notes_lead(edition, identity),
        notes=tuple(_note(edition, note) for note in dataset.editorial_notes.values() if note.kind == identity),
        left_out=tuple(_left_out(edition, left) for left in left_out),
    )


def notes_lead(edition: Edition, identity: str) -> str:
    """Gives the sentence that tells what a kind of notes is."""
    return edition.locale.say(f"notes.{identity.replace('-', '_')}.lead")


def _note(edition: Edition, note: EditorialNote) -> NoteView:
    links = [edition.links.record(*name.split(":", 1)) for name in note.about]
    return NoteView(
        note.id,
        edition.text(note.title),
        edition.text(note.found),
        edition.text(note.chosen),
        edition.text(note.why),
        note.open,
        tuple(links),
        sources_of(edition, note),
    )


def notes_title(texts: Texts, identity: str) -> TextView:
    """Gives what the page of a kind of notes is called."""
    return TextView(texts.locale.say(f"notes.{identity.replace('-', '_')}.title"))


def notes_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of a kind of notes says of itself."""
    view = notes_view(edition, route.id)
    return Draft(title=view.title.text, description=view.lead, view=view)


def kinds_of_notes(dataset: Dataset) -> list[str]:
    """Gives the kinds of notes that there are, in the order of the model, and the names that were left out."""
    kinds = {note.kind for note in dataset.editorial_notes.values()}
    return [*(kind.value for kind in NoteKind if kind in kinds), *([LEFT_OUT] if dataset.left_out else [])]


def _left_out(edition: Edition, left: LeftOut) -> LeftOutView:
    return LeftOutView(edition.text(left.name), edition.text(left.reason), sources_of(edition, left))
