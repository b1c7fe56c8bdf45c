"""The search index of a preview: made by another process that lets everything else go first, and kept for the next preview."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from kennisstad.model import Folders
from kennisstad.site import BadData, Files, make_site
from kennisstad.writing.disk import write
from kennisstad.writing.exchange import put_in_place
from kennisstad.writing.search import FOLDER, IndexFailed, make_index

QUIET = 3.0
"""Seconds without a change after which the index is made again."""
POLITE = 15
"""How far other work goes first, of 19 (Unix)."""
_MAKE = "import sys; from kennisstad.preview.index import make; sys.exit(make(sys.argv[1]))"


class Index:
    """Stands in `folder`, where it was made before; `step` is called now and then."""

    def __init__(self, folders: Folders) -> None:
        self._root = folders.root
        self.folder = _folder(folders)
        self._process: subprocess.Popen[bytes] | None = None
        self._due: float | None = 0.0

    def later(self) -> None:
        """Something changed: the index is made again when it is quiet."""
        self._due = time.monotonic() + QUIET

    def step(self) -> None:
        """Begins the making of an index where it is time to."""
        if self._process is not None and self._process.poll() is None:
            return
        if self._due is not None and time.monotonic() >= self._due:
            self._due = None
            command = [sys.executable, "-c", _MAKE, str(self._root)]
            self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        """Ends a making that is not done."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()


def make(root: str) -> int:
    """Makes the index of the site of a folder. Gives 1 where it cannot be made; then the old one stays."""
    if hasattr(os, "nice"):
        os.nice(POLITE)
    folders = Folders.of(Path(root))
    target = _folder(folders)
    pages = target.with_name("site")
    try:
        files = make_site(folders).files
        write(Files({path: partial(files.__getitem__, path) for path in files if path.endswith(".html")}), pages, make_index)
    except (BadData, IndexFailed):
        return 1
    put_in_place(pages / FOLDER, target)
    shutil.rmtree(pages)
    return 0


def _folder(folders: Folders) -> Path:
    return folders.cache / "preview" / FOLDER
