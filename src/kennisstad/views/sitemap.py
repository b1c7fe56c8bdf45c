"""All pages on one: the way on for whom search does not work."""

from __future__ import annotations

from dataclasses import dataclass

from kennisstad.model.content import HOME, ContentPage
from kennisstad.urls import OVERVIEWS, SECTIONS, Kind, content_page
from kennisstad.views.edition import Edition
from kennisstad.views.parts import LinkView, TextView


@dataclass(frozen=True, slots=True)
class BranchView:
    """A listing with the pages below it."""

    anchor: str
    link: LinkView
    pages: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class SiteMapView:
    """All pages."""

    overviews: tuple[LinkView, ...]
    branches: tuple[BranchView, ...]


def sitemap_view(edition: Edition) -> SiteMapView:
    """Gives all pages of the site in one language."""
    overviews = [edition.section_link(kind) for kind in OVERVIEWS if kind != Kind.SITE_MAP]
    return SiteMapView((*overviews, *content_links(edition)), tuple(_branch(edition, listing) for listing in SECTIONS))


def content_links(edition: Edition) -> tuple[LinkView, ...]:
    """Gives the hand-written pages, in the order of the foot."""
    pages = (content_page(edition.dataset, name, edition.language) for name in edition.slugs if name != HOME)
    ordered = sorted((page for page in pages if page), key=lambda page: (page.front.order, page.name))
    return tuple(content_link(edition, page) for page in ordered)


def content_link(edition: Edition, page: ContentPage) -> LinkView:
    """Gives a link to a hand-written page."""
    title = TextView(page.front.title, "" if page.language == edition.language else page.language)
    return LinkView(title, edition.addresses.content(edition.slugs[page.name], edition.language))


def _branch(edition: Edition, listing: Kind) -> BranchView:
    return BranchView(listing.value, edition.section_link(listing), edition.links_below(listing))
