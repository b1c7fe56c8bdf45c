"""JSON Schema (2020-12) of what editors type in each file of data, and in the head of each article.

It follows from the model alone, so that no edit of data makes it old. What the data give to choose from stands in `choices.json`
beside it (`given.py`). `title` and `description` hold what a field is called and means in Dutch and English, for editors' tools,
which show one of each; `titles` and `descriptions` hold them by language, for the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import PROGRAMME, RecordKind
from kennisstad.model.instants import LongText
from kennisstad.model.values import Prose, Summary, Text
from kennisstad.opendata.schema import DIALECT

CHOICES_FILE = "choices.json"
"""The file of what the data give to choose from, beside the schemas."""
TEXTS: tuple[type[Text], ...] = (Text, Summary, Prose, LongText)
"""What is written in each language of the programme; which these are, the programme says."""
_OUTSIDE_HEAD = ("id", "text")
"""What an article's record has that its head does not."""

Schema = dict[str, Any]


def schema_of(kind: RecordKind) -> Schema:
    """Gives the schema of a file of data, or of the head of an article."""
    schema: Schema = kind.model.model_json_schema()
    definitions: dict[str, Schema] = schema.pop("$defs", {})
    elsewhere = _defined_elsewhere(definitions, one_language=bool(kind.folder))
    for name, definition in (*definitions.items(), (kind.model.__name__, schema)):
        _explain(name, definition)
    for part in _parts([schema, definitions]):
        _without_nothing(part)
        _refer(part, elsewhere)
    if kind.folder:
        _as_head(schema)
    whole = schema if kind is PROGRAMME or kind.folder else {"type": "array", "items": schema}
    return {"$schema": DIALECT, **whole, **({"$defs": definitions} if definitions else {})}


def given(name: str) -> str:
    """Gives the reference to a definition that follows from the data."""
    return f"{CHOICES_FILE}#/$defs/{name}"


def in_both(words: Mapping[str, str]) -> str:
    """Gives what something is called in each language of the messages in one line, once where they agree."""
    return " / ".join(dict.fromkeys(words.values()))


def _defined_elsewhere(definitions: dict[str, Schema], *, one_language: bool) -> dict[str, Schema]:
    """Takes out what the data give, and gives what stands in its place: texts, and lists to choose from."""
    elsewhere = {}
    for name, definition in list(definitions.items()):
        is_text = name in {text.__name__ for text in TEXTS}
        if is_text or "enum" in definition:
            elsewhere[name] = line_of(definition) if is_text and one_language else {"$ref": given(name)}
            del definitions[name]
    return elsewhere


def line_of(text: Schema) -> Schema:
    """Gives the schema of a text in one language."""
    (line,) = text["patternProperties"].values()
    return dict(line)


def _as_head(schema: Schema) -> None:
    """The head of an article is in the language of its file; its id is the file's name, and its text stands below."""
    schema["properties"] = {name: field for name, field in schema["properties"].items() if name not in _OUTSIDE_HEAD}
    schema["required"] = [name for name in ("title", "summary") if name in schema["properties"]]


def _explain(part: str, definition: Schema) -> None:
    """Says of each field what it is called and what it means."""
    for field, schema in definition.get("properties", {}).items():
        titles = {language: messages(language).labels[field] for language in LANGUAGES if field in messages(language).labels}
        meanings = {language: messages(language).fields.get(part, {}).get(field, "") for language in LANGUAGES}
        if titles:
            schema |= {"title": in_both(titles), "titles": titles}
        if any(meanings.values()):
            schema |= {"description": in_both(meanings), "descriptions": meanings}


def _parts(value: Any) -> Iterator[Schema]:
    """Gives every mapping in a schema."""
    if isinstance(value, dict):
        yield value
    for inside in list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(inside)


def _without_nothing(schema: Schema) -> None:
    """A field that is not needed is left out, or empty; no tool should offer to write what stands for nothing."""
    if schema.get("default", ()) in (None, [], {}, False):
        del schema["default"]


def _refer(schema: Schema, elsewhere: Mapping[str, Schema]) -> None:
    """Puts in place of a list that the data give, and of a text, where these are defined."""
    name = schema.pop("offeredFrom", None) or schema.pop("chosenFrom", None)
    if name:
        for key in ("type", "pattern"):
            schema.pop(key, None)
        schema["$ref"] = given(name)
    found = re.fullmatch(r"#/\$defs/(\w+)", str(schema.get("$ref", "")))
    if found and found[1] in elsewhere:
        del schema["$ref"]
        schema |= {**elsewhere[found[1]], **schema}
