"""Whether the ring around what has the keyboard's focus can be seen: what changes on the screen is compared, not styles."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image
from playwright.sync_api import CDPSession, Page

from tests.audit.tools import probe

LEAST = 2
"""A ring changes at least as many pixels as a line of this width around the element has (WCAG 2.4.13)."""
CONTRAST = 3
"""Between a pixel with and without the ring, at least."""
REST = "window.rested = document.activeElement; rested.blur()"
RESUME = "rested.focus({ preventScroll: true })"
_LINEAR = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)]


class Rings:
    """Looks at the ring of each stop that does not look like one seen before; gives what is wrong with it."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def unseen(self, page: Page, session: CDPSession) -> list[str]:
        """Compares the screen around the element with the focus to what it is without, and leaves the focus where it was."""
        stop: dict[str, Any] = page.evaluate(probe("look"))
        if stop["look"] in self.seen:
            return []
        self.seen.add(stop["look"])
        focused = _picture(session, stop["clip"])
        page.evaluate(REST)
        rested = _picture(session, stop["clip"])
        page.evaluate(RESUME)
        changed = changed_pixels(focused, rested)
        return [] if changed >= LEAST * stop["around"] else [f"the ring does not show ({changed} pixels): {stop['told']}"]


def changed_pixels(one: Image.Image, other: Image.Image) -> int:
    """Gives how many pixels of two pictures of a size differ so much that somebody sees it."""
    pairs = zip(_pixels(one), _pixels(other), strict=True)
    return sum(1 for left, right in pairs if left != right and _contrast(left, right) >= CONTRAST)


def _picture(session: CDPSession, clip: dict[str, float]) -> Image.Image:
    taken = session.send("Page.captureScreenshot", {"format": "png", "clip": clip, "optimizeForSpeed": True})
    return Image.open(io.BytesIO(base64.b64decode(taken["data"]))).convert("RGB")


def _pixels(picture: Image.Image) -> list[tuple[int, int, int]]:
    data = picture.tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def _contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(pixel: tuple[int, int, int]) -> float:
    red, green, blue = pixel
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]
