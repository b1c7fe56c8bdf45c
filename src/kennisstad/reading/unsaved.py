"""What somebody changed and did not save yet: within `unsaved`, files are read as if it stood in them.

So a change is checked by the very code that reads what is saved, and nothing is written to find out whether it is right.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

Unsaved = Mapping[Path, bytes | None]
"""What files would hold; None for one that would be gone."""

_NOTHING: Unsaved = {}
_UNSAVED: ContextVar[Unsaved] = ContextVar("unsaved", default=_NOTHING)


@contextmanager
def unsaved(files: Unsaved) -> Iterator[None]:
    """Within it, in this thread, each of these files holds these bytes for whoever reads it, or is not there."""
    token = _UNSAVED.set(files)
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def unsaved_bytes(path: Path) -> bytes | None:
    """Gives what a file would hold, or None where it is as it is on disk, or would be gone."""
    return _UNSAVED.get().get(path)


def is_gone(path: Path) -> bool:
    """Whether a file would be there no more."""
    files = _UNSAVED.get()
    return path in files and files[path] is None


def unsaved_below(folder: Path) -> list[Path]:
    """Gives the files that would be new below a folder."""
    files = _UNSAVED.get()
    return [path for path, data in files.items() if data is not None and path.is_relative_to(folder) and not os.path.lexists(path)]


def is_there(path: Path) -> bool:
    """Whether something stands at a path, or would."""
    return unsaved_bytes(path) is not None or (os.path.lexists(path) and not is_gone(path))
