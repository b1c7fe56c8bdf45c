"""The time of a file that did not change stays as it was, so that a browser which has it hears that it is still the same.

nginx, Apache and Caddy make the mark by which a browser asks again (`ETag`) of a file's time and size. A whole site that is written
anew has new times everywhere: each visitor would fetch all of it again.
"""

from __future__ import annotations

import filecmp
import os
from pathlib import Path


def keep_times(new: Path, old: Path) -> int:
    """Gives each file of a new site the time that the same file, with the same bytes, has in the old one; gives how many there are.

    A file whose bytes changed keeps its new time, so that who asks by time alone gets it too. Raises OSError.
    """
    kept = 0
    for path in (found for found in new.rglob("*") if found.is_file() and not found.is_symlink()):
        before = old / path.relative_to(new)
        if before.is_file() and not before.is_symlink() and filecmp.cmp(path, before, shallow=False):
            told = before.stat()
            os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
            kept += 1
    return kept
