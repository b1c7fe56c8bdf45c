"""How we know this: the documents, what was chosen where they differ, and what was left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisstad.model import Document, EditorialNote, LeftOut, NoteKind
from kennisstad.urls import Kind
from kennisstad.views.agendas import agenda_path
from kennisstad.views.edition import Edition
from kennisstad.views.figures import figure_path
from kennisstad.views.history import event_path
from kennisstad.views.jumps import JumpView, jumps_to
from kennisstad.views.parts import LinkView, TextView
from kennisstad.views.sources import SourceView, sources_of


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document that facts come from, with how many records name it."""

    anchor: str
    title: TextView
    year: str
    publisher: LinkView | None
    summary: TextView | None
    url: str
    counted: str


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
class NotesView:
    """The notes of one kind."""

    anchor: str
    title: str
    counted: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """A name that has no record, and why."""

    name: TextView
    reason: TextView
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """How we know this."""

    jumps: tuple[JumpView, ...]
    documents: tuple[DocumentView, ...]
    notes: tuple[NotesView, ...]
    left_out: tuple[LeftOutView, ...]


def method_view(edition: Edition) -> MethodView:
    """Gives the page that tells how we know what we say."""
    dataset = edition.dataset
    notes = tuple(found for kind in NoteKind if (found := _notes(edition, kind)).notes)
    return MethodView(
        jumps=(
            *jumps_to(edition, ("documents", "method.documents", dataset.documents)),
            *(JumpView(kind.anchor, TextView(kind.title)) for kind in notes),
            *jumps_to(edition, ("left-out", "method.left_out", dataset.left_out)),
        ),
        documents=tuple(_document(edition, document) for document in dataset.documents.values()),
        notes=notes,
        left_out=tuple(_left_out(edition, left) for left in dataset.left_out.values()),
    )


def _notes(edition: Edition, kind: NoteKind) -> NotesView:
    notes = tuple(_note(edition, note) for note in edition.dataset.editorial_notes.values() if note.kind == kind)
    key = kind.value.replace("-", "_")
    return NotesView(f"notes-{kind.value}", edition.locale.say(f"method.kind.{key}"), edition.locale.number(len(notes)), notes)


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
        "document": lambda identity: LinkView(edition.text(edition.dataset.documents[identity].title), f"#{identity}"),
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


def _document(edition: Edition, document: Document) -> DocumentView:
    return DocumentView(
        document.id,
        edition.text(document.title),
        str(document.year or ""),
        edition.partner_link(document.publisher) if document.publisher else None,
        edition.maybe(document.summary),
        document.link or "",
        edition.locale.count("count.records", edition.relations.records_naming[document.id]),
    )


def _left_out(edition: Edition, left: LeftOut) -> LeftOutView:
    return LeftOutView(edition.text(left.name), edition.text(left.reason), sources_of(edition, left))
