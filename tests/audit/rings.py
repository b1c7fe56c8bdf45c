"""Whether the ring around what has the keyboard's focus can be seen: what changes on the screen is compared, not styles."""

from __future__ import annotations

import base64
import io
from typing import Any

from PIL import Image

from tests.audit.opened import Opened

LEAST = 2
"""A ring changes at least as many pixels as a line of this width around the element has (WCAG 2.4.13)."""
CONTRAST = 3
"""Between a pixel with and without the ring, at least."""
_LINEAR = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)]


async def ring_that_does_not_show(opened: Opened, number: int) -> list[str]:
    """Gives the ring of a stop that the walk kept (`probes/walk.js`), where it cannot be told from the screen without it."""
    await opened.page.evaluate("(number) => walked.elements[number].focus()", number)
    stop: dict[str, Any] = await opened.probe("look")
    focused = await _picture(opened, stop["clip"])
    await opened.page.evaluate("document.activeElement.blur()")
    rested = await _picture(opened, stop["clip"])
    changed = changed_pixels(focused, rested)
    is_shown = stop["isRinged"] and changed >= LEAST * stop["around"]
    return [] if is_shown else [f"the ring does not show ({changed} pixels): {stop['told']}"]


def changed_pixels(one: Image.Image, other: Image.Image) -> int:
    """Gives how many pixels of two pictures of a size differ so much that somebody sees it."""
    pairs = zip(_pixels(one), _pixels(other), strict=True)
    return sum(1 for left, right in pairs if left != right and _contrast(left, right) >= CONTRAST)


async def _picture(opened: Opened, clip: dict[str, float]) -> Image.Image:
    taken = await opened.session.send("Page.captureScreenshot", {"format": "png", "clip": clip, "optimizeForSpeed": True})
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
