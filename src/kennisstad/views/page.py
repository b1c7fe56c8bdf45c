"""What a kind of page is, and what each page says of itself before it is set in its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisstad.addresses.routes import Route
from kennisstad.model import Place
from kennisstad.problem import Location
from kennisstad.views.components import View
from kennisstad.views.edition import Edition
from kennisstad.views.links import Title
from kennisstad.views.photos import PhotoView
from kennisstad.views.social_card import ALL

MAIN = "main"
"""The frame of every page of the site, with its menu and foot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one page says of itself.

    `content` is the HTML of a hand-written text, `notice` says that something is not translated (None: it is looked for in the
    view), `scripts` are those that this page needs besides those of its kind, `card` is the style of the picture that others show
    beside a link to it, `origin` where its text was written.
    """

    title: str
    description: str
    view: View
    content: str = ""
    notice: str | None = None
    scripts: tuple[str, ...] = ()
    card: str = ALL
    photo: PhotoView | None = None
    origin: Location | None = None
    canonical: str | None = None
    """The path of the page that this one repeats in another language; None where it stands for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind(Place):
    """A kind of page with what it shows: the row of the table in `kinds.py`.

    `draft` makes what a page says, `template` names the file in `overrides/records/` where that is not the kind's own name, `title`
    gives what links call a page that shows no record, `frame` names the file in `overrides/` that stands around it, `scripts` are
    those of `overrides/assets/` that all its pages need.
    """

    draft: Callable[[Edition, Route], Draft]
    template: str = ""
    frame: str = MAIN
    title: Title | None = None
    scripts: tuple[str, ...] = ("search-open",)


def listing(edition: Edition, route: Route, view: View) -> Draft:
    """Gives the draft of a page of which there is one in each language: its title and description stand in the locale."""
    programme = edition.text(edition.dataset.programme.name).text
    title = edition.locale.say(f"{route.place.key}.title")
    return Draft(title=title, description=edition.locale.say(f"{route.place.key}.description", programme=programme), view=view)


def overview(make: Callable[[Edition], View]) -> Callable[[Edition, Route], Draft]:
    """Gives what drafts a page of which there is one in each language, from what makes its view."""
    return lambda edition, route: listing(edition, route, make(edition))
