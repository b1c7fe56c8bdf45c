"""The model as JSON Schema, for editors' tools, and as a page of fields, for editors. Both are written from one truth."""

from __future__ import annotations

import inspect
import json
from enum import Enum
from typing import Any, get_args

from pydantic.fields import FieldInfo

from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import PROGRAMME, Choices, Kinds, Programme, RecordKind, base
from kennisstad.model.choices import ChosenFrom
from kennisstad.model.content import FrontMatter
from kennisstad.model.instants import LongText
from kennisstad.model.values import Prose, Summary, Text
from kennisstad.model.walk import models_in
from kennisstad.opendata.schema import DIALECT, name_languages

SCHEMA_FOLDER = "data/schema"
REFERENCE = {"nl": "docs/velden.md", "en": "docs/fields.md"}
_OUTSIDE_HEAD = ("id", "text")
"""What an article's record has that its head does not."""


def reference_files(kinds: Kinds, programme: Programme) -> dict[str, str]:
    """Gives every file by path: a schema for each data file and the fields in each language of the messages.

    The first language of the programme is required in every text; what it adds to the lists that records choose from is in them.
    """
    choices = Choices(programme.statuses, programme.partner_kinds, programme.topics)
    schemas = {
        f"{SCHEMA_FOLDER}/{item.stem}.json": _schema(item, programme.languages, choices) for item in (PROGRAMME, *kinds.records)
    }
    return schemas | {REFERENCE[language]: _fields_page(kinds, language, choices) for language in LANGUAGES}


def parts(kinds: Kinds) -> list[type[base.Part]]:
    """Gives every kind of record and every part of one that has fields of its own, in the order of the messages."""
    found = {part for kind in (PROGRAMME, *kinds.records) for part in models_in(kind.model) if issubclass(part, base.Part)}
    known = list(messages(LANGUAGES[0]).fields)
    last = len(known)
    order = {name: position for position, name in enumerate(known)}
    return sorted((*found, FrontMatter), key=lambda part: (order.get(part.__name__, last), part.__name__))


def _schema(kind: RecordKind, languages: tuple[str, ...], choices: Choices) -> str:
    schema: dict[str, Any] = kind.model.model_json_schema()
    definitions = schema.pop("$defs", {})
    for text in (Text, Summary, Prose, LongText):
        if text.__name__ in definitions:
            name_languages(definitions[text.__name__], languages)
    for name, definition in (*definitions.items(), (kind.model.__name__, schema)):
        _describe(name, definition)
        for field in definition.get("properties", {}).values():
            if "chosenFrom" in field:
                field["enum"] = list(choices.of(field.pop("chosenFrom")))
    if kind.folder:
        _as_head(schema, definitions)
    whole = schema if kind is PROGRAMME or kind.folder else {"type": "array", "items": schema}
    return json.dumps({"$schema": DIALECT, **whole, "$defs": definitions}, ensure_ascii=False, indent=1) + "\n"


def _as_head(schema: dict[str, Any], definitions: dict[str, Any]) -> None:
    """The head of an article is in the language of its file; its id is the file's name, and its text stands below."""
    for text in {Text.__name__, Summary.__name__} & definitions.keys():
        definitions[text] = next(iter(definitions[text]["properties"].values()))
    definitions.pop(LongText.__name__)
    schema["properties"] = {name: field for name, field in schema["properties"].items() if name not in _OUTSIDE_HEAD}
    schema["required"] = [name for name in ("title", "summary") if name in schema["properties"]]


def _describe(name: str, definition: dict[str, Any]) -> None:
    for field, schema in definition.get("properties", {}).items():
        told = [
            messages(language).fields[name][field] for language in LANGUAGES if field in messages(language).fields.get(name, {})
        ]
        if told:
            schema["description"] = " / ".join(told)


def _values(field: FieldInfo, choices: Choices) -> list[str]:
    """Gives the values that a field may have, where these are few and named."""
    lists = [mark.list for mark in field.metadata if isinstance(mark, ChosenFrom)]
    return list(choices.of(lists[0])) if lists else _choices(field.annotation)


def _choices(annotation: Any) -> list[str]:
    if inspect.isclass(annotation) and issubclass(annotation, Enum):
        return [str(choice.value) for choice in annotation]
    return [choice for inside in get_args(annotation) for choice in _choices(inside)]


def _fields_page(kinds: Kinds, language: str, choices: Choices) -> str:
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
            values = ", ".join(f"`{value}`" for value in _values(field, choices))
            chosen = f" {words['choose-from']} {values}." if values else ""
            lines.append(f"| {shown} | {fields.get(part.__name__, {}).get(name, '')}{chosen} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"
