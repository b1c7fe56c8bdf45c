"""Rows of the table of kinds (`kinds.py`) that several kinds share: collections, and articles with their archives."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kennisstad.addresses.routes import Route
from kennisstad.model import Address, Dataset
from kennisstad.views import collection
from kennisstad.views.archives import year_title
from kennisstad.views.collection import Sharing
from kennisstad.views.edition import Edition
from kennisstad.views.embeds import Embed, embed_page
from kennisstad.views.page import Draft, PageKind, Structured
from kennisstad.views.things import says_list

Drafts = Callable[[Edition, Route], Draft]
Says = Callable[[Edition, Route, Draft], Structured]
ONE, OTHERS = "collection", "collections"
"""Templates that several kinds share."""
LISTS = says_list(lambda view: view.items)
SHARED = says_list(lambda view: (card for group in view.groups for card in (*group.first, *group.rest)))
"""What lists of collections, and the projects of one, say to machines."""


def collections(
    sharing: Sharing, name: str, menu: int = 0, under: str = "", crossing: Sharing | None = None
) -> tuple[PageKind, PageKind]:
    """Gives the rows of collections that are records: a list of them, and a page for each."""
    listing = PageKind(
        name=name,
        menu=menu,
        under=under,
        draft=collection.collections_page(sharing, crossing),
        structured=LISTS,
        template=OTHERS,
        exists=lambda data: bool(sharing.records(data)),
    )
    one = PageKind(
        name=sharing.kind,
        address=Address.BELOW,
        above=name,
        scheme=sharing.kind,
        draft=collection.grouping_page(sharing),
        structured=SHARED,
        template=ONE,
        found_as=f"menu.{name}",
    )
    return listing, one


def articles(
    name: str,
    one: str,
    menu: int,
    drafts: tuple[Drafts, Drafts, Drafts],
    years: Callable[[Dataset], Iterable[str]],
    says: tuple[Says, Says],
    shared_as: str = "website",
) -> tuple[PageKind, ...]:
    """Gives the rows of articles: the newest of them, those of each year, and a page for each; `says` of a list, and of one."""
    (listing, of_year, each), (listed, told) = drafts, says
    return (
        PageKind(name=name, menu=menu, draft=listing, structured=listed, exists=lambda data: bool(data.valid[name])),
        PageKind(
            name=f"{name}-year", address=Address.BELOW, above=name, ids=years, title=year_title, draft=of_year, structured=listed
        ),
        PageKind(
            name=one,
            address=Address.BELOW,
            above=name,
            scheme=one,
            draft=each,
            structured=told,
            shared_as=shared_as,
            found_as=f"menu.{name}",
        ),
    )


def embed(shown: Embed) -> PageKind:
    """Gives the row of what other sites may show of a page in a frame."""
    return PageKind(
        name=f"{shown.kind}-embed",
        address=Address.EMBED,
        shows=shown.kind,
        ids=shown.ids,
        draft=embed_page(shown),
        template="embed",
        frame="embed",
        scripts=(),
        is_indexed=False,
    )
