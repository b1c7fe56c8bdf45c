"""The configuration of Caddy 2, to import within the block of the site, which says `root`.

`route` keeps the order of what stands in it, so that the later of two headers of one name takes the place of the earlier. What
Caddy would set itself (a type, `Vary`) is set when the answer goes out (`defer`).
"""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.addresses.redirects import Redirect
from kennisstad.hosting.host import Hosted
from kennisstad.hosting.types import ATOM, COMPRESSED, FEED, TYPES

SITE = "site.caddy"
_FILES = ("file_server {", "\tprecompressed gzip", "}")
_FOLDER = r"^/[^/\\](.*[^/])?$"
_INDEX = r"^(/(?:[^/\\][^\\]*/)?)index[.]html$"


def caddy(hosted: Hosted) -> dict[str, str]:
    """Gives the file."""
    found = (*_headers(hosted), *_types(), *_led(hosted), *_one_address(), *_FILES)
    lines = ["# Import this within the block of the site, after its `root`.", *_block("route", found)]
    lines += _block("handle_errors", _block("route", (*_plain_headers(hosted), *_gone_pages(hosted), *_lost(hosted))))
    return {SITE: "\n".join(lines) + "\n"}


def _block(name: str, lines: tuple[str, ...] | list[str]) -> list[str]:
    return [f"{name} {{", *(f"\t{line}" for line in lines), "}"]


def _headers(hosted: Hosted) -> Iterator[str]:
    for rule in hosted.rules:
        for folder in rule.below:
            for name, value in rule.headers.items():
                yield f"header {folder}* {name} {_quoted(value)}"
    yield "header -Server"


def _types() -> Iterator[str]:
    """Of what is set as the answer goes out, the first that is named wins."""
    yield f"@feed path */{FEED}"
    yield from _block("header @feed", [f"Content-Type {ATOM}", "defer"])
    for ending, kind in TYPES.items():
        vary = ["Vary Accept-Encoding"] if ending in COMPRESSED else []
        yield f"@{ending} path *.{ending}"
        yield from _block(f"header @{ending}", [f"Content-Type {_quoted(kind)}", *vary, "defer"])
    yield "@page path */"
    yield from _block("header @page", ["Vary Accept-Encoding", "defer"])


def _one_address() -> Iterator[str]:
    yield from _block("@hidden", ['path_regexp "(^|/)[.]"', "not path /.well-known/*"])
    yield "error @hidden 404"
    for name, asked, query in (("index", "==", ""), ("index_asked", "!=", "?{query}")):
        yield from _block(f"@{name}", [f"path_regexp {name} {_quoted(_INDEX)}", f'expression {{query}} {asked} ""'])
        yield f"redir @{name} {{re.{name}.1}}{query} 301"
    for name, asked, query in (("folder", "==", ""), ("folder_asked", "!=", "?{query}")):
        there = ["file {path}/index.html", f"path_regexp {_quoted(_FOLDER)}", f'expression {{query}} {asked} ""']
        yield from _block(f"@{name}", there)
        yield f"redir @{name} {{path}}/{query} 301"


def _led(hosted: Hosted) -> Iterator[str]:
    for led in hosted.led:
        for path in hosted.asked_as(led):
            yield f"error {path} 410" if led.is_gone else _moved(hosted, led, path)


def _moved(hosted: Hosted, led: Redirect, path: str) -> str:
    return f"redir {path} {_quoted(hosted.leads_to(led))} {led.status}"


def _plain_headers(hosted: Hosted) -> Iterator[str]:
    """What says that there is nothing is not kept: the headers of what was asked for are replaced by those of all."""
    for name in hosted.differing:
        value = hosted.rules[0].headers.get(name)
        yield f"header {name} {_quoted(value)}" if value else f"header -{name}"


def _gone_pages(hosted: Hosted) -> Iterator[str]:
    for led in hosted.led:
        if led.is_gone and led.is_page:
            for path in hosted.asked_as(led):
                yield from _block(f"handle {path}", [f"rewrite * {hosted.base}{led.old}index.html", *_FILES])


def _lost(hosted: Hosted) -> Iterator[str]:
    """The folders of languages before the root, for of these blocks the first that fits is taken."""
    for folder in reversed(tuple(hosted.lost)):
        yield from _block(f"handle {folder}*", [f"rewrite * {hosted.lost[folder]}", *_FILES])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
