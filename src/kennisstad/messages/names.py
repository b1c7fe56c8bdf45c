"""What people call a field or a value who do not know its name here: the labels of the messages, and more words for the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

import yaml

from kennisstad.messages import LANGUAGES, messages
from kennisstad.text import suggest_slug


def field_called(name: str, known: Iterable[str]) -> str:
    """Gives the one of the known fields that somebody calls so in a language of the messages: `spoor` → `track`; "" for none."""
    fields = list(known)
    plain = suggest_slug(name)
    by_spelling = next((field for field in fields if suggest_slug(field) == plain), "")
    return by_spelling or next((field for field in _names()["fields"].get(plain, ()) if field in fields), "")


def value_called(name: str, known: Iterable[str]) -> str:
    """Gives the one of the known values that somebody calls so: `loopt` → `running`; "" for none."""
    values = list(known)
    plain = suggest_slug(name)
    by_spelling = next((value for value in values if suggest_slug(value) == plain), "")
    return by_spelling or next((value for value in _names()["values"].get(plain, ()) if value in values), "")


def truth_called(name: str) -> str:
    """Gives `true` or `false` for a word that means it, else ""."""
    plain = suggest_slug(name)
    return plain if plain in ("true", "false") else next(iter(_names()["truths"].get(plain, ())), "")


def scale_called(word: str) -> int:
    """Gives how many times the number before it a word makes it: `miljoen` → 1000000; 0 for any other word."""
    if word == "M":
        return 1_000_000  # a small m is a metre
    return int(next(iter(_names()["scales"].get(suggest_slug(word), ())), "0"))


def open_end_called(text: str) -> bool:
    """Whether a text says that something has not ended yet: `heden`, `nu`, `present`."""
    return suggest_slug(text) in _names()["days"]


def first_words_of(known: Iterable[str]) -> Mapping[str, str]:
    """Gives words that may stand before a number, with the value that they mean: `ca` → `about`."""
    values = frozenset(known)
    return {word: value for word, named in _names()["values"].items() for value in named if value in values}


@cache
def _names() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Gives what each word names, of fields, values and truths; a label comes before other words for the same."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for language in LANGUAGES:
        for field, label in messages(language).labels.items():
            found["fields"][suggest_slug(label)].append(field)
    text = resources.files(__package__).joinpath("names.yaml").read_text("utf-8")
    for group, names in yaml.load(text, Loader=yaml.CSafeLoader).items():
        for name, words in names.items():
            for word in words:
                found[group][suggest_slug(word)].append(name)
    return {group: {word: tuple(dict.fromkeys(named)) for word, named in words.items()} for group, words in found.items()}
