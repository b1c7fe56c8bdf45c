"""The walls that others show beside a link to a page, as PNG, which every service reads; drawn anew by each build."""

from __future__ import annotations

from functools import partial

from kennisstad.exports.material import Files, Material
from kennisstad.views.social_card import HEIGHT, PAPER, WIDTH, Rectangle, social_cards


def files(material: Material) -> Files:
    """Gives the pictures."""
    for path, pieces in social_cards(material.dataset).items():
        yield path, partial(_drawn, pieces)


def _drawn(pieces: tuple[Rectangle, ...]) -> bytes:
    from kennisstad.pictures import drawn  # noqa: PLC0415 - as in photos.py, only who needs it waits for Pillow

    return drawn((WIDTH, HEIGHT), PAPER, [(piece.box, piece.colour) for piece in pieces])
