"""Files → one dataset and every problem in them: of the text, of each record by itself, of each locale and each page."""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisstad.i18n import Locale
from kennisstad.loading.assets import load_assets
from kennisstad.loading.content import load_content, load_pictures, page_names
from kennisstad.loading.locales import is_known, load_locale
from kennisstad.loading.own_words import with_own_words
from kennisstad.loading.photos import load_photographs
from kennisstad.loading.validation import record_id, validate, validate_in_part, written
from kennisstad.model.base import Record
from kennisstad.model.dataset import PROGRAMME, Dataset, Kinds, RecordKind
from kennisstad.model.folders import PHOTOS, Folders
from kennisstad.model.programme import Programme
from kennisstad.problem import Location, Problem
from kennisstad.reading.folders import files_in
from kennisstad.reading.source import Document, Node, read
from kennisstad.text import suggest_slug

SCHEMA_FOLDER = "schema"
"""Within the data folder: what `kennisstad schema` makes."""
_LOSES_RECORDS = ("second-document", "alias", "tag")
"""Faults of a text after which some of its records are not read; references to them are not judged."""


@dataclass(slots=True)
class Loaded:
    """What loading gives: the dataset, or None where the programme itself could not be read, and the problems."""

    dataset: Dataset | None
    problems: list[Problem]


@dataclass(slots=True)
class _Records:
    """One kind of records while it is read."""

    valid: dict[str, Record] = field(default_factory=dict)
    partial: dict[str, Record] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    is_readable: bool = True


def load(folders: Folders, kinds: Kinds) -> Loaded:
    """Reads all files of a programme. Raises nothing for what editors wrote: it stands in `problems`."""
    problems: list[Problem] = []
    programme, node = _load_programme(folders, problems)
    read_kinds = {kind.name: _load_kind(kind, folders, problems) for kind in kinds.records}
    is_whole = programme is not None
    if programme is None and node is not None:
        programme = validate_in_part(Programme, node)
    problems.extend(_unknown_files(folders, kinds, programme.languages if programme and programme.languages else None))
    if programme is None or node is None or not programme.languages:
        return Loaded(None, problems)
    locales = _load_locales(folders, kinds, programme.languages, node, problems)
    nodes = [records.nodes for records in read_kinds.values()]
    dataset = Dataset(
        folders=folders,
        kinds=kinds,
        programme=programme,
        is_programme_whole=is_whole,
        valid={name: records.valid for name, records in read_kinds.items()},
        partial={name: records.partial for name, records in read_kinds.items()},
        ids={name: frozenset(records.ids) for name, records in read_kinds.items() if records.is_readable},
        nodes=dict(ChainMap({(PROGRAMME.name, programme.id or ""): node}, *nodes)),
        locales=with_own_words(locales, kinds, programme, node, problems),
        content=load_content(folders, programme.languages, problems),
        pages=page_names(folders, programme.languages),
        pictures=load_pictures(folders, programme.languages, problems),
        photographs=load_photographs(folders, problems),
        assets=load_assets(folders, problems),
    )
    return Loaded(dataset, problems)


def _read(folders: Folders, path: Path, problems: list[Problem]) -> Document:
    document = read(path, folders.name(path))
    problems.extend(document.problems)
    return document


def _load_programme(folders: Folders, problems: list[Problem]) -> tuple[Programme | None, Node | None]:
    document = _read(folders, folders.data / PROGRAMME.file, problems)
    if document.root is None:
        return None, None
    if not isinstance(document.root.value, dict):
        values = {"found": written(document.root.plain())}
        problems.append(Problem(document.root.location, "not-a-record", "compare-with-reference", values=values))
        return None, None
    programme, faults = validate(Programme, document.root, document.reported)
    problems.extend(faults)
    return programme, document.root


def _load_kind(kind: RecordKind, folders: Folders, problems: list[Problem]) -> _Records:
    records = _Records()
    path = folders.data / kind.file
    if not os.path.lexists(path):
        return records  # a programme that has none of these has no file of them
    document = _read(folders, path, problems)
    if document.root is None:
        records.is_readable = False
        return records
    if not isinstance(document.root.value, list):
        problems.append(Problem(document.root.location, "not-a-list", "start-with-dash"))
        records.is_readable = False
        return records
    records.is_readable = not any(problem.rule in _LOSES_RECORDS for problem in document.problems)
    for node in document.root.value:
        problems.extend(_take_record(kind, node, records, document.reported))
    return records


def _take_record(kind: RecordKind, node: Node, records: _Records, reported: frozenset[Location]) -> Iterator[Problem]:
    if not isinstance(node.value, dict):
        records.is_readable = False
        if node.location not in reported:
            yield Problem(node.location, "not-a-record", "start-with-id", values={"found": written(node.plain())})
        return
    if node.is_merged:
        records.is_readable = False
        return
    record, faults = validate(kind.model, node, reported)
    yield from faults
    identity = record_id(node)
    if not identity:
        return
    if identity in records.ids:
        first = records.nodes[kind.name, identity].location
        where = node.at(("id",)).location
        yield Problem(where, "duplicate-id", "rename-one", identity, {"found": identity, "line": str(first.line)})
        return
    records.ids |= {identity, suggest_slug(identity)}  # a reference to the id that was meant is no fault of its own
    records.nodes[kind.name, identity] = node
    if record is not None:
        records.valid[identity] = record
    elif (part := validate_in_part(kind.model, node)) is not None and part.id == identity:
        records.partial[identity] = part


def _load_locales(
    folders: Folders, kinds: Kinds, languages: tuple[str, ...], node: Node, problems: list[Problem]
) -> dict[str, Locale]:
    locales: dict[str, Locale] = {}
    for position, language in enumerate(languages):
        if not is_known(language):
            where = node.at(("languages", position)).location
            problems.append(Problem(where, "no-dates-for-language", "use-known-language", values={"found": language}))
            continue
        path = folders.words(language)
        document = _read(folders, path, problems) if os.path.lexists(path) else None
        locale = load_locale(folders, language, kinds, document, problems)
        if locale is not None:
            locales[language] = locale
    return locales


def _unknown_files(folders: Folders, kinds: Kinds, languages: tuple[str, ...] | None) -> Iterator[Problem]:
    """A file under a wrong name, or in another folder, would be passed over in silence."""
    expected = {folders.data: [PROGRAMME.file, *(kind.file for kind in kinds.records)]}
    if languages is not None:
        expected[folders.locales] = [f"{language}.yaml" for language in languages]
    for folder, known in expected.items():
        for path in files_in(folder):
            name = path.relative_to(folder).as_posix()
            is_elsewhere = name.startswith((f"{SCHEMA_FOLDER}/", f"{PHOTOS}/"))  # made by us; looked at in photos.py
            if name not in known and not is_elsewhere:
                values = {"found": name, "known": ", ".join(sorted(known))}
                yield Problem(Location(folders.name(path)), "unknown-file", "rename-file", values=values)
