"""Asks each address outside the site whether it still answers, with nothing but Python itself. This is the only program that does.

    python3 .ci/ask.py ADDRESSES ANSWERS

ADDRESSES is what `kennisstad outside` gives: JSON whose keys are addresses. ANSWERS becomes JSON too: for each address its
`outcome` ("well", "moved", "gone", "silent", "closed" to programs, "unasked"), `why`, the `status` and, where it moved, `to`.

The addresses come from whoever edits, so nothing of a private network is asked, wherever a name or a redirect leads. It is done
politely: each host one request at a time with a pause after it, HEAD first, nothing of a page is read, and all ends after a while.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

FOR_GOOD, LEADS_ON = (301, 308), (301, 302, 303, 307, 308)
"""Statuses that lead on (RFC 9110, 15.4)."""
GONE = (404, 410)
CLOSED = (401, 402, 403, 405, 406, 407, 418, 423, 429, 451, 999)
"""Statuses of pages that are there, but not for a program that asks; 999 is what one large site answers them."""
SCHEMES = {"http": 80, "https": 443}
HEADS = {"User-Agent": "Mozilla/5.0 (compatible; kennisstad; looks once a week whether links still work)", "Accept": "*/*"}
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Addresses of IPv6 that a network translates to the IPv4 in their last four bytes (RFC 6052)."""
_FEW = 5
"""So many hosts, all silent, mean that there is no network here."""


class Unanswered(Exception):
    """There is no answer; `outcome` and `why` say what came instead."""

    def __init__(self, why: str, outcome: str = "silent") -> None:
        super().__init__(why)
        self.why, self.outcome = why, outcome


