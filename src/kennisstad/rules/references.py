"""Every record that another one names exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kennisstad.model import (
    Accessibility,
    Action,
    Bar,
    Chart,
    Dataset,
    EditorialNote,
    Event,
    Figure,
    LeftOut,
    Part,
    Partner,
    Programme,
    Project,
    Reading,
    Record,
    Text,
)
from kennisstad.model.dataset import COLLECTIONS
from kennisstad.model.programme import Agenda
from kennisstad.model.records import Document, Grouping
from kennisstad.model.register import Body, Office
from kennisstad.model.walk import values_of
from kennisstad.problem import Location, Problem, nearest
from kennisstad.rules.roles import ROLES
from kennisstad.source import Keys
from kennisstad.text import suggest_slug

Reference = tuple[Keys, str, str]
"""Where it stands, the id it names, and the collection that id should be in."""
REFERENCES: Mapping[type[Part], Mapping[str, str]] = {
    Project: {
        "track": "tracks",
        "themes": "themes",
        "part_of": "projects",
        "continues": "projects",
        **dict.fromkeys(ROLES, "partners"),
    },
    Partner: {"parent": "partners"},
    Document: {"publisher": "partners"},
    Programme: {"highlights": "projects", "headline_figures": "figures"},
    Accessibility: {"organisation": "partners"},
    Bar: {"figure": "figures"},
    Agenda: {"document": "documents"},
    Figure: {"project": "projects", "partner": "partners", "not_the_same_as": "figures"},
    Event: {"projects": "projects", "partners": "partners"},
    Body: {"answers_to": "governance"},
    Office: {"organisation": "partners", "body": "governance"},
    Action: {"projects": "projects", "themes": "themes"},
}
"""The fields that name another record, and the collection it is in."""
KINDS = {item.model.__name__.lower(): item.name for item in COLLECTIONS if item.model not in (Chart, EditorialNote, LeftOut)}
"""The kinds of records as notes name them (`project:…`), and the collection each is in."""


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


def notes_name_records(dataset: Dataset) -> Iterator[Problem]:
    """A note is about records that exist.

    Passes: `about: [project:biodivercity]`. Fails: `about: [plan:biodivercity]`, `about: [project:biodivrcity]`.
    """
    for collection, note in dataset.records():
        for position, name in enumerate(note.about if isinstance(note, EditorialNote) else ()):
            where = dataset.place(collection, note.id, ("about", position))
            kind, colon, identity = name.partition(":")
            if not colon:
                yield Problem(where, "record-name", "write-record-name", note.id, {"found": name})
            elif kind not in KINDS:
                yield _choice(where, "unknown-kind-of-record", note.id, kind, list(KINDS))
            elif (known := dataset.ids.get(KINDS[kind])) is not None and identity not in known:
                suggestion = nearest(identity, sorted(known))
                values = {"found": name, "suggestion": f"{kind}:{suggestion}", "file": f"{KINDS[kind].replace('_', '-')}.yaml"}
                yield Problem(where, "unknown-record", "did-you-mean" if suggestion else "add-record", note.id, values)


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
        for field, target in _fields_of(type(holder)).items():
            for where, identity in _each((*keys, field), getattr(holder, field)):
                # A project that names itself as its partner is a fault of its own: `nothing_refers_to_itself` tells of that.
                if field not in ROLES or identity != record.id:
                    yield where, identity, target


@cache
def _fields_of(part: type[Part]) -> Mapping[str, str]:
    """Gives the fields of a class that name records; a record read in part is of a class below its own."""
    return next((fields for known, fields in REFERENCES.items() if issubclass(part, known)), {})


def _each(keys: Keys, found: str | tuple[str, ...] | None) -> Iterator[tuple[Keys, str]]:
    if isinstance(found, str):
        yield keys, found
    for position, identity in enumerate(found if isinstance(found, tuple) else ()):
        yield (*keys, position), identity


def unknown_record(dataset: Dataset, where: Location, record: str, found: str, target: str) -> Problem:
    """Gives the problem that a record names one that is not there, with the one that was meant."""
    suggestion = _called(dataset, target).get(suggest_slug(found)) or nearest(found, sorted(dataset.ids[target]))
    values = {"found": found, "suggestion": suggestion, "file": f"{target}.yaml"}
    hint = "did-you-mean" if suggestion else "add-record"
    return Problem(where, f"unknown-{target.removesuffix('s')}", hint, record, values)


def _called(dataset: Dataset, target: str) -> dict[str, str]:
    """Gives the ids of a collection by what their records are called: whoever writes `[ul]` or the whole name means that one."""
    called = {}
    for identity, record in getattr(dataset, target).items():
        texts = (getattr(record, field, None) for field in ("title", "short_title", "name", "short_name"))
        names = [line for text in texts if isinstance(text, Text) for line in text.root.values()]
        called.update({suggest_slug(name): identity for name in (*names, *getattr(record, "aliases", ()))})
    return called


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
    if isinstance(record, Action):
        yield dataset.place(collection, record.id, ("agenda",)), record.agenda
    field = "codes" if isinstance(record, Project) else "numbers"
    for agenda in getattr(record, field, ()) if isinstance(record, Project | Grouping) else ():
        yield dataset.key_place(collection, record.id, (field, agenda)), agenda
