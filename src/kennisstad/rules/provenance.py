"""Everything can be looked up: facts name a document, sources a place in it, documents have an index, and lists are whole."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset, Record, Source
from kennisstad.model.programme import Agenda
from kennisstad.model.records import Document, DocumentKind, Section
from kennisstad.model.walk import documents_named, values_of
from kennisstad.problem import Problem, Severity, nearest

WITHOUT_SOURCE = ("documents", "charts", "audiences", "places", "synonyms", "redirects", "news", "events", "newsletters")
"""What sources are, what is made of figures that have their own, what editors sort projects by, what visitors type, and what the
programme tells itself.
"""


def facts_have_a_source(dataset: Dataset) -> Iterator[Problem]:
    """A record names at least one document, where the programme has any (advice: not everything that editors know is in one).

    Passes: `sources: [{document: plan, section: chapter-1}]`, also of a result or a reading. Fails: a project without any.
    """
    for collection, record in _whole(dataset) if dataset.documents else ():
        if collection not in WITHOUT_SOURCE and next(values_of(Source, record), None) is None:
            yield Problem(dataset.place(collection, record.id), "no-source", "add-source", record.id, severity=Severity.ADVICE)


def sources_say_where(dataset: Dataset) -> Iterator[Problem]:
    """A source tells the place in its document, as far as the document has an index (advice).

    Passes: `{document: plan, section: chapter-1, lines: 12-14}`; `{document: letter}` where the letter has no sections.
    Fails: `{document: plan}`; `{document: plan, section: chapter-1}` where chapter 1 has lines 10-40.
    """
    index = {document.id: {section.id: section for section in document.sections} for document in dataset.documents.values()}
    for collection, record in _whole(dataset):
        for keys, source in values_of(Source, record):
            sections = index.get(source.document, {})
            section = sections.get(source.section or "")
            has_place = source.lines is not None or source.row is not None
            if (sections and source.section is None) or (section and _has_index(section) and not has_place):
                where = dataset.place(collection, record.id, keys)
                values = {"found": source.section or source.document}
                yield Problem(where, "source-without-place", "add-place", record.id, values, Severity.ADVICE)


def documents_can_be_looked_up(dataset: Dataset) -> Iterator[Problem]:
    """A document that records name has a text or a link, and each of its sections has lines (advice).

    Passes: `text: plan.txt` or `link: https://…`, with sections that have `lines`. Fails: a section without; neither text nor link.
    """
    named = documents_named(record for _, record in dataset.records())
    for document in dataset.documents.values():
        if not named[document.id] or document.kind is not DocumentKind.DOCUMENT:
            continue
        if document.text is None and document.link is None:
            yield _without(dataset, document, (), "text")
        for position, section in enumerate(document.sections):
            if section.lines is None:
                yield _without(dataset, document, ("sections", position), "lines")


def codes_stand_in_their_agenda(dataset: Dataset) -> Iterator[Problem]:
    """A project's code in an agenda is a row of the agenda's document, where that document has rows.

    Passes: `codes: {agenda-2020: ["7a"]}` where the plan of 2020 has a row 7a. Fails: `codes: {agenda-2020: ["7b"]}`.
    """
    rows = {
        agenda.id: [row for section in _sections(dataset, agenda) for row in section.rows] for agenda in dataset.programme.agendas
    }
    for project in dataset.projects.values():
        for agenda, codes in project.codes.items():
            known = rows.get(agenda, [])
            for position, code in enumerate(codes if known else ()):
                if code not in known:
                    suggestion = nearest(code, known)
                    values = {"found": code, "agenda": agenda, "suggestion": suggestion, "known": ", ".join(known)}
                    where = dataset.place("projects", project.id, ("codes", agenda, position))
                    yield Problem(where, "unknown-code", "did-you-mean-of" if suggestion else "choose", project.id, values)


def rows_have_a_project(dataset: Dataset) -> Iterator[Problem]:
    """Every row of a list that projects have codes of is a code of a project (advice).

    Passes: rows 1 and 7a, and projects with `codes: {agenda-2020: ["1"]}` and `["7a"]`. Fails: no project has row 1.
    """
    for agenda in dataset.programme.agendas if dataset.is_whole else ():
        used = {code for project in dataset.projects.values() for code in project.codes.get(agenda.id, ())}
        for position, section in enumerate(_sections(dataset, agenda)):
            for row in section.rows if used.intersection(section.rows) else ():
                if row not in used:
                    where = dataset.place("documents", agenda.document, ("sections", position, "rows", section.rows.index(row)))
                    values = {"found": row, "agenda": agenda.id}
                    yield Problem(where, "row-without-project", "add-code", agenda.document, values, Severity.ADVICE)


def look_alikes_know_each_other(dataset: Dataset) -> Iterator[Problem]:
    """A figure that is not the same as another is told so at the other too (advice).

    Passes: `not_the_same_as: [b]` at figure a, `not_the_same_as: [a]` at figure b. Fails: only one of the two.
    """
    for figure in dataset.figures.values():
        for position, name in enumerate(figure.not_the_same_as):
            other = dataset.figures.get(name)
            if other is not None and figure.id not in other.not_the_same_as:
                where = dataset.place("figures", figure.id, ("not_the_same_as", position))
                yield Problem(where, "one-sided", "tell-both", figure.id, {"found": name}, Severity.ADVICE)


def _whole(dataset: Dataset) -> Iterator[tuple[str, Record]]:
    """Gives the records that could be read in full; of the others more is told already."""
    for collection, record in dataset.records():
        if record.id not in dataset.partial.get(collection, {}) and (collection != "programme" or dataset.is_programme_whole):
            yield collection, record


def _sections(dataset: Dataset, agenda: Agenda) -> tuple[Section, ...]:
    document = dataset.documents.get(agenda.document)
    return document.sections if document else ()


def _has_index(section: Section) -> bool:
    return section.lines is not None or bool(section.rows)


def _without(dataset: Dataset, document: Document, keys: tuple[str | int, ...], field: str) -> Problem:
    where = dataset.place("documents", document.id, keys)
    return Problem(where, "no-index", "add-field", document.id, {"field": field}, Severity.ADVICE)
