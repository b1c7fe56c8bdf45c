"""Hand-written pages, and the text that opens the home page."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from kennisstad.addresses.pagelinks import PAGE, Leads, find_target
from kennisstad.addresses.routes import Route, content_page
from kennisstad.markdown.longform import Pictured, longform_html
from kennisstad.model import ContentPage
from kennisstad.model.content import CONTACT, NEWSLETTER
from kennisstad.problem import Location
from kennisstad.views.components import LinkView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.photos import FormatView, formats_of

_COLUMN = "(min-width: 60rem) 44.5rem, calc(100vw - 2rem)"
"""The width that a picture in a text has at most, as the style has it: the screen of a phone, else the column of a text."""


@view
class ContentView(View):
    """A hand-written page with its title."""

    title: TextView
    is_contact: bool
    """Whether somebody may come here to tell of a fault on another page."""
    issues: tuple[LinkView, ...]
    """On the page about the newsletter: those that were sent."""


def content_page_draft(edition: Edition, route: Route) -> Draft:
    """Gives what a hand-written page says of itself."""
    page = content_page(edition.dataset, route.id, route.language)
    if page is None:
        raise LookupError(route.id)  # a route to a page comes from the page
    is_own = page.language == route.language
    title = edition.links.written_title(page, page.front.title)
    return Draft(
        title=page.front.title,
        description=page.front.description,
        view=ContentView(title, page.name == CONTACT, newest_newsletters(edition) if page.name == NEWSLETTER else ()),
        content=written_html(edition, page, route.root),
        notice="" if is_own else edition.fallback_notice(),
        scripts=("page",) if page.name == CONTACT else (),
        origin=Location(page.file),
        canonical=None if is_own else edition.addresses.page(route.kind, page.language, page.slug),
    )


def written_html(edition: Edition, page: ContentPage, root: str) -> str:
    """Gives the HTML of a hand-written text; its links lead, by way of the site's root, to what they name in this language."""
    return longform_html(page.markdown, partial(_address, edition, page, root), partial(_picture, edition, page, root))


def _picture(edition: Edition, page: ContentPage, root: str, url: str) -> Pictured | None:
    """Gives the sizes and formats of a picture beside a page; who knows none of them gets the one at its own address."""
    target = find_target(edition.dataset, page, url)
    picture = edition.dataset.pictures.get(target.name) if target and target.leads == Leads.FILE else None
    if picture is None or picture.is_document:
        return None
    width, height = picture.sizes[-1]
    sources = tuple({"type": form.type, "sizes": _COLUMN, "srcset": _candidates(form, root)} for form in formats_of(picture))
    return Pictured({"width": str(width), "height": str(height), "loading": "lazy", "decoding": "async"}, sources)


def _candidates(form: FormatView, root: str) -> str:
    return ", ".join(f"{root}{picture.path} {picture.width}w" for picture in form.pictures)


def _address(edition: Edition, page: ContentPage, root: str, url: str, is_picture: bool) -> str:
    target = find_target(edition.dataset, page, url)
    if target is None or target.leads in (Leads.HERE, Leads.ELSEWHERE):
        return url
    if target.leads == Leads.FILE:
        return root + quote(target.name)
    if target.leads == Leads.RECORD:
        return root + edition.links.named(target.name)
    heading = f"#{quote(target.heading)}" if target.heading else ""
    # A page of another language than the reader's is named by its folder.
    language = edition.language if target.language == page.language else target.language
    path = edition.in_language(language).links.named(f"{PAGE}:{target.name}")
    return root + path + heading


def newest_newsletters(edition: Edition) -> tuple[LinkView, ...]:
    """Gives links to all newsletters, the newest first."""
    newest = sorted(edition.dataset.newsletters.values(), key=lambda issue: (issue.date.root, issue.id), reverse=True)
    return tuple(edition.links.record("newsletter", issue.id) for issue in newest)
