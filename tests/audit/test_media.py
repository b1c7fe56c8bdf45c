"""What a visitor's system asks for is done: rest, forced colours, and paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.audit.conftest import Audited, faults_on
from tests.audit.tools import probe
from tests.browser.visitor import visit

PAPER = {"width": 718, "height": 1047}
"""A4 with margins of 1 cm, in CSS pixels."""
WISHES: dict[str, tuple[str, dict[str, Any]]] = {
    "reduced-motion": ("moving", {"reduced_motion": "reduce"}),
    "forced-colours": ("forced", {"forced_colors": "active"}),
    "forced-colours-dark": ("forced", {"forced_colors": "active", "color_scheme": "dark"}),
    "print": ("print", {"viewport": PAPER}),
    "print-dark": ("print", {"viewport": PAPER, "color_scheme": "dark"}),
}
"""What the system asks for, and the probe that looks whether it is done."""


@pytest.mark.parametrize("turn", range(len(WISHES)), ids=list(WISHES))
def test_the_page_does_what_the_system_asks(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    look, wish = list(WISHES.values())[turn]
    with visit(browser, host, **wish) as visitor:
        visitor.page.emulate_media(media="print" if look == "print" else "screen")
        faults = faults_on(visitor, audited(turn), lambda page: page.evaluate(probe(look)))

    assert faults == [], "\n".join(faults)
