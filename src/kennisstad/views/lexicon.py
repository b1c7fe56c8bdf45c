"""Where the lexicon of a language lives, for the pages that look words up in it."""

from __future__ import annotations


def lexicon_path(language: str) -> str:
    """Gives the path of the words that a page of a language is found by."""
    return f"assets/lexicon/{language}.json"


def summaries_path(language: str) -> str:
    """Gives the path of the summaries of the pages in it; the script makes it of the other."""
    return f"assets/lexicon/{language}-summaries.json"
