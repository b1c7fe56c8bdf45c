"""The page with the form: what it says without a script, and what the scripts of `overrides/assets/form/` are told."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from markupsafe import Markup

from kennisstad.addresses.routes import Addresses, Route
from kennisstad.model import Address, Dataset, RecordKind
from kennisstad.opendata.words import title_of
from kennisstad.views.components import View, view
from kennisstad.views.edition import Edition
from kennisstad.views.structured import script_data

EDIT = "edit"
_BRANCH = "main"
_STYLES = ("assets/form/edit.css", "assets/form/handing-in.css")
_MODULES, _AT_HOME = "assets/form/", ("assets/form/local", "assets/form/doings-here")
_SPOKEN = ("form", "handing_in", "local")
"""The groups of words that the scripts say."""


@view
class EditView(View):
    """The page with the form."""

    lead: str
    told: Markup
    """What the scripts are told, as JSON."""
    styles: tuple[str, ...]
    modules: tuple[str, ...]
    """The scripts that the form consists of, so that a browser asks for all at once and not for each when another names it."""
    repository: str
    """Where the records can be changed without the form; "" where the programme does not say."""


def edit_view(edition: Edition) -> EditView:
    """Gives the page with the form in a language."""
    programme = edition.dataset.programme
    return EditView(
        lead=edition.locale.say("form.lead", programme=edition.text(programme.name).text),
        told=script_data(_told(edition)),
        styles=tuple(map(edition.addresses.asset, _STYLES)),
        modules=tuple(edition.addresses.asset(path) for path in edition.dataset.assets if _is_module(path)),
        repository=programme.repository or "",
    )


def _is_module(path: str) -> bool:
    return path.startswith(_MODULES) and path.endswith(".js") and not path.startswith(_AT_HOME)


def form_folder(addresses: Addresses, dataset: Dataset) -> str:
    """Gives the folder of what the form fetches: it stands below the page in the first language, and serves all of them."""
    return f"{addresses.page(EDIT, dataset.programme.default_language)}data/"


def form_address(edition: Edition, route: Route) -> str:
    """Gives the path at which the form has the record of a page open; "" for a page that shows none."""
    place = route.place
    is_of_record = place.address is Address.BELOW and place.ids is None
    if not is_of_record or not edition.links.has(EDIT) or edition.dataset.opens_from_folder:
        return ""
    kind = next((kind for kind in edition.dataset.kinds.records if kind.name == place.above), None)
    return f"{edition.links.path(EDIT)}?{name_in_address(kind)}={route.id}" if kind else ""


def name_in_address(kind: RecordKind) -> str:
    """Gives what a kind of records is called in an address of the form: `project`."""
    return kind.one or kind.stem


def _told(edition: Edition) -> Mapping[str, object]:
    dataset, programme = edition.dataset, edition.dataset.programme
    contact = programme.contact
    words = edition.locale.words
    return {
        "language": edition.language,
        "data": form_folder(edition.addresses, dataset),
        "languages": {code: dataset.locales[code].name for code in programme.languages},
        "repository": _repository(programme.repository or ""),
        "contact": {"name": edition.text(contact.name).text if contact.name else "", "email": contact.email} if contact else None,
        "ended": [name for name, like in dataset.choices.statuses.items() if like.is_ended],
        "kinds": [
            {
                "name": kind.name,
                "one": name_in_address(kind),
                "title": title_of(edition.locale, kind),
                "single": words.get(f"changes.kind.{kind.name}", ""),
                "folder": kind.folder,
                "page": _page_of(edition, kind),
            }
            for kind in dataset.kinds.records
        ],
        "words": {group: _group(words, group) for group in _SPOKEN},
    }


def _group(words: Mapping[str, str], group: str) -> Mapping[str, str]:
    return {key.removeprefix(f"{group}."): word for key, word in words.items() if key.startswith(f"{group}.")}


def _page_of(edition: Edition, kind: RecordKind) -> str:
    """Gives the path that the pages of a kind stand below, "" for one without pages of its own; the first may be written now."""
    below = [place for place in edition.dataset.kinds.below(kind.name) if place.ids is None]
    return edition.links.path(kind.name) if below else ""


def _repository(address: str) -> Mapping[str, str] | None:
    if not address:
        return None
    parts = urlsplit(address)
    return {"host": parts.netloc, "path": parts.path.strip("/").removesuffix(".git"), "branch": _BRANCH}
