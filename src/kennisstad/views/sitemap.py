"""All pages on one: the way on for whom search does not work."""

from __future__ import annotations

from kennisstad.model import Address, Place
from kennisstad.views.components import LinkView, View, view
from kennisstad.views.edition import Edition


@view
class BranchView:
    """A listing with the pages below it."""

    anchor: str
    link: LinkView
    pages: tuple[LinkView, ...]


@view
class SiteMapView(View):
    """All pages."""

    overviews: tuple[LinkView, ...]
    branches: tuple[BranchView, ...]


def sitemap_view(edition: Edition) -> SiteMapView:
    """Gives all pages of the site in one language: those of which there is one, then each listing with what is below it."""
    kinds, links = edition.dataset.kinds, edition.links
    words = [place for place in kinds.places if place.address is Address.WORD and links.has(place.name)]
    branches = {place.name: _branch(edition, place) for place in words if any(kinds.below(place.name))}
    shown = tuple(branch for branch in branches.values() if branch.pages)
    overviews = [
        links.to(place.name) for place in words if place.found_as or (place.name in branches and not branches[place.name].pages)
    ]
    return SiteMapView((*overviews, *links.pages), shown)


def _branch(edition: Edition, listing: Place) -> BranchView:
    below = (link for place in edition.dataset.kinds.below(listing.name) for link in edition.links.below(place))
    return BranchView(listing.name, edition.links.to(listing.name), tuple(below))
