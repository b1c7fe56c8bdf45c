"""A file's bytes → its text, or the problem that keeps it from being read; and the words that a wrong encoding garbled.

Garbled text (`cafÃ©` for `café`, `itâ€™s` for `it’s`) is UTF-8 without complaint; it was saved by a program that took UTF-8
for Windows-1252.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from pathlib import Path

from kennisstad.problem import Edit, Location, Problem
from kennisstad.reading.folders import is_ordinary
from kennisstad.reading.unsaved import unsaved_bytes

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes. A larger file is no hand-written file of records."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""What git leaves where two people changed the same lines."""
_NEVER = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
"""Characters that Unicode keeps free in each plane for programs."""
_HIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffd-\uffff{_NEVER}]"
)
"""Characters that nobody types: YAML refuses most of them, and takes others for the end of a line; no page may hold them."""
_OF_NOTHING = "\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Those that stand for nothing: a mark of order, or of direction."""
_AFTER = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""What the second and third byte of a letter in UTF-8 are taken for."""
_PIECE = re.compile(rf"[ÂÃ]{_AFTER}|â[€‚]{_AFTER}")
_BETWEEN = re.compile(r"[\s\"',:;.!?()\[\]{}]")
_LETTER = re.compile(r"[^\s\"',:;.!?()\[\]{}]")
"""What stands between words, and in them."""


def read_text(path: Path, name: str) -> tuple[str, Problem | None]:
    """Gives a file's text, or the problem that it is missing, too large or not UTF-8."""
    data, problem = read_bytes(path, name)
    return ("", problem) if problem else text_of(data, name)


def read_bytes(path: Path, name: str) -> tuple[bytes, Problem | None]:
    """Gives what is in a file, or the problem that it is missing or too large."""
    here = Location(name)
    data = unsaved_bytes(path)
    if data is not None:
        return data, None
    if os.path.lexists(path) and not is_ordinary(path) and (path.is_symlink() or not path.is_dir()):
        return b"", Problem(here, "not-a-file", "put-file-itself", values={"found": path.name})
    try:
        size = path.stat().st_size
        data = path.read_bytes() if path.is_file() and size <= LARGEST_FILE else None
    except OSError:
        size, data = 0, None
    if data is None:
        rule, hint = ("file-unreadable", "make-readable") if path.exists() else ("file-missing", "begin-programme")
        rule, hint = ("file-too-large", "split-file") if size > LARGEST_FILE else (rule, hint)
        return b"", Problem(here, rule, hint, values={"found": name})
    return data, None


def text_of(data: bytes, name: str) -> tuple[str, Problem | None]:
    """Gives the text in the bytes of a file, or the problem that it is not UTF-8, or holds what nobody types."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        found = data[error.start : error.start + 1].decode("cp1252", "replace")
        return "", Problem(_end_of(before, name), "not-utf-8", "save-as-utf-8", values={"found": found})
    conflict = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if conflict:
        values = {"found": conflict.group().strip()[:80]}
        return "", Problem(
            Location(name, text.count("\n", 0, conflict.start()) + 1), "two-versions", "choose-version", values=values
        )
    hidden = _HIDDEN.search(text) if any(map(_HIDDEN.match, set(text))) else None  # each letter is looked at once
    if hidden:
        values = {"found": f"U+{ord(hidden.group()):04X}"}
        where = _end_of(text[: hidden.start()], name)
        place = where.line, where.column
        fix = (Edit(place, (where.line, where.column + 1), ""),) if hidden.group() in _OF_NOTHING else ()
        return "", Problem(where, "control-character", "retype", values=values, fix=fix)
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def garbled_words(text: str, name: str, first_line: int = 1) -> Iterator[Problem]:
    """Gives the words that were garbled, with what they were before; the text starts on line `first_line` of the file."""
    end = 0
    for piece in _PIECE.finditer(text):
        if piece.start() < end:
            continue
        start, end = _word_around(text, piece)
        word = text[start:end]
        meant = _PIECE.sub(_meant, word)
        if meant != word:
            where = Location(name, text.count("\n", 0, start) + first_line, start - text.rfind("\n", 0, start))
            yield Problem(where, "garbled", "did-you-mean", values={"found": word[:80], "suggestion": meant[:80]})


def _word_around(text: str, piece: re.Match[str]) -> tuple[int, int]:
    """Gives where the word starts and ends that a garbled letter is in; each letter is looked at once."""
    start, end = piece.span()
    while start and not _BETWEEN.match(text[start - 1]):
        start -= 1
    while following := _PIECE.match(text, end) or _LETTER.match(text, end):
        end = following.end()
    return start, end


def _end_of(before: str, name: str) -> Location:
    """Gives the place right after a text that starts a file."""
    return Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _meant(piece: re.Match[str]) -> str:
    codes = (ord(letter) for letter in piece.group())
    try:
        return b"".join(bytes([code]) if code < 256 else chr(code).encode("cp1252") for code in codes).decode("utf-8")
    except UnicodeDecodeError:
        return piece.group()
