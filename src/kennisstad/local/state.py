"""The records as they are on disk at this moment: where each stands, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kennisstad.editing.lines import Typed
from kennisstad.editing.spans import record_spans
from kennisstad.local.applying import TEXT_ENDING, is_whole_file, plain
from kennisstad.local.refusal import Refused
from kennisstad.model import Folders, Kinds
from kennisstad.model.kinds import PROGRAMME
from kennisstad.reading.folders import fault_of, files_in


def records_now(folders: Folders, kinds: Kinds) -> Iterator[dict[str, Any]]:
    """Gives every record of every file that can be read: its kind, id, file and line."""
    for kind in (PROGRAMME, *(kind for kind in kinds.records if not kind.folder)):
        own = folders.data / kind.stem
        for path in (folders.data / kind.file, *(files_in(own) if own.is_dir() and own != folders.photos else ())):
            if path.is_file() and path.suffix == ".yaml" and not fault_of(path, folders.root):
                yield from _in_file(path, folders.name(path), kind.name)
    of_folder = {kind.folder: kind.name for kind in kinds.records if kind.folder}
    for path in files_in(folders.content):
        parts = path.relative_to(folders.content).parts
        if path.suffix == TEXT_ENDING and len(parts) == 3 and parts[1] in of_folder:
            yield {"kind": of_folder[parts[1]], "id": path.stem, "file": folders.name(path), "line": 1}


def _in_file(path: Path, file: str, kind: str) -> Iterator[dict[str, Any]]:
    for record in record_spans(_typed(path, file).text):
        yield {"kind": kind, "id": record.id or path.stem, "file": file, "line": record.start[0]}


def record_now(path: Path, file: str, identity: str) -> dict[str, Any]:
    """Gives a record with its text, which is "" where it is not there."""
    text, line = "", 0
    typed = _typed(path, file) if path.is_file() else Typed("")
    if is_whole_file(file):
        text, line = plain(typed.text), 1
    else:
        found = next((record for record in record_spans(typed.text) if record.id == identity), None)
        if found is not None:
            text, line = plain(typed.at(found.span)), found.start[0]
    return {"id": identity, "file": file, "line": line, "text": text}


def _typed(path: Path, file: str) -> Typed:
    try:
        return Typed.of(path.read_bytes())
    except UnicodeDecodeError:
        raise Refused(409, "edit-not-utf-8", found=file) from None
