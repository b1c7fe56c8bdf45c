"""How long a text may be, and how many square brackets a paragraph may have, so that none takes long to read.

CommonMark looks from each bracket for the one that closes it, to the end of its paragraph: a hundred thousand brackets that nobody
closed take minutes. What has too many is not read; that is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from kennisstad.markdown.marks import Mark

LONGEST = 60_000
"""Letters of one text; a book has some three hundred thousand."""
_MOST_STEPS = 5_000_000
"""Letters that are looked at for the brackets of one paragraph: 250 brackets in 20,000 letters."""
_KEY = "brackets"


def bound_brackets(reader: MarkdownIt) -> None:
    """Lets a parser pass over a paragraph that has too many brackets; `brackets_in` tells which those are."""
    reader.core.ruler.before("inline", _KEY, _empty)


def _empty(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.content.count("[") * len(token.content) > _MOST_STEPS:
            state.env.setdefault(_KEY, []).append(token)
            token.content = ""


def brackets_in(environment: dict[str, Any], lines: Sequence[str]) -> Iterator[Mark]:
    """Gives the paragraphs that were passed over."""
    for token in environment.get(_KEY, ()):
        line = _line_of(token)
        yield Mark("brackets", line, max(lines[line].find("["), 0), "[")


def _line_of(token: Token) -> int:
    return token.map[0] if token.map else 0


def readable(markdown: str) -> str:
    """Gives a text, or "" where it is too long to be read; that is told by `too_long`."""
    return "" if len(markdown) > LONGEST else markdown


def too_long(markdown: str) -> Iterator[Mark]:
    """Gives one mark where a text is too long to be read."""
    if len(markdown) > LONGEST:
        yield Mark("endless", 0, 0, "")
