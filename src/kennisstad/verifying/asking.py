"""One file of a live site, asked over HTTP. What comes back is a stranger's: it may be large, slow, packed, or lead elsewhere.

Only the origin that somebody named is asked (RFC 6454): an address elsewhere that a host leads to is told, and not opened.
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import IO
from urllib.parse import SplitResult

SECONDS = 20.0
"""How long a host may say nothing."""
LONGEST = 120.0
"""Seconds in which a file has to be here."""
_BLOCK = 1 << 16
_PACKED = 1 << 20
"""How many bytes more than the file a packed one may have."""
_HEADERS = {"User-Agent": "kennisstad-verify", "Accept-Encoding": "gzip", "Cache-Control": "no-cache"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host gave: the body, or `why` there is none (the name of a sentence), and the address that it led to, "" for none.

    `found` goes into that sentence. A body that is longer than was asked for is cut after one byte more.
    """

    body: bytes = b""
    why: str = ""
    found: str = ""
    led_to: str = ""


class Live:
    """A site at an address that ends in a slash."""

    def __init__(self, address: str, seconds: float = SECONDS, longest: float = LONGEST) -> None:
        self.address, self._seconds, self._longest = address, seconds, longest
        self._opener = urllib.request.build_opener(_Within())

    def ask(self, path: str, most: int) -> Answer:
        """Gives the file at a path below the address, of which at most `most` bytes are expected."""
        url = self.address + urllib.parse.quote(path)
        request = urllib.request.Request(url, headers=_HEADERS)  # noqa: S310 - `address_of` lets http and https through only
        try:
            with self._opener.open(request, timeout=self._seconds) as response:
                led_to = "" if response.url == url else response.url
                return self._body(response, most, led_to)
        except urllib.error.HTTPError as error:
            error.close()
            return Answer(why="live-status", found=str(error.code))
        except _Elsewhere as elsewhere:
            return Answer(why="live-elsewhere", found=printable(elsewhere.address), led_to=elsewhere.address)
        except TimeoutError:
            return Answer(why="live-slow")
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                return Answer(why="live-slow")
            return Answer(why="live-unreachable", found=printable(str(getattr(error, "reason", error)) or type(error).__name__))

    def _body(self, response: http.client.HTTPResponse, most: int, led_to: str) -> Answer:
        coding = response.headers.get("Content-Encoding", "identity").strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip"):
            return Answer(why="live-coding", found=printable(coding), led_to=led_to)
        unpack = zlib.decompressobj(wbits=31) if "gzip" in coding else None
        body, taken, end = bytearray(), 0, time.monotonic() + self._longest
        while len(body) <= most and taken <= most + _PACKED and (block := response.read1(_BLOCK)):
            taken += len(block)
            body += unpack.decompress(block, most + 1 - len(body)) if unpack else block
            if time.monotonic() > end:
                return Answer(why="live-slow", led_to=led_to)
        return Answer(bytes(body[: most + 1]), led_to=led_to)


def address_of(typed: str) -> str:
    """Gives an address that somebody typed, with a slash at its end; "" where it is no address of a site."""
    try:
        parts = urllib.parse.urlsplit(typed.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or parts.port == 0:
            return ""
    except ValueError:
        return ""
    path = parts.path.removesuffix("index.html")
    return urllib.parse.urlunsplit((parts.scheme, parts.netloc, f"{path.rstrip('/')}/", "", ""))


def printable(text: str) -> str:
    """Gives what a stranger wrote on one line, without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)[:200]


class _Elsewhere(Exception):
    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


class _Within(urllib.request.HTTPRedirectHandler):
    """Follows a redirect within one origin only."""

    max_redirections = 5

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        """Gives the request of where it leads. Raises _Elsewhere."""
        if _origin(urllib.parse.urlsplit(newurl)) != _origin(urllib.parse.urlsplit(req.full_url)):
            raise _Elsewhere(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type] # a Message of HTTP is one


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)
