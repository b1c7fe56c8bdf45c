"""The search index: Pagefind reads the built pages, one index a language, Dutch stemmed as Dutch.

Where its larger program is installed (`pagefind[extended]`) it takes that, and tells words apart in Chinese, Japanese and Thai.

Only what carries `data-pagefind-body` is found; the index is fetched by the visitor only when a search begins.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
LONGEST = 300
"""Seconds; 3,000 pages take about ten."""
_NOT_USED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")


class IndexFailed(Exception):
    """Pagefind could not make the index; the text is what it said."""


def make_index(site: Path) -> None:
    """Writes the search index of the HTML in `site` to `site/pagefind/`. Raises IndexFailed."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired as expired:
        raise IndexFailed(str(expired)) from None
    if done.returncode:
        raise IndexFailed((done.stderr or done.stdout).strip() or f"Pagefind: {done.returncode}")
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
