"""Nothing stands twice in a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from kennisstad.model import Dataset, Record
from kennisstad.problem import Problem
from kennisstad.reading.source import Keys
from kennisstad.rules.roles import ROLES


def lists_hold_nothing_twice(dataset: Dataset) -> Iterator[Problem]:
    """A list names a thing once, and the parts of a record have ids of their own.

    Passes: `sdgs: [4, 11]`. Fails: `sdgs: [4, 4]`; two agendas with `id: agenda-2017`.
    """
    for collection, record in dataset.records():
        for field in type(record).model_fields:
            if field not in ROLES:  # `no_partner_twice` looks at these together
                for keys, found in _twice(getattr(record, field), (field,)):
                    where = dataset.place(collection, record.id, keys)
                    values = {"found": str(found), "field": ".".join(key for key in keys if isinstance(key, str))}
                    yield Problem(where, "twice-in-list", "remove-one", record.id, values)


def _twice(value: Any, keys: Keys) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _twice(inside, (*keys, key))
    if not isinstance(value, tuple):
        return
    seen: set[Any] = set()
    for position, item in enumerate(value):
        name = item.id if isinstance(item, Record) else _shown(item) if isinstance(item, BaseModel) else item
        if name in seen:
            yield (*keys, position), name
        seen.add(name)


def _shown(part: BaseModel) -> str:
    """Gives a part without an id as its values: a source named twice, say."""
    return ", ".join(str(value) for value in part.model_dump(mode="json", exclude_defaults=True).values())
