"""What was noticed in the documents: a page for each kind of note, and one for the names that have no record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisstad.model import EditorialNote, LeftOut
from kennisstad.urls import LEFT_OUT, Kind
from kennisstad.views.agendas import agenda_path
from kennisstad.views.edition import Edition
from kennisstad.views.figures import figure_path
from kennisstad.views.history import event_path
from kennisstad.views.parts import LinkView, TextView
from kennisstad.views.sources import SourceView, sources_of


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """A name that has no record, and why."""

    name: TextView
    reason: TextView
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class NotesView:
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
        trail=edition.section_link(Kind.METHOD),
        title=edition.notes_link(identity).title,
        lead=notes_lead(edition, identity),
        notes=tuple(_note(edition, note) for note in dataset.editorial_notes.values() if note.kind == identity),
        left_out=tuple(_left_out(edition, left) for left in left_out),
    )


def notes_lead(edition: Edition, identity: str) -> str:
    """Gives the sentence that tells what a kind of notes is."""
    return edition.locale.say(f"notes.{identity.replace('-', '_')}.lead")


def _note(edition: Edition, note: EditorialNote) -> NoteView:
    links = (record_link(edition, name) for name in note.about)
    return NoteView(
        note.id,
        edition.text(note.title),
        edition.text(note.found),
        edition.text(note.chosen),
        edition.text(note.why),
        note.open,
        tuple(link for link in links if link),
        sources_of(edition, note),
    )


def record_link(edition: Edition, name: str) -> LinkView | None:
    """Gives a link to any record: `project:…` to its page, `figure:…` to its place among all figures, and so on."""
    kind, _, identity = name.partition(":")
    makers: dict[str, Callable[[str], LinkView]] = {
        "project": edition.project_link,
        "partner": edition.partner_link,
        "theme": edition.theme_link,
        "track": edition.track_link,
        "figure": lambda identity: _figure_link(edition, identity),
        "event": lambda identity: LinkView(edition.text(edition.dataset.timeline[identity].title), event_path(edition, identity)),
        "action": lambda identity: _action_link(edition, identity),
        "document": lambda identity: _document_link(edition, identity),
        "body": lambda identity: _body_link(edition, identity),
    }
    return makers[kind](identity) if kind in makers else None


def _figure_link(edition: Edition, identity: str) -> LinkView:
    figure = edition.dataset.figures[identity]
    counts = edition.text(figure.counts)
    return LinkView(TextView(f"{edition.figure_name(figure)} {counts.text}", counts.lang), figure_path(edition, identity))


def _action_link(edition: Edition, identity: str) -> LinkView:
    action = edition.dataset.actions[identity]
    return LinkView(edition.text(action.title), agenda_path(edition, action.agenda))


def _body_link(edition: Edition, identity: str) -> LinkView:
    path = edition.addresses.section(Kind.PROGRAMME, edition.language)
    return LinkView(edition.text(edition.dataset.governance[identity].title), f"{path}#{identity}")


def _document_link(edition: Edition, identity: str) -> LinkView:
    return LinkView(edition.text(edition.dataset.documents[identity].title), edition.document_path(identity))


def _left_out(edition: Edition, left: LeftOut) -> LeftOutView:
    return LeftOutView(edition.text(left.name), edition.text(left.reason), sources_of(edition, left))
