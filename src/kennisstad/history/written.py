"""Hand-written pages of a commit, as far as changes of them are told, and where pages and articles stand."""

from __future__ import annotations

import re
from collections.abc import Mapping

from frontmatter.default_handlers import YAMLHandler

from kennisstad.model.base import Record
from kennisstad.model.history import WRITTEN
from kennisstad.model.values import Prose, Text
from kennisstad.reading.source import parse

_PLACE = re.compile(r"content/([^/]+)/(?:([^/]+)/)?([^/]+)\.md")
_splitter = YAMLHandler()
_TEXTS = ("title", "description", "text")


class Written(Record):
    """A hand-written page in all its languages, as far as changes of it are told."""

    title: Text | None = None
    description: Text | None = None
    text: Prose | None = None


def page_place(path: str) -> tuple[str, str, str] | None:
    """Gives the language, the folder (of a hand-written page "content") and the id of a page, or None where it is no page."""
    matched = _PLACE.fullmatch(path)
    return (matched[1], matched[2] or WRITTEN, matched[3]) if matched else None


def read_page(language: str, identity: str, text: str) -> Written | None:
    """Gives a page in one language, or None where it cannot be read."""
    try:
        head, body = _splitter.split(text)
    except ValueError:
        return None
    document = parse(head, identity)
    if document.reported or document.root is None or not isinstance(document.root.value, dict):
        return None
    front = document.root.plain()
    told = {"title": front.get("title"), "description": front.get("description"), "text": body.strip()}
    return _written(identity, {name: {language: value} for name, value in told.items() if isinstance(value, str) and value.strip()})


def together(one: Record | None, other: Record) -> Record:
    """Gives a page in the languages of both; any other record as it is."""
    if not isinstance(one, Written) or not isinstance(other, Written):
        return other

    def texts(name: str) -> dict[str, str]:
        return {
            code: line for page in (one, other) if (part := getattr(page, name)) is not None for code, line in part.root.items()
        }

    return _written(one.id, {name: found for name in _TEXTS if (found := texts(name))})


def _written(identity: str, texts: Mapping[str, dict[str, str]]) -> Written:
    """Gives a page of texts as they were, whatever would be wrong with them today."""
    title, description, text = (texts.get(name) for name in _TEXTS)
    return Written.model_construct(
        id=identity,
        title=None if title is None else Text.model_construct(title),
        description=None if description is None else Text.model_construct(description),
        text=None if text is None else Prose.model_construct(text),
    )
