"""Nodes → records: validates a record with its model and says each fault as a problem at its place."""

from __future__ import annotations

import types
from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from kennisstad.model.values import Text
from kennisstad.problem import Location, Problem, nearest
from kennisstad.reading.scalars import SURPRISE
from kennisstad.reading.source import Keys, Node

Model = TypeVar("Model", bound=BaseModel)
_KINDS = {
    "string_type": "write-text",
    "int_type": "write-whole-number",
    "bool_type": "write-truth",
    "tuple_type": "write-list",
    "dict_type": "write-mapping",
    "model_type": "write-mapping",
    "model_attributes_type": "write-mapping",
    "decimal_type": "write-number",
    "decimal_parsing": "write-number",
    "enum": "choose",
    "date": "write-date",
}


_NOT_IN_HEADS = ("id", "text")
"""What a file of Markdown says by its name and below its head."""
_FEWEST_FIELDS = 3
"""Required fields of a record by which it can be told from a part of one."""


def validate(
    model: type[Model], node: Node, reported: Collection[Location] = (), record: str = ""
) -> tuple[Model | None, list[Problem]]:
    """Gives the record, or None and every fault in it; what the reader reported at a place is not told a second time."""
    try:
        return model.model_validate(node.plain()), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        details = [detail for detail in details if not _is_empty_by_fault(detail, details)]
        faults = [_Fault(model, node, record or record_id(node), detail) for detail in details]
        wrong_keys = {fault.keys for fault in faults if fault.on_key}
        told = (fault for fault in faults if fault.on_key or fault.keys not in wrong_keys)
        return None, _without_echoes(fault.problem() for fault in told if not fault.is_reported(reported))


def validate_in_part(model: type[Model], node: Node) -> Model | None:
    """Gives a record of the fields that are right by themselves, the others left out, or None where too little is left.

    What refers to other records is looked at in those, so that one wrong field hides no fault of the rest.
    """
    wrong: set[str] = set()
    plain = node.plain()
    for _ in range(2):
        try:
            right = {field: value for field, value in plain.items() if field not in wrong}
            return cast(Model, partial_of(model).model_validate(right))
        except ValidationError as error:
            wrong |= {str(details["loc"][0]) for details in error.errors(include_url=False) if details["loc"]}
    return None


def without_wrong_names(model: type[BaseModel], node: Node) -> Node:
    """Gives the node of a record without the words in lists that are wrong by themselves, such as a name where an id should be.

    The ids beside it are looked up, so that one wrong name in a list hides none of the next. A part with fields of its own
    stays: other records may name it.
    """
    try:
        model.model_validate(node.plain())
    except ValidationError as error:
        places = (details["loc"] for details in error.errors(include_url=False))
        items = {(str(loc[0]), loc[1]) for loc in places if len(loc) == 2 and isinstance(loc[1], int)}
        return node.without_items({keys for keys in items if not isinstance(node.at(keys).value, (dict, list))})
    return node


def validate_loosely(model: type[Model], node: Node) -> Model | None:
    """Gives a record of another time as the model of today reads it, or None where it cannot be read, by mistake for instance.

    What the model does not know is left out, and what was not asked for yet is None; a name that is nearly one of today is a slip.
    """
    plain = node.plain()
    known = list(model.model_fields)
    if any(field not in known and nearest(str(field), known) for field in plain):
        return None
    wanted = {field: value for field, value in plain.items() if field in known}
    for _ in range(2):
        try:
            return cast(Model, partial_of(model).model_validate(wanted))
        except ValidationError as error:
            details = error.errors(include_url=False)
            if any(detail["type"] != "extra_forbidden" for detail in details):
                return None
            for detail in details:
                wanted = _without(wanted, detail["loc"])
    return None


def _without(value: Any, keys: Keys) -> Any:
    """Gives plain data without what stands at some keys."""
    key, *rest = keys
    if isinstance(value, list):
        return [_without(item, tuple(rest)) if place == key and rest else item for place, item in enumerate(value)]
    if isinstance(value, dict) and key in value:
        return {name: _without(item, tuple(rest)) if name == key else item for name, item in value.items() if name != key or rest}
    return value


