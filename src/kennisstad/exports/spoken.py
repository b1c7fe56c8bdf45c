"""What a table says in words: what codes name, and what the parts of a record say, in one language."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any

from pydantic import BaseModel

from kennisstad.markdown.fields import to_html
from kennisstad.markdown.longform import longform_html
from kennisstad.model import LongText, Prose, Text
from kennisstad.model.base import Source
from kennisstad.opendata.shapes import Shape, shapes_of
from kennisstad.opendata.words import word_for
from kennisstad.views.edition import Edition

BETWEEN = "; "
"""Between texts in one cell; between codes is a space."""
_TAG = re.compile(r"<[^>]+>")


def plain(text: Text, language: str) -> str:
    """Gives a text in a language on one line and without markup, "" where it is not translated."""
    written = text.in_language(language) or ""
    if isinstance(text, Prose | LongText):
        marked = to_html(written, str) if isinstance(text, Prose) else longform_html(written, lambda url, is_picture: url)
        written = html.unescape(_TAG.sub("", marked))
    return " ".join(written.split())


class Spoken:
    """One language's words for what stands in a table; a text that lacks the language stands there in the default one."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._names: dict[tuple[str, str], str] = {}

    def has_words_for(self, shape: Shape) -> bool:
        """Whether what a field is chosen from has a word for each of its values."""
        chosen = shape.chosen_from
        if chosen is None:
            return False
        values = (one.value for one in chosen) if isinstance(chosen, type) else self._edition.dataset.choices.of(chosen.list)
        return all(word_for(self._edition.locale, chosen, value) is not None for value in values)

    def said(self, shape: Shape, value: Any) -> str:
        """Gives what a value says: what a code names, a text, what the parts of a list say."""
        values = value if isinstance(value, tuple | list) else () if value is None else (value,)
        if shape.holds(Source):
            return BETWEEN.join(dict.fromkeys(self._named("documents", one.document) for one in values))
        return BETWEEN.join(filter(None, (self._one(shape, one) for one in values)))

    def _one(self, shape: Shape, value: Any) -> str:
        if isinstance(value, Text):
            return plain(value, self._edition.language) or plain(value, self._edition.default)
        if isinstance(value, BaseModel) and not hasattr(value, "root"):
            return self._told(value)
        if shape.refers_to:
            return self._named(shape.refers_to.kind, value)
        code = str(value.value if isinstance(value, Enum) else getattr(value, "root", value))
        word = word_for(self._edition.locale, shape.chosen_from, code) if shape.chosen_from else None
        return code if word is None else word

    def _named(self, kind: str, identity: str) -> str:
        """Gives what a record is called; many records name the same ones."""
        key = (kind, identity)
        if key not in self._names:
            self._names[key] = self._name(kind, identity)
        return self._names[key]

    def _name(self, kind: str, identity: str) -> str:
        """Gives what a record is called; a name without a kind tells that itself: `project:quay-garden`."""
        if not kind:
            one, _, identity = identity.partition(":")
            return self._edition.links.title(one, identity).text
        record = self._edition.dataset.valid.get(kind, {}).get(identity)
        return self._edition.links.name(record).text if record else identity

    def _told(self, part: BaseModel) -> str:
        """Gives what a part says on one line: the first of its fields, and the others between brackets."""
        first, *others = (*self._fields(part), "")
        return f"{first} ({', '.join(others[:-1])})" if len(others) > 1 else first

    def _fields(self, part: BaseModel) -> Iterator[str]:
        for name, shape in shapes_of(type(part)).items():
            value = getattr(part, name)
            if name == "id" or value is None or value is False or shape.holds(Source) or shape.key is not None:
                continue
            said = name if value is True else self.said(shape, value)
            if said:
                yield said
