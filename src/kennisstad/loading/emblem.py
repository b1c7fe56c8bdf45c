"""The site's icon, `assets/icon.svg`, as blocks of one colour, so that it can also be drawn as pixels for who cannot show an SVG.

Our own is a wall of bricks. A drawing of anything else than upright blocks is not read; its programme gives the pictures itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kennisstad.loading.assets import ASSETS

ICON = f"{ASSETS}/icon.svg"
FAVICON, TOUCH_ICON = "favicon.ico", "apple-touch-icon.png"
"""The pictures of the icon: for browsers, and for the home screen of a phone. Programs look for them at the root of a site."""
OWN_PICTURES = {f"{ASSETS}/{name}": name for name in (FAVICON, TOUCH_ICON)}
"""Where a programme puts its own, and what each is called on the site."""
_N = r"-?(?:\d+(?:\.\d+)?|\.\d+)"
_BLOCK = rf"M({_N})[ ,]({_N})h({_N})v({_N})(?:h{_N}|H{_N})z"
_PATH = rf'<path fill="(#[0-9a-f]{{6}})" d="((?:{_BLOCK})+)"/>'
_DRAWING = re.compile(rf'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 (\d+) \1">(?:{_PATH})+</svg>')


@dataclass(frozen=True, slots=True)
class Block:
    """A block of one colour (`#rrggbb`): its left, top, right and bottom side."""

    sides: tuple[float, float, float, float]
    colour: str


@dataclass(frozen=True, slots=True)
class Emblem:
    """A square drawing: the length of its sides, and its blocks, each over those before it."""

    side: int
    blocks: tuple[Block, ...]

    def in_pixels(self, size: int) -> list[tuple[tuple[int, int, int, int], str]]:
        """Gives the first and last pixel of each block in a picture of some size; what is between blocks stays open."""
        scale = size / self.side
        sides = ([int(side * scale) for side in block.sides] for block in self.blocks)
        return [
            ((left, top, right - 1, bottom - 1), block.colour)
            for (left, top, right, bottom), block in zip(sides, self.blocks, strict=True)
        ]


def emblem(path: Path) -> Emblem | None:
    """Gives the drawing in a file, or None where it is of something else than blocks."""
    drawing = _DRAWING.fullmatch(path.read_text("utf-8", "replace").strip())
    if drawing is None:
        return None
    blocks = [Block(_sides(found), path[1]) for path in re.finditer(_PATH, drawing[0]) for found in re.finditer(_BLOCK, path[2])]
    return Emblem(int(drawing[1]), tuple(blocks))


def _sides(found: re.Match[str]) -> tuple[float, float, float, float]:
    left, top, width, height = map(float, found.groups())
    return left, top, left + width, top + height
