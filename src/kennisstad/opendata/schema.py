"""JSON Schema (2020-12) of what is served: each file of records, and each file of one, fits that of its kind.

Those in `data/schema/` are of what editors type: there a year may be a number and most fields may be left out; here every field is
there, and a date is always text. A later field does not break an older copy of a schema: it says what is there, not what else may
be.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kennisstad.addresses.open_data import schema_file
from kennisstad.addresses.routes import Addresses
from kennisstad.messages import messages
from kennisstad.model import Dataset, RecordKind
from kennisstad.model.records import Photo
from kennisstad.model.values import Text
from kennisstad.model.walk import models_in
from kennisstad.opendata.records import page_kind_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TOLD_IN = "en"
"""The language in which schemas and the description for programs explain fields: that of who writes programs."""
_ADDRESS = {"type": "string", "format": "uri"}
HEAD: Mapping[str, Mapping[str, Any]] = {
    "$schema": {**_ADDRESS, "description": "The schema that this file fits."},
    "day": {"type": "string", "format": "date", "description": "The day that these data speak from."},
    "commit": {"type": ["string", "null"], "description": "The full id of the commit that they are made of; null where unknown."},
    "licence": {"type": ["string", "null"], "description": "The address of the licence; null where none was given."},
    "count": {"type": "integer", "minimum": 0, "description": "How many follow."},
}
"""What every file begins with."""


def _object(properties: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """Gives the schema of an object that has all of these, and perhaps others."""
    return {"type": "object", **more, "properties": dict(properties), "required": list(properties)}


_PICTURE = _object({"url": _ADDRESS, "type": {"type": "string"}, "width": {"type": "integer"}, "height": {"type": "integer"}})
ADDED: Mapping[str, str] = {
    "url": "The address of its page on the site, by language.",
    "pictures": "The pictures made of the photograph, of each kind of file the largest last.",
}
"""What is served of a record besides the fields of the model."""


def schema_of(dataset: Dataset, addresses: Addresses, kind: RecordKind) -> dict[str, Any]:
    """Gives the schema of the files of a kind."""
    record = kind.model.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions = record.pop("$defs", {})
    languages = dataset.programme.languages
    for text in (part.__name__ for part in models_in(kind.model) if issubclass(part, Text)):
        name_languages(definitions[text], languages)
        del definitions[text]["additionalProperties"]  # another language may come
    definitions[kind.model.__name__] = record
    if page_kind_of(dataset.kinds, kind):
        record["properties"]["url"] = _by_language(languages, ADDED["url"])
    if Photo.__name__ in definitions:
        pictures = {"type": "array", "description": ADDED["pictures"], "items": _PICTURE}
        definitions[Photo.__name__]["properties"]["pictures"] = pictures
    for name, definition in definitions.items():
        _explain(dataset, name, definition)
    records = {"type": "array", "items": {"$ref": f"#/$defs/{kind.model.__name__}"}}
    return _whole(addresses, schema_file(kind), {kind.name: records}, _as_served(definitions))


def schema_of_index(addresses: Addresses, file: str, languages: Sequence[str]) -> dict[str, Any]:
    """Gives the schema of the list of what there is."""
    titles = {"type": "object", "additionalProperties": {"type": "string"}}
    kind = {"name": {"type": "string"}, "title": titles, "count": HEAD["count"]}
    kind |= dict.fromkeys(("json", "csv", "schema"), _ADDRESS)
    kind["record"] = {"type": ["string", "null"], "description": "The address of one record, with its id for {id}."}
    found = {
        "openapi": _ADDRESS,
        "page": _by_language(languages, "Where the data are explained."),
        "tables": _by_language(languages, "All tables in one workbook."),
        "kinds": {"type": "array", "items": _object(kind)},
    }
    return _whole(addresses, file, found, {})


def name_languages(text: dict[str, Any], languages: Sequence[str]) -> None:
    """Says in the schema of a text that it has the languages of the programme, the first of them always."""
    line = next(iter(text.pop("patternProperties").values()))
    text["properties"] = dict.fromkeys(languages, line)
    text["required"], text["additionalProperties"] = [languages[0]], False


def _whole(addresses: Addresses, file: str, found: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    own = {"$schema": DIALECT, "$id": addresses.absolute(addresses.open_data(file))}
    return {**own, **_object({**HEAD, **found}), **({"$defs": definitions} if definitions else {})}


def _by_language(languages: Sequence[str], description: str) -> dict[str, Any]:
    return _object(dict.fromkeys(languages, _ADDRESS), description=description)


def _explain(dataset: Dataset, name: str, definition: dict[str, Any]) -> None:
    """Adds what each field means, and what it is chosen from."""
    told = messages(TOLD_IN).fields.get(name, {})
    for field, schema in definition.get("properties", {}).items():
        if field in told:
            schema["description"] = told[field]
        if "chosenFrom" in schema:
            schema["enum"] = list(dataset.choices.of(schema.pop("chosenFrom")))


def _as_served(schema: Any) -> Any:
    """Gives a schema in which a part of a record has every field, and may get others; no reader needs to know of defaults."""
    if isinstance(schema, list):
        return [_as_served(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _as_served(value) for key, value in schema.items() if key not in ("default", "title", "properties")}
    if "properties" in schema:
        found["properties"] = {name: _as_served(field) for name, field in schema["properties"].items()}
        if found.pop("additionalProperties", None) is False:
            found["required"] = list(schema["properties"])
    return found
