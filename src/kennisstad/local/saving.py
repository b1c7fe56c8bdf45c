"""Writes several files, all or none: each beside its place first, then all of them into their places."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kennisstad.local.refusal import Refused


def save(files: Mapping[Path, bytes], now: Mapping[Path, bytes]) -> None:
    """Writes files; `now` has what stands in each, as it was read to make the new bytes.

    Raises Refused where something else stands there meanwhile, and OSError where a file cannot be written; in both cases every
    file is as it was.
    """
    made: list[Path] = []
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            made += _folders(path.parent)
            written[path] = write_beside(path, data)
        _put(written, now)
    except BaseException:
        for beside in written.values():
            beside.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _folders(folder: Path) -> list[Path]:
    """Makes a folder and those above it, and gives the ones that were not there."""
    lacking = [above for above in (folder, *folder.parents) if not above.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return lacking[::-1]


def write_beside(path: Path, data: bytes) -> Path:
    """Writes a file that nobody reads, in the same folder, so that it can take its place in one step."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, beside)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _put(written: Mapping[Path, Path], now: Mapping[Path, bytes]) -> None:
    for path in written:
        if (path.read_bytes() if path.exists() else None) != now.get(path):
            raise Refused(409, "edit-changed-meanwhile", found=path.name)
    done: list[Path] = []
    try:
        for path, beside in written.items():
            beside.replace(path)
            done.append(path)
    except BaseException:
        for path in done:
            _restore(path, now.get(path))
        raise


def _restore(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        write_beside(path, data).replace(path)
