"""`data/photos/*` → photographs: which there are, and what they measure."""

from __future__ import annotations

import unicodedata
from functools import partial
from pathlib import Path

from kennisstad.model.folders import Folders
from kennisstad.model.photograph import LARGEST_FILE, Photograph
from kennisstad.model.values import is_photo_name
from kennisstad.problem import Location, Problem
from kennisstad.reading.folders import fault_of, files_in
from kennisstad.reading.memory import Memory, stamp


def load_photographs(folders: Folders, problems: list[Problem], memory: Memory) -> dict[str, Photograph]:
    """Gives the photographs by name; adds to `problems` the files that no record could name."""
    found: dict[str, Photograph] = {}
    for path in files_in(folders.photos):
        name = path.relative_to(folders.photos).as_posix()
        if is_photo_name(name):
            photograph = memory.once(path, stamp(path), partial(_photograph, path, folders.root))
            found[photograph.name] = photograph
        else:
            problems.append(Problem(Location(folders.name(path)), "photo-name", "write-photo-name", values={"found": name}))
    return found


def _photograph(path: Path, root: Path) -> Photograph:
    # Pillow takes as long to import as many records take to check; who has no photographs does not wait for it.
    from kennisstad.pictures import digest, measure  # noqa: PLC0415

    name = unicodedata.normalize("NFC", path.name)
    try:
        if fault_of(path, root):
            return Photograph(name, path, is_readable=False)
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError:
        return Photograph(name, path, is_readable=False)
    width, height = measure(data)
    return Photograph(name, path, size, width, height, digest(data))
