"""A real browser: the system's Chromium on the built site, watched for anything that a visitor should not get."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREENS: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}


class _StaticHost(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as static hosts do: the root's 404 page for every address that is not there."""

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """The address of the built site on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_StaticHost, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield chromium
        chromium.close()


@dataclass
class Visitor:
    """Somebody with a browser; `wrong` collects what should not happen."""

    page: Page
    host: str
    wrong: list[str] = field(default_factory=list)

    def visit(self, path: str) -> None:
        """Types an address."""
        self.page.goto(self.host + path)

    @property
    def path(self) -> str:
        """The path of the page in view."""
        return self.page.url.removeprefix(self.host)

    @property
    def language(self) -> str:
        """The language that the page says it is in."""
        return self.page.locator("html").get_attribute("lang") or ""

    def sideways(self) -> int:
        """How many pixels the page is wider than the screen."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        return width


def _visit(browser: Browser, host: str, *, screen: ViewportSize, javascript: bool = True) -> tuple[Visitor, BrowserContext]:
    context = browser.new_context(viewport=screen, java_script_enabled=javascript)
    visitor = Visitor(context.new_page(), host)

    def look_at(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(host).netloc:
            visitor.wrong.append(f"request to {request.url}")

    visitor.page.on("request", look_at)
    visitor.page.on("pageerror", lambda error: visitor.wrong.append(f"error {error}"))
    visitor.page.on("console", lambda told: visitor.wrong.append(f"console {told.text}") if told.type == "error" else None)
    return visitor, context


def _watched(visitor: Visitor, context: BrowserContext) -> Iterator[Visitor]:
    yield visitor
    cookies = context.cookies()
    context.close()
    assert (visitor.wrong, cookies) == ([], [])


@pytest.fixture(params=list(SCREENS))
def visitor(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor on a phone, and one at a desk; afterwards nothing went wrong, went elsewhere or stayed behind."""
    visitor, context = _visit(browser, host, screen=SCREENS[request.param])
    yield from _watched(visitor, context)


@pytest.fixture
def narrow(browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor with the narrowest screen that the site has to serve."""
    visitor, context = _visit(browser, host, screen={"width": 320, "height": 640})
    yield from _watched(visitor, context)


@pytest.fixture
def without_javascript(browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor whose browser runs no scripts."""
    visitor, context = _visit(browser, host, screen=SCREENS["phone"], javascript=False)
    yield from _watched(visitor, context)
