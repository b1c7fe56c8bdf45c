"""Every record that another one names exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from kennisstad.model import (
    PROGRAMME,
    Action,
    Addressed,
    Dataset,
    EditorialNote,
    Kinds,
    Newsletter,
    Part,
    Project,
    Reading,
    Record,
    SameWords,
    Text,
)
from kennisstad.model.ids import RefersTo
from kennisstad.model.records import Grouping
from kennisstad.model.walk import documents_named, models_in, values_of
from kennisstad.problem import Location, Problem, nearest
from kennisstad.reading.source import Keys
from kennisstad.rules.roles import ROLES
from kennisstad.text import suggest_slug

Reference = tuple[Keys, str, str]
"""Where it stands, the id it names, and the kind of records that id should be of."""

_WITH_A_SENTENCE = ("tracks", "themes", "partners", "projects", "documents", "figures", "governance")
"""Kinds of records of which the messages say in a sentence of its own that one does not exist."""


def references_exist(dataset: Dataset) -> Iterator[Problem]:
    """Names only records that exist.

    Passes: `leads: [lumc]`. Fails: `leads: [lmuc]`.
    """
    for collection, record in dataset.records():
        for keys, found, target in _references(record):
            known = dataset.ids.get(target)
            if known is not None and found not in known:
                yield unknown_record(dataset, dataset.place(collection, record.id, keys), record.id, found, target)
        yield from _agendas(dataset, collection, record)


def every_name(dataset: Dataset) -> frozenset[tuple[str, str]]:
    """Gives every kind and id that a record names, whether it is there or not."""
    records = [record for _, record in dataset.records()]
    named = {(target, found) for record in records for _, found, target in _references(record)}
    return frozenset(named | {("documents", document) for document in documents_named(records)})


def notes_name_records(dataset: Dataset) -> Iterator[Problem]:
    """A note is about records that exist.

    So do words that mean a record. Passes: `about: [project:biodivercity]`, `means: [partner:lumc]`. Fails:
    `about: [plan:biodivercity]`, `about: [project:biodivrcity]`.
    """
    for collection, note in dataset.records():
        for keys, name in _named_in(note):
            where = dataset.place(collection, note.id, keys)
            kind, colon, identity = name.partition(":")
            if not colon:
                yield Problem(where, "record-name", "write-record-name", note.id, {"found": name})
            elif kind not in dataset.kinds.named:
                yield _choice(where, "unknown-kind-of-record", note.id, kind, list(dataset.kinds.named))
            elif (known := dataset.ids.get(dataset.kinds.named[kind].name)) is not None and identity not in known:
                suggestion = nearest(identity, sorted(known))
                values = {"found": name, "suggestion": f"{kind}:{suggestion}", "file": dataset.kinds.named[kind].file}
                yield Problem(where, "unknown-record", "did-you-mean" if suggestion else "add-record", note.id, values)


def _named_in(record: Record) -> Iterator[tuple[Keys, str]]:
    if isinstance(record, EditorialNote):
        yield from _each(("about",), record.about)
    if isinstance(record, Newsletter):
        yield from _each(("changed",), record.changed)
    if isinstance(record, SameWords):
        yield from _each(("means",), record.means)


def readings_name_fields(dataset: Dataset) -> Iterator[Problem]:
    """A reading is of a field that its record has.

    Passes: `readings: [{field: status, …}]` in a project. Fails: `readings: [{field: stand, …}]`.
    """
    for collection, record in dataset.records():
        fields = list(type(record).model_fields)
        for keys, reading in values_of(Reading, record):
            if reading.field not in fields:
                where = dataset.place(collection, record.id, (*keys, "field"))
                yield _choice(where, "unknown-field-of-record", record.id, reading.field, fields)


def _references(record: Record) -> Iterator[Reference]:
    for keys, holder in values_of(Part, record):
        for field, target in fields_of(type(holder)).items():
            for where, identity in _each((*keys, field), getattr(holder, field)):
                # A project that names itself as its partner is a fault of its own: `nothing_refers_to_itself` tells of that.
                if field not in ROLES or identity != record.id:
                    yield where, identity, target


@cache
def fields_of(part: type[BaseModel]) -> Mapping[str, str]:
    """Gives the fields of a class that name records, with the kind of those."""
    found = {name: refers_to((field.annotation, *field.metadata)) for name, field in part.model_fields.items()}
    return {name: kind for name, kind in found.items() if kind}


def refers_to(annotation: Any) -> str:
    """Gives the kind of records that an annotation names one or more of, or ""."""
    if isinstance(annotation, RefersTo):
        return annotation.kind
    inside = annotation if isinstance(annotation, tuple) else (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    return next((kind for each in inside if (kind := refers_to(each))), "")


@cache
def fields_naming(kinds: Kinds) -> Mapping[str, str]:
    """Gives the kind of records that a field names; no two kinds of records use one name for different kinds."""
    parts = {part for kind in (PROGRAMME, *kinds.records) for part in models_in(kind.model)}
    return {field: kind for part in sorted(parts, key=lambda part: part.__name__) for field, kind in fields_of(part).items()}


def _each(keys: Keys, found: str | tuple[str, ...] | None) -> Iterator[tuple[Keys, str]]:
    if isinstance(found, str):
        yield keys, found
    for position, identity in enumerate(found if isinstance(found, tuple) else ()):
        yield (*keys, position), identity


def unknown_record(dataset: Dataset, where: Location, record: str, found: str, target: str) -> Problem:
    """Gives the problem that a record names one that is not there, with the one that was meant."""
    suggestion = called(dataset, target).get(suggest_slug(found)) or nearest(found, sorted(dataset.ids[target]))
    values = {"found": found, "suggestion": suggestion, "file": f"{target}.yaml"}
    rule = f"unknown-{target.removesuffix('s')}" if target in _WITH_A_SENTENCE else "unknown-record"
    return Problem(where, rule, "did-you-mean" if suggestion else "add-record", record, values)


def called(dataset: Dataset, target: str) -> dict[str, str]:
    """Gives the ids of a collection by what their records are called: whoever writes `[ul]` or the whole name means that one."""
    called = {}
    for identity, record in dataset.valid.get(target, {}).items():
        texts = (getattr(record, field, None) for field in ("title", "short_title", "name", "short_name"))
        names = [line for text in texts if isinstance(text, Text) for line in text.root.values()]
        called.update({suggest_slug(name): identity for name in (*names, *getattr(record, "aliases", ()), *_former(record))})
    return called


def _former(record: Record) -> tuple[str, ...]:
    """A record that was renamed is meant by its old id too."""
    return record.formerly if isinstance(record, Addressed) else ()


def _agendas(dataset: Dataset, collection: str, record: Record) -> Iterator[Problem]:
    """Codes, numbers and actions stand under an agenda that the programme names."""
    known = [agenda.id for agenda in dataset.programme.agendas]
    if not dataset.is_programme_whole:
        return
    for where, agenda in _agendas_of(dataset, collection, record):
        if agenda not in known:
            yield _choice(where, "unknown-agenda", record.id, agenda, known)


def _choice(where: Location, rule: str, record: str, found: str, known: list[str]) -> Problem:
    suggestion = nearest(found, known)
    values = {"found": found, "suggestion": suggestion, "known": ", ".join(known)}
    return Problem(where, rule, "did-you-mean-of" if suggestion else "choose", record, values)


def _agendas_of(dataset: Dataset, collection: str, record: Record) -> Iterator[tuple[Location, str]]:
    if isinstance(record, Action) and record.agenda:  # of a record with a mistake it may be missing
        yield dataset.place(collection, record.id, ("agenda",)), record.agenda
    field = "codes" if isinstance(record, Project) else "numbers"
    for agenda in getattr(record, field, ()) if isinstance(record, Project | Grouping) else ():
        yield dataset.key_place(collection, record.id, (field, agenda)), agenda
