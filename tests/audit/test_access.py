"""Everyone can use it: axe finds nothing, best practices and the size of targets included, in any light and on any screen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.audit.conftest import Audited, faults_on
from tests.audit.tools import axe, probe
from tests.browser.visitor import visit

WIDE: ViewportSize = {"width": 1280, "height": 800}
NARROW: ViewportSize = {"width": 320, "height": 640}
LOOKS: list[dict[str, Any]] = [
    {"color_scheme": "light", "viewport": WIDE},
    {"color_scheme": "dark", "viewport": WIDE},
    {"color_scheme": "dark", "viewport": NARROW},
    {"color_scheme": "light", "viewport": NARROW},
]
NAMES = ["light-wide", "dark-wide", "dark-narrow", "light-narrow"]
RUN = """async () => {
  const { violations } = await axe.run({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ""}`));
}"""


def violations(page: Page) -> list[str]:
    """Gives what axe finds in the page with everything unfolded."""
    page.evaluate(probe("unfold"))
    page.evaluate(axe())
    return [f"{page.url}: {fault}" for fault in page.evaluate(RUN)]


@pytest.mark.parametrize("turn", range(len(LOOKS)), ids=NAMES)
def test_axe_finds_nothing(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    with visit(browser, host, reduced_motion="reduce", **LOOKS[turn]) as visitor:
        faults = faults_on(visitor, audited(turn), violations)

    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("turn", [0, 3], ids=[NAMES[0], NAMES[3]])
def test_targets_are_large_enough_and_pictures_named_or_left_out(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    """Axe passes a small target with room around it, and a picture without a name and a role."""

    def found(page: Page) -> list[str]:
        page.evaluate(probe("unfold"))
        return [str(fault) for look in ("small", "pictures") for fault in page.evaluate(probe(look))]

    with visit(browser, host, reduced_motion="reduce", **LOOKS[turn]) as visitor:
        faults = faults_on(visitor, audited(turn), found)

    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("look", LOOKS, ids=NAMES)
def test_axe_finds_nothing_in_search_results(browser: Browser, host: str, look: dict[str, Any]) -> None:
    with visit(browser, host, reduced_motion="reduce", **look) as visitor:
        for path, found in (("zoeken/?q=leiden", "resultaten"), ("en/search/?q=leiden", "results"), ("zoeken/?q=xqzw", "Niets")):
            visitor.visit(path)
            visitor.page.get_by_role("status").filter(has_text=found).wait_for()

            assert violations(visitor.page) == []


@pytest.mark.parametrize("turn", [0, 3], ids=[NAMES[0], NAMES[3]])
def test_axe_finds_nothing_where_scripts_do_not_arrive(browser: Browser, host: str, audited: Audited, turn: int) -> None:
    """Axe needs scripts itself, so only the site's own are kept away."""
    context = browser.new_context(reduced_motion="reduce", **LOOKS[turn])
    context.route("**/*.js", lambda asked: asked.abort())
    page = context.new_page()
    faults = []
    for route in audited(turn):
        page.goto(host + route.path)
        faults += violations(page)
    context.close()

    assert faults == []
