"""A real browser on the built site, watched for anything that a visitor should not get. Journeys and the audit share it."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

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

    headers_sent: Mapping[str, str] = {}
    """What it sends with every file."""

    def end_headers(self) -> None:
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(site: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serves a built site on this machine, perhaps with headers of a host, and gives its address."""
    host = type("_Host", (_StaticHost,), {"headers_sent": headers or {}})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Starts the system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


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


@contextmanager
def visit(browser: Browser, host: str, **settings: Any) -> Iterator[Visitor]:
    """Gives a new visitor; afterwards nothing went wrong, was asked of another host, or stayed behind."""
    context = browser.new_context(**settings)
    visitor = Visitor(context.new_page(), host)

    def look_at(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(host).netloc:
            visitor.wrong.append(f"request to {request.url}")

    visitor.page.on("request", look_at)
    visitor.page.on("pageerror", lambda error: visitor.wrong.append(f"error {error}"))
    visitor.page.on("console", lambda told: visitor.wrong.append(f"console {told.text}") if told.type == "error" else None)
    yield visitor
    cookies = context.cookies()
    context.close()
    assert (visitor.wrong, cookies) == ([], []), f"{visitor.wrong} {cookies}"
