"""What the head of a page says to who does not see the page: search engines, and whoever shows a link to it (Open Graph)."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from kennisstad.addresses.kept import EMBED_STYLE, FONT, STYLE
from kennisstad.addresses.routes import Route, social_card_path
from kennisstad.hosting.policy import EMBED, PAGE, Policy, as_element, form_policy
from kennisstad.i18n import with_region
from kennisstad.model import Address, Dataset
from kennisstad.rules.appearance import PAPER
from kennisstad.text import fitted
from kennisstad.views import social_card
from kennisstad.views.components import Pair, view
from kennisstad.views.edit import EDIT
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft, PageKind
from kennisstad.views.structured import graph, script_data

LONGEST_TITLE, LONGEST_DESCRIPTION = 65, 160
"""Characters that a search engine shows in its line."""
_PAPERS = tuple(Pair(scheme, colour) for scheme, colour in PAPER.items())


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
    """The picture that others show beside a link to a page (Open Graph), and what it shows to who cannot see it."""

    url: str
    type: str
    width: int
    height: int
    description: str


@view
class HeadView:
    """What the head of a page says."""

    title: str
    description: str
    site_name: str
    canonical: str
    """The page's own address, or that of the page it repeats; "" for one that is served at any address (404), or is a preview."""
    alternates: tuple[LanguageItem, ...]
    """The languages that search engines are told of: those in which the page is written."""
    default_url: str
    """The page for readers of any other language; "" where there is one language only."""
    shared_as: str
    locale: str
    other_locales: tuple[str, ...]
    card: SocialCard | None
    is_indexed: bool
    papers: tuple[Pair, ...]
    """The colour of the paper by colour scheme, which browsers give to their own bars."""
    policy: Markup
    """What the page may fetch and run, for hosts that send no headers."""
    style: str
    font: str
    scripts: tuple[str, ...]
    """Paths, as those of the style and the font: each is named by its content."""
    structured: Markup
    """What the page says in the words of schema.org, as JSON-LD; no text in it can end the element it stands in."""


def head_view(edition: Edition, route: Route, kind: PageKind, draft: Draft, languages: tuple[LanguageItem, ...]) -> HeadView:
    """Gives what the head of a page says; `languages` are those that the visitor may switch to."""
    written = written_in(edition.dataset, route)
    alternates = tuple(item for item in languages if item.language in written)
    canonical = _canonical(edition, route, draft)
    text_in = edition.language if edition.language in written else edition.default
    return HeadView(
        title=_title(edition, route, draft.title),
        description=fitted(draft.description, LONGEST_DESCRIPTION),
        site_name=edition.text(edition.dataset.programme.name).text,
        canonical=canonical,
        alternates=alternates,
        default_url=next((item.url for item in languages if item.language == edition.default), ""),
        shared_as=kind.shared_as,
        locale=with_region(text_in),
        other_locales=tuple(with_region(item.language) for item in alternates if item.language != text_in),
        card=_card(edition, draft),
        is_indexed=kind.is_indexed and edition.dataset.preview is None,
        papers=_PAPERS,
        policy=as_element(_policy(edition, kind)),
        style=edition.addresses.asset(EMBED_STYLE if kind.address is Address.EMBED else STYLE),
        font=edition.addresses.asset(FONT),
        scripts=tuple(edition.addresses.asset(f"assets/{name}.js") for name in (*kind.scripts, *draft.scripts)),
        structured=script_data(graph(edition, route, draft, kind.structured(edition, route, draft), canonical, text_in)),
    )


def languages_of(edition: Edition, paths: Mapping[str, str]) -> tuple[LanguageItem, ...]:
    """Gives what a visitor may switch to from a page with these paths by language; () where there is one language only."""
    return (
        tuple(_language(edition, code, path) for code, path in paths.items())
        if len(edition.dataset.programme.languages) > 1
        else ()
    )


def root_of(edition: Edition, route: Route) -> str:
    """Gives the way from a page to the site's root; absolute for the one that is served at any address."""
    return edition.addresses.base if route.place.address is Address.LOST else route.root


def written_in(dataset: Dataset, route: Route) -> tuple[str, ...]:
    """Gives the languages that a page is written in; a hand-written one may stand in the default language in place of another."""
    if route.place.address is not Address.SLUG:
        return dataset.programme.languages
    return tuple(page.language for page in dataset.content if page.name == route.id)


def _policy(edition: Edition, kind: PageKind) -> Policy:
    if kind.address is Address.EMBED:
        return EMBED
    return form_policy(edition.dataset.programme.repository or "") if kind.name == EDIT else PAGE


def _canonical(edition: Edition, route: Route, draft: Draft) -> str:
    if route.place.address is Address.LOST or edition.dataset.preview is not None:
        return ""
    return edition.addresses.absolute(route.path if draft.canonical is None else draft.canonical)


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
    return SocialCard(url, social_card.TYPE, social_card.WIDTH, social_card.HEIGHT, _wall_in_words(edition, draft.card))


def _wall_in_words(edition: Edition, style: str) -> str:
    """Gives what the drawn picture of a style shows: `track-campus` is a wall in the colour of that track."""
    if style == social_card.ALL:
        return edition.locale.say("shared.wall_of_all")
    kind, _, identity = style.partition("-")
    return edition.locale.say("shared.wall_of", name=edition.links.title(kind, identity).text)


def _language(edition: Edition, code: str, path: str) -> LanguageItem:
    other = edition.in_language(code)
    name, turned = other.locale.name, "" if other.direction == edition.direction else other.direction
    return LanguageItem(code, turned, name, path, edition.addresses.absolute(path), code == edition.language)
