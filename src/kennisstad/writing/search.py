"""The search index: Pagefind reads the built pages, one index a language, Dutch stemmed as Dutch.

Where its larger program is installed (`pagefind[extended]`) it takes that, and tells words apart in Chinese, Japanese and Thai.

Only what carries `data-pagefind-body` is found; the index is fetched by the visitor only when a search begins.

Pagefind numbers the pages in the order in which it meets them. In a folder that is the order of the file system, another on each
disk; so the pages are handed to it one by one, sorted by address (`writing/pagefind.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from kennisstad.writing.pagefind import IndexFailed, ask

__all__ = ["FOLDER", "IndexFailed", "make_index"]

FOLDER = "pagefind"
LONGEST = 300
"""Seconds; 3,000 pages take about ten."""
_FOUND = "data-pagefind-body"
_NOT_USED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


def make_index(site: Path) -> None:
    """Writes the search index of the HTML in `site` to `site/pagefind/`. Raises IndexFailed."""
    ask(_requests(site), site, LONGEST)
    for pattern in _NOT_USED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    entry = site / FOLDER / "pagefind-entry.json"
    try:
        found = json.loads(entry.read_text("utf-8"))
    except (OSError, ValueError) as error:  # a disk that is full stops it halfway, and it may say that all is well
        raise IndexFailed(str(error)) from None
    # Pagefind writes the languages in any order; the same pages must give the same files.
    entry.write_text(json.dumps(found, sort_keys=True, separators=(",", ":")), "utf-8")


def _requests(site: Path) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": {}}
    for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html")):
        page = (site / path).read_text("utf-8", errors="replace")
        if _FOUND in page:
            yield {"type": "AddFile", "index_id": 0, "file_path": path, "url": None, "file_contents": page}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(site.resolve() / FOLDER)}
