"""Files → one dataset and every problem in them: of the text, of each record by itself, of each locale and each page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisstad.content import load_content, page_names, picture_names
from kennisstad.i18n import Locale
from kennisstad.locales import load_locale
from kennisstad.model.base import Record
from kennisstad.model.dataset import COLLECTIONS, PHOTOS, PROGRAMME, Collection, Dataset, Folders
from kennisstad.model.programme import Programme
from kennisstad.photos import load_photographs
from kennisstad.problem import Location, Problem
from kennisstad.source import Document, Node, read
from kennisstad.text import suggest_slug
from kennisstad.validation import record_id, validate, validate_in_part, written

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
    """One collection while it is read."""

    valid: dict[str, Record] = field(default_factory=dict)
    partial: dict[str, Record] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    is_readable: bool = True


def load(folders: Folders) -> Loaded:
    """Reads all files of a programme. Raises nothing for what editors wrote: it stands in `problems`."""
    problems: list[Problem] = []
    programme, programme_node = _load_programme(folders, problems)
    read_collections = {collection.name: _load_collection(collection, folders, problems) for collection in COLLECTIONS}
    is_whole = programme is not None
    if programme is None and programme_node is not None:
        programme = validate_in_part(Programme, programme_node)
    problems.extend(_unknown_files(folders, programme.languages if programme and programme.languages else None))
    if programme is None or programme_node is None or not programme.languages:
        return Loaded(None, problems)
    dataset = Dataset(folders, programme, **{name: records.valid for name, records in read_collections.items()})  # type: ignore[arg-type]
    dataset.is_programme_whole = is_whole
    dataset.ids = {name: frozenset(records.ids) for name, records in read_collections.items() if records.is_readable}
    dataset.nodes = {(PROGRAMME.name, programme.id or ""): programme_node}
    dataset.partial = {name: records.partial for name, records in read_collections.items()}
    for records in read_collections.values():
        dataset.nodes |= records.nodes
    dataset.locales = _load_locales(folders, programme, problems)
    dataset.content = load_content(folders, programme.languages, problems)
    dataset.pages = page_names(folders, programme.languages)
    dataset.pictures = picture_names(folders, programme.languages)
    dataset.photographs = load_photographs(folders, problems)
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


def _load_collection(collection: Collection, folders: Folders, problems: list[Problem]) -> _Records:
    document = _read(folders, folders.data / collection.file, problems)
    records = _Records()
    if document.root is None:
        records.is_readable = False
        return records
    if not isinstance(document.root.value, list):
        problems.append(Problem(document.root.location, "not-a-list", "start-with-dash"))
        records.is_readable = False
        return records
    records.is_readable = not any(problem.rule in _LOSES_RECORDS for problem in document.problems)
    for node in document.root.value:
        problems.extend(_take_record(collection, node, records, document.reported))
    return records


def _take_record(collection: Collection, node: Node, records: _Records, reported: frozenset[Location]) -> Iterator[Problem]:
    if not isinstance(node.value, dict):
        records.is_readable = False
        if node.location not in reported:
            yield Problem(node.location, "not-a-record", "start-with-id", values={"found": written(node.plain())})
        return
    if node.is_merged:
        records.is_readable = False
        return
    record, faults = validate(collection.model, node, reported)
    yield from faults
    identity = record_id(node)
    if not identity:
        return
    if identity in records.ids:
        first = records.nodes[collection.name, identity].location
        where = node.at(("id",)).location
        yield Problem(where, "duplicate-id", "rename-one", identity, {"found": identity, "line": str(first.line)})
        return
    records.ids |= {identity, suggest_slug(identity)}  # a reference to the id that was meant is no fault of its own
    records.nodes[collection.name, identity] = node
    if record is not None:
        records.valid[identity] = record
    elif (part := validate_in_part(collection.model, node)) is not None and part.id == identity:
        records.partial[identity] = part


def _load_locales(folders: Folders, programme: Programme, problems: list[Problem]) -> dict[str, Locale]:
    locales: dict[str, Locale] = {}
    for language in programme.languages:
        document = _read(folders, folders.locales / f"{language}.yaml", problems)
        if document.root is not None:
            locale, faults = load_locale(language, document.root, document.reported)
            problems.extend(faults)
            if locale is not None:
                locales[language] = locale
    return locales


def _unknown_files(folders: Folders, languages: tuple[str, ...] | None) -> Iterator[Problem]:
    """A file under a wrong name, or in another folder, would be passed over in silence."""
    expected = {folders.data: [PROGRAMME.file, *(collection.file for collection in COLLECTIONS)]}
    if languages is not None:
        expected[folders.locales] = [f"{language}.yaml" for language in languages]
    for folder, known in expected.items():
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            is_elsewhere = name.startswith((f"{SCHEMA_FOLDER}/", f"{PHOTOS}/"))  # made by us; looked at in photos.py
            if path.is_file() and name not in known and not is_elsewhere and not path.name.startswith("."):
                values = {"found": name, "known": ", ".join(sorted(known))}
                yield Problem(Location(folders.name(path)), "unknown-file", "rename-file", values=values)
