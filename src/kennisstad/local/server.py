"""The preview with the form in it, which may write: it answers this machine only, by its own names, and one run of it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from kennisstad.local.api import AT, Api
from kennisstad.local.guard import HEADERS, Guard
from kennisstad.local.refusal import Refused
from kennisstad.preview.preview import Preview, State
from kennisstad.preview.server import Application
from kennisstad.site import Site
from kennisstad.views.edit import EDIT

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_PLACE = b' id="_edit"'
"""Where the form stands in its page; beside it stands the token."""
_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


class EditApplication(Application):
    """The WSGI application."""

    def __init__(self, preview: Preview, index: Callable[[], Path], api: Api, guard: Guard) -> None:
        super().__init__(preview, index)
        self._api, self._guard = api, guard
        self._forms: tuple[Site | None, frozenset[str]] = None, frozenset()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers a request."""
        response = self._answer(Request(environ))
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        try:
            self._guard.host(request)
        except Refused as refused:
            return Response(self._api.words(request).say(refused.word), refused.status, mimetype="text/plain")
        return self._api.answer(request) if request.path.startswith(AT) else super()._answer(request)

    def _file(self, state: State, path: str, data: bytes) -> Response:
        return self._form(data) if path in self._files_of_forms(state) else super()._file(state, path, data)

    def _form(self, html: bytes) -> Response:
        """The form is not loaded again when something is saved: who fills it in would lose what is not."""
        token = f' data-token="{escape(self._guard.token)}"'.encode()
        return Response(html.replace(_PLACE, _PLACE + token, 1), mimetype="text/html")

    def _page(self, state: State, html: bytes, status: int) -> Response:
        response = super()._page(state, html, status)
        style = _STYLE.search(html) if state.site is None else None
        if style:  # the page that tells what is wrong where there is no site yet brings its own
            digest = base64.b64encode(hashlib.sha256(style[1]).digest()).decode()
            policy = HEADERS["Content-Security-Policy"].replace("style-src 'self'", f"style-src 'sha256-{digest}'")
            response.headers["Content-Security-Policy"] = policy
        return response

    def _files_of_forms(self, state: State) -> frozenset[str]:
        """Gives the files of the pages with the form, one for each language."""
        site, found = self._forms
        if state.site is not site and state.site is not None:
            found = frozenset(page.route.file for page in state.site.pages.all if page.route.kind == EDIT)
            self._forms = state.site, found
        return found
