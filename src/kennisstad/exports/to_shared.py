"""The walls that others show beside a link to a page, as PNG, which every service reads; drawn anew by each build."""

from __future__ import annotations

from kennisstad.model import Dataset
from kennisstad.views.shared import HEIGHT, PAPER, WIDTH, shared_pictures


def to_shared(dataset: Dataset) -> dict[str, bytes]:
    """Gives the pictures by path."""
    from kennisstad.pictures import drawn  # noqa: PLC0415 - as in photos.py, only who needs it waits for Pillow

    return {
        path: drawn((WIDTH, HEIGHT), PAPER, [(piece.box, piece.colour) for piece in pieces])
        for path, pieces in shared_pictures(dataset).items()
    }
