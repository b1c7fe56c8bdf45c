"""What somebody changed and did not save yet: within `unsaved`, files are read as if it stood in them.

So a change is checked by the very code that reads what is saved, and nothing is written to find out whether it is right.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_NOTHING: Mapping[Path, bytes] = {}
_UNSAVED: ContextVar[Mapping[Path, bytes]] = ContextVar("unsaved", default=_NOTHING)


@contextmanager
def unsaved(files: Mapping[Path, bytes]) -> Iterator[None]:
    """Within it, in this thread, each of these files holds these bytes for whoever reads it."""
    token = _UNSAVED.set(files)
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def unsaved_bytes(path: Path) -> bytes | None:
    """Gives what a file would hold, or None where it is as it is on disk."""
    return _UNSAVED.get().get(path)


def unsaved_below(folder: Path) -> list[Path]:
    """Gives the files that would be new below a folder."""
    return [path for path in _UNSAVED.get() if path.is_relative_to(folder) and not os.path.lexists(path)]


def is_there(path: Path) -> bool:
    """Whether something stands at a path, or would."""
    return path in _UNSAVED.get() or os.path.lexists(path)
