"""`data/photos/*` and the pictures beside pages → photographs: which there are, and what they measure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from kennisstad.model.folders import Folders
from kennisstad.model.photograph import DOCUMENT, LARGEST_DOCUMENT, LARGEST_FILE, Photograph
from kennisstad.model.values import is_photo_name
from kennisstad.problem import Location, Problem
from kennisstad.reading.binary import read_binary
from kennisstad.reading.folders import fault_of, files_in
from kennisstad.reading.memory import Memory, stamp


def load_photographs(folders: Folders, problems: list[Problem], memory: Memory) -> dict[str, Photograph]:
    """Gives the photographs by name; adds to `problems` the files that no record could name."""
    found: dict[str, Photograph] = {}
    for path in files_in(folders.photos):
        name = path.relative_to(folders.photos).as_posix()
        if is_photo_name(name):
            photograph = memory.once(path, stamp(path), partial(photograph_of, path, path.name, folders.root))
            found[photograph.name] = photograph
        else:
            problems.append(Problem(Location(folders.name(path)), "photo-name", "write-photo-name", values={"found": name}))
    return found


def file_beside_page(path: Path, name: str, root: Path) -> Photograph:
    """Gives what a picture or a document beside a page is; what is no picture of the kind that its name says measures nothing."""
    if path.suffix.lower() == DOCUMENT:
        return _document_of(path, unicodedata.normalize("NFC", name), root)
    from kennisstad.pictures import KINDS  # noqa: PLC0415 - as below

    return photograph_of(path, name, root, (KINDS[path.suffix.lower()],))


def _document_of(path: Path, name: str, root: Path) -> Photograph:
    try:
        if fault_of(path, root):
            return Photograph(name, path, is_readable=False)
        size = path.stat().st_size
        if size > LARGEST_DOCUMENT:
            return Photograph(name, path, size, format="PDF")
        data = read_binary(path, LARGEST_DOCUMENT)
    except OSError:
        return Photograph(name, path, is_readable=False)
    return Photograph(name, path, size, digest=sha256(data).hexdigest(), format="PDF" if data.startswith(b"%PDF-") else "")


def photograph_of(path: Path, name: str, root: Path, formats: Sequence[str] = ()) -> Photograph:
    """Gives what a file measures, as a picture of one of these formats (those of photographs where none is given)."""
    # Pillow takes as long to import as many records take to check; who has no photographs does not wait for it.
    from kennisstad.pictures import PHOTOS, digest, look  # noqa: PLC0415

    name = unicodedata.normalize("NFC", name)
    try:
        if fault_of(path, root):
            return Photograph(name, path, is_readable=False)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return Photograph(name, path, size)
        data = read_binary(path, LARGEST_FILE)
    except OSError:
        return Photograph(name, path, is_readable=False)
    seen = look(data, formats or PHOTOS)
    return Photograph(name, path, len(data), seen.width, seen.height, digest(data), format=seen.format, is_moving=seen.is_moving)
