"""The table of kinds of a site that opens from a folder: a list in place of search, a sentence in place of the form."""

from __future__ import annotations

from dataclasses import replace

from kennisstad.model import Kinds, Place
from kennisstad.views.all_pages import all_pages_page, no_form_page
from kennisstad.views.edit import EDIT
from kennisstad.views.page import PageKind, Structured

ASKS_A_HOST = ("search-open", "search", "form/edit", "embed")
"""The scripts that fetch what they show, or lead away from the page that was opened."""


def kinds_in_a_folder(kinds: Kinds) -> Kinds:
    """Gives the kinds of which a site consists that is opened without a host, each at the address that it has elsewhere."""
    return replace(kinds, places=tuple(map(_in_a_folder, kinds.places)), opens_from_folder=True)


def _in_a_folder(place: Place) -> Place:
    if not isinstance(place, PageKind):
        return place
    quiet = replace(place, scripts=tuple(script for script in place.scripts if script not in ASKS_A_HOST))
    if place.name == "search":
        return replace(quiet, draft=all_pages_page, template="all-pages", structured=lambda *_: Structured())
    return replace(quiet, draft=no_form_page, template="no-form") if place.name == EDIT else quiet
