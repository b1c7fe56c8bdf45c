"""Files that are no text: read once and whole, by no link, and again later only if they are what they were."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from kennisstad.reading.unsaved import unsaved_bytes


class Changed(Exception):
    """A file went away, or became another, between the check and the moment that its bytes are published; `name` is the file's."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def read_binary(path: Path, most: int) -> bytes:
    """Gives what is in a file of at most so many bytes. Raises OSError: it is none, is a link or a device, or is larger."""
    data = unsaved_bytes(path)
    if data is not None:
        return data
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(opened, "rb") as file:
        found = os.fstat(opened)
        if not stat.S_ISREG(found.st_mode) or found.st_size > most:
            raise OSError(f"{path} is no file of at most {most} bytes")
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(f"{path} grew")
    return data
