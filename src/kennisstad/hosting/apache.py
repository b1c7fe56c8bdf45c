"""The configuration of Apache 2.4, for `<Directory>` or as the file `.htaccess` in the folder of the site.

Apache has two tables of headers; what stands in both is sent twice. So each name is taken out of the one and set in the other,
which also goes with errors. A file that was compressed beforehand is sent in place of the other, with its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.addresses.redirects import Redirect
from kennisstad.hosting.host import HIDDEN, Hosted
from kennisstad.hosting.types import ATOM, COMPRESSED, FEED, TYPES

SITE = "site.conf"
_INDEX = r"^[A-Z]+ (/(?:[^/\\? ][^\\? ]*/)?)index\.html[? ]"
_GZIP = r"(^|[, ])gzip\s*(,|$|;(?!\s*q=0(\.0*)?\s*(,|$)))"
"""A browser that takes gzip, and does not say that it never wants it (`q=0`)."""


def apache(hosted: Hosted) -> dict[str, str]:
    """Gives the file."""
    lines = ["# Needs mod_headers, mod_rewrite, mod_mime, mod_dir, mod_alias. Include it in <Directory>, or name it .htaccess."]
    for part in (_as_it_is(), _types(), _headers(hosted), _lost(hosted), _led(hosted), _compressed()):
        lines.extend(part)
    return {SITE: "\n".join(lines) + "\n"}


def _as_it_is() -> Iterator[str]:
    yield from (
        "Options +FollowSymLinks -Indexes -MultiViews",
        "DirectoryIndex index.html",
        "DirectorySlash On",
        "RewriteEngine On",
    )
    yield f"RewriteCond %{{THE_REQUEST}} {_quoted(_INDEX)}"
    yield "RewriteRule ^ %1 [R=301,L]"
    yield f"RewriteRule {_quoted(HIDDEN)} - [R=404,L]"
    yield "RewriteCond %{REQUEST_FILENAME} -d"
    yield "RewriteCond %{REQUEST_FILENAME}/index.html !-f"
    yield "RewriteRule ^ - [R=404,L]"


def _types() -> Iterator[str]:
    yield from (f"AddType {_quoted(kind)} .{ending}" for ending, kind in TYPES.items())
    yield f'<FilesMatch "^{re.escape(FEED)}(\\.gz)?$">\n    ForceType {ATOM}\n</FilesMatch>'


def _headers(hosted: Hosted) -> Iterator[str]:
    for name, value in hosted.common.items():
        yield from _header(name, value)
    for name, cases in hosted.differing.items():
        for below, value, if_there in cases:
            only = " \"expr=%{REQUEST_STATUS} in {'200', '206', '304'}\"" if if_there else ""
            if hosted.base in below:
                yield from _header(name, value)
            else:
                yield f"<If {_quoted(f'%{{REQUEST_URI}} =~ m#^{_any_of(below)}#')}>"
                yield f"    Header always set {name} {_quoted(value)}{only}"
                yield "</If>"


def _header(name: str, value: str) -> Iterator[str]:
    yield f"Header onsuccess unset {name}"
    yield f"Header always set {name} {_quoted(value)}"


def _lost(hosted: Hosted) -> Iterator[str]:
    for folder, page in hosted.lost.items():
        if folder == hosted.base:
            yield f"ErrorDocument 404 {page}"
        else:
            yield f"<If {_quoted(f'%{{REQUEST_URI}} =~ m#^{re.escape(folder)}#')}>\n    ErrorDocument 404 {page}\n</If>"


def _led(hosted: Hosted) -> Iterator[str]:
    for led in hosted.led:
        yield from _gone(hosted, led) if led.is_gone else _moved(hosted, led)


def _moved(hosted: Hosted, led: Redirect) -> Iterator[str]:
    paths = "|".join(re.escape(path) for path in hosted.asked_as(led))
    yield f"RedirectMatch {led.status} {_quoted(f'^(?:{paths})$')} {_quoted(hosted.leads_to(led))}"


def _gone(hosted: Hosted, led: Redirect) -> Iterator[str]:
    paths = "|".join(re.escape(path) for path in hosted.asked_as(led))
    if led.is_page:
        yield f"<If {_quoted(f'%{{REQUEST_URI}} =~ m#^(?:{paths})$#')}>"
        yield f"    ErrorDocument 410 {hosted.base}{led.old}index.html"
        yield "</If>"
    yield f"RedirectMatch 410 {_quoted(f'^(?:{paths})$')}"


def _compressed() -> Iterator[str]:
    endings = "|".join(COMPRESSED)
    for asked, file, sent in ((rf"\.({endings})$", "", ""), ("(^|/)$", "index.html", "index.html")):
        yield f"RewriteCond %{{HTTP:Accept-Encoding}} {_quoted(_GZIP)}"
        yield f"RewriteCond %{{REQUEST_FILENAME}}{file}.gz -f"
        yield f"RewriteRule {_quoted(asked)} %{{REQUEST_URI}}{sent}.gz [L]"
    yield "RemoveEncoding .gz"
    for ending in COMPRESSED:
        yield f'<FilesMatch "\\.{ending}\\.gz$">\n    ForceType {_quoted(TYPES[ending])}\n</FilesMatch>'
    yield f'<FilesMatch "^{re.escape(FEED)}\\.gz$">\n    ForceType {ATOM}\n</FilesMatch>'
    yield f'<FilesMatch "\\.({endings})\\.gz$">'
    yield "    Header set Content-Encoding gzip"
    yield "    SetEnv no-gzip 1"
    yield "    SetEnv no-brotli 1"
    yield "</FilesMatch>"
    yield f'<FilesMatch "\\.({endings})(\\.gz)?$">\n    Header merge Vary Accept-Encoding\n</FilesMatch>'


def _any_of(folders: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, folders))})"


def _quoted(text: str) -> str:
    escaped = text.replace('"', '\\"')
    return f'"{escaped}"'
