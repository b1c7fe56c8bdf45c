"""What stands around the body of every page: its head (`head.py`), menu, language switch and foot."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from urllib.parse import quote

from kennisstad.addresses.routes import Route
from kennisstad.model import Address, Moment, Place
from kennisstad.model.content import CONTACT
from kennisstad.text import respelled
from kennisstad.views.changed import changed
from kennisstad.views.components import LinkView, Pair, TextView, view
from kennisstad.views.contact import ContactView, contact_view
from kennisstad.views.edit import form_address
from kennisstad.views.edition import Edition
from kennisstad.views.feeds import FeedLink, feed_links
from kennisstad.views.head import HeadView, LanguageItem, head_view, languages_of, root_of
from kennisstad.views.months import RecordHistory, record_history
from kennisstad.views.page import Draft, PageKind
from kennisstad.views.preview import PreviewView, preview_view
from kennisstad.views.until import until

X_DEFAULT = "x-default"
"""The hreflang value for readers of any other language (RFC 5646 has no such tag; search engines agreed on it)."""


@view
class MenuItem:
    """A link in the menu."""

    title: TextView
    path: str
    is_current: bool
    is_above: bool
    """Whether the page stands below what the link leads to."""


@view
class FrameView:
    """What stands around all pages of one kind, in one language and at one depth: the menu and the foot.

    `root` is the way to the site's root, absolute on a page that is served at any address (404).
    """

    root: str
    home: str
    site_name: TextView
    tagline: TextView
    is_home: bool
    menu: tuple[MenuItem, ...]
    foot: tuple[LinkView, ...]
    contact: ContactView | None
    licence: str
    until: str
    """Until when the data reach."""
    words: SimpleNamespace


@view
class LayoutView:
    """What the frame of a page says of that page alone."""

    language: str
    direction: str
    head: HeadView
    is_search: bool
    root: str
    feeds: tuple[FeedLink, ...]
    found_as: str
    """What a page that search finds is among; "" for one that search leaves out, a listing of others for instance."""
    languages: tuple[LanguageItem, ...]
    """What to switch to; () where there is one language only."""
    wrong_url: str
    """Where to say that something on this page is wrong: a mail that names the page, else the page about contact."""
    respelled: str
    """Words of the title and description as people type them who lack a letter of them, for search; mostly ""."""
    home_path: str
    search_path: str
    all_path: str
    """The page of all pages: where the link to search leads without a script."""
    opens_from_folder: bool
    """Whether there is no host: then a list of all pages stands in place of search."""
    edit_url: str
    form_path: str
    """Where the form has the record of this page open; "" where it shows none."""
    changed: Pair
    """When the page was changed last, as people say it and as ISO 8601; "" where that is not known."""
    changes: RecordHistory | None
    """What changed in the record that the page shows."""
    preview: PreviewView | None
    """What a preview says of itself."""
    words: SimpleNamespace


def frame_view(edition: Edition, route: Route) -> FrameView:
    """Gives what stands around a page and all others like it."""
    programme, links = edition.dataset.programme, edition.links
    return FrameView(
        root=root_of(edition, route),
        home=edition.addresses.home(edition.language),
        site_name=edition.text(programme.name),
        tagline=edition.text(programme.tagline),
        is_home=route.place.address is Address.HOME,
        menu=_menu(edition, route),
        foot=(*links.pages, *(links.to(place.name) for place in _listed(edition, "foot"))),
        contact=contact_view(edition),
        licence=programme.licence or "",
        until=until(edition),
        words=edition.locale.tree,
    )


def layout_view(edition: Edition, route: Route, kind: PageKind, draft: Draft, alternates: Mapping[str, str]) -> LayoutView:
    """Gives what the frame says of a page; `alternates` are the paths of the same page by language."""
    links = edition.links
    languages = languages_of(edition, alternates)
    return LayoutView(
        language=edition.language,
        direction=edition.direction,
        head=head_view(edition, route, kind, draft, languages),
        is_search=route.path == links.path("search"),
        root=root_of(edition, route),
        feeds=feed_links(edition, route),
        found_as=edition.locale.say(kind.found_as) if kind.found_as else "",
        languages=languages,
        wrong_url=_wrong_url(edition, route, draft.title),
        respelled=respelled(f"{draft.title} {draft.description}"),
        home_path=edition.addresses.home(edition.language),
        search_path=links.path("search"),
        all_path=links.path("sitemap"),
        opens_from_folder=edition.dataset.opens_from_folder,
        edit_url=_edit_url(edition, draft),
        form_path=form_address(edition, route),
        changed=_changed(edition, route) if kind.is_indexed else Pair("", ""),
        changes=record_history(edition, route),
        preview=preview_view(edition),
        words=edition.locale.tree,
    )


def _changed(edition: Edition, route: Route) -> Pair:
    day = changed(edition.relations, route)
    return Pair(edition.locale.moment(Moment(day).parts) if day else "", day)


def _edit_url(edition: Edition, draft: Draft) -> str:
    repository = edition.dataset.programme.repository
    if not repository or not draft.origin:
        return ""
    return f"{repository.rstrip('/')}/blob/HEAD/{draft.origin.file}#L{draft.origin.line}"


def _wrong_url(edition: Edition, route: Route, title: str) -> str:
    if edition.dataset.opens_from_folder:
        return ""  # nobody mends a page that was kept
    contact = edition.dataset.programme.contact
    if contact is not None and contact.email:
        return f"{contact.email}?subject={quote(f'{title} ({edition.addresses.absolute(route.path)})')}"
    link = edition.links.page(CONTACT)
    if link is None:
        return ""
    name = edition.locale.say("shell.page_name")
    return f"{root_of(edition, route)}{link.path}?{name}={quote(route.path)}"


def _listed(edition: Edition, where: str) -> list[Place]:
    """Gives the kinds of pages that stand in the menu or the foot, in their order there."""
    places = (place for place in edition.dataset.kinds.places if getattr(place, where) and edition.links.has(place.name))
    return sorted(places, key=lambda place: getattr(place, where))


def _menu(edition: Edition, route: Route) -> tuple[MenuItem, ...]:
    above = _above(edition, route.place)
    items = []
    for place in _listed(edition, "menu"):
        link = edition.links.to(place.name)
        items.append(MenuItem(link.title, link.path, route.place is place, place.name in above))
    for page in edition.links.written:
        if page.front.menu:
            link = edition.links.to_written(page)
            title = edition.links.written_title(page, page.front.menu)
            items.append(MenuItem(title, link.path, route.path == link.path, False))
    return tuple(items)


def _above(edition: Edition, place: Place) -> set[str]:
    """Gives the pages that a page stands below, all the way up."""
    found: set[str] = set()
    by_name, waiting = edition.dataset.kinds.by_name, [place.above, place.under]
    while waiting:
        name = waiting.pop()
        if name and name not in found:
            found.add(name)
            waiting += [by_name[name].above, by_name[name].under]
    return found
