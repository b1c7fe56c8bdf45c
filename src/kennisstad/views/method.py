"""How we know this: the documents that facts come from, and the way to what was noticed in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kennisstad.model import Document, DocumentKind
from kennisstad.model.content import CONTACT
from kennisstad.views.components import LinkView, TextView, View, view
from kennisstad.views.documents import DocumentFacts, document_facts
from kennisstad.views.edition import Edition
from kennisstad.views.notes import LEFT_OUT, kinds_of_notes, notes_lead


@view
class DocumentView:
    """A document that facts come from, with how many records name it."""

    anchor: str
    facts: DocumentFacts
    publisher: LinkView | None
    summary: TextView | None
    counted: str


@view
class KindOfNotes:
    """The way to the notes of one kind, with what they are and how many."""

    link: LinkView
    lead: str
    number: str


@view
class MethodView(View):
    """How we know this."""

    how: tuple[str, ...]
    """How the documents were read, in paragraphs, as far as the programme tells it."""
    documents: tuple[DocumentView, ...]
    web: tuple[DocumentView, ...]
    """Pages on the web, decisions and statements, the newest first."""
    contact: LinkView | None
    """Where to ask for a document that has no address, while there is one such."""
    notes: tuple[KindOfNotes, ...]


def method_view(edition: Edition) -> MethodView:
    """Gives the page that tells how we know what we say."""
    documents = edition.dataset.documents.values()
    lacks_address = any(not one.link for one in documents if one.kind is DocumentKind.DOCUMENT)
    told = (edition.locale.say(f"method.{key}") for key in ("how_read", "how_status", "how_lines"))
    return MethodView(
        how=tuple(paragraph for paragraph in told if paragraph),
        documents=tuple(_document(edition, one) for one in documents if one.kind is DocumentKind.DOCUMENT),
        web=tuple(_document(edition, one) for one in _newest_first(documents) if one.kind is not DocumentKind.DOCUMENT),
        contact=edition.links.page(CONTACT) if lacks_address else None,
        notes=tuple(_kind_of_notes(edition, identity) for identity in kinds_of_notes(edition.dataset)),
    )


def _newest_first(documents: Iterable[Document]) -> list[Document]:
    """Gives documents by the date or year they show, those without one last."""
    return sorted(documents, key=lambda one: one.date.first_day.isoformat() if one.date else str(one.year or ""), reverse=True)


def _kind_of_notes(edition: Edition, identity: str) -> KindOfNotes:
    kinds = Counter(note.kind.value for note in edition.dataset.editorial_notes.values())
    number = len(edition.dataset.left_out) if identity == LEFT_OUT else kinds[identity]
    return KindOfNotes(edition.links.record("notes", identity), notes_lead(edition, identity), edition.locale.number(number))


def _document(edition: Edition, document: Document) -> DocumentView:
    return DocumentView(
        document.id,
        document_facts(edition, document),
        edition.links.record("partner", document.publisher) if document.publisher else None,
        edition.maybe(document.summary),
        edition.locale.count("count.records", edition.relations.records_naming[document.id]),
    )
