"""What facts come from, as pages tell of it: its title, whose it is, of when, and where it can be read."""

from __future__ import annotations

from urllib.parse import urlsplit

from kennisstad.model import Document, DocumentKind, Extent
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition


@view
class DocumentFacts:
    """What there is to say of a document, each "" or None where there is nothing."""

    title: TextView
    url: str
    """Where it can be read."""
    cited: str
    """An address that this site itself takes the place of: told, not linked."""
    publisher: TextView | None
    dated: TextView | None
    read: str
    """When and how a page was read."""
    no_link: TextView | None
    """Why it leads nowhere."""


def document_facts(edition: Edition, document: Document) -> DocumentFacts:
    """Gives what there is to say of a document."""
    is_own = bool(document.link) and _host(document.link or "") in _own_hosts(edition)
    return DocumentFacts(
        title=edition.links.title("document", document.id),
        url="" if is_own else document.link or "",
        cited=document.link or "" if is_own else "",
        publisher=_publisher(edition, document),
        dated=_dated(edition, document),
        read=_read(edition, document),
        no_link=None if document.link else edition.maybe(document.no_link) or _usual_reason(edition, document),
    )


def _publisher(edition: Edition, document: Document) -> TextView | None:
    if document.publisher:
        return edition.links.title("partner", document.publisher)
    return edition.maybe(document.publisher_name)


def _dated(edition: Edition, document: Document) -> TextView | None:
    if document.date:
        return TextView(edition.locale.moment(document.date.parts))
    if document.date_note:
        return edition.text(document.date_note)
    if document.year:
        return TextView(str(document.year))
    return edition.word("source.undated") if document.kind is DocumentKind.PAGE else None


def _read(edition: Edition, document: Document) -> str:
    if document.read is None:
        return ""
    told = [edition.locale.say("source.read", date=edition.locale.moment(document.read.parts))]
    told += [edition.locale.say("source.stored_copy")] if document.stored_copy else []
    told += [edition.locale.say("source.beginning")] if document.extent is Extent.BEGINNING else []
    return ", ".join(told)


def _usual_reason(edition: Edition, document: Document) -> TextView:
    return edition.word(f"source.no_link.{document.kind.value}")


def _own_hosts(edition: Edition) -> set[str]:
    """Gives the hosts that are this site's own: where it is built for, and the programme's address."""
    return {_host(edition.dataset.programme.address), _host(edition.addresses.site_url)} - {""}


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
