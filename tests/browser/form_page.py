"""The page with the form as a host sends it whose programme keeps its data at GitHub, and somebody who looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.visitor import SCREENS, serve
from tests.site.programmes import copy_invented, published

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self' https://api.github.com; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
LISTEN = "window.broken = []; addEventListener('securitypolicyviolation', (found) => broken.push(found.violatedDirective))"


@contextmanager
def site_at_github(folder: Path) -> Iterator[str]:
    """Gives the address of the invented programme's site, made in a folder, under the policy of its host."""
    data, site = copy_invented(folder / "data"), folder / "site"
    programme = data / "data" / "programme.yaml"
    told = programme.read_text("utf-8").replace("https://git.example.org/harbour", "https://github.com/harbour/site")
    programme.write_text(told, "utf-8")
    for name, file in published(data).files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(file)
    with serve(site, {"Content-Security-Policy": POLICY}) as address:
        yield address


@contextmanager
def form_of(browser: Browser, host: str, screen: str) -> Iterator[Page]:
    """Gives somebody's page; afterwards nothing broke the policy or stood beside the screen."""
    context = browser.new_context(viewport=SCREENS[screen], base_url=host)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(LISTEN)
    yield page
    assert (wrong, page.evaluate("broken")) == ([], [])
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    context.close()
