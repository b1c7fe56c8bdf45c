"""The ids of headings: each once on its page, and none that the page itself has."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_NO_WORD = re.compile(r"[^\w\- ]")
_OF_FOOTNOTES = re.compile(r"fn(?:ref)?[0-9].*")


def give_ids(reader: MarkdownIt, deepest: int) -> None:
    """Makes a parser give each heading down to a level an id, made of its words; one without a letter or digit gets none."""

    def give(state: StateCore) -> None:
        taken: dict[str, int] = {}
        for token, text in zip(state.tokens, state.tokens[1:], strict=False):
            if token.type == "heading_open" and int(token.tag[1:]) <= deepest:
                identity = _own(_slug(text), taken)
                if identity:
                    token.attrs["id"] = identity

    reader.core.ruler.push("ids", give)


def _slug(inline: Token) -> str:
    """What begins with a line below is of the page's frame (`_content`), not of its text."""
    title = "".join(token.content for token in inline.children or () if token.type in ("text", "code_inline"))
    slug = _NO_WORD.sub("", title.lower().replace(" ", "-")).lstrip("_")
    if _OF_FOOTNOTES.fullmatch(slug):
        return f"_{slug}"
    return slug if slug.strip("-_") else ""


def _own(slug: str, taken: dict[str, int]) -> str:
    """Gives an id that no heading has yet: `trees`, `trees-1`, `trees-2`."""
    identity, number = slug, taken.get(slug, 0)
    while identity in taken:
        number += 1
        identity = f"{slug}-{number}"
    if slug:
        taken[slug] = number
        taken.setdefault(identity, 0)
    return identity
