"""Style with its fonts in it: Firefox takes every file for a site of its own, and gives none a font of another."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Callable

_URL = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")
_FONTS = {".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf"}
"""The types of fonts by how their names end (RFC 8081)."""


def is_font(path: str) -> bool:
    """Whether a file is a font, by its name."""
    return posixpath.splitext(path)[1].lower() in _FONTS


def with_fonts(path: str, style: str, file_of: Callable[[str, str], str | None], read: Callable[[str], bytes]) -> str:
    """Gives a style sheet with each font of the site in it as data; `file_of` gives the file that an address in it leads to."""

    def data(found: re.Match[str]) -> str:
        file = file_of(path, found[2])
        if file is None or not is_font(file):
            return found[0]
        kind = _FONTS[posixpath.splitext(file)[1].lower()]
        return f"url(data:{kind};base64,{base64.b64encode(read(file)).decode('ascii')})"

    return _URL.sub(data, style)
