"""The model as JSON Schema, for editors' tools, and as a page of fields, for editors. Both are written from one truth."""

from __future__ import annotations

import inspect
import json
from enum import Enum
from typing import Any, get_args

from pydantic.fields import FieldInfo

from kennisstad.loading.single import own_files
from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import PROGRAMME, Choices, Dataset, Kinds, base
from kennisstad.model.choices import ChosenFrom
from kennisstad.model.content import FrontMatter
from kennisstad.model.walk import models_in
from kennisstad.schemas.given import definitions_given
from kennisstad.schemas.typed import CHOICES_FILE, Schema, schema_of
from kennisstad.telling.rulebook import rule_pages

SCHEMA_FOLDER = "data/schema"
REFERENCE = {"nl": "docs/velden.md", "en": "docs/fields.md"}


def reference_files(kinds: Kinds) -> dict[str, str]:
    """Gives every file that follows from the model, by path: the schema of each data file, and the pages of fields and of rules."""
    schemas = {f"{SCHEMA_FOLDER}/{item.stem}.json": _as_json(schema_of(item)) for item in (PROGRAMME, *kinds.records)}
    return schemas | {REFERENCE[language]: _fields_page(kinds, language) for language in LANGUAGES} | rule_pages()


def given_files(dataset: Dataset) -> dict[str, str]:
    """Gives, by path, what the data give to choose from, and the schema of each kind of which records have files of their own.

    Any edit of data may make these old.
    """
    alone = [kind for kind in dataset.kinds.records if next(own_files(dataset.folders, kind), None) is not None]
    schemas = {f"{SCHEMA_FOLDER}/{kind.stem}-alone.json": _as_json(schema_of(kind, alone=True)) for kind in alone}
    return schemas | {f"{SCHEMA_FOLDER}/{CHOICES_FILE}": _as_json(definitions_given(dataset))}


def _as_json(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def parts(kinds: Kinds) -> list[type[base.Part]]:
    """Gives every kind of record and every part of one that has fields of its own, in the order of the messages."""
    found = {part for kind in (PROGRAMME, *kinds.records) for part in models_in(kind.model) if issubclass(part, base.Part)}
    known = list(messages(LANGUAGES[0]).fields)
    last = len(known)
    order = {name: position for position, name in enumerate(known)}
    return sorted((*found, FrontMatter), key=lambda part: (order.get(part.__name__, last), part.__name__))


def _values(field: FieldInfo) -> list[str]:
    """Gives the values that a field may have, where these are few and named."""
    lists = [mark.list for mark in field.metadata if isinstance(mark, ChosenFrom)]
    return list(Choices().of(lists[0])) if lists else _choices(field.annotation)


def _choices(annotation: Any) -> list[str]:
    if inspect.isclass(annotation) and issubclass(annotation, Enum):
        return [str(choice.value) for choice in annotation]
    return [choice for inside in get_args(annotation) for choice in _choices(inside)]


def _fields_page(kinds: Kinds, language: str) -> str:
    words, fields = messages(language).words, messages(language).fields
    files = {item.model.__name__: f" ({item.file})" for item in (PROGRAMME, *kinds.records)}
    lines = [f"# {words['fields-title']}", "", words["fields-intro"], ""]
    for part in parts(kinds):
        lines += [
            f"## {part.__name__}{files.get(part.__name__, '')}",
            "",
            f"| {words['field']} | {words['meaning']} |",
            "| --- | --- |",
        ]
        for name, field in part.model_fields.items():
            shown = f"**{name}**" if field.is_required() else name
            values = ", ".join(f"`{value}`" for value in _values(field))
            chosen = f" {words['choose-from']} {values}." if values else ""
            lines.append(f"| {shown} | {fields.get(part.__name__, {}).get(name, '')}{chosen} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
