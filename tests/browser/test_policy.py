"""Pages under the policy that a host should send: nothing of them breaks it, and nothing in their data runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visitor import serve, visit
from tests.site.programmes import copy_invented, published

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
PAGES = (
    "",
    "projects/",
    "projects/quay-garden/",
    "projects/newsletter/",
    "nl/projecten/swimming/",
    "partners/rowers/",
    "news/garden-opens/",
    "events/planting-day/",
    "search/",
    "edit/",
    "about/",
)
DATA = "document.querySelectorAll('script[type=\"application/ld+json\"]').length"
LISTEN = "window.broken = []; addEventListener('securitypolicyviolation', (found) => broken.push(found.violatedDirective))"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented programme's site on a host that sends the policy."""
    site = tmp_path_factory.mktemp("site")
    for name, data in published(copy_invented(tmp_path_factory.mktemp("invented"))).files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    with serve(site, {"Content-Security-Policy": POLICY}) as address:
        yield address


def violations(page: Page) -> list[str]:
    page.wait_for_load_state("networkidle")
    found: list[str] = page.evaluate("broken")
    return found


def test_no_page_breaks_the_policy(browser: Browser, strict: str) -> None:
    """Each has its data for machines all the same."""
    with visit(browser, strict) as visitor:
        visitor.page.add_init_script(LISTEN)
        for path in PAGES:
            visitor.visit(path)

            assert (violations(visitor.page), visitor.page.evaluate(DATA)) == ([], 1), path


def test_the_policy_forbids_a_script_in_the_page(browser: Browser, strict: str) -> None:
    """So that the test above would see one."""
    page = browser.new_page()
    page.add_init_script(LISTEN)
    page.goto(strict)
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")

    assert violations(page) == ["script-src-elem"]
    assert page.evaluate("window.ran") is None
    page.close()
