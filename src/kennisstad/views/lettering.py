"""How much room words take in a picture, which has to know before any font is there. In letters of ordinary width, like n."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_SLIM = frozenset("fijlrtI .,:;'’()[]-/|!")
_BROAD = frozenset("mwMW@%&—…")


def width_of(text: str) -> float:
    """Gives the width of a text: "in" is 1.7, "OM" is 2.8, and 城市 is 4."""
    return sum(map(_width, text))


def lines_of(text: str, room: float) -> tuple[str, ...]:
    """Gives a text in lines that are no wider than the room, broken between words; within one only where it is wider itself."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer) <= room:
            lines[-1] = longer
            continue
        pieces = list(_pieces(word, room))
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return tuple(lines)


def shortened(text: str, letters: int, room: float) -> str:
    """Gives a text that has at most so many letters and is no wider than the room; where it was cut it ends in an ellipsis."""
    if len(text) <= letters and width_of(text) <= room:
        return text
    cut = text[: letters - 1]
    while cut and width_of(f"{cut}…") > room:
        cut = cut[:-1]
    return f"{cut}…"


def _pieces(word: str, room: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and width_of(piece + letter) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _width(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 2
    if letter in _SLIM:
        return 0.7
    if letter in _BROAD:
        return 1.5
    return 1.3 if letter.isupper() else 1
