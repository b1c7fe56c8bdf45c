"""Light, steady and private: what a first visit fetches, how much that is, from whom, what moves meanwhile and what stays."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kennisstad.model import Address
from tests.audit.opened import Opened

CONTENT = 15 * 1024
WITH_FONT = 45 * 1024
LIST_OF_150 = 25 * 1024
SCRIPT = 6 * 1024
REQUESTS = 6
FORM = "edit"
"""The kind of page that editors alone open. It may weigh what it must (a named exception), and no more than it does today."""
FORM_BUDGETS = {"text": 145 * 1024, "text and font": 170 * 1024, "script": 80 * 1024, "requests": 48}
ENTRIES = "document.querySelectorAll('main li, main tbody tr').length"
SHIFT = 0.01
"""How far what is seen may move by itself while a page is opened (Cumulative Layout Shift)."""
VISITS = 3


@dataclass
class Weight:
    """The bytes that a visit asks for, as a host sends them (gzip), by kind of thing."""

    number: int = 0
    by_kind: dict[str, int] = field(default_factory=dict)

    @property
    def text(self) -> int:
        """What is read and run: HTML, style and scripts."""
        return sum(size for kind, size in self.by_kind.items() if kind not in ("font", "image"))


def weight_of(opened: Opened) -> Weight:
    """Weighs what the page asked for when it was opened."""
    weight = Weight()
    for request in opened.asked:
        path = request.url.removeprefix(opened.audit.host)
        file = opened.audit.site / (opened.route.file if path == opened.route.path else path)
        kind = request.resource_type
        weight.number += 1
        weight.by_kind[kind] = weight.by_kind.get(kind, 0) + _sent(file, kind in ("font", "image"))
    return weight


def budgets_of(entries: int) -> dict[str, int]:
    """Gives what a page may weigh; one that lists much may weigh as much as a list of projects of that length."""
    text = max(CONTENT + (LIST_OF_150 - CONTENT) * min(entries, 150) // 150, LIST_OF_150 * entries // 150)
    return {"text": text, "text and font": text + WITH_FONT - CONTENT, "script": SCRIPT, "requests": REQUESTS}


def too_heavy(weight: Weight, budgets: dict[str, int]) -> list[str]:
    """Gives each budget that a visit exceeds."""
    spent = {
        "text": weight.text,
        "text and font": weight.text + weight.by_kind.get("font", 0),
        "script": weight.by_kind.get("script", 0),
        "requests": weight.number,
    }
    return [f"{name} {spent[name]} > {budget}" for name, budget in budgets.items() if spent[name] > budget]


async def a_first_visit_is_light(opened: Opened) -> list[str]:
    """An embed has its own weight (`promises/embeds.py`)."""
    if opened.route.place.address is Address.EMBED:
        return []
    budgets = FORM_BUDGETS if opened.route.kind == FORM else budgets_of(await opened.page.evaluate(ENTRIES))
    return too_heavy(weight_of(opened), budgets)


async def nothing_shifts_while_it_opens(opened: Opened) -> list[str]:
    """What is read stays where it is; where it does not, the middle of three visits counts, as for Lighthouse."""
    found = [await opened.probe("shifts")]
    while found[0]["sum"] > SHIFT and len(found) < VISITS:
        await opened.page.reload()
        found.append(await opened.probe("shifts"))
    middle = sorted(found, key=lambda one: one["sum"])[len(found) // 2]
    return [f"moves by itself: {middle['sum']:.3f}: {' … '.join(middle['moved'])}"] if middle["sum"] > SHIFT else []


async def a_visit_is_private_and_without_an_error(opened: Opened) -> list[str]:
    """No other host, no cookie, nothing kept, nothing that a console has to tell."""
    kept: int = await opened.page.evaluate("localStorage.length + sessionStorage.length")
    cookies = [f"cookie {cookie.get('name')}" for cookie in await opened.page.context.cookies()]
    return [*opened.wrong, *cookies, *([f"keeps {kept} things"] if kept else [])]


@cache
def _sent(file: Path, is_compressed: bool) -> int:
    body = file.read_bytes()
    return len(body) if is_compressed else len(gzip.compress(body))
