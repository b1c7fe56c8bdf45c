"""Tells what is served, in lines that can be compared, and what of it a change would break."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kennisstad.addresses.open_data import API, INDEX, SCHEMAS, kinds_served, schema_file, table_file
from tests.promises import Published

FOLDER = "api/v1/"
Served = dict[str, dict[str, str]]
"""Of each file the fields with their types, of each table its columns, of the description its paths."""


def served_by(site: Published) -> Served:
    """Gives what a site serves."""
    read = {path.removeprefix(FOLDER): data for path, data in site.files.items() if path.startswith(FOLDER)}
    found: Served = {}
    for kind in kinds_served(site.dataset):
        found[f"{kind.stem}.json"] = dict(_fields(json.loads(read[schema_file(kind)]), site.languages))
        found[table_file(kind)] = _columns(read[table_file(kind)], site.languages)
    found[INDEX] = dict(_fields(json.loads(read[f"{SCHEMAS}/{INDEX}"]), site.languages))
    found[API] = {_in_any(path, site.languages): " ".join(asked) for path, asked in json.loads(read[API])["paths"].items()}
    return found


def broken(promised: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Gives what was promised and is gone, or is of another type."""
    faults = []
    for file, fields in promised.items():
        for field, kind in fields.items():
            found = now.get(file, {}).get(field)
            if found != kind:
                faults.append(f"{file}: {field} was {kind}, and is {'gone' if found is None else found}")
    return faults


def added(promised: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Gives what is served and was not promised yet."""
    return [f"{file}: {field}" for file, fields in now.items() for field in fields if field not in promised.get(file, {})]


def _columns(data: bytes, languages: Sequence[str]) -> dict[str, str]:
    head = next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    return dict.fromkeys((_in_any(name, languages) for name in head), "column")


def _in_any(name: str, languages: Sequence[str]) -> str:
    """Gives a name with a star for its language: `title_nl` → `title_*`, `tables-nl.xlsx` → `tables-*.xlsx`."""
    return re.sub(rf"(?<=[_-])({'|'.join(languages)})(?=\.|$)", "*", name)


def _fields(whole: Mapping[str, Any], languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Gives every field below a schema with its type: `projects[].results[].year` → "integer|null"."""

    def walk(schema: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
        if place:
            yield place, "|".join(sorted(set(_types(schema, whole))))
        for one in _resolved(schema, whole):
            for name, field in one.get("properties", {}).items():
                yield from walk(field, f"{place}.{'*' if name in languages else name}".lstrip("."))
            for more in (one.get("additionalProperties"), *one.get("patternProperties", {}).values()):
                if isinstance(more, dict):
                    yield from walk(more, f"{place}.*")
            if "items" in one:
                yield from walk(one["items"], f"{place}[]")

    return walk(whole, "")


def _resolved(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Gives what a schema allows: itself, what it refers to, each of its choices."""
    if "$ref" in schema:
        yield from _resolved(whole["$defs"][schema["$ref"].rpartition("/")[2]], whole)
    for choice in schema.get("anyOf", ()):
        yield from _resolved(choice, whole)
    if "$ref" not in schema and "anyOf" not in schema:
        yield schema


def _types(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Iterator[str]:
    for one in _resolved(schema, whole):
        named = one.get("type", "anything")
        yield from [named] if isinstance(named, str) else named
