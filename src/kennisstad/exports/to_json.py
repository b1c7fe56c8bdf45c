"""The open data as JSON under `api/v1/`: field names as in the model, texts in every language.

A published field keeps its name and meaning; a change that breaks that makes a `v2` beside it (decisions/0012).
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from kennisstad.addresses.open_data import API, INDEX, SCHEMAS, json_file, kinds_served, record_file, schema_file
from kennisstad.exports.material import Files, Material
from kennisstad.model import PROGRAMME, Record, RecordKind
from kennisstad.opendata.api import index, openapi
from kennisstad.opendata.records import head_of, records_of, served
from kennisstad.opendata.schema import schema_of, schema_of_index


def files(material: Material) -> Files:
    """Gives a file of the programme and of each kind of records, one of each record, their schemas, and what there is."""
    path = material.addresses.open_data
    for kind in kinds_served(material.dataset):
        yield path(json_file(kind)), partial(_listed, material, kind)
        yield path(schema_file(kind)), partial(_schema, material, kind)
        for record in () if kind is PROGRAMME else records_of(material.dataset, kind):
            yield path(record_file(kind, record.id)), partial(_file, material, kind, (record,))
    yield path(INDEX), partial(_index, material)
    yield path(f"{SCHEMAS}/{INDEX}"), partial(_schema_of_index, material)
    yield path(API), partial(_openapi, material)


def _listed(material: Material, kind: RecordKind) -> bytes:
    return _file(material, kind, records_of(material.dataset, kind))


def _file(material: Material, kind: RecordKind, records: tuple[Record, ...]) -> bytes:
    """Gives a file with a record on each line: short, quick to make, and a change of one record changes one line."""
    dataset, addresses = material.dataset, material.addresses
    lines = ",\n".join(_json(served(dataset, addresses, kind, record)) for record in records)
    head = _json(head_of(dataset, addresses, kind, len(records))).removesuffix("}")
    return f'{head}, "{kind.name}": [\n{lines}\n]}}\n'.encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pretty(value: Any) -> bytes:
    """Gives what a programmer reads as often as a program does."""
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _schema(material: Material, kind: RecordKind) -> bytes:
    return _pretty(schema_of(material.dataset, material.addresses, kind))


def _schema_of_index(material: Material) -> bytes:
    languages = material.dataset.programme.languages
    return _pretty(schema_of_index(material.addresses, f"{SCHEMAS}/{INDEX}", languages))


def _index(material: Material) -> bytes:
    return _pretty(index(material.dataset, material.addresses))


def _openapi(material: Material) -> bytes:
    return _pretty(openapi(material.dataset, material.addresses))
