"""Goes through a record value by value, with the keys that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel

from kennisstad.source import Keys

Kind = TypeVar("Kind")


def values_of(kind: type[Kind], record: BaseModel) -> Iterator[tuple[Keys, Kind]]:
    """Gives every value of a class inside a record (subclasses too), with its keys: `(("results", 0, "text"), Text(…))`."""
    for keys, value in _walk(record, ()):
        if isinstance(value, kind):
            yield keys, value


def _walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    yield keys, value
    if isinstance(value, BaseModel) and not isinstance(value, RootModel):
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*keys, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _walk(item, (*keys, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk(item, (*keys, key))
