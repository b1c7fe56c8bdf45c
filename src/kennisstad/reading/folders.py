"""Which files of a folder are meant, and whether each is one: ordinary, readable, and inside the project.

What an editor's program or a system leaves beside the files that somebody made is passed over, in every folder alike.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from kennisstad.reading.unsaved import is_gone, unsaved_below, unsaved_bytes

_LEFT_BEHIND = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:swp|swo|tmp|bak|orig|rej|crdownload|part)|Thumbs\.db|desktop\.ini|ehthumbs\.db|Icon\r|__MACOSX",
    re.IGNORECASE,
)
"""Hidden files (`.DS_Store`, `._about.md`, `.#about.md`), copies that are kept (`about.md~`), and what Windows and macOS write."""

Fault = tuple[str, str]
"""The rule that a file breaks, and the hint."""


def is_left_behind(name: str) -> bool:
    """Whether a program or a system left a file or folder of this name behind: `about.md~`, `Thumbs.db`."""
    return bool(_LEFT_BEHIND.fullmatch(name))


def files_in(folder: Path) -> Iterator[Path]:
    """Gives every file below a folder, and every link and whatever else stands there, in the order of their paths."""
    new = unsaved_below(folder)
    yield from sorted((*_on_disk(folder), *new), key=lambda path: path.parts) if new else _on_disk(folder)


def _on_disk(folder: Path) -> Iterator[Path]:
    if folder.is_symlink():
        return  # where it leads may be all of the disk; `strays_in` tells of it
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if is_left_behind(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _on_disk(Path(entry.path))
        elif not is_gone(Path(entry.path)):
            yield Path(entry.path)


def strays_in(folder: Path) -> Iterator[Path]:
    """Gives what stands in a folder, itself and hidden ones too, and is no file and no folder: links, devices, sockets."""
    if folder.is_symlink() or (os.path.lexists(folder) and not folder.is_dir()):
        yield folder
        return
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif not entry.is_file(follow_symlinks=False) and not is_left_behind(entry.name):
                        yield Path(entry.path)
        except OSError:
            continue  # absent, or locked: what is looked for in it is told to be missing


def is_ordinary(path: Path) -> bool:
    """Whether a path leads to a file itself, by no link: a link may lead to anything, a device has no end."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def fault_of(path: Path, root: Path) -> Fault | None:
    """Gives why a file cannot be read or published, or None: a link, a device, locked, or outside the folder `root`."""
    if unsaved_bytes(path) is not None:
        return None
    try:
        mode = path.lstat().st_mode
        if not stat.S_ISREG(mode) or not path.resolve().is_relative_to(root.resolve()):
            return "not-a-file", "put-file-itself"
        with path.open("rb"):
            return None
    except OSError:
        return "file-unreadable", "make-readable"
