"""The ways to the archives of news and events, a page for each year."""

from __future__ import annotations

from kennisstad.addresses.routes import ids_of
from kennisstad.views.components import LinkView, TextView
from kennisstad.views.edition import Edition
from kennisstad.views.texts import Texts


def years(edition: Edition, kind: str, but: str = "") -> tuple[LinkView, ...]:
    """Gives links to the archives of a kind, the newest first, but to the one that is shown."""
    place = edition.dataset.kinds.by_name[kind]
    return tuple(LinkView(TextView(year), edition.links.path(kind, year)) for year in ids_of(edition.dataset, place) if year != but)


def year_title(texts: Texts, year: str) -> TextView:
    """Gives what links call an archive: its year."""
    return TextView(year)
