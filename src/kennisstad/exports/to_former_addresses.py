"""Pages at addresses of before: each leads on, with and without JavaScript, or says why there is nothing any more.

A page that leads on is told as moved (`canonical`), sends a browser on at once, and has a link for whoever stays (WCAG 2.2,
technique H76). A host may answer before it is asked for (`addresses/redirects.py`); then nobody sees it.
"""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from kennisstad.addresses.kept import STYLE
from kennisstad.addresses.redirects import Redirect, redirects
from kennisstad.exports.material import Files, Material
from kennisstad.hosting.policy import MOVED, as_element
from kennisstad.model import Redirected
from kennisstad.pages import Page
from kennisstad.views.components import LinkView, TextView, view
from kennisstad.views.edition import Edition


@view
class FormerView:
    """What both pages need: the language, the name of the site, the way to its root, and the paths of its style and script."""

    language: str
    direction: str
    site_name: str
    root: str
    policy: Markup
    """What the page may fetch and run."""
    style: str
    script: str


@view
class MovedView:
    """A page that leads on: what leads there (its path is whole), and its whole address ("" in a preview)."""

    around: FormerView
    link: LinkView
    url: str


@view
class GoneView:
    """A page that says why there is nothing any more, with links to what there is."""

    around: FormerView
    reason: TextView
    links: tuple[LinkView, ...]


def files(material: Material) -> Files:
    """Gives a page for each address that leads on or is gone; what was a file is no page."""
    for led in redirects(material.dataset, material.addresses):
        if led.is_page:
            yield f"{led.old}index.html", partial(_gone if led.is_gone else _moved, material, led)


def _moved(material: Material, led: Redirect) -> bytes:
    edition, path = material.pages.edition(led.language), led.to or ""
    root = _root(led)
    if led.is_elsewhere:
        link, url = LinkView(TextView(path), path), path
    else:
        link, url = LinkView(_title(material, path), f"{root}{path}"), material.addresses.absolute(path)
    moved = MovedView(_around(edition, root), link, "" if material.dataset.preview is not None else url)
    return material.renderer.render("moved", view=moved, words=edition.locale.tree).encode()


def _gone(material: Material, led: Redirect) -> bytes:
    edition, root = material.pages.edition(led.language), _root(led)
    record = material.dataset.of(Redirected).get(led.record)
    reason = edition.text(record.gone) if record is not None and record.gone is not None else TextView("")
    say, links = edition.locale.say, edition.links
    ways = {"search": links.path("search"), "home": material.addresses.home(led.language)}
    shown = tuple(LinkView(TextView(say(f"no_more.{name}")), f"{root}{path}") for name, path in ways.items())
    return material.renderer.render(
        "gone", view=GoneView(_around(edition, root), reason, shown), words=edition.locale.tree
    ).encode()


def _around(edition: Edition, root: str) -> FormerView:
    name = edition.text(edition.dataset.programme.name).text
    return FormerView(
        language=edition.language,
        direction=edition.direction,
        site_name=name,
        root=root,
        policy=as_element(MOVED),
        style=edition.addresses.asset(STYLE),
        script=edition.addresses.asset("assets/moved.js"),
    )


def _root(led: Redirect) -> str:
    return "../" * led.old.count("/") or "./"


def _title(material: Material, path: str) -> TextView:
    """Gives what a page is called, or the address of a file."""
    page: Page | None = material.pages.by_file.get(f"{path}index.html")
    if page is None:
        return TextView(f"/{path}")
    shown, links = page.route.place.shows or page.route.kind, material.pages.edition(page.route.language).links
    is_of_record = page.route.id and shown in material.dataset.kinds.named
    return links.title(shown, page.route.id) if is_of_record else TextView(page.draft.title)
