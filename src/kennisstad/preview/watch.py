"""Notices that somebody saved a file: the system itself tells (watchdog: inotify, FSEvents, ReadDirectoryChanges)."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from kennisstad.model import Folders
from kennisstad.reading.folders import is_left_behind

QUIET = 0.03
"""Seconds without another change after which a change is whole: an editor's program writes one file in several steps."""
MOST = 10
"""Times that a change waits for another."""
_CHANGES = ("created", "modified", "deleted", "moved", "attrib")
PACKAGE = Path(__file__).parent.parent
"""The code."""


class Watch(FileSystemEventHandler):
    """Watches the folders of a programme, what it shares with others, and the code."""

    def __init__(self, folders: Folders) -> None:
        self._root = folders.root
        own = (folders.data, folders.content, folders.locales, folders.overrides)
        shared = (path for look in folders.looks for path in (look, look.parent / folders.locales.name))
        self._folders = tuple(dict.fromkeys((*own, *shared, PACKAGE)))
        self._changed = threading.Event()
        self._moved = threading.Event()
        self._code = False
        self._observer = Observer()

    @property
    def is_changed(self) -> bool:
        """Whether something changed since `wait` gave True."""
        return self._changed.is_set()

    def start(self) -> None:
        """Begins."""
        self._follow()
        self._observer.start()

    def stop(self) -> None:
        """Ends."""
        self._observer.stop()
        self._observer.join()

    def wait(self, seconds: float) -> bool:
        """Gives whether something changed, as soon as the change is whole, and after a number of seconds at the latest."""
        if not self._changed.wait(seconds):
            return False
        for _ in range(MOST):
            self._changed.clear()
            if not self._changed.wait(QUIET):
                break
        self._changed.clear()
        if self._moved.is_set():
            self._moved.clear()
            self._observer.unschedule_all()
            self._follow()
        return True

    def is_code_changed(self) -> bool:
        """Gives whether the code changed since this was asked last."""
        changed, self._code = self._code, False
        return changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Takes what the system tells; that a file was read, or what a program leaves behind, is no change."""
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type in ("modified", "attrib")):
            return
        paths = [Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path]
        meant = [path for path in paths if not is_left_behind(path.name) and "__pycache__" not in path.parts]
        if not any(path.is_relative_to(folder) for path in meant for folder in self._folders):
            return
        if any(path in self._folders for path in meant):
            self._moved.set()
        self._code = self._code or any(path.is_relative_to(PACKAGE) for path in meant)
        self._changed.set()

    def _follow(self) -> None:
        """A folder may come later: its coming is seen from above."""
        self._observer.schedule(self, str(self._root), recursive=False)
        for folder in self._folders:
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
