"""Two folders change places in one step, where the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""What a system or a file system says that knows no exchange (some network drives)."""
_TAKEN = (errno.ENOTEMPTY, errno.EEXIST)


def put_in_place(folder: Path, target: Path) -> None:
    """Exchanges two folders of one file system in one step where the system can, so that one of them is always there whole.

    Where nothing stands at `target` the folder goes there. Others may do the same at the same time. Raises OSError.
    """
    while True:
        try:
            if target.exists():
                if not _exchange(folder, target):
                    _exchange_in_steps(folder, target)
            else:
                folder.rename(target)
        except FileNotFoundError:
            if not folder.exists():
                raise
            continue  # somebody else was between two renames
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            continue  # somebody else was there first
        return


def _exchange_in_steps(folder: Path, target: Path) -> None:
    """Between the first two there is nothing at `target`; the next build puts the old one back where this one is stopped there."""
    aside = folder.with_name(f"{folder.name}.old")
    target.rename(aside)
    try:
        folder.rename(target)
    except OSError:
        if not target.exists():
            aside.rename(target)
        raise
    aside.rename(folder)


def _exchange(one: Path, other: Path) -> bool:
    """Asks the system itself (Linux: renameat2, macOS: renamex_np); False where it cannot. Raises OSError where it may not."""
    names = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None, use_errno=True) if sys.platform != "win32" else None
    try:
        if sys.platform == "linux" and library:
            failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        elif sys.platform == "darwin" and library:
            failed = library.renamex_np(names[0], names[1], _RENAME_SWAP)
        else:
            return False
    except AttributeError:  # a library of C that is older than the call
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
