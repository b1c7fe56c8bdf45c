"""The search index of a preview: made by another process that lets everything else go first, and kept for the next preview."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time

from kennisstad.model import Folders
from kennisstad.writing.disk import put_in_place
from kennisstad.writing.search import FOLDER

QUIET = 3.0
"""Seconds without a change after which the index is made again."""
_BUILD = "import os, sys; getattr(os, 'nice', int)(15); from kennisstad.cli import main; sys.exit(main(sys.argv[1:]))"


class Index:
    """Stands in `folder`, where it was made before; `step` is called now and then."""

    def __init__(self, folders: Folders) -> None:
        self._root = folders.root
        self.folder = folders.cache / "preview" / FOLDER
        self._made_in = folders.cache / "preview" / "site"
        self._process: subprocess.Popen[bytes] | None = None
        self._due: float | None = 0.0

    def later(self) -> None:
        """Something changed: the index is made again when it is quiet."""
        self._due = time.monotonic() + QUIET

    def step(self) -> None:
        """Begins or ends the making of an index where it is time to. Data that are wrong leave the index as it was."""
        if self._process is not None:
            if self._process.poll() is not None:
                self._end(self._process.returncode)
        elif self._due is not None and time.monotonic() >= self._due:
            self._due = None
            self._made_in.parent.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, "-c", _BUILD, "build", "--folder", str(self._root), "--target", str(self._made_in)]
            self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        """Ends a making that is not done."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
        self._process = None

    def _end(self, code: int) -> None:
        self._process = None
        if not code:
            put_in_place(self._made_in / FOLDER, self.folder)
        shutil.rmtree(self._made_in, ignore_errors=True)
