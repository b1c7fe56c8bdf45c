"""What everyone needs: axe finds nothing, targets are large enough, pictures and controls have a name."""

from __future__ import annotations

from typing import Any

from tests.audit.opened import NARROW, WIDE, Opened
from tests.audit.tools import RUN_AXE, RUN_AXE_ON_COLOURS, axe


async def axe_finds_nothing(opened: Opened) -> list[str]:
    """Best practices and the size of targets included, with everything unfolded."""
    return await _run_axe(opened, RUN_AXE)


async def axe_finds_nothing_in_the_dark(opened: Opened) -> list[str]:
    """In the dark other colours are given, and nothing else (`test_only_colours_change_in_the_dark`)."""
    await opened.page.emulate_media(color_scheme="dark")
    found = await _run_axe(opened, RUN_AXE_ON_COLOURS)
    await opened.page.emulate_media(color_scheme="light")
    return found


async def axe_finds_nothing_where_scripts_do_not_arrive(opened: Opened) -> list[str]:
    """Axe needs scripts itself, so only the site's own are kept away; what is the same without them was looked at with them."""
    if await opened.probe("written") == opened.audit.written.get(opened.route.path):
        return []
    found = []
    for screen in (NARROW, WIDE):
        await opened.page.set_viewport_size(screen)
        found += await axe_finds_nothing(opened)
    return found


async def targets_are_large_enough(opened: Opened) -> list[str]:
    """Axe passes a small target with room around it."""
    found = await opened.faults("small")
    await opened.page.evaluate("scrollTo(0, 0)")
    return found


async def pictures_have_a_name_or_are_left_out(opened: Opened) -> list[str]:
    """Axe passes a picture without a name and a role."""
    return await opened.faults("pictures")


async def controls_have_a_name_and_a_role(opened: Opened) -> list[str]:
    """Gives the controls for which assistive technology is told no name or no role."""
    await opened.probe("unfold")
    tree = await opened.session.send("Accessibility.getFullAXTree")
    return [str(node) for node in tree["nodes"] if _is_focusable(node) and not (_value(node, "name") and _is_role(node))]


async def _run_axe(opened: Opened, run: str) -> list[str]:
    await opened.probe("unfold")
    if not await opened.page.evaluate("'axe' in window"):
        await opened.page.evaluate(axe())
    found: list[str] = await opened.page.evaluate(run)
    return found


def _value(node: dict[str, Any], key: str) -> str:
    return str(node.get(key, {}).get("value", "")).strip()


def _is_role(node: dict[str, Any]) -> bool:
    return _value(node, "role") not in ("", "generic", "none")


def _is_focusable(node: dict[str, Any]) -> bool:
    properties = {found["name"]: found["value"].get("value") for found in node.get("properties", [])}
    return not node.get("ignored") and bool(properties.get("focusable")) and _value(node, "role") != "RootWebArea"
