"""Where a link leads within a folder: to a file, by the way from the file that it stands in.

A browser that opens a file knows no `index.html` behind a folder's name, and no root.
"""

from __future__ import annotations

import posixpath
from collections.abc import Container
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin, urlsplit

NOWHERE = "https://archive.invalid/"
"""Where a site stands that has no address: a name that leads nowhere, ever (RFC 6761)."""
_INDEX = "index.html"
_AS_IT_IS = "/!$&'()*+,;=@~"
"""What may stand in a path as it is, besides letters, digits, `_`, `.` and `-` (RFC 3986); a colon could begin a scheme."""


class Ways:
    """Makes the ways between the files of a site; `site_url` is where that stands, with a slash at its end ("": nowhere)."""

    def __init__(self, files: Container[str], site_url: str) -> None:
        self._files, self._base = files, site_url or NOWHERE
        parts = urlsplit(self._base)
        self._host, self._path = (parts.scheme, parts.netloc), parts.path
        self.to = lru_cache(maxsize=50_000)(self._to)

    def _to(self, file: str, address: str) -> str:
        """Gives what leads from a file to where an address in it leads; as it was where that is no file of the site."""
        if not address or address[0] in "#?":
            return address
        target = self.file(file, address)
        if target is None:
            return address
        parts = urlsplit(address)
        way = quote(posixpath.relpath(target, posixpath.dirname(file) or "."), safe=_AS_IT_IS)
        return "".join((way, f"?{parts.query}" if parts.query else "", f"#{parts.fragment}" if parts.fragment else ""))

    def file(self, file: str, address: str) -> str | None:
        """Gives the file that an address leads to, from a page in a file of the site; None where it leads out of the site."""
        try:
            parts = urlsplit(urljoin(f"{self._base}{quote(file)}", address))
        except ValueError:  # [ without ] is no address
            return None
        if (parts.scheme, parts.netloc) != self._host or not parts.path.startswith(self._path):
            return None
        path = unquote(parts.path.removeprefix(self._path))
        tried = (path, f"{path}{_INDEX}" if not path or path.endswith("/") else f"{path}/{_INDEX}")
        return next((one for one in tried if one in self._files), None)
