"""A file of records, read piece by piece: a new piece begins at each line that begins with `- `.

What was read before of the same text is not read again; so a file of thousands of records costs as much as the one that changed.
A text is cut only where the parser would say the same of the pieces as of the whole; where it stops with a complaint, the rest
of the file is read as one piece from a little before that place, so that it is told in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kennisstad.reading.shapes.said import MOST_LINES_BACK
from kennisstad.reading.source import Document, parse

_START = "\n- "
_MARKS = ("\n---", "\n...", "\n%")
"""What ends a document or speaks to the parser; a text with one is read whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A part of a file, and what was read in it when it began at `line`."""

    text: str
    line: int
    document: Document


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece where it stands now."""

    piece: Piece
    line: int

    @property
    def moved(self) -> int:
        """The lines that it went down since it was read."""
        return self.line - self.piece.line


def read_pieces(text: str, name: str, known: Mapping[str, Piece]) -> list[Placed]:
    """Gives the pieces of the text of file `name`; `known` has those that were read before, by their text.

    The text is a list where each piece is one; else there is one piece only. The last has no root where the parser stopped.
    """
    texts = _cut(text)
    found: list[Placed] = []
    line = 1
    for number, piece in enumerate(texts):
        placed = _placed(piece, name, line, known)
        if len(texts) > 1 and not _is_list(placed):
            return _with_rest(found, texts[number:], name, line)
        found.append(placed)
        line += piece.count("\n")
    return found


def _cut(text: str) -> list[str]:
    begun = f"\n{text}"
    if any(mark in begun for mark in _MARKS):
        return [text]
    head, *parts = begun.split(_START)
    if not parts:
        return [text]
    first, *others = parts
    pieces = [f"{head}{_START}{first}"[1:], *(f"{_START[1:]}{part}" for part in others)]
    return [*(f"{piece}\n" for piece in pieces[:-1]), pieces[-1]]


def _placed(text: str, name: str, line: int, known: Mapping[str, Piece]) -> Placed:
    piece = known.get(text)
    if piece is None or (piece.line != line and piece.document.problems):  # these name places
        piece = Piece(text, line, parse(text, name, line))
    return Placed(piece, line)


def _is_list(placed: Placed) -> bool:
    root = placed.piece.document.root
    return root is not None and isinstance(root.value, list) and root.location.column == 1


def _with_rest(found: list[Placed], texts: list[str], name: str, line: int) -> list[Placed]:
    """Reads the rest in one, with as many lines before it as the search for the mistake behind a complaint looks back."""
    first_line = line
    while found and line - first_line <= MOST_LINES_BACK:
        before = found.pop()
        texts, first_line = [before.piece.text, *texts], before.line
    rest = "".join(texts)
    return [*found, Placed(Piece(rest, first_line, parse(rest, name, first_line)), first_line)]
