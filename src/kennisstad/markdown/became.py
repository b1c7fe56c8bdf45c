"""What was typed as plain text, or as one list, and became something else: `5*3*2` loses its asterisks, `+ 5 people` its plus,
and points that are not indented far enough become a list of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from kennisstad.markdown.marks import Mark

_HEAD, _TAIL = re.compile(r"[^\W_]*"), re.compile(r"[^\W_]*$")
_ITEM = re.compile(r"( *)((?:[-*+]|\d{1,9}[.)])(?: {1,4}(?=\S)| ?))")
_NUMBER_QUOTED = re.compile(r">\s*\d")
_LISTS = ("bullet_list_open", "ordered_list_open")


def stars_lost(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    """Gives the words of which asterisks vanish, for to Markdown these make what stands between them slanted."""
    for block in tokens:
        if block.type == "inline" and block.map and "*" in block.content:
            for line, name, word in _starred(block.children or [], block.map[0]):
                typed = lines[line] if line < len(lines) else ""
                column = typed.find(word) if typed.count(word) == 1 else -1  # the other may be code
                yield Mark(name, line, column, word, word.replace("*", r"\*"))


def _starred(tokens: Sequence[Token], line: int) -> Iterator[tuple[int, str, str]]:
    """Gives the line, the name and the whole word of each such mark; `3*4*5*6*7` is one word."""
    words: list[tuple[int, str, str]] = []
    end = 0
    for at, token in enumerate(tokens):
        line += token.type in ("softbreak", "hardbreak")
        pair = tokens[at - 1 : at + 4]
        if at == 0 or token.markup not in ("*", "**") or [one.type for one in pair[: len(_PAIRS[0])]] not in _PAIRS:
            continue
        before, stars, inner = pair[0].content, token.markup, pair[2].content
        after = pair[4].content if len(pair) > len(_PAIRS[0]) and pair[4].type == "text" else ""
        judged = _judged(before[-1:], stars, inner, after[:1])
        if judged:
            is_more = bool(words) and at == end and before.isalnum()
            _, name, word = words.pop() if is_more else (line, judged, _match(_TAIL.search(before)))
            words.append((line, min(judged, name), f"{word}{stars}{inner}{stars}{_match(_HEAD.match(after))}"))
            end = at + 4
    yield from words


_PAIRS = [["text", f"{kind}_open", "text", f"{kind}_close"] for kind in ("em", "strong")]
"""A mark with plain text before it and in it."""


def _match(found: re.Match[str] | None) -> str:
    return found.group() if found else ""


def _judged(before: str, stars: str, inner: str, after: str) -> str:
    """`5*3*2` and `student*e en docent*e` were meant so; `on*mogelijk*heid` may be emphasis within a word."""
    if not before.isalnum():
        return ""
    goes_on = after.isalnum()
    if (before.isdigit() and inner[:1].isdigit()) or (len(stars) == 1 and goes_on and " " in inner):
        return "stars"
    return "stars-in-word" if len(stars) == 1 and (goes_on or " " in inner) else ""


def lists_misread(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    """Gives lists of one point, and quotes of one line, that may be a sentence; and points that stand too little to the right."""
    before: Token | None = None
    for position, token in enumerate(tokens):
        if token.level == 0 and token.nesting == 1:
            if token.type in _LISTS:
                items = _items(tokens, position)
                yield from _lone(position, items, tokens, lines)
                yield from _shallow_within(items, lines)
                if before is not None:
                    yield from _shallow_below(before, token, lines)
                before = items[-1]
            else:
                before = None
            if token.type == "blockquote_open" and token.map and token.map[1] - token.map[0] == 1:
                quote = _whole("mark-lost", token.map[0], lines)
                if _NUMBER_QUOTED.match(quote.found):
                    yield quote


def _items(tokens: Sequence[Token], position: int) -> list[Token]:
    found = []
    for token in map(tokens.__getitem__, range(position + 1, len(tokens))):  # a slice would copy the rest for each list
        if token.level == tokens[position].level and token.nesting == -1:
            break
        if token.type == "list_item_open" and token.level == tokens[position].level + 1:
            found.append(token)
    return found


def _lone(position: int, items: Sequence[Token], tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    """One point alone: of a plus or an asterisk, or of a dash before a number, it may be the mark itself that was meant."""
    opened = tokens[position]
    if len(items) != 1 or opened.type != "bullet_list_open" or not opened.map:
        return
    inside = map(tokens.__getitem__, range(position, len(tokens)))
    text = next((token.content for token in inside if token.type == "inline"), "")
    if opened.markup in "+*" or text[:1].isdigit():
        yield _whole("mark-lost", opened.map[0], lines)


def _shallow_below(above: Token, opened: Token, lines: Sequence[str]) -> Iterator[Mark]:
    """A list right below another one, further to the right than it, was to be part of its last point."""
    if above.map and opened.map:
        yield from _moved(above.map[0], opened.map[0], opened.map[1], lines)


def _shallow_within(items: Sequence[Token], lines: Sequence[str]) -> Iterator[Mark]:
    """Points further to the right than those before and after them, that became points of the same list."""
    starts = [item.map[0] for item in items if item.map]
    depths = [len(lines[start]) - len(lines[start].lstrip(" ")) for start in starts]
    for number in range(1, len(starts) - 1):
        if depths[number] <= depths[number - 1]:
            continue
        back = next((later for later in range(number + 1, len(starts)) if depths[later] < depths[number]), 0)
        if back:
            yield from _moved(starts[number - 1], starts[number], starts[back], lines)


def _moved(above: int, first: int, end: int, lines: Sequence[str]) -> Iterator[Mark]:
    """Gives lines that stand further than the point above them, and were to stand as far as its text."""
    point, below = _ITEM.match(lines[above]), _ITEM.match(lines[first])
    if point is None or below is None or len(below[1]) <= len(point[1]):
        return
    step = " " * (point.end() - len(below[1]))
    moved = [
        replace(mark, instead=step + mark.found)
        for mark in (_whole("list-shallow", line, lines) for line in range(first, min(end, len(lines))))
    ]
    head, *others = (mark for mark in moved if mark.found)
    if step:
        yield replace(head, also=tuple(others))


def _whole(name: str, line: int, lines: Sequence[str]) -> Mark:
    typed = lines[line] if line < len(lines) else ""
    return Mark(name, line, len(typed) - len(typed.lstrip()), typed.strip())
