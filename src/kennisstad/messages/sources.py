"""What stands in a programme's files at the moment that a problem is told: read for who reads the message, never for the site."""

from __future__ import annotations

import codecs
from pathlib import Path

from kennisstad.edits import Typed

LARGEST = 8 * 1024 * 1024
"""Bytes. Of a larger file no line is shown."""
_WITH_LINES = {".yaml", ".yml", ".md", ".html", ".css", ".svg", ".js", ".txt"}
"""How the names of files end that people write by hand; a line of a photograph tells nobody anything."""


class Sources:
    """The files of a programme as they are now; each is read once. It never raises, and shows nothing from outside the folder."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root
        self._read: dict[str, Typed | None] = {}

    def typed(self, file: str) -> Typed | None:
        """Gives what stands in a file, or None where that cannot be shown."""
        if file not in self._read:
            try:
                self._read[file] = self._typed(file)
            except (OSError, ValueError, RuntimeError):  # gone since, a name that no file can have, links in a circle
                self._read[file] = None
        return self._read[file]

    def _typed(self, file: str) -> Typed | None:
        if self._root is None or Path(file).suffix not in _WITH_LINES:
            return None
        root = self._root.resolve()
        path = (root / file).resolve()
        if not path.is_relative_to(root) or not path.is_file() or path.stat().st_size > LARGEST:
            return None
        text = path.read_bytes().removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
        return Typed(text.replace("\r\n", "\n").replace("\r", "\n"))


NOWHERE = Sources()
"""For a problem that is told without its line."""
