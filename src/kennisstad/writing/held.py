"""Who works in a folder holds it (flock), so that nobody takes it for what was left behind. The system lets go when a program ends,
however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nothing is held there, and so nothing is taken for left behind
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Holds a folder during the block, and gives True; False where somebody else does, or cleared it away meanwhile.

    Where the file system knows no holding (some network drives) it gives True, and `is_held` says that all are held.
    """
    try:
        opened = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        yield False
        return
    except OSError:
        yield True
        return
    try:
        yield _take(opened) is not False and _is_still(folder, opened)
    finally:
        os.close(opened)


def is_held(folder: Path) -> bool:
    """Whether somebody holds a folder, or nobody can tell."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            return _take(opened) is not True
        finally:
            os.close(opened)
    return True


def _take(opened: int) -> bool | None:
    """Gives whether we hold it now; None where nobody can."""
    if fcntl is None:
        return None
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_still(folder: Path, opened: int) -> bool:
    with suppress(OSError):
        return os.path.samestat(os.stat(folder), os.fstat(opened))
    return False
