"""A file's bytes → its text, or the problem that keeps it from being read; and the words that a wrong encoding garbled.

Garbled text (`cafÃ©` for `café`, `itâ€™s` for `it’s`) is UTF-8 without complaint; it was saved by a program that took UTF-8
for Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from kennisstad.problem import Edit, Location, Problem

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes. A larger file is no hand-written file of records."""

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""What git leaves where two people changed the same lines."""
_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028-\u202e\u2066-\u2069\ufeff\ufffd-\uffff]")
"""Characters that nobody types: YAML refuses most of them, and takes others for the end of a line."""
_OF_NOTHING = "\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Those that stand for nothing: a mark of order, or of direction."""
_AFTER = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
"""What the second and third byte of a letter in UTF-8 are taken for."""
_PIECE = re.compile(rf"[ÂÃ]{_AFTER}|â[€‚]{_AFTER}")
_LETTERS = r"[^\s\"',:;.!?()\[\]{}]*"
_WORD = re.compile(rf"{_LETTERS}(?:(?:{_PIECE.pattern}){_LETTERS})+")


def read_text(path: Path, name: str) -> tuple[str, Problem | None]:
    """Gives a file's text, or the problem that it is missing, too large or not UTF-8."""
    data, problem = read_bytes(path, name)
    return ("", problem) if problem else text_of(data, name)


def read_bytes(path: Path, name: str) -> tuple[bytes, Problem | None]:
    """Gives what is in a file, or the problem that it is missing or too large."""
    here = Location(name)
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
        found = data[error.start : error.start + 1].hex()
        return "", Problem(_end_of(before, name), "not-utf-8", "save-as-utf-8", values={"found": found})
    conflict = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    if conflict:
        values = {"found": conflict.group().strip()[:80]}
        return "", Problem(
            Location(name, text.count("\n", 0, conflict.start()) + 1), "two-versions", "choose-version", values=values
        )
    hidden = _HIDDEN.search(text)
    if hidden:
        values = {"found": f"U+{ord(hidden.group()):04X}"}
        where = _end_of(text[: hidden.start()], name)
        place = where.line, where.column
        fix = (Edit(place, (where.line, where.column + 1), ""),) if hidden.group() in _OF_NOTHING else ()
        return "", Problem(where, "control-character", "retype", values=values, fix=fix)
    return text.replace("\r\n", "\n").replace("\r", "\n"), None


def garbled_words(text: str, name: str, first_line: int = 1) -> Iterator[Problem]:
    """Gives the words that were garbled, with what they were before; the text starts on line `first_line` of the file."""
    for word in _WORD.finditer(text) if _PIECE.search(text) else ():
        meant = _PIECE.sub(_meant, word.group())
        if meant != word.group():
            before = text[: word.start()]
            where = Location(name, before.count("\n") + first_line, word.start() - before.rfind("\n"))
            yield Problem(where, "garbled", "did-you-mean", values={"found": word.group()[:80], "suggestion": meant[:80]})


def _end_of(before: str, name: str) -> Location:
    """Gives the place right after a text that starts a file."""
    return Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _meant(piece: re.Match[str]) -> str:
    codes = (ord(letter) for letter in piece.group())
    try:
        return b"".join(bytes([code]) if code < 256 else chr(code).encode("cp1252") for code in codes).decode("utf-8")
    except UnicodeDecodeError:
        return piece.group()
