"""What every page says to machines, in the words of schema.org (JSON-LD): itself, the way to it, and the site it is part of.

What else a page of a kind says is in its row of the table (`PageKind.structured`), made by `things.py`. Nothing is said here that
the page does not say to people. Terms are tried against the vocabulary (`tests/site/test_structured.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from kennisstad.addresses.routes import Route
from kennisstad.model import Address
from kennisstad.views.components import TextView
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft, Node, Structured

_CONTEXT = "https://schema.org"
_IN_SCRIPT = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"}
"""What could end a script element, begin a comment in it, or end a line of a script; JSON may write any character by its number."""


def script_data(data: Mapping[str, object]) -> Markup:
    """Gives data as JSON that can stand in a script element: no text in it is read as HTML. The only way to make such data."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT))  # noqa: S704 - made safe here


def graph(edition: Edition, route: Route, draft: Draft, told: Structured, address: str, language: str) -> Node:
    """Gives what a page says: all its nodes in one graph. `address` is "" for a page that has none, `language` that of its text."""
    page = node(
        told.type,
        {
            "@id": address,
            "url": address,
            "name": draft.title,
            "description": draft.description,
            "inLanguage": language,
            "isPartOf": reference(site(edition)),
            "breadcrumb": trail(edition, route, draft, address),
            "mainEntity": reference(told.main),
            **told.more,
        },
    )
    has_name = told.main is not None and "@id" in told.main
    return {"@context": _CONTEXT, "@graph": [page, {**site(edition), **told.site}, *([told.main] if has_name else [])]}


def node(kind: str, properties: Mapping[str, object]) -> Node:
    """Gives a thing of a type without what is not known of it: None, "" and empty lists; a list of one is the one."""
    told: Node = {"@type": kind}
    for name, value in properties.items():
        plain = list(value) if isinstance(value, tuple) else value
        if isinstance(plain, list) and len(plain) == 1:
            plain = plain[0]
        if plain is not None and plain not in ("", []):
            told[name] = plain
    return told


def reference(thing: Node | None) -> object:
    """Gives what stands for a thing that is told elsewhere in the graph."""
    return {"@id": thing["@id"]} if thing and "@id" in thing else thing


def home_of(edition: Edition, part: str) -> str:
    """Gives the one name, in all languages, of what the whole site is about: the programme, the site itself, its data."""
    return f"{edition.addresses.absolute(edition.addresses.home(edition.default))}#{part}"


def identity(edition: Edition, kind: str, record: str) -> str:
    """Gives the one name of a record in all languages: the address of its page in the default language, and what it is."""
    return f"{edition.addresses.absolute(edition.addresses.page(kind, edition.default, record))}#{kind}"


def said(text: TextView | None) -> object:
    """Gives a text; one that is not in the page's own language with the language it is in."""
    if text is None:
        return None
    return {"@value": text.text, "@language": text.lang} if text.lang else text.text


def address_of(edition: Edition, path: str) -> str:
    """Gives a whole address."""
    return edition.addresses.absolute(path)


def programme_named(edition: Edition) -> Node:
    """Gives the programme in as many words as another thing needs to name it."""
    name = said(edition.text(edition.dataset.programme.name))
    return {"@type": "Organization", "@id": home_of(edition, "programme"), "name": name}


def site(edition: Edition) -> Node:
    """Gives the site that every page is part of."""
    name, home = edition.text(edition.dataset.programme.name), edition.addresses.home(edition.default)
    return {"@type": "WebSite", "@id": home_of(edition, "website"), "url": address_of(edition, home), "name": said(name)}


def trail(edition: Edition, route: Route, draft: Draft, address: str) -> Node | None:
    """Gives the way from the home page to a page, as pages show it: the list that it stands in, then itself. Home has none."""
    if route.place.address is Address.HOME or not address:
        return None
    above: list[tuple[str, str]] = []
    place, by_name = route.place, edition.dataset.kinds.by_name
    while place.above:
        link, place = edition.links.to(place.above), by_name[place.above]
        above.insert(0, (link.title.text, address_of(edition, link.path)))
    home = edition.text(edition.dataset.programme.name).text, address_of(edition, edition.addresses.home(edition.language))
    steps = [home, *above, (draft.title, address)]
    items = [{"@type": "ListItem", "position": at, "name": name, "item": path} for at, (name, path) in enumerate(steps, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}
