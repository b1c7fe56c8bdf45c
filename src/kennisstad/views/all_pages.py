"""What stands in a site without a host: all pages from A to Z in place of search, and a sentence in place of the form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kennisstad.addresses.routes import Route
from kennisstad.text import collation_key
from kennisstad.views.components import LinkView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.sitemap import sitemap_view

_DIGITS = "0–9"


@view
class Entry:
    """A page, and the list that it is on ("" for one that is on none)."""

    link: LinkView
    among: str


@view
class Letter:
    """The pages whose title begins with a letter, as titles are sorted; those of numbers together."""

    letter: str
    anchor: str
    entries: tuple[Entry, ...]


@view
class AllPagesView(View):
    """All pages of a language by the first letter of their title."""

    letters: tuple[Letter, ...]


@view
class NoFormView(View):
    """The page of the form where there is none."""

    says: str


def all_pages_page(edition: Edition, route: Route) -> Draft:
    """Gives the list of all pages, at the address of search."""
    return Draft(
        title=edition.locale.say("archive.all_pages"),
        description=edition.locale.say("archive.all_pages_lead"),
        view=all_pages_view(edition),
    )


def all_pages_view(edition: Edition) -> AllPagesView:
    """Gives all pages from A to Z, each once: those of which there is one, and every page below a list."""
    by_path = {entry.link.path: entry for entry in _entries(edition)}
    in_order = sorted(by_path.values(), key=lambda entry: (collation_key(entry.link.title.text), entry.link.path))
    groups = groupby(in_order, lambda entry: _letter(entry.link.title.text))
    return AllPagesView(tuple(Letter(letter, f"_letter-{count}", tuple(found)) for count, (letter, found) in enumerate(groups, 1)))


def _entries(edition: Edition) -> Iterator[Entry]:
    shown = sitemap_view(edition)
    yield Entry(LinkView(edition.text(edition.dataset.programme.name), edition.addresses.home(edition.language)), "")
    for link in shown.overviews:
        yield Entry(link, "")
    for branch in shown.branches:
        yield Entry(branch.link, "")
        for link in branch.pages:
            yield Entry(link, branch.link.title.text)


def _letter(title: str) -> str:
    first = collation_key(title)[:1]
    return _DIGITS if first.isdigit() else first.upper() or "…"


def no_form_page(edition: Edition, route: Route) -> Draft:
    """Gives what stands at the address of the form."""
    says = edition.locale.say("archive.no_form")
    return Draft(title=edition.locale.say("edit.title"), description=says, view=NoFormView(says))
