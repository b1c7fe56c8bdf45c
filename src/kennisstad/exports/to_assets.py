"""What stands in `overrides/assets/`, at the paths and with the bytes that visitors get (`frontend.py`)."""

from __future__ import annotations

from kennisstad.exports.material import Files, Material
from kennisstad.frontend import maker, published


def files(material: Material) -> Files:
    """Gives the style, the scripts and all else in `overrides/assets/`. One file of style: one request."""
    for path in published(material.dataset):
        yield material.addresses.asset(path), maker(material.dataset, material.renderer, material.addresses.kept, path)
