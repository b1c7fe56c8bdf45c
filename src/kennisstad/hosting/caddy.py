"""The configuration of Caddy 2, to import within the block of the site, which says `root`.

`route` keeps the order of what stands in it, so that the later of two headers of one name takes the place of the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.addresses.redirects import Redirect
from kennisstad.hosting.host import Hosted
from kennisstad.hosting.types import ATOM, FEED, TYPES

SITE = "site.caddy"


def caddy(hosted: Hosted) -> dict[str, str]:
    """Gives the file."""
    lines = ["# Import this within the block of the site, after its `root`.", "route {"]
    lines += [f"\t{line}" for part in (_headers(hosted), _types(), _led(hosted)) for line in part]
    lines += ["\tfile_server {", "\t\tprecompressed gzip", "\t}", "}", "handle_errors {", "\troute {"]
    lines += [f"\t\t{line}" for line in _lost(hosted)]
    lines += ["\t\tfile_server {", "\t\t\tprecompressed gzip", "\t\t}", "\t}", "}"]
    return {SITE: "\n".join(lines) + "\n"}


def _headers(hosted: Hosted) -> Iterator[str]:
    for rule in hosted.rules:
        for folder in rule.below:
            for name, value in rule.headers.items():
                yield f"header {folder}* {name} {_quoted(value)}"
    yield "header -Server"
    yield from ("@hidden {", '\tpath_regexp "(^|/)[.]"', "\tnot path /.well-known/*", "}")
    yield "error @hidden 404"


def _types() -> Iterator[str]:
    """Caddy asks the system for what it does not know itself; so all of them are told."""
    for ending, kind in TYPES.items():
        yield f"header *.{ending} Content-Type {_quoted(kind)}"
    yield f"header */{FEED} Content-Type {ATOM}"


def _led(hosted: Hosted) -> Iterator[str]:
    for led in hosted.led:
        for path in hosted.asked_as(led):
            yield _gone(path) if led.is_gone else _moved(hosted, led, path)


def _moved(hosted: Hosted, led: Redirect, path: str) -> str:
    return f"redir {path} {_quoted(hosted.leads_to(led))} {led.status}"


def _gone(path: str) -> str:
    return f"error {path} 410"


def _lost(hosted: Hosted) -> Iterator[str]:
    """Nothing that is not there is kept, and the headers of what was asked for are replaced by those of all."""
    for name, value in hosted.rules[0].headers.items():
        if name in hosted.differing:
            yield f"header {name} {_quoted(value)}"
    for name in hosted.differing:
        if name not in hosted.rules[0].headers:
            yield f"header -{name}"
    yield f'header Content-Type "{TYPES["html"]}"'
    gone = [f"{hosted.base}{led.old}" for led in hosted.led if led.is_gone and led.is_page]
    yield from (f"rewrite {folder} {folder}index.html" for folder in gone)
    for place, folder in enumerate(reversed(tuple(hosted.lost))):
        yield f"@lost{place} {{"
        yield f"\tpath {folder}*"
        yield "\texpression {http.error.status_code} == 404"
        yield "}"
        yield f"rewrite @lost{place} {hosted.lost[folder]}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
