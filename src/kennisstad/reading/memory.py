"""What was made before, and of what: it is made again only of something else."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Memory:
    """What reading made; empty for a build, kept by a preview."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Any, Any]] = {}
        self.times = 0
        """How many times something was made."""

    def once(self, what: Hashable, source: object, make: Callable[[], Made]) -> Made:
        """Gives what was made of the same source before, else makes it. One source is remembered for each `what`."""
        kept = self._kept.get(what)
        if kept is None or kept[0] != source:
            self.times += 1
            kept = self._kept[what] = source, make()
        return cast(Made, kept[1])

    def last(self, what: Hashable, first: Made) -> Made:
        """Gives what was kept last, else `first`."""
        return cast(Made, self._kept.get(what, (None, first))[1])

    def keep(self, what: Hashable, made: object) -> None:
        """Keeps something for `last`."""
        self._kept[what] = None, made


def stamp(path: Path) -> tuple[int, ...]:
    """Gives what changes with a file that is too large to be read each time; () where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_mode
