"""Goes through a record part by part, with the keys that lead there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, RootModel

from kennisstad.source import Keys

Kind = TypeVar("Kind", bound=BaseModel)


def values_of(kind: type[Kind], record: BaseModel) -> Iterator[tuple[Keys, Kind]]:
    """Gives every part of a class inside a record (subclasses too), with its keys: `(("results", 0, "text"), Text(…))`."""
    for keys, part in _parts(record, ()):
        if isinstance(part, kind):
            yield keys, part


def _parts(part: BaseModel, keys: Keys) -> Iterator[tuple[Keys, BaseModel]]:
    yield keys, part
    for name in _fields_with_parts(type(part)):
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from _parts(value, (*keys, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield from _parts(item, (*keys, name, position))


@cache
def _fields_with_parts(model: type[BaseModel]) -> tuple[str, ...]:
    """Gives the fields that hold models, by themselves or in a tuple; most fields hold plain values."""
    if issubclass(model, RootModel):
        return ()
    return tuple(name for name, field in model.model_fields.items() if _holds_model(field.annotation))


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_model(inside) for inside in get_args(annotation))
