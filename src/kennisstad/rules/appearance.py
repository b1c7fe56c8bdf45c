"""What the data says of looks can be seen: icons exist, colours are legible."""

from __future__ import annotations

import os
from collections.abc import Iterator

from kennisstad.icons import ENDING, icons_named, is_of_a_set, meant, names, sets
from kennisstad.model import Collection, Dataset, Folders
from kennisstad.problem import Problem, nearest
from kennisstad.reading.folders import Fault, fault_of

PAPER = {"light": "#fbf9f5", "dark": "#14171d"}
"""The colours that text stands on; `overrides/assets/shared.css` uses the same two."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of ordinary size."""


def colours_are_legible(dataset: Dataset) -> Iterator[Problem]:
    """The colour of a track, theme, audience or place can be read on paper, light and dark.

    Passes: `light: "#0f4c8a"`. Fails: `light: "#8ec1f5"` (contrast 1.8).
    """
    for collection, record in dataset.records():
        if isinstance(record, Collection):
            for scheme, paper in PAPER.items():
                colour = getattr(record.colour, scheme, None)
                if colour and (ratio := contrast(colour, paper)) < LEAST_CONTRAST:
                    where = dataset.place(collection, record.id, ("colour", scheme))
                    values = {"found": colour, "ratio": f"{ratio:.1f}", "least": str(LEAST_CONTRAST), "paper": paper}
                    yield Problem(where, "too-little-contrast", f"{scheme}-colour", record.id, values)


def icons_exist(dataset: Dataset) -> Iterator[Problem]:
    """An icon is a file in `overrides/.icons/`; one that is named from a set of Material's has to be brought there.

    Passes: `icon: campus` where `campus.svg` is there. Fails: `icon: campsu`, `icon: material/leaf` before `kennisstad icons`.
    """
    folders = dataset.folders
    for kind, record, keys, icon in icons_named(dataset):
        path = folders.icons / f"{icon}{ENDING}"
        fault = fault_of(path, folders.root) if os.path.lexists(path) else ("", "")
        if fault:
            where = dataset.place(kind, record, keys)
            yield Problem(where, *_icon_fault(folders, icon, fault), record, _icon_values(folders, icon))


def _icon_fault(folders: Folders, icon: str, fault: Fault) -> Fault:
    """Gives the rule and the hint for an icon that is not there (no fault of a file), or whose file has a fault."""
    if fault[0]:
        return fault
    if icon in names() or (is_of_a_set(icon) and sets() is None):
        return "icon-not-here", "bring-icons" if sets() else "install-material"
    values = _icon_values(folders, icon)
    return "unknown-icon", "did-you-mean" if values["suggestion"] else "choose" if values["known"] else "write-icon-name"


def _icon_values(folders: Folders, icon: str) -> dict[str, str]:
    own = sorted(path.stem for path in folders.icons.glob(f"*{ENDING}"))
    suggestion = "" if icon in names() else nearest(icon, own) or meant(icon)
    return {"found": icon, "known": ", ".join(own), "suggestion": suggestion}


def contrast(one: str, other: str) -> float:
    """Gives the contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
