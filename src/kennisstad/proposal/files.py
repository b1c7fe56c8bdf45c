"""A file of records that cannot be read as a whole: record by record, without those that are to blame."""

from __future__ import annotations

import re

from kennisstad.loading.records import Records, read_records
from kennisstad.model import RecordKind
from kennisstad.model.preview import Absent
from kennisstad.problem import Location
from kennisstad.reading.memory import Memory
from kennisstad.reading.source import parse

_BEGINS = re.compile(r"(?m)^- ")
_ID = re.compile(r"(?m)^(?:- \{?|  )id: *[\"']?([a-z0-9-]+)")


def read_piecewise(kind: RecordKind, text: str, name: str) -> tuple[Records, list[Absent]] | None:
    """Gives the records that can be read and what was left out for that, at their lines; None where that did not help."""
    starts = [found.start() for found in _BEGINS.finditer(text)]
    left, absent = text[: starts[0]] if starts else text, list[Absent]()
    for start, end in zip(starts, [*starts[1:], len(text)], strict=False):
        piece = text[start:end]
        if _is_readable(piece, name):
            left += piece
        else:
            found = _ID.search(piece)
            absent.append(Absent(kind.name, found[1] if found else "", Location(name, text.count("\n", 0, start) + 1)))
            left += "\n" * piece.count("\n")
    records = read_records(kind, left, name, Memory())
    return (records, absent) if records.is_readable and absent else None


def _is_readable(piece: str, name: str) -> bool:
    document = parse(piece, name)
    return document.root is not None and not document.reported
