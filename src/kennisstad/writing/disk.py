"""Puts a site in its folder in one step: it is written beside it, and exchanged with the old one when the last file is there."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2


def write(files: Mapping[str, bytes], target: Path, finish: Callable[[Path], None] = lambda folder: None) -> None:
    """Writes files by path into a folder, in place of all that was there; `finish` is given the whole folder before that.

    Whatever goes wrong, the folder stays as it was. Raises OSError where it cannot be written, and what `finish` raises.
    """
    with in_place_of(target) as folder:
        for parent in sorted({path.rpartition("/")[0] for path in files}):
            (folder / parent).mkdir(parents=True, exist_ok=True)
        for path in files:
            with open(f"{folder}/{path}", "wb") as file:
                file.write(files[path])
        finish(folder)


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """Gives an empty folder that takes the place of `target` at the end of the block, or goes where the block fails."""
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_away_left_behind(target)
    folder = target.parent / f".{target.name}.{os.getpid()}"
    folder.mkdir()
    try:
        yield folder
        put_in_place(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(folder: Path, target: Path) -> None:
    """Exchanges two folders of one file system in one step where the system can, so that one of them is always there whole."""
    if not target.exists():
        folder.rename(target)
    elif not _exchange(folder, target):
        aside = folder.with_name(f"{folder.name}.old")
        target.rename(aside)
        folder.rename(target)
        aside.rename(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Asks the system itself (Linux: renameat2, macOS: renamex_np); False where it cannot."""
    names = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None)
    try:
        if sys.platform == "linux":
            return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(library.renamex_np(names[0], names[1], _RENAME_SWAP) == 0)
    except AttributeError:
        pass
    return False


def _clear_away_left_behind(target: Path) -> None:
    """A build that was killed left its folder; one that was killed between two renames left the old site in it."""
    for path in target.parent.glob(f".{target.name}.*"):
        found = re.fullmatch(rf"\.{re.escape(target.name)}\.(\d+)(\.old)?", path.name)
        if found is None or _is_running(int(found[1])):
            continue
        if found[2] and not target.exists():
            path.rename(target)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
