"""A bare value where fields belong: an address under `links`, a document under `sources`, a mailbox under `contact`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kennisstad.loading.validation import partial_of
from kennisstad.model import Dataset, Text
from kennisstad.problem import Problem
from kennisstad.rules.meant.addresses import read_address
from kennisstad.rules.meant.kinds import model_of_file
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.rules.references import called, fields_naming
from kennisstad.text import suggest_slug

_NO_VALUE = "- ?"
"""A text that only a field of free text takes."""


def part_at(dataset: Dataset, problem: Problem, *, above: bool = False) -> type[BaseModel] | None:
    """Gives what the field of a problem is made of, or what holds that field (`above`); None where it is no part with fields."""
    names = problem.values.get("field", "").split(".")
    found: type[BaseModel] | None = model_of_file(dataset, problem.location.file)
    for name in names[:-1] if above else names:
        field = found.model_fields.get(name) if found is not None else None
        found = next(_models(field.annotation), None) if field else None
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def meant_part(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`links: https://a.example/`, `sources: plan`, `contact: desk@a.example`: which field it is."""
    if problem.rule != "wrong-kind" or problem.hint not in ("write-in-list", "write-mapping") or value.text is None:
        return None
    part = part_at(dataset, problem)
    if part is None or issubclass(part, Text) or "root" in part.model_fields:
        return None
    field, found = _field_for(dataset, part, value.text.strip())
    fields = {name: _first_value(part, name) for name, one in part.model_fields.items() if one.is_required()}
    fields = {**fields, **({field: found} if field else {})}
    row = "{" + ", ".join(f"{name}: {fields[name]}" for name in part.model_fields if name in fields) + "}"
    values = {**problem.values, "instead": row, "known": ", ".join(part.model_fields)}
    if not fields:
        return replace(problem, hint="known-fields", values=values)
    is_certain = set(fields) == {field}
    if problem.hint == "write-in-list" and not is_certain:
        return replace(problem, hint="write-row-below", values={**values, "instead": f"- {row}"})
    if problem.hint == "write-in-list":
        name = problem.values["field"].rpartition(".")[2]
        values = {**values, "instead": f"{name}: [{row}]"}
        return replace(problem, hint="write-instead", values=values, fix=(value.replaced(f"[{row}]"),))
    fix = (value.replaced(row),) if is_certain else ()
    return replace(problem, hint="write-instead" if is_certain else "write-fields-so", values=values, fix=fix)


def _field_for(dataset: Dataset, part: type[BaseModel], text: str) -> tuple[str, str]:
    """Gives the field that a text belongs in and the text as it is written there; ("", "") where none can be told."""
    address, _ = read_address(text, takes_mail=True)
    for name in part.model_fields:
        if address and _takes(part, name, address) and not _takes(part, name, _NO_VALUE):
            return name, address
    for name in part.model_fields:
        kind = fields_naming(dataset.kinds).get(name, f"{name}s")
        identity = text if text in dataset.ids.get(kind, ()) else called(dataset, kind).get(suggest_slug(text), "")
        identity = identity or next((one for one, link in _links(dataset, kind) if link == text), "")
        if identity and _takes(part, name, identity):
            return name, identity
    for name in part.model_fields:
        is_reference = name in fields_naming(dataset.kinds) or f"{name}s" in dataset.ids
        if not is_reference and _takes(part, name, text) and not _takes(part, name, _NO_VALUE):
            return name, text
    return "", ""


def _links(dataset: Dataset, kind: str) -> Iterator[tuple[str, str]]:
    for identity, record in dataset.valid.get(kind, {}).items():
        yield identity, getattr(record, "link", None) or ""


def _takes(part: type[BaseModel], name: str, text: str) -> bool:
    try:
        partial_of(part).model_validate({name: text})
    except ValidationError as error:
        return not any(detail["loc"][:1] == (name,) for detail in error.errors(include_url=False))
    return True


def _first_value(part: type[BaseModel], name: str) -> str:
    """Gives the first value that a field of a list can have, else dots."""
    annotation = part.model_fields[name].annotation
    is_list = isinstance(annotation, type) and issubclass(annotation, StrEnum)
    return str(next(iter(annotation)).value) if is_list else "…"  # type: ignore[call-overload]