@cache
def partial_of(model: type[BaseModel]) -> type[BaseModel]:
    """Gives a model that asks for no field; a record of it passes for one of the model itself."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if field.is_required():
            optional = copy(field)
            optional.default = None
            fields[name] = (field.annotation, optional)
    return create_model(f"Partial{model.__name__}", __base__=model, **fields)


def _is_empty_by_fault(detail: ErrorDetails, others: list[ErrorDetails]) -> bool:
    """Whether a list counts as empty only because what stands in it is wrong, which is told already."""
    keys = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(keys) and other["loc"][: len(keys)] == keys for other in others
    )


def _without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """A field under a mistyped name is not also told to be missing."""
    told = list(problems)
    meant = {(problem.record, problem.values["suggestion"]) for problem in told if problem.rule == "unknown-field"}
    return [problem for problem in told if problem.rule != "missing-field" or (problem.record, problem.values["last"]) not in meant]


def record_id(node: Node) -> str:
    """Gives the id a record was meant to have, or ""."""
    found = node.child("id")
    return found.value if found is not None and isinstance(found.value, str) else ""


def record_within(model: type[BaseModel], node: Node) -> Location | None:
    """Gives where a whole record stands within one, or None: a part with an id and most fields that its model asks for."""
    wanted = [name for name, field in model.model_fields.items() if field.is_required()]
    waiting = list(node.value.values())
    while waiting:
        one = waiting.pop(0)
        if isinstance(one.value, dict):
            if "id" in one.value and len(wanted) > _FEWEST_FIELDS and sum(name in one.value for name in wanted) * 2 > len(wanted):
                found: Location = one.location
                return found
            waiting += one.value.values()
        elif isinstance(one.value, list):
            waiting += one.value
    return None


class _Fault:
    """One error of pydantic's, on its way to a problem."""

    def __init__(self, model: type[BaseModel], node: Node, record: str, details: ErrorDetails) -> None:
        self.model, self.node, self.record, self.details = model, node, record, details
        self.on_key = details["loc"][-1:] == ("[key]",) and details["type"] != "extra_forbidden"
        self.keys: Keys = details["loc"][:-1] if self.on_key else details["loc"]

    def is_reported(self, reported: Collection[Location]) -> bool:
        """Whether the reader already told of this value."""
        node = self.node.at(self.keys)
        return node.value is SURPRISE or node.location in reported

    def problem(self) -> Problem:
        """Gives the problem."""
        kind, found = self.details["type"], self.details["input"]
        context = self.details.get("ctx", {})
        if kind == "missing":
            return self._missing()
        if kind == "extra_forbidden":
            return self._unknown_field()
        if "hint" in context:
            values = {key: str(value) for key, value in context.items() if key != "hint"}
            return self._at(kind if found is not None else "empty-value", context["hint"], found, **values)
        if kind == "enum":
            return self._not_in_list(found)
        if kind in ("greater_than_equal", "less_than_equal"):
            rule, bound = ("too-small", "ge") if kind == "greater_than_equal" else ("too-large", "le")
            return self._at(rule, "write-within", found, bound=str(context[bound]))
        if kind == "too_short":
            return self._at("empty-value", "write-list", found)
        return self._wrong_kind(kind, found)

    def _at(self, rule: str, hint: str, found: Any, **values: str) -> Problem:
        where = self.node.key_location(self.keys) if self.on_key else self.node.at(self.keys).location
        known = {"found": written(found), "field": self._field(), **values}
        return Problem(where, rule, hint, self.record, known)

    def _field(self) -> str:
        """The field as an editor would name it: `title.nl`, without positions in lists."""
        return ".".join(str(key) for key in self.keys if isinstance(key, str))

    def _missing(self) -> Problem:
        where = self.node.at(self.keys[:-1]).location
        values = {"field": self._field(), "last": str(self.keys[-1])}
        return Problem(where, "missing-field", "add-field", self.record, values)

    def _unknown_field(self) -> Problem:
        known = list(_fields(_model_at(self.model, self.keys[:-1])))
        if self.node.location.file.endswith(".md") and len(self.keys) == 1:
            known = [field for field in known if field not in _NOT_IN_HEADS]
        found = str(self.keys[-1])
        suggestion = nearest(found, known)
        values = {"found": found, "suggestion": suggestion, "known": ", ".join(known)}
        hint = "did-you-mean" if suggestion else "known-fields"
        return Problem(self.node.key_location(self.keys), "unknown-field", hint, self.record, values)

    def _not_in_list(self, found: Any) -> Problem:
        known = [str(member.value) for member in _enum_at(self.model, self.keys)]
        suggestion = nearest(str(found), known)
        values = {"known": ", ".join(known), "suggestion": suggestion}
        if found is None:
            return self._at("empty-value", "choose", found, **values)
        return self._at("not-in-list", "did-you-mean-of" if suggestion else "choose", found, **values)

    def _wrong_kind(self, kind: str, found: Any) -> Problem:
        hint = _KINDS.get(kind, "compare-with-neighbour")
        if hint == "write-mapping" and issubclass(_model_at(self.model, self.keys) or BaseModel, Text):
            hint = "write-per-language"
        if hint == "write-text" and _is_plain(found):
            hint = "quote-text"
        if hint == "write-list" and isinstance(found, str):
            return self._at("wrong-kind", "write-in-list", found)
        return self._at("empty-value" if found is None else "wrong-kind", hint, found)


def _is_plain(found: Any) -> bool:
    """Whether YAML read a date, a number or a truth value where a text was meant."""
    return found is not None and not isinstance(found, str | list | dict)


def written(value: Any) -> str:
    """Gives a value as short as a message can show it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, dict):
        return "{…}"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _fields(model: type[BaseModel] | None) -> Iterator[str]:
    return iter(model.model_fields) if model is not None else iter(())


def _model_at(model: type[BaseModel], keys: Keys) -> type[BaseModel] | None:
    """Gives the model that validates the value at a path, or None where it is no model's."""
    found: type[BaseModel] | None = _first(_annotation_at(model, keys), _is_model)
    return found


def _enum_at(model: type[BaseModel], keys: Keys) -> type[StrEnum]:
    """Gives the list of words that the value at a path has to be one of."""
    found: type[StrEnum] = _first(_annotation_at(model, keys), lambda part: isinstance(part, type) and issubclass(part, StrEnum))
    return found


def _annotation_at(model: type[BaseModel], keys: Keys) -> Any:
    annotation: Any = model
    for key in keys:
        if isinstance(key, int):
            annotation = _first(annotation, lambda part: get_origin(part) is tuple)
            annotation = get_args(annotation)[0] if annotation else None
        else:
            values = _first(annotation, lambda part: get_origin(part) is dict)
            if values:
                annotation = get_args(values)[1]
                continue
            inside = _first(annotation, _is_model)
            field = inside.model_fields.get(str(key)) if inside else None
            annotation = field.annotation if field else None
    return annotation


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)


def _first(annotation: Any, fits: Callable[[Any], bool]) -> Any:
    """Gives the part of `X | None` that fits, or None."""
    parts = get_args(annotation) if get_origin(annotation) in (types.UnionType, Union) else (annotation,)
    return next((part for part in parts if fits(part)), None)
