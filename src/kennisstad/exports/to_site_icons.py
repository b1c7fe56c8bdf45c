"""The site's icon as pictures at its root: `favicon.ico` in three sizes, and one for the home screen of a phone.

They are drawn from `assets/icon.svg`. What a programme puts beside it in `overrides/assets/` under these names wins.
"""

from __future__ import annotations

from functools import partial

from kennisstad.exports.material import Files, Material
from kennisstad.loading.emblem import FAVICON, ICON, OWN_PICTURES, TOUCH_ICON, Emblem, emblem
from kennisstad.model import Dataset
from kennisstad.views.social_card import PAPER

FAVICON_SIZES = (16, 32, 48)
TOUCH_SIZE = 180
"""Pixels: what an iPhone asks for. It has no transparent part, and the phone rounds its corners."""


def files(material: Material) -> Files:
    """Gives both pictures."""
    for own, name in OWN_PICTURES.items():
        path = material.dataset.assets.get(own)
        yield name, path.read_bytes if path else partial(_drawn, material.dataset, name)


def _drawn(dataset: Dataset, name: str) -> bytes:
    """Gives a picture of the programme's icon; of everybody's, where its own is not drawn of blocks (the check tells that)."""
    everybodys = dataset.folders.looks[-1] / ICON
    drawing = emblem(dataset.assets.get(ICON, everybodys)) or emblem(everybodys)
    return {FAVICON: _favicon, TOUCH_ICON: _touch_icon}[name](drawing) if drawing else b""


def _favicon(drawing: Emblem) -> bytes:
    from kennisstad.pictures import drawn, icon_of  # noqa: PLC0415 - as in photos.py, only who needs it waits for Pillow

    return icon_of([drawn((size, size), PAPER, drawing.in_pixels(size)) for size in FAVICON_SIZES])


def _touch_icon(drawing: Emblem) -> bytes:
    from kennisstad.pictures import drawn  # noqa: PLC0415

    return drawn((TOUCH_SIZE, TOUCH_SIZE), PAPER, drawing.in_pixels(TOUCH_SIZE))
