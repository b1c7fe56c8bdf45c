"""The manifest of a site: every file with its hash, the day that the site speaks from, and the commit it was made of.

It is written last, over everything that stands in the folder, the search index too. Two builds of one commit and day give the same
manifest, byte by byte; `kennisstad verify` holds a live site against it.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kennisstad.model.origin import Origin
from kennisstad.writing.disk import write_file

MANIFEST = "manifest.json"
"""Where it stands, at the top of the site."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Hashed:
    """A file as it stands in a manifest: its SHA-256 in hexadecimal, and its size in bytes."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as it was read; `day` and `commit` are "" where it does not say them."""

    day: str
    commit: str
    files: Mapping[str, Hashed]


def write_manifest(folder: Path, origin: Origin) -> None:
    """Writes the manifest of all files in a folder into it. Raises OSError."""
    lines = ",\n".join(
        f'{_json(path)}: {{"sha256": "{found.sha256}", "size": {found.size}}}' for path, found in hashes_of(folder).items()
    )
    told = f'"version": {_VERSION},\n"day": {_json(origin.day.isoformat())},\n"commit": {_json(origin.commit or None)}'
    write_file(folder / MANIFEST, f'{{\n{told},\n"files": {{\n{lines}\n}}\n}}\n'.encode())


def hashes_of(folder: Path) -> dict[str, Hashed]:
    """Gives every file of a folder but its manifest, sorted by path. Raises OSError."""
    start = len(f"{folder}{os.sep}")
    found = [os.path.join(parent, name) for parent, _, names in os.walk(folder) for name in names]
    paths = {name[start:].replace(os.sep, "/"): name for name in found if os.path.isfile(name)}
    return {path: _hashed(paths[path]) for path in sorted(paths) if path != MANIFEST}


def _hashed(name: str) -> Hashed:
    with open(name, "rb") as file:
        data = file.read()
    return Hashed(hashlib.sha256(data).hexdigest(), len(data))


def read_manifest(data: bytes) -> Manifest | None:
    """Gives what a manifest says, None where it is none; whoever wrote it may be a stranger."""
    try:
        told: Any = json.loads(data)
        files = {str(path): Hashed(str(found["sha256"]), int(found["size"])) for path, found in told["files"].items()}
        return Manifest(_word(told.get("day")), _word(told.get("commit")), files)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _word(value: object) -> str:
    """A day or an id of a commit; another text is not repeated to who reads a terminal."""
    return value if isinstance(value, str) and value.isascii() and value.replace("-", "").isalnum() and len(value) <= 64 else ""


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
