"""A page that has nothing but our scripts, to ask their modules one by one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from tests.conftest import ROOT

ASSETS = ROOT / "overrides" / "assets"


@contextmanager
def page_of_modules(browser: Browser) -> Iterator[Page]:
    """Gives a page at whose root our assets stand: `import('/form/record-text.js')`."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        is_script = path.endswith(".js")
        body = (ASSETS / path.removeprefix("/")).read_text("utf-8") if is_script else "<!DOCTYPE html><title>Scripts</title>"
        route.fulfill(body=body, content_type="text/javascript" if is_script else "text/html; charset=utf-8")

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto("http://scripts.example.org/")
    yield page
    page.close()
