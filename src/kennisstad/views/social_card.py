"""The pictures that others show beside a link to a page (Open Graph): a wall in the colour of its track, or in all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kennisstad.addresses.routes import social_card_path
from kennisstad.model import Dataset, Status
from kennisstad.rules import appearance
from kennisstad.views.colours import colours
from kennisstad.views.walls import COURSE, JOINT, MODULE, MODULES, bricks

WIDTH, HEIGHT = 1200, 630
"""Pixels: 1.91 to 1, the measure that Open Graph pictures are cut to."""
TYPE = "image/png"
COURSES = 12
"""More than fit: the lowest stands on the foot of the picture."""
ALL = "programme"
"""The style of pages that are of no track or theme: their wall has the colours of all tracks."""
PAPER = appearance.PAPER["light"]
SHARES = (0.12, 0.22, 0.34, 0.52, 1.0)
"""How much of the colour each tint has on paper; the stylesheet has the same for the walls of pages (`.tint-1` …)."""
_SCALE = WIDTH / (MODULES * MODULE)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A piece of one colour (`#rrggbb`): its left, top, right and bottom side in pixels, the last two included."""

    box: tuple[int, int, int, int]
    colour: str


def social_cards(dataset: Dataset) -> dict[str, tuple[Rectangle, ...]]:
    """Gives what stands on each picture, by its path."""
    of_tracks = [track.colour.light for track in dataset.tracks_in_order]
    palettes: Mapping[str, Sequence[str]] = {item.style: (item.light,) for item in colours(dataset)} | {ALL: of_tracks}
    return {social_card_path(style): tuple(_wall(style, palette)) for style, palette in palettes.items() if palette}


def _wall(style: str, palette: Sequence[str]) -> list[Rectangle]:
    foot = HEIGHT - round(COURSES * COURSE * _SCALE)
    found = []
    for brick in bricks(style, Status.RUNNING, COURSES):
        left, top = round(brick.x * _SCALE), foot + round(brick.y * _SCALE)
        right, bottom = round((brick.x + brick.width) * _SCALE) - 1, foot + round((brick.y + COURSE - JOINT) * _SCALE) - 1
        colour = palette[brick.y // COURSE * len(palette) // COURSES]
        found.append(Rectangle((left, top, right, bottom), _mixed(colour, SHARES[brick.tint - 1])))
    return found


def _mixed(colour: str, share: float) -> str:
    """Gives a colour laid over paper."""
    pairs = zip(_parts(colour), _parts(PAPER), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in pairs)


def _parts(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))
