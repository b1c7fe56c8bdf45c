"""What stands around the body of every page: head, menu, language switch and foot."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from urllib.parse import quote

from kennisstad.addresses.routes import Route, social_card_path
from kennisstad.model import Address, Dataset, Moment, Place
from kennisstad.model.content import CONTACT
from kennisstad.text import fitted, respelled
from kennisstad.views import social_card
from kennisstad.views.changed import changed
from kennisstad.views.components import LinkView, TextView, view
from kennisstad.views.contact import ContactView, contact_view
from kennisstad.views.edition import Edition
from kennisstad.views.feeds import FeedLink, feed_links
from kennisstad.views.months import RecordHistory, record_history
from kennisstad.views.page import Draft, PageKind
from kennisstad.views.until import until

LONGEST_TITLE, LONGEST_DESCRIPTION = 65, 160
"""Characters that a search engine shows in its line."""
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
class LanguageItem:
    """The same page in a language: its name in that language, its path, and its whole address for `hreflang`."""

    language: str
    dir: str
    name: str
    path: str
    url: str
    is_current: bool


@view
class SocialCard:
    """The picture that others show beside a link to a page (Open Graph); a wall says nothing, so it has no description."""

    url: str
    type: str
    width: int
    height: int
    description: str


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
    site_name: TextView
    title: str
    description: str
    is_search: bool
    scripts: tuple[str, ...]
    root: str
    canonical: str
    feeds: tuple[FeedLink, ...]
    card: SocialCard | None
    is_indexed: bool
    found_as: str
    """What a page that search finds is among; "" for one that search leaves out, a listing of others for instance."""
    languages: tuple[LanguageItem, ...]
    """What to switch to; () where there is one language only."""
    alternates: tuple[LanguageItem, ...]
    """The languages that search engines are told of: those in which the page is written."""
    default_url: str
    """The page for readers of any other language; "" where there is one language only."""
    wrong_url: str
    """Where to say that something on this page is wrong: a mail that names the page, else the page about contact."""
    respelled: str
    """Words of the title and description as people type them who lack a letter of them, for search; mostly ""."""
    home_path: str
    search_path: str
    all_path: str
    """The page of all pages: where the link to search leads without a script."""
    edit_url: str
    changed: str
    changed_day: str
    """When the page was changed last, as people say it and as ISO 8601; "" where that is not known."""
    changes: RecordHistory | None
    """What changed in the record that the page shows."""
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
    addresses, links = edition.addresses, edition.links
    known = alternates if len(edition.dataset.programme.languages) > 1 else {}
    languages = tuple(_language(edition, code, path) for code, path in known.items())
    written = written_in(edition.dataset, route)
    day = changed(edition.dataset, route) if kind.is_indexed else ""
    return LayoutView(
        language=edition.language,
        direction=edition.direction,
        site_name=edition.text(edition.dataset.programme.name),
        title=_title(edition, route, draft.title),
        description=fitted(draft.description, LONGEST_DESCRIPTION),
        is_search=route.path == links.path("search"),
        scripts=(*kind.scripts, *draft.scripts),
        root=root_of(edition, route),
        canonical=_canonical(edition, route, draft),
        feeds=feed_links(edition, route),
        card=_card(edition, draft),
        is_indexed=kind.is_indexed,
        found_as=edition.locale.say(kind.found_as) if kind.found_as else "",
        languages=languages,
        alternates=tuple(item for item in languages if item.language in written),
        default_url=addresses.absolute(alternates[edition.default]) if languages else "",
        wrong_url=_wrong_url(edition, route, draft.title),
        respelled=respelled(f"{draft.title} {draft.description}"),
        home_path=edition.addresses.home(edition.language),
        search_path=links.path("search"),
        all_path=links.path("sitemap"),
        edit_url=_edit_url(edition, draft),
        changed=edition.locale.moment(Moment(day).parts) if day else "",
        changed_day=day,
        changes=record_history(edition, route),
        words=edition.locale.tree,
    )


def root_of(edition: Edition, route: Route) -> str:
    """Gives the way from a page to the site's root; absolute for the one that is served at any address."""
    return edition.addresses.base if route.place.address is Address.LOST else route.root


def _canonical(edition: Edition, route: Route, draft: Draft) -> str:
    if route.place.address is Address.LOST:
        return ""
    return edition.addresses.absolute(route.path if draft.canonical is None else draft.canonical)


def written_in(dataset: Dataset, route: Route) -> tuple[str, ...]:
    """Gives the languages that a page is written in; a hand-written one may stand in the default language in place of another."""
    if route.place.address is not Address.SLUG:
        return dataset.programme.languages
    return tuple(page.language for page in dataset.content if page.name == route.id)


def _title(edition: Edition, route: Route, title: str) -> str:
    """Gives a title that no other page has: a project and a partner may share a name, so each says what it is among.

    What a search engine has no room for is left out, the name of the site first: it shows that beside the title.
    """
    programme = edition.dataset.programme
    site_name = edition.text(programme.name).text
    if route.place.address is Address.HOME:
        whole = f"{site_name} · {edition.text(programme.tagline).text}"
        return whole if len(whole) <= LONGEST_TITLE else site_name
    section = edition.links.label(route.place.above) if route.place.above else ""
    whole, shorter = (" · ".join(part for part in parts if part) for parts in ((title, section, site_name), (title, section)))
    return next((found for found in (whole, shorter) if len(found) <= LONGEST_TITLE), title)


def _card(edition: Edition, draft: Draft) -> SocialCard | None:
    photo = draft.photo
    if photo is not None:
        return SocialCard(edition.addresses.absolute(photo.path), photo.type, photo.width, photo.height, photo.description.text)
    if not edition.dataset.tracks:
        return None
    url = edition.addresses.absolute(social_card_path(draft.card))
    return SocialCard(url, social_card.TYPE, social_card.WIDTH, social_card.HEIGHT, "")


def _language(edition: Edition, code: str, path: str) -> LanguageItem:
    other = edition.in_language(code)
    name, turned = other.locale.name, "" if other.direction == edition.direction else other.direction
    return LanguageItem(code, turned, name, path, edition.addresses.absolute(path), code == edition.language)


def _edit_url(edition: Edition, draft: Draft) -> str:
    repository = edition.dataset.programme.repository
    if not repository or not draft.origin:
        return ""
    return f"{repository.rstrip('/')}/blob/HEAD/{draft.origin.file}#L{draft.origin.line}"


def _wrong_url(edition: Edition, route: Route, title: str) -> str:
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
