"""Which media type each kind of file has (IANA), and which are sent compressed."""

from __future__ import annotations

from collections.abc import Mapping

_UTF_8 = "; charset=utf-8"
TYPES: Mapping[str, str] = {
    "html": f"text/html{_UTF_8}",
    "css": f"text/css{_UTF_8}",
    "js": f"text/javascript{_UTF_8}",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xml": "application/xml",
    "csv": f"text/csv{_UTF_8}",
    "txt": f"text/plain{_UTF_8}",
    "ics": f"text/calendar{_UTF_8}",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    **dict.fromkeys(("pagefind", "pf_filter", "pf_fragment", "pf_index", "pf_meta"), "application/octet-stream"),
}
"""By the ending of a file's name. What Pagefind makes is bytes to a browser."""
UNKNOWN = "application/octet-stream"
FEED, ATOM = "feed.xml", "application/atom+xml"
"""What a feed is called, which its ending does not tell from other XML."""
COMPRESSED = ("html", "css", "js", "json", "jsonld", "xml", "csv", "txt", "ics", "svg")
"""Text: a third or less remains. Pictures, fonts, workbooks and what Pagefind makes are compressed by themselves."""


def type_of(path: str) -> str:
    """Gives the media type of a file by its path."""
    name = path.rpartition("/")[2]
    return ATOM if name == FEED else TYPES.get(name.rpartition(".")[2].lower(), UNKNOWN)