@dataclass
class Asker:
    """How addresses are asked. A test gives `is_allowed` and `ports` for a server on its own machine; nobody else does."""

    seconds: float = 20
    pause: float = 1
    redirects: int = 5
    at_once: int = 8
    most: int = 3_000
    whole: float = 45 * 60
    ports: frozenset[int] = frozenset(SCHEMES.values())
    is_allowed: Callable[[str], bool] = field(default_factory=lambda: is_public)
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def __post_init__(self) -> None:
        self._turns: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()
        self._end = time.monotonic() + self.whole

    def all(self, addresses: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Gives the answer of each address; hosts are asked beside each other, the addresses of one after each other."""
        hosts: dict[str, list[str]] = {}
        for address in list(addresses)[: self.most]:
            hosts.setdefault(_host(address), []).append(address)
        with ThreadPoolExecutor(self.at_once) as workers:
            found = [pair for pairs in workers.map(self._each, hosts.values()) for pair in pairs]
        return dict(sorted(found))

    def _each(self, addresses: list[str]) -> list[tuple[str, dict[str, Any]]]:
        return [(address, self.one(address)) for address in addresses]

    def one(self, address: str) -> dict[str, Any]:
        """Gives what an address answers; who is silent is asked twice."""
        answer = self._followed(address)
        return self._followed(address) if answer["outcome"] == "silent" else answer

    def _followed(self, address: str) -> dict[str, Any]:
        now, to, is_for_good = address, "", True
        try:
            for _ in range(self.redirects + 1):
                status, location = self._answer(now)
                if status not in LEADS_ON or not location:
                    return {"outcome": _outcome(status, to), "why": "status", "status": status, **({"to": to} if to else {})}
                now = urljoin(now, quote(location, safe="/:?#[]@!$&'()*+,;=%~-._"))
                is_for_good = is_for_good and status in FOR_GOOD
                to = now if is_for_good else to
        except Unanswered as nothing:
            return {"outcome": nothing.outcome, "why": nothing.why}
        except ValueError:  # no address at all, here or where it leads
            return {"outcome": "silent", "why": "connection"}
        return {"outcome": "silent", "why": "circle"}

    def _answer(self, address: str) -> tuple[int, str]:
        """Gives the status, and where it leads: of HEAD, or of GET where HEAD is not answered well."""
        try:
            status, location = self._ask("HEAD", address)
        except Unanswered as nothing:
            if nothing.outcome == "unasked" or nothing.why == "no-host":
                raise
            return self._ask("GET", address)
        return (status, location) if status < 400 or status == 429 else self._ask("GET", address)

    def _ask(self, method: str, address: str) -> tuple[int, str]:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        if parts.scheme not in SCHEMES or not host:
            raise Unanswered("connection")
        port = parts.port or SCHEMES[parts.scheme]
        if port not in self.ports:
            raise Unanswered("port", "unasked")
        path = quote(parts.path or "/", safe="/:@!$&'()*+,;=%~-._") + (f"?{quote(parts.query, safe=_QUERY)}" if parts.query else "")
        with self._turn(host):
            places = self._places(host, port)
            context = self.context if parts.scheme == "https" else None
            try:
                return self._spoken(_Line(host, port, places, self.seconds, context), method, path)
            except ssl.SSLError as wrong:
                raise Unanswered("certificate") from wrong
            except TimeoutError as late:
                raise Unanswered("time") from late
            except (OSError, http.client.HTTPException) as broken:
                raise Unanswered("connection") from broken

    def _spoken(self, line: _Line, method: str, path: str) -> tuple[int, str]:
        """Asks, and reads no more than the heads of the answer; who sends them letter by letter is cut off too."""
        late = threading.Timer(self.seconds, line.cut)
        late.start()
        try:
            line.request(method, path, headers=HEADS)
            answer = line.getresponse()
            return answer.status, (answer.getheader("Location") or "")[:8_000]
        except Exception:
            if line.is_cut:
                raise TimeoutError from None
            raise
        finally:
            late.cancel()
            line.close()

    def _places(self, host: str, port: int) -> list[str]:
        """Gives the addresses of a host. One that is not public refuses them all: the next question could lead there."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError:
            raise Unanswered("no-host") from None
        places = list(dict.fromkeys(str(one[4][0]) for one in found))
        if not all(map(self.is_allowed, places)):
            raise Unanswered("private", "unasked")
        return places[:4]

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """One request at a time for each host, and a pause after it."""
        with self._guard:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            if time.monotonic() > self._end:
                raise Unanswered("time", "unasked")
            yield
            time.sleep(self.pause)


_QUERY = "/:@!$&'()*+,;=%~-._?"


class _Line(http.client.HTTPConnection):
    """A line to a host at addresses that were looked at: its name is not looked up again, as it could lead elsewhere then."""

    def __init__(self, host: str, port: int, places: list[str], seconds: float, context: ssl.SSLContext | None) -> None:
        super().__init__(host, port, timeout=seconds)
        self.default_port = SCHEMES["https" if context else "http"]
        self.is_cut = False
        self._places, self._context = places, context

    def connect(self) -> None:
        """Opens it, at the first address that takes it."""
        for number, place in enumerate(self._places, 1):
            try:
                self.sock = socket.create_connection((place, self.port), self.timeout)
                break
            except OSError:
                if number == len(self._places):
                    raise
        if self._context:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """Ends it while somebody waits for an answer."""
        self.is_cut = True
        line = self.sock
        if line is not None:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)


def is_public(place: str) -> bool:
    """Whether an address (IP) is one of the whole internet, also what stands within one of IPv6."""
    found = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        within = found.ipv4_mapped or found.sixtofour or (found.teredo or (None, None))[1]
        if found in _TRANSLATED:
            within = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if within is not None:
            return is_public(str(within))
    return found.is_global and not found.is_multicast


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _outcome(status: int, to: str) -> str:
    if status in GONE:
        return "gone"
    if 200 <= status < 300:
        return "moved" if to else "well"
    return "closed" if status in CLOSED else "silent"


def main(addresses: str, answers: str) -> int:
    """Asks, and writes what was answered. Gives 1 where nobody at all answers, as there is no network then."""
    asked = json.loads(Path(addresses).read_text("utf-8"))
    found = Asker().all(asked)
    hosts = set(map(_host, found))
    if len(hosts) >= _FEW and all(one["outcome"] == "silent" for one in found.values()):
        print("Nobody answers: is there a network?", file=sys.stderr)
        return 1
    Path(answers).write_text(json.dumps(found, indent=1), "utf-8")
    counted = {
        outcome: sum(one["outcome"] == outcome for one in found.values())
        for outcome in sorted({o["outcome"] for o in found.values()})
    }
    print(f"{len(asked)} addresses: {', '.join(f'{count} {outcome}' for outcome, count in counted.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
