"""An archive as one file: a zip whose bytes follow from what is in it and the day alone."""

from __future__ import annotations

import datetime
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX = 3
_FILE = (stat.S_IFREG | 0o644) << 16
_EARLIEST = datetime.date(1980, 1, 1)
"""The first day that a zip can tell."""


def write_zip(files: Iterable[tuple[str, bytes]], target: Path, folder: str, day: datetime.date) -> None:
    """Writes files by path into a zip, all in one folder in it and of one day, in place of what was there when it is whole.

    The same files give the same bytes, as long as zlib is the same. Raises OSError, and what making the files raises.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with ZipFile(beside, "w", ZIP_DEFLATED, compresslevel=9) as archive:
            for path, made in files:
                archive.writestr(_entry(f"{folder}/{path}", max(day, _EARLIEST)), made)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _entry(path: str, day: datetime.date) -> ZipInfo:
    entry = ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _FILE
    return entry
