"""What the fields of a model hold, as far as a table or a page about them has to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from kennisstad.model.choices import ChosenFrom
from kennisstad.model.ids import RefersTo
from kennisstad.model.values import Line


@dataclass(frozen=True, slots=True)
class Shape:
    """One or many values of a class, or values by key."""

    base: Any
    is_many: bool = False
    is_free: bool = False
    """Whether it is a line that somebody wrote, with spaces in it; any other text is a code, an address or a date."""
    key: Any = None
    """What the keys of a mapping are, None where it is no mapping."""
    refers_to: RefersTo | None = None
    chosen_from: ChosenFrom | type[Enum] | None = None

    def holds(self, kind: type) -> bool:
        """Whether its values are of a class."""
        return isinstance(self.base, type) and issubclass(self.base, kind)


@cache
def shapes_of(model: type[BaseModel]) -> Mapping[str, Shape]:
    """Gives the shape of every field of a model that is served, by name."""
    fields = model.model_fields.items()
    return {name: _shape(field.annotation, tuple(field.metadata)) for name, field in fields if not field.exclude}


def _shape(annotation: Any, marks: tuple[Any, ...]) -> Shape:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(inside[0], (*inside[1:], *marks))
    if origin in (Union, UnionType):
        return _shape(next(one for one in inside if one is not NoneType), marks)
    if origin is tuple:
        return replace(_shape(inside[0], marks), is_many=True)
    if origin is dict:
        return replace(_shape(inside[1], marks), key=inside[0])
    chosen = annotation if isinstance(annotation, type) and issubclass(annotation, Enum) else None
    return Shape(
        annotation,
        is_free=set(get_args(Line)[1:]) <= set(marks) if annotation is str else False,
        refers_to=next((mark for mark in marks if isinstance(mark, RefersTo)), None),
        chosen_from=next((mark for mark in marks if isinstance(mark, ChosenFrom)), chosen),
    )
