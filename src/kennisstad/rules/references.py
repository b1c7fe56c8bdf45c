"""Every record that another one names exists."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset, Partner, Programme, Project, Record, Section, Source
from kennisstad.model.records import Agenda, Document, Grouping
from kennisstad.model.walk import values_of
from kennisstad.problem import Problem, nearest
from kennisstad.rules.roles import ROLES
from kennisstad.source import Keys

Reference = tuple[Keys, str, str]
"""Where it stands, the id it names, and the collection that id should be in."""


def references_exist(dataset: Dataset) -> Iterator[Problem]:
    """Names only records that exist.

    Passes: `leads: [lumc]`. Fails: `leads: [lmuc]`.
    """
    for collection, record in dataset.records():
        for keys, found, target in _references(record):
            known = dataset.ids.get(target)
            if known is not None and found not in known:
                yield _unknown(dataset, collection, record.id, keys, found, target, known)
        yield from _sections(dataset, collection, record)
        yield from _agendas(dataset, collection, record)


def _references(record: Record) -> Iterator[Reference]:
    for keys, source in values_of(Source, record):
        yield (*keys, "document"), source.document, "documents"
    match record:
        case Project():
            yield from _of_project(record)
        case Partner(parent=str(parent)):
            yield ("parent",), parent, "partners"
        case Document(publisher=str(publisher)):
            yield ("publisher",), publisher, "partners"
        case Programme():
            yield from _each(("highlights",), record.highlights, "projects")
            for keys, agenda in values_of(Agenda, record):
                yield (*keys, "document"), agenda.document, "documents"


def _of_project(project: Project) -> Iterator[Reference]:
    if project.track:
        yield ("track",), project.track, "tracks"
    if project.part_of:
        yield ("part_of",), project.part_of, "projects"
    yield from _each(("themes",), project.themes, "themes")
    yield from _each(("continues",), project.continues, "projects")
    for role in ROLES:
        for keys, found, target in _each((role,), getattr(project, role), "partners"):
            if found != project.id:  # a fault of its own: `nothing_refers_to_itself` tells of that
                yield keys, found, target


def _each(keys: Keys, found: tuple[str, ...], target: str) -> Iterator[Reference]:
    return (((*keys, position), identity, target) for position, identity in enumerate(found))


def _unknown(dataset: Dataset, collection: str, record: str, keys: Keys, found: str, target: str, known: frozenset[str]) -> Problem:
    suggestion = nearest(found, sorted(known))
    values = {"found": found, "suggestion": suggestion, "file": f"{target}.yaml"}
    hint = "did-you-mean" if suggestion else "add-record"
    return Problem(dataset.place(collection, record, keys), f"unknown-{target.removesuffix('s')}", hint, record, values)


def _sections(dataset: Dataset, collection: str, record: Record) -> Iterator[Problem]:
    """A source's section is one of its document's."""
    for keys, source in values_of(Source, record):
        document = dataset.documents.get(source.document)
        if document is None or source.section is None:
            continue
        known = [section.id for _, section in values_of(Section, document)]
        if source.section not in known:
            suggestion = nearest(source.section, known)
            values = {"found": source.section, "document": source.document, "suggestion": suggestion, "known": ", ".join(known)}
            where = dataset.place(collection, record.id, (*keys, "section"))
            yield Problem(where, "unknown-section", "did-you-mean-of" if suggestion else "choose", record.id, values)


def _agendas(dataset: Dataset, collection: str, record: Record) -> Iterator[Problem]:
    """Codes and numbers stand under an agenda that the programme names."""
    field, found = "", tuple[str, ...]()
    if isinstance(record, Project):
        field, found = "codes", tuple(record.codes)
    elif isinstance(record, Grouping):
        field, found = "numbers", tuple(record.numbers)
    known = [agenda.id for agenda in dataset.programme.agendas] if dataset.is_programme_whole else list(found)
    for agenda in found:
        if agenda not in known:
            suggestion = nearest(agenda, known)
            values = {"found": agenda, "suggestion": suggestion, "known": ", ".join(known)}
            where = dataset.key_place(collection, record.id, (field, agenda))
            yield Problem(where, "unknown-agenda", "did-you-mean-of" if suggestion else "choose", record.id, values)
