"""All pages on one: the way on for whom search does not work."""

from __future__ import annotations

from dataclasses import dataclass

from kennisstad.urls import OVERVIEWS, SECTIONS, Kind
from kennisstad.views.edition import Edition
from kennisstad.views.parts import LinkView


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
    return SiteMapView((*overviews, *edition.page_links), tuple(_branch(edition, listing) for listing in SECTIONS))


def _branch(edition: Edition, listing: Kind) -> BranchView:
    return BranchView(listing.value, edition.section_link(listing), edition.links_below(listing))
