"""What somebody asks of the site is done: a narrow screen, zoom, large text, wide spacing, rest, forced colours, paper."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import ViewportSize

from tests.audit.opened import Opened

ZOOMED: ViewportSize = {"width": 640, "height": 512}
"""At 200 % a screen of 1280 × 1024 has room for half as many pixels."""
LARGE: ViewportSize = {"width": 1280, "height": 1024}
PAPER: ViewportSize = {"width": 718, "height": 1047}
"""A4 with margins of 1 cm, in CSS pixels."""
LARGE_TEXT = "html { font-size: 200% !important; }"
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What a visitor may set without losing anything (WCAG 1.4.12)."""
ADD = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
"""A visitor's own style is not the page's, and no policy of a page keeps it out."""


async def no_heading_breaks_within_a_word(opened: Opened) -> list[str]:
    """Dutch compounds are long, and not every browser knows where to hyphenate them."""
    found: list[str] = await opened.probe("broken")
    return found


async def nothing_is_cut_off(opened: Opened) -> list[str]:
    """On the screen as it is."""
    return await opened.faults("clipped")


async def nothing_is_cut_off_when_zoomed(opened: Opened) -> list[str]:
    """At 200 %."""
    async with _on(opened, ZOOMED):
        return await nothing_is_cut_off(opened)


async def nothing_is_cut_off_in_large_text(opened: Opened) -> list[str]:
    """With text alone at 200 %."""
    async with _on(opened, LARGE), _styled(opened, LARGE_TEXT):
        return await nothing_is_cut_off(opened)


async def nothing_is_cut_off_in_wide_spacing(opened: Opened) -> list[str]:
    """On the screen as it is."""
    async with _styled(opened, SPACING):
        return await nothing_is_cut_off(opened)


async def nothing_moves_where_rest_is_asked_for(opened: Opened) -> list[str]:
    """Every screen of the audit asks for it."""
    found: list[str] = await opened.probe("moving")
    return found


async def forced_colours_are_kept(opened: Opened) -> list[str]:
    """In the light and in the dark."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        await opened.page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{scheme}: {fault}" for fault in await opened.probe("forced")]
    await opened.page.emulate_media(forced_colors="none", color_scheme="light")
    return found


async def paper_is_for_reading(opened: Opened) -> list[str]:
    """Whatever the screen shows, in the light and in the dark."""
    found: list[str] = []
    async with _on(opened, PAPER):
        for scheme in ("light", "dark"):
            await opened.page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{scheme}: {fault}" for fault in await opened.probe("print")]
        await opened.page.emulate_media(media="screen", color_scheme="light")
    return found


@asynccontextmanager
async def _on(opened: Opened, screen: ViewportSize) -> AsyncIterator[None]:
    before = opened.page.viewport_size
    await opened.page.set_viewport_size(screen)
    yield
    if before is not None:
        await opened.page.set_viewport_size(before)


@asynccontextmanager
async def _styled(opened: Opened, style: str) -> AsyncIterator[None]:
    await opened.page.evaluate(ADD, style)
    yield
    await opened.page.evaluate("document.adoptedStyleSheets = []")
