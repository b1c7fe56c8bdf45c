"""What the form in the browser fetches: an index of the records, the schemas, and each record's text as it was typed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, partial

from kennisstad.exports.material import Files, Material
from kennisstad.model import PROGRAMME, Dataset, RecordKind, Text
from kennisstad.model.base import Record
from kennisstad.reading.files import read_text
from kennisstad.reading.record_text import record_texts
from kennisstad.schemas.given import definitions_given
from kennisstad.schemas.typed import CHOICES_FILE, schema_of
from kennisstad.views.edit import EDIT, form_folder

Texts = Callable[[str], tuple[Mapping[int, str], int]]
"""Gives the texts of the records in a file by the line they begin on, and how many lines the file has."""


def files(material: Material) -> Files:
    """Gives the index, a schema for each kind, what there is to choose from, and a small file for each record."""
    dataset = material.dataset
    if EDIT not in dataset.kinds.by_name or dataset.opens_from_folder:
        return
    folder = form_folder(material.addresses, dataset)
    yield f"{folder}index.json", partial(_index, dataset)
    yield f"{folder}{CHOICES_FILE}", partial(_choices, dataset)
    texts = cache(partial(_texts, dataset, cache(partial(_starts, dataset))))
    for kind in dataset.kinds.records:
        yield f"{folder}schema/{kind.stem}.json", partial(_schema, kind)
        for identity in dataset.valid.get(kind.name, {}):
            make = partial(_article, dataset, kind, identity) if kind.folder else partial(_record, dataset, texts, kind, identity)
            yield f"{folder}{kind.stem}/{identity}.json", make


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _schema(kind: RecordKind) -> bytes:
    """Gives the schema of a list of records; of articles too, for the form has all languages of one together."""
    return _json(schema_of(replace(kind, folder="")))


def _choices(dataset: Dataset) -> bytes:
    """Gives what there is to choose from, without the names of records: the index has those already, and there may be thousands."""
    given, kinds = definitions_given(dataset), {kind.name for kind in dataset.kinds.records}
    named = {name: {"anyOf": one["anyOf"][-1:]} for name, one in given["$defs"].items() if name in kinds}
    return _json(given | {"$defs": given["$defs"] | named})


def _index(dataset: Dataset) -> bytes:
    """Gives of each kind its file, and of each record its id and what it is called by language.

    Where all records of a kind have a file of their own, its `folder` says where a new one goes.
    """
    kinds = {}
    for kind in dataset.kinds.records:
        records = dataset.valid.get(kind.name, {})
        named = [[identity, _names(dataset, record)] for identity, record in records.items()]
        file = "" if kind.folder else dataset.folders.name(dataset.folders.data / kind.file)
        kinds[kind.name] = {"file": file, "folder": _own_folder(dataset, kind), "records": named}
    content = dataset.folders.name(dataset.folders.content)
    return _json({"content": content, "kinds": kinds})


def _own_folder(dataset: Dataset, kind: RecordKind) -> str:
    """Gives the folder in which each record of a kind is a file; "" where they stand in one file, or in both."""
    folder = f"{dataset.folders.name(dataset.folders.data)}/{kind.stem}"
    files = {node.location.file for (name, _), node in dataset.nodes.items() if name == kind.name}
    return folder if files and not kind.folder and all(file.startswith(f"{folder}/") for file in files) else ""


def _names(dataset: Dataset, record: Record) -> Mapping[str, str] | str:
    """Gives what a record is called in each language, or in all of them."""
    name = next((getattr(record, field) for field in ("title", "name", "counts") if hasattr(record, field)), record.id or "")
    if not isinstance(name, Text):
        return str(name)
    told = {code: name.in_language(code) or "" for code in dataset.programme.languages if code in name.languages}
    return next(iter(told.values())) if len(set(told.values())) == 1 else told


def _record(dataset: Dataset, texts: Texts, kind: RecordKind, identity: str) -> bytes:
    """Gives a record as it was typed, and where it stands."""
    place = dataset.place(kind.name, identity)
    found, lines = texts(place.file)
    text = found.get(place.line, "")
    return _json({"file": place.file, "line": place.line, "lines": lines, "text": text})


def _article(dataset: Dataset, kind: RecordKind, identity: str) -> bytes:
    """Gives the files of an article by language."""
    found = {}
    for language in dataset.programme.languages:
        path = dataset.folders.content / language / kind.folder / f"{identity}.md"
        if path.is_file():
            name = dataset.folders.name(path)
            text, _ = read_text(path, name)
            found[language] = {"file": name, "text": text.replace("\r\n", "\n")}
    return _json({"files": found})


def _texts(dataset: Dataset, starts: Callable[[], Mapping[str, list[int]]], file: str) -> tuple[Mapping[int, str], int]:
    text, _ = read_text(dataset.folders.root / file, file)
    return record_texts(text, starts().get(file, [])), text.count("\n")


def _starts(dataset: Dataset) -> Mapping[str, list[int]]:
    """Gives the lines that records begin on, by file."""
    found: dict[str, list[int]] = defaultdict(list)
    for (kind, _), node in dataset.nodes.items():
        if kind != PROGRAMME.name:
            found[node.location.file].append(node.location.line)
    return found
