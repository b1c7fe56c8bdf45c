"""A picture in `data/photos/` or beside a page: what was measured of it, and the sizes it is published in."""

from __future__ import annotations

from collections.abc import Mapping
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
MOST_PIXELS: Mapping[str, int] = {"JPEG": 50_000_000, "PNG": 25_000_000, "GIF": 25_000_000, "WEBP": 16_000_000, "AVIF": 16_000_000}
"""Width times height, by the format that it is stored in: as many as fit in 500 MB while it is read. A telephone makes 50 million
in a JPEG; the newer formats are held in memory several times."""
LARGEST_FILE = 20_000_000
"""Bytes. A larger file would weigh on everybody who copies the project."""
DOCUMENT, LARGEST_DOCUMENT = ".pdf", 50_000_000
"""How the name of a document beside a page ends, and its bytes: it is published as it is."""
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
    format: str = ""
    """Of the picture itself, whatever its name says: `JPEG`."""
    is_moving: bool = False
    """Whether it holds more than one picture, that are shown one after the other."""

    @property
    def is_document(self) -> bool:
        """Whether it is no picture, and published as it is."""
        return self.path.suffix.lower() == DOCUMENT

    @property
    def is_small_enough(self) -> bool:
        """Whether it can be read without filling the memory of the machine that builds the site."""
        return max(self.width, self.height) <= LONGEST_SIDE and self.width * self.height <= MOST_PIXELS.get(self.format, 0)

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """The widths and heights it is published in, never larger than it is, the largest last."""
        largest = min(self.width, WIDTHS[-1])
        smaller = (width for width in WIDTHS if width * LEAST_DIFFERENCE <= largest)
        return tuple((width, max(1, round(self.height * width / self.width))) for width in (*smaller, largest))
