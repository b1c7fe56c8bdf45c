"""The search index: Pagefind reads the built pages, one index a language, Dutch stemmed as Dutch.

Where its larger program is installed (`pagefind[extended]`) it takes that, and tells words apart in Chinese, Japanese and Thai.

Only what carries `data-pagefind-body` is found; the index is fetched by the visitor only when a search begins.

Pagefind numbers the pages in the order in which it meets them. In a folder that is the order of the file system, another on each
disk; so the pages are handed to it one by one, sorted by address (`writing/pagefind.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from kennisstad.writing.disk import write_file
from kennisstad.writing.pagefind import IndexFailed, index_of

__all__ = ["FOLDER", "IndexFailed", "make_index"]

FOLDER = "pagefind"
LONGEST = 300
"""Seconds; 3,000 pages take about ten."""
_FOUND = "data-pagefind-body"
_NOT_USED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
_ENTRY = "pagefind-entry.json"


def make_index(site: Path) -> None:
    """Writes the search index of the HTML in `site` to `site/pagefind/`. Raises IndexFailed, and OSError."""
    files = index_of(_pages(site), site, LONGEST)
    # Pagefind names the languages in any order; the same pages must give the same files.
    files[_ENTRY] = json.dumps(json.loads(files[_ENTRY]), sort_keys=True, separators=(",", ":")).encode()
    for path in sorted(files):
        if not any(fnmatch(path, pattern) for pattern in _NOT_USED):
            target = site / FOLDER / path
            target.parent.mkdir(parents=True, exist_ok=True)
            write_file(target, files[path])


def _pages(site: Path) -> Iterator[tuple[str, str]]:
    """Gives the pages that are to be found, sorted by path."""
    for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        page = (site / path).read_text("utf-8", errors="replace")
        if _FOUND in page:
            yield path, page
