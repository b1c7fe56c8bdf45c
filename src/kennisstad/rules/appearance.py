"""What the data says of looks can be seen: icons exist, colours are legible."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset
from kennisstad.problem import Problem

PAPER = {"light": "#fbf9f5", "dark": "#14171d"}
"""The colours that text stands on; `overrides/assets/site.css` uses the same two."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""


def colours_are_legible(dataset: Dataset) -> Iterator[Problem]:
    """A track's or theme's colour can be read on paper, light and dark.

    Passes: `light: "#0f4c8a"`. Fails: `light: "#8ec1f5"` (contrast 1.8).
    """
    for collection, records in (("tracks", dataset.tracks), ("themes", dataset.themes)):
        for record in records.values():
            for scheme, paper in PAPER.items():
                colour = getattr(record.colour, scheme, None)
                if colour and (ratio := contrast(colour, paper)) < LEAST_CONTRAST:
                    where = dataset.place(collection, record.id, ("colour", scheme))
                    values = {"found": colour, "ratio": f"{ratio:.1f}", "least": str(LEAST_CONTRAST), "paper": paper}
                    yield Problem(where, "too-little-contrast", f"{scheme}-colour", record.id, values)


def icons_exist(dataset: Dataset) -> Iterator[Problem]:
    """An icon is a file in `overrides/.icons/`.

    Passes: `icon: campus` where `campus.svg` is there. Fails: `icon: campsu`.
    """
    known = sorted({path.stem for folder in dataset.folders.icons for path in folder.glob("*.svg")})
    for collection, records in (("tracks", dataset.tracks), ("themes", dataset.themes)):
        for record in records.values():
            if record.icon and record.icon not in known:
                where = dataset.place(collection, record.id, ("icon",))
                yield Problem(where, "unknown-icon", "choose", record.id, {"found": record.icon, "known": ", ".join(known)})


def contrast(one: str, other: str) -> float:
    """Gives the contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
