"""Hand-written pages, and the text that opens the home page."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote

from kennisstad.addresses.pagelinks import PAGE, Leads, find_target
from kennisstad.addresses.routes import Route, content_page
from kennisstad.markdown.longform import longform_html
from kennisstad.model import ContentPage
from kennisstad.model.content import CONTACT
from kennisstad.problem import Location
from kennisstad.views.components import TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft


@view
class ContentView(View):
    """A hand-written page with its title."""

    title: TextView
    is_contact: bool
    """Whether somebody may come here to tell of a fault on another page."""


def content_page_draft(edition: Edition, route: Route) -> Draft:
    """Gives what a hand-written page says of itself."""
    page = content_page(edition.dataset, route.id, route.language)
    if page is None:
        raise LookupError(route.id)  # a route to a page comes from the page
    is_own = page.language == route.language
    return Draft(
        title=page.front.title,
        description=page.front.description,
        view=ContentView(edition.links.written_title(page, page.front.title), page.name == CONTACT),
        content=written_html(edition, page, route),
        notice="" if is_own else edition.fallback_notice(),
        scripts=("page",) if page.name == CONTACT else (),
        origin=Location(page.file),
        canonical=None if is_own else edition.addresses.page(route.kind, page.language, page.slug),
    )


def written_html(edition: Edition, page: ContentPage, route: Route) -> str:
    """Gives the HTML of a hand-written text as it stands at a route; its links lead to what they name there."""
    return longform_html(page.markdown, partial(_address, edition, page, route))


def _address(edition: Edition, page: ContentPage, route: Route, url: str, is_picture: bool) -> str:
    target = find_target(edition.dataset, page, url)
    if target is None or target.leads in (Leads.HERE, Leads.ELSEWHERE):
        return url
    if target.leads == Leads.FILE:
        return route.root + quote(target.name)
    if target.leads == Leads.RECORD:
        return route.root + edition.links.named(target.name)
    heading = f"#{quote(target.heading)}" if target.heading else ""
    # A page of another language than the reader's is named by its folder.
    language = route.language if target.language == page.language else target.language
    path = edition.in_language(language).links.named(f"{PAGE}:{target.name}")
    return route.root + path + heading
