"""What a preview answers a browser. Whatever is asked is a stranger's word: it only chooses among the paths of the site.

A browser on this machine may be led here by any page of the web, under a name of that page's own; a preview for this machine
alone answers to this machine's names only.
"""

from __future__ import annotations

import json
import mimetypes
import re
import socket
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.exceptions import NotFound
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.utils import redirect, send_from_directory
from werkzeug.wrappers import Request, Response

from kennisstad.model import Address
from kennisstad.preview.fault import parts_of
from kennisstad.preview.preview import Preview, State
from kennisstad.site import Site
from kennisstad.writing.search import FOLDER as SEARCH

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LOOPBACK = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]+)?", re.IGNORECASE)
"""The names of this machine in the header `Host`."""
EVENTS, SCRIPT = "/_preview/events", "/_preview/page.js"
"""No page has an address like these: a slug begins with a letter or a digit."""
STILL_HERE = 15
"""Seconds after which an open connection is told that nothing happened, so that a closed one is noticed."""
_TYPES = {".avif": "image/avif", ".webp": "image/webp", ".woff2": "font/woff2", ".js": "text/javascript"}


def server(listening: socket.socket, application: WSGIApplication) -> BaseWSGIServer:
    """Gives a server of an application."""
    host, port = listening.getsockname()[:2]
    return make_server(host, port, application, threaded=True, request_handler=_Quiet, fd=listening.fileno())


class _Quiet(WSGIRequestHandler):
    """Tells of no request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing."""


class Application:
    """The WSGI application; on loopback it answers to the names of this machine only."""

    def __init__(self, preview: Preview, index: Callable[[], Path], *, is_loopback: bool = True) -> None:
        self._preview, self._index, self._is_loopback = preview, index, is_loopback
        self._script = resources.files(__package__).joinpath("page.js").read_bytes()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a request."""
        response = self._answer(Request(environ))
        response.headers["Cache-Control"] = "no-store"
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        refused = self._refused(request)
        return self._allowed(request) if refused is None else refused

    def _refused(self, request: Request) -> Response | None:
        """Gives what is answered to who may not ask this."""
        if self._is_loopback and not _LOOPBACK.fullmatch(request.headers.get("Host", "")):
            return Response("Host?", 403, mimetype="text/plain")
        if request.method not in ("GET", "HEAD"):
            return Response("GET, HEAD", 405, {"Allow": "GET, HEAD"}, mimetype="text/plain")
        return None

    def _allowed(self, request: Request) -> Response:
        if request.path == EVENTS:
            events = self._events() if request.method == "GET" else ()
            return Response(events, mimetype="text/event-stream")
        if request.path == SCRIPT:
            return Response(self._script, mimetype="text/javascript")
        return self._of_site(request)

    def _of_site(self, request: Request) -> Response:
        state = self._preview.ready()
        if state.site is None:
            told = state.fault.page() if state.fault else b""
            return self._page(state, told, 200)
        base, asked = state.site.addresses.base, request.path
        if not asked.startswith(base):
            return redirect(base, 302) if asked == "/" else self._lost(asked)
        path = asked.removeprefix(base)
        if path.startswith(f"{SEARCH}/"):
            return self._search(request, path.removeprefix(f"{SEARCH}/"))
        if path and not path.endswith("/") and f"{path}/index.html" in state.site.files:
            return redirect(f"{request.path.rpartition('/')[2]}/", 302)
        file = f"{path}index.html" if not path or path.endswith("/") else path
        state, found = self._preview.file(file)
        return self._lost(path) if found is None else self._file(state, file, found)

    def _lost(self, path: str) -> Response:
        """Gives the page of the language that the address is in for what is not there."""
        site = self._preview.state.site
        state, found = self._preview.file(_page_for_lost(site, path) if site else "")
        return self._page(state, found or b"", 404)

    def _file(self, state: State, path: str, data: bytes) -> Response:
        if path.endswith(".html"):
            return self._page(state, data, 200)
        kind = _TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        return Response(data, mimetype=kind)

    def _page(self, state: State, html: bytes, status: int) -> Response:
        script = f'<script src="{SCRIPT}" data-version="{state.version}" defer></script>\n'.encode()
        before, end, after = html.rpartition(b"</body>")
        return Response(before + script + end + after, status, mimetype="text/html")

    def _search(self, request: Request, name: str) -> Response:
        try:
            return send_from_directory(self._index(), name, request.environ)
        except NotFound:
            return Response("", 404, mimetype="text/plain")

    def _events(self) -> Iterator[str]:
        self._preview.watchers += 1
        try:
            yield "retry: 300\n\n"
            seen: State | None = None
            while True:
                state = self._preview.wait_for(lambda state: bool(state.version) and state is not seen, STILL_HERE)  # noqa: B023
                yield ": \n\n" if state is seen or not state.version else f"data: {_told(state)}\n\n"
                seen = state if state.version else None
        finally:
            self._preview.watchers -= 1


def _told(state: State) -> str:
    fault = state.fault
    told = {"title": fault.title, "told": parts_of(fault.told), "language": fault.language} if fault else None
    return json.dumps({"version": state.version, "fault": told})


def _page_for_lost(site: Site, path: str) -> str:
    routes = [page.route for page in site.pages.all if page.kind.address is Address.LOST]
    first = path.partition("/")[0]
    return next((route.file for route in routes if route.file == f"{first}/{route.file.rpartition('/')[2]}"), "404.html")
