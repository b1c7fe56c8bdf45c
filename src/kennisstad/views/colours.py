"""The colours of tracks and themes, for the stylesheet that carries them: a page has no style attribute."""

from __future__ import annotations

from collections.abc import Mapping

from kennisstad.model import Collection, Dataset
from kennisstad.views.components import view

NO_TRACK_STYLE = "trackless"


def style(kind: str, identity: str | None) -> str:
    """Gives the class that carries the colour of a track or a theme; `kind` is "track", "theme", "audience" or "place"."""
    return f"{kind}-{identity}" if identity else NO_TRACK_STYLE


@view
class ColourView:
    """The class that a colour goes with, and the colour on light and on dark paper."""

    style: str
    light: str
    dark: str


def colours(dataset: Dataset) -> tuple[ColourView, ...]:
    """Gives the colours of all tracks, then of the other collections that have one."""
    found = []
    for kind, records in _collections(dataset):
        for record in records.values():
            if record.colour:
                found.append(ColourView(style(kind, record.id), record.colour.light, record.colour.dark))
    return tuple(found)


def _collections(dataset: Dataset) -> tuple[tuple[str, Mapping[str, Collection]], ...]:
    return ("track", dataset.tracks), ("theme", dataset.themes), ("audience", dataset.audiences), ("place", dataset.places)
