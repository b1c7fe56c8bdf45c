"""A file in `data/photos/`: what was measured of it, and the sizes it is published in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WIDTHS = (480, 960, 1440)
"""Pixels: a phone, a phone with a sharp screen, a large screen with twice the pixels of the column."""
FORMATS = ("avif", "webp")
"""The smallest first, as a browser takes the first that it knows; the last is the one that everybody reads."""
LEAST_WIDTH = 640
"""Pixels. A smaller photograph is blurred on every screen."""
LONGEST_SIDE = 10_000
"""Pixels. A larger one would fill the memory of the machine that builds the site."""
LARGEST_FILE = 20_000_000
"""Bytes. A larger file would weigh on everybody who copies the project."""
LEAST_DIFFERENCE = 1.25
"""A size that is hardly smaller than the largest one saves nobody anything."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photograph as somebody sees it, turned upright; `name` is spelled as records spell it.

    `width` and `height` are 0 where the file holds no picture that can be shown; `digest` changes with the file and with the
    way that pictures are made.
    """

    name: str
    path: Path
    size: int = 0
    """Bytes."""
    width: int = 0
    height: int = 0
    digest: str = ""
    is_readable: bool = True

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """The widths and heights it is published in, never larger than it is, the largest last."""
        largest = min(self.width, WIDTHS[-1])
        smaller = (width for width in WIDTHS if width * LEAST_DIFFERENCE <= largest)
        return tuple((width, max(1, round(self.height * width / self.width))) for width in (*smaller, largest))
