"""What stands around the body of every page: head, menu, language switch and foot."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from urllib.parse import quote

from kennisstad.model import Dataset
from kennisstad.model.content import CONTACT
from kennisstad.text import respelled
from kennisstad.urls import OVERVIEWS, SECTIONS, Addresses, Kind, Route, shared_path
from kennisstad.views import shared
from kennisstad.views.contact import ContactView, contact_view
from kennisstad.views.edition import Edition
from kennisstad.views.parts import LinkView, TextView
from kennisstad.views.photos import photo_view
from kennisstad.views.shared import shared_style

MENU = {
    Kind.PROJECTS: (Kind.PROJECT, Kind.RESULTS, Kind.STATUSES, Kind.STATUS),
    Kind.TRACKS: (Kind.TRACK, Kind.THEMES, Kind.THEME, Kind.GOALS, Kind.GOAL),
    Kind.PARTNERS: (Kind.PARTNER,),
    Kind.FIGURES: (),
    Kind.PROGRAMME: (Kind.HISTORY, Kind.AGENDAS, Kind.METHOD, Kind.NOTES),
}
"""What the menu leads to, and the kinds of pages that stand below each."""
FOOT = (Kind.ACCESSIBILITY, Kind.METHOD, Kind.SITE_MAP)
"""What the foot leads to after the hand-written pages; everything else stands on the last."""
X_DEFAULT = "x-default"
"""The hreflang value for readers of any other language (RFC 5646 has no such tag; search engines agreed on it)."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link in the menu."""

    title: TextView
    path: str
    is_current: bool
    is_above: bool
    """Whether the page stands below what the link leads to."""


@dataclass(frozen=True, slots=True)
class LanguageItem:
    """The same page in a language: its name in that language, its path, and its whole address for `hreflang`."""

    language: str
    name: str
    path: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The picture that others show beside a link to a page (Open Graph); a wall says nothing, so it has no description."""

    url: str
    type: str
    width: int
    height: int
    description: str


@dataclass(frozen=True, slots=True)
class ShellView:
    """The frame of one page; `root` is the way to the site's root, absolute on a page that is served at any address (404)."""

    language: str
    site_name: TextView
    tagline: TextView
    title: str
    description: str
    kind: str
    has_script: bool
    """Whether something on the page itself works with a script."""
    root: str
    home: str
    canonical: str
    picture: SharedPicture | None
    is_indexed: bool
    section: str
    """What a page that search finds is among; "" for one that search leaves out, a listing of others for instance."""
    languages: tuple[LanguageItem, ...]
    default_url: str
    menu: tuple[MenuItem, ...]
    foot: tuple[LinkView, ...]
    wrong_url: str
    """Where to say that something on this page is wrong: a mail that names the page, else the page about contact."""
    respelled: str
    """Words of the title and description as people type them who lack a letter of them, for search; mostly ""."""
    search_path: str
    all_path: str
    """The page of all pages: where the link to search leads without a script."""
    edit_url: str
    contact: ContactView | None
    licence: str
    words: SimpleNamespace


def shell_view(
    edition: Edition, route: Route, title: str, description: str, edit_url: str, alternates: dict[str, str]
) -> ShellView:
    """Gives the frame of a page; `alternates` are the paths of the same page by language."""
    dataset, addresses, language = edition.dataset, edition.addresses, edition.language
    site_name, tagline = edition.text(dataset.programme.name), edition.text(dataset.programme.tagline)
    is_lost = route.kind == Kind.NOT_FOUND
    return ShellView(
        language=language,
        site_name=site_name,
        tagline=tagline,
        title=_title(edition, route, title),
        description=description,
        kind=route.kind.value,
        has_script=route.kind == Kind.PROJECT or (route.kind == Kind.CONTENT and route.id == CONTACT),
        root=addresses.base if is_lost else route.root,
        home=addresses.home(language),
        canonical="" if is_lost else addresses.absolute(route.path),
        picture=_picture(edition, route),
        is_indexed=not is_lost and route.kind != Kind.SEARCH,
        section=_section(edition, route),
        languages=tuple(_language(dataset, addresses, code, path, language) for code, path in alternates.items()),
        default_url=addresses.absolute(alternates[dataset.programme.default_language]),
        menu=_menu(edition, route),
        foot=(*edition.page_links, *map(edition.section_link, FOOT)),
        wrong_url=_wrong_url(edition, route, title),
        respelled=respelled(f"{title} {description}"),
        search_path=addresses.section(Kind.SEARCH, language),
        all_path=addresses.section(Kind.SITE_MAP, language),
        edit_url=edit_url,
        contact=contact_view(edition),
        licence=dataset.programme.licence or "",
        words=edition.locale.tree,
    )


def _title(edition: Edition, route: Route, title: str) -> str:
    """Gives a title that no other page has: a project and a partner may share a name, so each says what it is among."""
    programme = edition.dataset.programme
    site_name = edition.text(programme.name).text
    if route.kind == Kind.HOME:
        return f"{site_name} · {edition.text(programme.tagline).text}"
    section = _listing(edition, route)
    return " · ".join(part for part in (title, section, site_name) if part)


def _section(edition: Edition, route: Route) -> str:
    if route.kind == Kind.CONTENT or (route.kind in OVERVIEWS and route.kind != Kind.SITE_MAP):
        return edition.locale.say("search.pages")
    return "" if route.kind == Kind.NOTES else _listing(edition, route)


def _listing(edition: Edition, route: Route) -> str:
    """Gives the name of the listing that a page stands below, or ""."""
    return next((edition.locale.say(f"menu.{listing.value}") for listing, single in SECTIONS.items() if single == route.kind), "")


def _picture(edition: Edition, route: Route) -> SharedPicture | None:
    photo = photo_view(edition, edition.dataset.projects[route.id]) if route.kind == Kind.PROJECT else None
    if photo is not None:
        return SharedPicture(edition.addresses.absolute(photo.path), photo.type, photo.width, photo.height, photo.description.text)
    if not edition.dataset.tracks:
        return None
    url = edition.addresses.absolute(shared_path(shared_style(edition.dataset, route)))
    return SharedPicture(url, shared.TYPE, shared.WIDTH, shared.HEIGHT, "")


def _language(dataset: Dataset, addresses: Addresses, code: str, path: str, current: str) -> LanguageItem:
    return LanguageItem(code, dataset.locales[code].name, path, addresses.absolute(path), code == current)


def _wrong_url(edition: Edition, route: Route, title: str) -> str:
    contact = edition.dataset.programme.contact
    if contact is not None and contact.email:
        return f"{contact.email}?subject={quote(f'{title} ({edition.addresses.absolute(route.path)})')}"
    if CONTACT not in edition.slugs:
        return ""
    root = edition.addresses.base if route.kind == Kind.NOT_FOUND else route.root
    path = edition.addresses.content(edition.slugs[CONTACT], edition.language)
    name = edition.locale.say("shell.page_name")
    return f"{root}{path}?{name}={quote(route.path)}"


def _menu(edition: Edition, route: Route) -> tuple[MenuItem, ...]:
    addresses, language = edition.addresses, edition.language
    items = []
    for kind, below in MENU.items():
        link = edition.section_link(kind)
        items.append(MenuItem(link.title, link.path, route.kind == kind, route.kind in below))
    for page in edition.menu_pages:
        is_current = route.kind == Kind.CONTENT and route.id == page.name
        title = TextView(page.front.menu or page.front.title, "" if page.language == language else page.language)
        items.append(MenuItem(title, addresses.content(edition.slugs[page.name], language), is_current, False))
    return tuple(items)
