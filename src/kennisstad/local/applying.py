"""Changes → the files as they would be: each record's new text in the place of its old one, every other byte as it is.

A record is found by its id, never by its line. Where it is not what it was when the form loaded it, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kennisstad.editing.lines import Span, Typed
from kennisstad.editing.spans import RecordSpan, record_spans
from kennisstad.local.changes import Change
from kennisstad.local.refusal import Refused
from kennisstad.problem import Edit

_NO_RECORDS = re.compile(r"\[\s*\][ \t]*(?:#.*)?")
TEXT_ENDING = ".md"
FIRST = (1, 1)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A record that somebody else changed since the form loaded it: what stands there now."""

    change: Change
    theirs: str


@dataclass(frozen=True, slots=True)
class Applied:
    """The files that change, each with the bytes it would hold; or what stands in the way, and then no files are meant."""

    files: Mapping[Path, bytes]
    conflicts: tuple[Conflict, ...] = ()


def plain(text: str) -> str:
    """Gives a text without blank lines at its end, and with one end of line there; "" stays ""."""
    return f"{text.rstrip()}\n" if text.strip() else ""


def applied(changes: Iterable[tuple[Path, Change]], now: Mapping[Path, bytes]) -> Applied:
    """Applies changes one after the other to files of which `now` has the bytes; one that is not there yet is left out of it."""
    files, conflicts = dict(now), list[Conflict]()
    for path, change in changes:
        typed = _typed(files.get(path, b""), change)
        found = _edit(typed, change, is_there=path in files)
        if isinstance(found, Conflict):
            conflicts.append(found)
        elif found is not None:
            files[path] = typed.changed([found]).data
    return Applied({path: data for path, data in files.items() if now.get(path) != data}, tuple(conflicts))


def _typed(data: bytes, change: Change) -> Typed:
    try:
        return Typed.of(data)
    except UnicodeDecodeError:
        raise Refused(409, "edit-not-utf-8", found=change.file) from None


def _edit(typed: Typed, change: Change, *, is_there: bool) -> Edit | Conflict | None:
    """Gives what has to be changed in the file, None where it is so already."""
    before, after = plain(change.before), plain(change.after)
    theirs = ""
    for span in _places(typed, change):
        found = plain(typed.at(span))
        if found == after:
            return None
        if found == before:
            return smallest_edit(span, typed.at(span), after)
        theirs = theirs or found
    if theirs or before:
        return Conflict(change, theirs)
    if is_whole_file(change.file):
        return Edit(FIRST, typed.end, after) if not is_there or not typed.text.strip() else Conflict(change, "")
    return added(typed, after)


def _places(typed: Typed, change: Change) -> Iterator[Span]:
    """Gives where a record may stand: by itself, with the comments above it, or as its whole file."""
    if not change.file.endswith(TEXT_ENDING):
        yield from quickly(typed, change.id)
        for record in record_spans(typed.text):
            if record.id == change.id or not record.dashed:
                yield from (record.span, record.whole)
    if is_whole_file(change.file) and typed.text.strip():
        yield Span(FIRST, typed.end)


def quickly(typed: Typed, identity: str) -> Iterator[Span]:
    """Gives a record whose first line says its id, as nearly all do: the others of a long file need not be looked at."""
    first = re.compile(rf"^- +id: +{re.escape(identity)}$", re.MULTILINE)
    found = list(first.finditer(typed.text))
    if len(found) == 1:
        start = found[0].start()
        end = typed.text.find("\n- ", start)
        records = record_spans(typed.text[start : None if end < 0 else end + 1])
        if [record.id for record in records] == [identity]:
            yield records[0].span.moved(typed.text.count("\n", 0, start))


def is_whole_file(file: str) -> bool:
    """Whether a file holds one record: a text, the programme, or a record of a folder of them."""
    return file.endswith((TEXT_ENDING, "/programme.yaml")) or file.count("/") > 1


def smallest_edit(span: Span, was: str, text: str) -> Edit:
    """Gives the edit that puts a text in the place of another, of only the lines from the first to the last that differ."""
    old, new = was.split("\n"), (text if was.endswith("\n") else text.removesuffix("\n")).split("\n")
    first = _same(zip(old, new, strict=False))
    last = _same(zip(reversed(old[first:]), reversed(new[first:]), strict=False))
    line = span.start[0]
    if not last:  # the last line of a file, which has no end
        first = min(first, len(old) - 1)
        return Edit((line + first, 1), span.end, "\n".join(new[first:]))
    lines = new[first : len(new) - last]
    return Edit((line + first, 1), (line + len(old) - last, 1), "".join(f"{one}\n" for one in lines))


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    """Gives how many pairs are alike before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def added(typed: Typed, text: str) -> Edit | None:
    """Gives the edit that puts a record at the end of a file of records, apart from the last one as the others are."""
    records = record_spans(typed.text)
    if not records:
        return _first_record(typed, text)
    indent = " " * (len(typed.lines[records[0].start[0] - 1]) - len(typed.lines[records[0].start[0] - 1].lstrip()))
    moved = "".join(f"{indent}{line}" if line.strip() else line for line in text.splitlines(keepends=True))
    end = records[-1].end
    blank = "\n" if len(records) == 1 or _is_apart(typed, records[-2], records[-1]) else ""
    return Edit(end, end, f"{blank}{moved}" if end[1] == 1 else f"\n{blank}{moved.removesuffix(chr(10))}")


def _is_apart(typed: Typed, one: RecordSpan, other: RecordSpan) -> bool:
    return any(not line.strip() for line in typed.lines[one.end[0] - 1 : other.start[0] - 1])


def _first_record(typed: Typed, text: str) -> Edit:
    """A file without records is empty but for remarks, or says so: `[]`."""
    for number, line in enumerate(typed.lines, 1):
        if _NO_RECORDS.fullmatch(line):
            return Edit((number, 1), (number, len(line) + 1), text.removesuffix("\n"))
        if line.strip() and not line.startswith("#"):
            raise Refused(409, "edit-no-place")
    is_begun = bool(typed.lines[-1])
    return Edit(typed.end, typed.end, f"\n{text}" if is_begun else text)
