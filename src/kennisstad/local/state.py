"""The records as they are on disk at this moment: where each stands, and its text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from kennisstad.editing.lines import Span, Typed
from kennisstad.editing.spans import record_spans
from kennisstad.local.applying import plain, quickly
from kennisstad.local.refusal import Refused
from kennisstad.model import Folders, Kinds
from kennisstad.model.kinds import RecordKind
from kennisstad.reading.folders import fault_of, files_in
from kennisstad.reading.memory import Memory, stamp


def records_now(folders: Folders, kinds: Kinds, memory: Memory) -> Iterator[dict[str, Any]]:
    """Gives every record of every file that can be read: its kind, id, file and line; an article once for each of its files.

    A file that did not change since `memory` knows it is not read again.
    """
    for kind in kinds.records:
        for path in _files(folders, kind):
            file = folders.name(path)
            if kind.folder:
                yield {"kind": kind.name, "id": path.stem, "file": file, "line": 1}
            else:
                yield from memory.once(path, stamp(path), partial(_in_file, path, file, kind.name))


def _in_file(path: Path, file: str, kind: str) -> list[dict[str, Any]]:
    records = record_spans(_typed(path, file).text)
    return [{"kind": kind, "id": one.id or path.stem, "file": file, "line": one.start[0]} for one in records]


def record_now(folders: Folders, kind: RecordKind, identity: str) -> dict[str, Any]:
    """Gives a record as the form loads it: its file, line and text, and how many lines the file has; of an article its files.

    Raises Refused where it is not there.
    """
    if kind.folder:
        texts = {
            path.parent.parent.name: {"file": folders.name(path), "text": _typed(path, folders.name(path)).text}
            for path in _files(folders, kind)
            if path.stem == identity
        }
        if texts:
            return {"files": texts}
    for path in () if kind.folder else _files(folders, kind):
        file = folders.name(path)
        typed = _typed(path, file)
        span = next(quickly(typed, identity), None) or _slowly(typed, identity, path.stem)
        if span is not None:
            return {"file": file, "line": span.start[0], "lines": len(typed.lines) - 1, "text": plain(typed.at(span))}
    raise Refused(404, "edit-no-such-record", found=identity[:100])


def _slowly(typed: Typed, identity: str, name: str) -> Span | None:
    return next((one.span for one in record_spans(typed.text) if (one.id or name) == identity), None)


def _files(folders: Folders, kind: RecordKind) -> Iterator[Path]:
    """Gives the files of a kind: the one of all its records, those of one each, or those of the texts in each language."""
    if kind.folder:
        found = [path for path in files_in(folders.content) if _is_article(path.relative_to(folders.content).parts, kind)]
    else:
        found = [folders.data / kind.file, *(path for path in files_in(folders.data / kind.stem) if path.suffix == ".yaml")]
    return (path for path in found if path.exists() and not fault_of(path, folders.root))


def _is_article(parts: tuple[str, ...], kind: RecordKind) -> bool:
    return len(parts) == 3 and parts[1] == kind.folder and parts[2].endswith(".md")


def _typed(path: Path, file: str) -> Typed:
    try:
        return Typed.of(path.read_bytes())
    except UnicodeDecodeError:
        raise Refused(409, "edit-not-utf-8", found=file) from None
