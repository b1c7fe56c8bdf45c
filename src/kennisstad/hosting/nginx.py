"""The configuration of nginx: what stands in `http`, and what stands in `server`.

`add_header` of a server holds in its locations only where these have none of their own; so none has, and what differs by path is a
variable that a `map` gives. A header whose value is empty is not sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.addresses.redirects import Redirect
from kennisstad.hosting.host import HIDDEN, Hosted
from kennisstad.hosting.types import ATOM, COMPRESSED, FEED, TYPES, UNKNOWN

HTTP, SERVER = "http.conf", "server.conf"
_INDEX = r"^(/(?:[^/\\?][^\\?]*/)?)index\.html(\?.*)?$"
"""The file of a page asked for by its name. The second letter is no slash: `//other.example/` would be another host."""
_LOST = "$kennisstad_lost"


def nginx(hosted: Hosted) -> dict[str, str]:
    """Gives the two files."""
    return {HTTP: "\n".join(_http(hosted)) + "\n", SERVER: "\n".join(_server(hosted)) + "\n"}


def _http(hosted: Hosted) -> Iterator[str]:
    yield "# Include this in `http`. What differs by path."
    for name, cases in hosted.differing.items():
        yield f'map "$status $uri" {_variable(name)} {{'
        default = next((value for below, value, _ in cases if hosted.base in below), "")
        yield f"    default {_quoted(default)};"
        for below, value, if_there in cases:
            if hosted.base not in below:
                status = "(?:200|206|304)" if if_there else r"\d+"
                yield f"    {_quoted(f'~^{status} {_any_of(below)}')} {_quoted(value)};"
        yield "}"
    yield f"map $uri {_LOST} {{"
    for folder, page in hosted.lost.items():
        yield f"    {'default' if folder == hosted.base else _quoted(f'~^{re.escape(folder)}')} {_quoted(page)};"
    yield "}"


def _server(hosted: Hosted) -> Iterator[str]:
    yield "# Include this in `server`, which says `root`, `listen`, `server_name` and its certificate. No location of yours may"
    yield "# have `add_header`: nginx would then send none of these there."
    yield from (
        "index index.html;",
        "absolute_redirect off;",
        "server_tokens off;",
        "gzip off;",
        "gzip_static on;",
        "gzip_vary on;",
    )
    yield "types {"
    yield from (f"    {kind.partition(';')[0]} {ending};" for ending, kind in TYPES.items())
    yield "}"
    yield f"default_type {UNKNOWN};"
    yield "charset utf-8;"
    yield f"charset_types {' '.join(_with_charset())};"
    for name, value in hosted.common.items():
        yield f"add_header {name} {_quoted(value)} always;"
    for name in hosted.differing:
        yield f"add_header {name} {_variable(name)} always;"
    yield f"error_page 404 {_LOST};"
    yield f"error_page 403 =404 {_LOST};"
    yield f"if ($request_uri ~ {_quoted(_INDEX)}) {{ return 301 $1$2; }}"
    yield f"location ~ {_quoted(HIDDEN)} {{ return 404; }}"
    yield f"location ~ {_quoted(f'/{re.escape(FEED)}$')} {{ types {{ }} default_type {ATOM}; }}"
    for led in hosted.led:
        yield from _led(hosted, led)


def _led(hosted: Hosted, led: Redirect) -> Iterator[str]:
    for path in hosted.asked_as(led):
        if not led.is_gone:
            query = "" if led.is_elsewhere else "$is_args$args"
            yield f"location = {path} {{ return {led.status} {_quoted(hosted.leads_to(led) + query)}; }}"
        elif led.is_page:
            yield f"location = {path} {{ error_page 410 {hosted.base}{led.old}index.html; return 410; }}"
        else:
            yield f"location = {path} {{ return 410; }}"


def _with_charset() -> Iterator[str]:
    """Text but HTML, of which nginx says it always."""
    for ending in COMPRESSED:
        kind, _, charset = TYPES[ending].partition(";")
        if charset and ending != "html":
            yield kind


def _variable(name: str) -> str:
    return f"$kennisstad_{name.lower().replace('-', '_')}"


def _any_of(folders: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, folders))})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
