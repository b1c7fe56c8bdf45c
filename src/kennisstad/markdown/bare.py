"""Addresses that stand in a text as they are: `https://www.example.org/`, `www.example.org`, `desk@example.org` become links.

What ends a sentence, a quote or a bracket is no part of an address; an address in code or in a link stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from kennisstad.model.values import is_web_address

_MAYBE = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_BARE = re.compile(
    r"(?<![\w@/.:=&?%+-])(?:(?:https?://|www\.)\w[^\s<>\"`\\|{}\[\]\u200b-\u200f]{0,2000}"
    r"|[a-z0-9](?:[\w.+-]{0,63}\w)?@[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9](?:[a-z0-9-]{0,62}))+)",
    re.IGNORECASE,
)
_AFTER = ".,:;!?'*_~…”’»›“‘"
_BRACKETS = {")": "(", "]": "["}


def link_addresses(reader: MarkdownIt) -> None:
    """Makes a parser turn addresses into links."""
    reader.core.ruler.push("bare", _link)


def _link(state: StateCore) -> None:
    for block in state.tokens:
        if block.type == "inline" and block.children and _MAYBE.search(block.content):
            block.children = list(_linked(block.children))


def _linked(tokens: list[Token]) -> Iterator[Token]:
    depth = 0
    for token in tokens:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type == "text" and not depth:
            yield from _parts(token)
        else:
            yield token


def _parts(text: Token) -> Iterator[Token]:
    written, at = text.content, 0
    for found in _BARE.finditer(written):
        address = _without_end(found.group())
        leads = address_of(address)
        if leads:
            yield _text(written[at : found.start()])
            yield Token("link_open", "a", 1, {"href": leads}, markup="bare")
            yield _text(address)
            yield Token("link_close", "a", -1, markup="bare")
            at = found.start() + len(address)
    yield _text(written[at:]) if at else text


def _text(written: str) -> Token:
    return Token("text", "", 0, content=written)


def address_of(written: str) -> str:
    """Gives the whole address that somebody typed part of, or "" where it is none: `www.example.org` → `https://www.example.org`."""
    if "@" in written and "://" not in written and not written.lower().startswith("www."):
        whole = f"mailto:{written}"
    else:
        scheme, colon, rest = written.partition("://")
        whole = f"{scheme.lower()}://{rest}" if colon else f"https://{written}"
        if not colon and len(whole.split(".")) < 3:
            return ""
    return whole if is_web_address(whole) else ""


def _without_end(found: str) -> str:
    """A closing bracket is part of an address where it was opened in it."""
    end = len(found)
    while end:
        last = found[end - 1]
        if (last in _BRACKETS and found.count(last, 0, end) > found.count(_BRACKETS[last], 0, end)) or last in _AFTER:
            end -= 1
        else:
            break
    return found[:end]
