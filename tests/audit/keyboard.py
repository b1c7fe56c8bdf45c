"""By keyboard: every stop can be seen; the skip link comes first; no control is left out, no focus lost."""

from __future__ import annotations

import asyncio
from typing import Any

from kennisstad.model import Address
from tests.audit.opened import Opened
from tests.audit.rings import ring_that_does_not_show
from tests.audit.tools import probe

MOST = 3000
"""More stops than any page may have; who comes here goes round in circles."""
AT_ONCE = 50
"""Keys that are pressed before the page is asked whether the way is at its end: one by one takes sixteen times as long."""
TAB = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
ENTER = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
WATCH = f"(known) => ({probe('walk')})({probe('stop')}, {probe('kind')}, known)"
IS_OVER = "walked.isOver || document.activeElement === document.body"
ARE_SKIPPED = """() => {
  const main = document.querySelector("main:target");
  return main !== null && !(main.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
SKIP_LINK = """() => {
  const first = document.querySelector("[data-stop=first]");
  first?.focus();
  return first?.getAttribute("href")?.startsWith("#") ?? false;
}"""
REST = "document.activeElement.blur(); scrollTo(0, 0)"


async def the_keyboard_reaches_everything(opened: Opened) -> list[str]:
    """Presses Tab from the top of the page until the browser's own controls come, and gives what is wrong on the way."""
    await opened.probe("unfold")
    faults = await _walk(opened)
    looks: list[str] = await opened.page.evaluate("walked.looks")
    for number, look in enumerate(looks):
        if (opened.width, look) not in opened.audit.rings:
            opened.audit.rings.add((opened.width, look))
            faults += await ring_that_does_not_show(opened, number)
    await opened.page.evaluate(REST)
    return faults


async def the_skip_link_comes_first(opened: Opened) -> list[str]:
    """Takes the skip link, and tells where the next stop is not in what the page is about. An embed has nothing to skip."""
    if opened.route.place.address is Address.EMBED:
        return []
    if not await opened.page.evaluate("document.querySelector('[data-stop]') !== null"):
        await _watch(opened)
        await _press(opened, TAB)
    if not await opened.page.evaluate(SKIP_LINK):
        return ["the first stop is no skip link"]
    await _press(opened, ENTER)
    await _press(opened, TAB)
    is_skipped = await opened.page.evaluate(ARE_SKIPPED)
    await opened.page.evaluate(REST)
    return [] if is_skipped else ["the skip link leads elsewhere"]


async def _watch(opened: Opened) -> None:
    known = [look for width, look in opened.audit.rings if width == opened.width]
    await opened.page.evaluate(WATCH, known)


async def _walk(opened: Opened) -> list[str]:
    await _watch(opened)
    for _ in range(MOST // AT_ONCE):
        await asyncio.gather(*(_press(opened, TAB) for _ in range(AT_ONCE)))
        if await opened.page.evaluate(IS_OVER):
            unvisited = await opened.probe("unvisited")
            return [*await opened.page.evaluate("walked.faults"), *(f"no stop at {control}" for control in unvisited)]
    return [*await opened.page.evaluate("walked.faults"), "the way has no end"]


async def _press(opened: Opened, key: dict[str, Any]) -> None:
    await asyncio.gather(
        opened.session.send("Input.dispatchKeyEvent", {"type": "keyDown" if "text" in key else "rawKeyDown", **key}),
        opened.session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key}),
    )
