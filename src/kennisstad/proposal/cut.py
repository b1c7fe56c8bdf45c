"""A record without what it names that is not there: ids, sources, links in texts, numbers in agendas.

What stays is what the editor wrote. Where a record cannot do without, there is nothing left of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel

from kennisstad.model import LongText, Prose, Redirected, Source
from kennisstad.rules.references import refers_to

Kind = TypeVar("Kind", bound=BaseModel)
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\(([^()\s]+)(?:\s+\"[^\"]*\")?\)")
_BY_AGENDA, DOCUMENTS = ("codes", "numbers", "agenda"), "documents"
_BEFORE = "old"
"""The field that names records because they are gone."""
_NAMED = re.compile(r"([a-z-]+):([a-z0-9-]+)")


@dataclass(frozen=True, slots=True)
class Gone:
    """What is not there: records by kind and id, records as texts and notes name them, links as pages write them, agendas."""

    record: Callable[[str, str], bool]
    named: Callable[[str, str], bool]
    page: Callable[[str], bool] = lambda name: False
    agendas: frozenset[str] = frozenset()

    def link(self, url: str) -> bool:
        """Whether a link leads to what is not there."""
        found = _NAMED.fullmatch(url.partition("#")[0])
        return self.page(url) or (found is not None and self.named(found[1], found[2]))


def without(part: Kind, gone: Gone) -> Kind | None:
    """Gives a part of a record without what is gone, itself where it names nothing of that, None where it cannot do without."""
    if isinstance(part, RootModel):
        return _text(part, gone) if isinstance(part, Prose | LongText) else part
    changed: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        if name == _BEFORE and isinstance(part, Redirected):
            continue
        before = getattr(part, name)
        after = _without_agendas(before, gone) if name in _BY_AGENDA else _value(before, _kinds(type(part))[name], gone)
        if after is before:
            continue
        if info.is_required() and not after:
            return None
        changed[name] = after
    return part.model_copy(update=changed) if changed else part


def unlinked(text: str, gone: Gone) -> str:
    """Gives Markdown without the links to what is gone; their words stay."""
    return _LINK.sub(lambda found: ("" if found[1] else found[2]) if gone.link(found[3]) else found[0], text)


@cache
def _kinds(part: type[BaseModel]) -> Mapping[str, str]:
    """Gives the kind of records that each field names, "" where it names none."""
    found = {name: refers_to((field.annotation, *field.metadata)) for name, field in part.model_fields.items()}
    return {**found, "document": DOCUMENTS} if issubclass(part, Source) else found


def _value(value: Any, kind: str, gone: Gone) -> Any:
    if isinstance(value, BaseModel):
        return without(value, gone)
    if isinstance(value, tuple):
        found = [_value(one, kind, gone) for one in value]
        return value if all(one is was for one, was in zip(found, value, strict=True)) else tuple(one for one in found if one)
    if isinstance(value, dict):
        inside = {key: _value(one, kind, gone) for key, one in value.items()}
        is_same = all(one is value[key] for key, one in inside.items())
        return value if is_same else {key: one for key, one in inside.items() if one is not None}
    if isinstance(value, str):
        return None if _is_gone(value, kind, gone) else value
    return value


def _without_agendas(value: Any, gone: Gone) -> Any:
    """Gives what is numbered by agendas, or the one agenda that something stands in."""
    if isinstance(value, Mapping) and gone.agendas & value.keys():
        return {agenda: one for agenda, one in value.items() if agenda not in gone.agendas}
    return None if isinstance(value, str) and value in gone.agendas else value


def _is_gone(value: str, kind: str, gone: Gone) -> bool:
    if kind:
        return gone.record(kind, value)
    named = _NAMED.fullmatch(value)
    return named is not None and gone.named(named[1], named[2])


def _text(text: Kind, gone: Gone) -> Kind:
    before: Mapping[str, str] = text.root  # type: ignore[attr-defined] # the caller looked
    after = {language: unlinked(line, gone) for language, line in before.items()}
    return text if after == before else text.model_copy(update={"root": after})
