"""Pages at the addresses of ids that records had before: each leads on to the record, with and without JavaScript.

The page is told as moved (`canonical`), sends a browser on at once, and has a link for whoever stays (WCAG 2.2, technique H76).
"""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from kennisstad.addresses.kept import STYLE
from kennisstad.addresses.routes import Former, former_addresses
from kennisstad.exports.material import Files, Material
from kennisstad.hosting.policy import MOVED, as_element
from kennisstad.views.components import LinkView, view


@view
class MovedView:
    """A page that leads on: where to, its whole address ("" in a preview), and the site's way to its root."""

    link: LinkView
    url: str
    language: str
    direction: str
    site_name: str
    root: str
    policy: Markup
    style: str
    script: str


def files(material: Material) -> Files:
    """Gives a page for each old id of a record that has a page, in every language."""
    for former in former_addresses(material.dataset, material.addresses):
        yield former.old.file, partial(_made, material, former)


def _made(material: Material, former: Former) -> bytes:
    edition = material.pages.edition(former.old.language)
    now = edition.links.path(former.old.kind, former.now)
    moved = MovedView(
        link=LinkView(edition.links.title(former.old.place.shows or former.old.kind, former.now), now),
        url="" if material.dataset.preview is not None else material.addresses.absolute(now),
        language=edition.language,
        direction=edition.direction,
        site_name=edition.text(edition.dataset.programme.name).text,
        root=former.old.root,
        policy=as_element(MOVED),
        style=material.addresses.asset(STYLE),
        script=material.addresses.asset("assets/moved.js"),
    )
    return material.renderer.render("moved", view=moved, words=edition.locale.tree).encode()
