"""What facts come from says what a reader needs to judge it: whose it is, of which day, and where it can be read."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset, Document, DocumentKind
from kennisstad.problem import Problem

_NEEDED = {
    DocumentKind.DOCUMENT: (),
    DocumentKind.PAGE: ("link", "read"),
    DocumentKind.DECISION: ("date",),
    DocumentKind.STATEMENT: ("date",),
}
_HINTS = {
    "link": "add-link-of-document",
    "read": "add-read-of-document",
    "date": "add-date-of-document",
    "publisher": "add-publisher-of-document",
}
_HAVE_A_SPEAKER = (DocumentKind.PAGE, DocumentKind.STATEMENT)


def documents_say_what_they_are(dataset: Dataset) -> Iterator[Problem]:
    """A page has an address and the day it was read, a decision or statement its date; a page and a statement have a speaker.

    Passes: `{kind: page, link: https://…, read: 2026-11-29, publisher: town, …}`; `{kind: decision, date: 2026-10-01, …}`;
    `{kind: statement, date: 2026-10-01, publisher_name: {nl: De tuinclub}, …}`.
    Fails: one without; `publisher` and `publisher_name` both.
    """
    for document in dataset.documents.values():
        for field in _NEEDED[document.kind]:
            if getattr(document, field) is None:
                yield _missing(dataset, document, field)
        if document.publisher is not None and document.publisher_name is not None:
            where = dataset.key_place("documents", document.id, ("publisher_name",))
            yield Problem(where, "two-publishers", "remove-one", document.id, {"found": "publisher_name"})
        if document.kind in _HAVE_A_SPEAKER and document.publisher is None and document.publisher_name is None:
            yield _missing(dataset, document, "publisher")


def _missing(dataset: Dataset, document: Document, field: str) -> Problem:
    values = {"found": document.kind.value, "field": field}
    return Problem(dataset.place("documents", document.id), "document-without", _HINTS[field], document.id, values)
