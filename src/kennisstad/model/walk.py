"""Goes through a record part by part, with the keys that lead there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, RootModel

from kennisstad.model.base import Record, Source
from kennisstad.reading.source import Keys

Kind = TypeVar("Kind", bound=BaseModel)


def values_of(kind: type[Kind], record: BaseModel) -> Iterator[tuple[Keys, Kind]]:
    """Gives every part of a class inside a record (subclasses too), with its keys: `(("results", 0, "text"), Text(…))`."""
    return _parts(kind, record, ())


def models_in(model: type[BaseModel]) -> frozenset[type[BaseModel]]:
    """Gives a class of records and the classes of all its parts."""
    found: set[type[BaseModel]] = set()
    waiting: list[Any] = [model]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in found:
                found.add(one)
                waiting.extend(field.annotation for field in one.model_fields.values())
        else:
            waiting.extend(get_args(one))
    return frozenset(found)


def documents_named(records: Iterable[Record]) -> Counter[str]:
    """Gives how many of the records name each document as a source."""
    return Counter(document for record in records for document in {source.document for _, source in values_of(Source, record)})


def _parts(kind: type[Kind], part: BaseModel, keys: Keys) -> Iterator[tuple[Keys, Kind]]:
    if isinstance(part, kind):
        yield keys, part
    for name in _fields_leading_to(kind, type(part)):
        value = getattr(part, name)
        if isinstance(value, BaseModel):
            yield from _parts(kind, value, (*keys, name))
        elif isinstance(value, tuple):
            for position, item in enumerate(value):
                yield from _parts(kind, item, (*keys, name, position))
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from _parts(kind, item, (*keys, name, key))


@cache
def _fields_leading_to(kind: type[BaseModel], model: type[BaseModel]) -> tuple[str, ...]:
    """Gives the fields that hold a class, alone, in a tuple or a mapping, or further down; most fields hold plain values."""
    if issubclass(model, RootModel):
        return ()
    return tuple(name for name, field in model.model_fields.items() if _leads_to(kind, field.annotation))


def _leads_to(kind: type[BaseModel], annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, kind) or bool(_fields_leading_to(kind, annotation))
    return any(_leads_to(kind, inside) for inside in get_args(annotation))
