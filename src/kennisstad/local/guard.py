"""Who may ask to change files: the page that this very run served, in a browser on this machine, and nobody else.

Any page of the web that is open in the same browser can send requests here. It cannot read what is answered, so it does not know
the token; it cannot choose the headers `Host`, `Origin` and `Sec-Fetch-Site`. Each of these is looked at for itself.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from typing import Any

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request

from kennisstad.local.refusal import Refused

TOKEN = "X-Kennisstad-Token"  # noqa: S105 - a header's name
"""The header in which a page sends back the token that it was served with."""
MOST_BYTES = 4 * 1024 * 1024
"""What may be sent at once: a hundred long records."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self';"
        " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What is sent with every answer."""


def new_token() -> str:
    """Gives a token that nobody can guess."""
    return secrets.token_urlsafe(32)


class Guard:
    """Knows at which port, and with which token, this run answers."""

    def __init__(self, port: int, token: str) -> None:
        self.token = token
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    def host(self, request: Request) -> None:
        """Refuses who came under another name: a page of the web may have led its own name here."""
        if request.headers.get("Host", "").lower() not in self._hosts:
            raise Refused(403, "edit-host")

    def asker(self, request: Request) -> None:
        """Refuses who is not a page of this run."""
        headers = request.headers
        own = f"http://{headers.get('Host', '').lower()}"
        origin = headers.get("Origin")
        if origin != own and (origin is not None or request.method != "GET"):
            raise Refused(403, "edit-origin")
        if headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise Refused(403, "edit-origin")
        if not secrets.compare_digest(headers.get(TOKEN, "").encode(), self.token.encode()):
            raise Refused(403, "edit-token")


def body_of(request: Request) -> dict[str, Any]:
    """Gives what was sent: one object of JSON, not too large."""
    if request.mimetype != "application/json":
        raise Refused(415, "edit-not-json")
    if request.content_length is None:
        raise Refused(411, "edit-length")
    if request.content_length > MOST_BYTES:
        raise Refused(413, "edit-too-large")
    try:
        found = json.loads(request.get_data(cache=False).decode("utf-8"))
    except (ValueError, RecursionError, HTTPException):
        raise Refused(400, "edit-not-json") from None
    if not isinstance(found, dict):
        raise Refused(400, "edit-not-json")
    return found
