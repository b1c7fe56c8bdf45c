"""Text of a site compressed beforehand, for hosts that send it so: `index.html.gz` beside `index.html`.

A host then compresses nothing itself, and this is done once, as well as it can be. The same text gives the same bytes: no time and
no name stands in them (RFC 1952). Another release of zlib may pack otherwise, so they are in no manifest.
"""

from __future__ import annotations

import gzip
import os
from pathlib import Path

from kennisstad.hosting.types import COMPRESSED

ENDING = ".gz"
LEAST = 200
"""Bytes: less travels in one packet either way."""
_BEST = 9


def compress(site: Path) -> tuple[int, int, int]:
    """Writes what a host may send instead beside each text of a site, with the time of that text.

    Gives how many there are, and how many bytes the texts and what is sent instead have. What is left of a text that is gone, or
    would not be smaller, is taken away. Raises OSError.
    """
    count = before = after = 0
    for path in sorted(site.rglob(f"*{ENDING}")):
        if _is_text(path.with_suffix("")) and not path.with_suffix("").is_file():
            path.unlink()
    for path in sorted(found for found in site.rglob("*") if _is_text(found) and found.is_file() and not found.is_symlink()):
        data, beside = path.read_bytes(), path.with_name(path.name + ENDING)
        packed = gzip.compress(data, _BEST, mtime=0)
        if len(data) < LEAST or len(packed) >= len(data):
            beside.unlink(missing_ok=True)
            continue
        beside.write_bytes(packed)
        told = path.stat()
        os.utime(beside, ns=(told.st_atime_ns, told.st_mtime_ns))
        beside.chmod(told.st_mode & 0o777)
        count, before, after = count + 1, before + len(data), after + len(packed)
    return count, before, after


def _is_text(path: Path) -> bool:
    return path.suffix[1:] in COMPRESSED
