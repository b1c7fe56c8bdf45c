"""Where facts stand: the documents, sections, rows and lines that records name."""

from __future__ import annotations

from collections.abc import Iterable

from kennisstad.model import Document, DocumentKind, Part, Source
from kennisstad.model.values import LineRange
from kennisstad.model.walk import values_of
from kennisstad.views.components import TextView, view
from kennisstad.views.documents import DocumentFacts, document_facts
from kennisstad.views.edition import Edition


@view
class PlaceView:
    """A section of a document, with the rows of a table and the lines of its text there ("" for none)."""

    title: TextView
    rows: str
    lines: str


@view
class SourceView:
    """Where facts stand: a document and the places in it (none for the whole document)."""

    facts: DocumentFacts
    path: str
    """Where the site tells of the document."""
    is_page: bool
    """Whether it is a page on the web, which is told in full; a document is told of at `path`."""
    places: tuple[PlaceView, ...]


def sources_of(edition: Edition, *parts: Part) -> tuple[SourceView, ...]:
    """Gives every source in records, or in parts of records, by document and section; each place is named once."""
    named: dict[str, list[Source]] = {}
    for part in parts:
        for _, source in values_of(Source, part):
            named.setdefault(source.document, []).append(source)
    documents = edition.dataset.documents
    return tuple(_source(edition, documents[name], sources) for name, sources in named.items())


def merged(ranges: Iterable[LineRange]) -> str:
    """Gives lines in the order of the document, each once: `476`, `464-466`, `465-470` → `464-470, 476`."""
    found: list[tuple[int, int]] = []
    for first, last in sorted((lines.first, lines.last) for lines in ranges):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


def _lines(edition: Edition, lines: str) -> str:
    key = "source.line" if lines.isdigit() else "source.lines"
    return edition.locale.say(key, lines=lines) if lines else ""


def _source(edition: Edition, document: Document, sources: list[Source]) -> SourceView:
    by_section: dict[str | None, list[Source]] = {}
    for source in sources:
        by_section.setdefault(source.section, []).append(source)
    places = tuple(
        PlaceView(
            edition.text(section.title),
            ", ".join(dict.fromkeys(source.row for source in found if source.row)),
            _lines(edition, merged(source.lines for source in found if source.lines)),
        )
        for section in document.sections
        if (found := by_section.get(section.id))
    )
    facts, path = document_facts(edition, document), edition.links.record("document", document.id).path
    return SourceView(facts, path, document.kind is not DocumentKind.DOCUMENT, places)
