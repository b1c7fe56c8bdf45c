"""Every place that a source quotes exists in the document's own index of sections, rows and lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kennisstad.model import Dataset, LineRange, Section, Source
from kennisstad.model.walk import values_of
from kennisstad.problem import Location, Problem, nearest
from kennisstad.reading.source import Keys

Index = Mapping[str, Mapping[str, Section]]
"""The sections of each document, by their ids."""


def sources_exist(dataset: Dataset) -> Iterator[Problem]:
    """A source's document, section, row and lines exist.

    Passes: `{document: plan, section: chapter-1, row: "7a", lines: 12-14}` where chapter 1 has lines 10-20 and a row 7a.
    Fails: `{document: plan, section: chapter-9}`; `{document: plan, section: chapter-1, lines: 30}`.
    """
    index = {
        document.id: {section.id: section for _, section in values_of(Section, document)} for document in dataset.documents.values()
    }
    for collection, record in dataset.records():
        for keys, source in values_of(Source, record):
            yield from _problems(dataset, index, collection, record.id, keys, source)


def _problems(dataset: Dataset, index: Index, collection: str, record: str, keys: Keys, source: Source) -> Iterator[Problem]:
    def place(field: str) -> Location:
        return dataset.place(collection, record, (*keys, field))

    sections = index.get(source.document)
    if sections is None:
        known = sorted(dataset.ids.get("documents", {source.document}))
        if source.document not in known:
            yield _choice(place("document"), "unknown-document", record, source.document, known)
        return
    if source.section is None:
        return
    section = sections.get(source.section)
    if section is None:
        yield _choice(place("section"), "unknown-section", record, source.section, list(sections), document=source.document)
        return
    if source.row is not None and section.rows and source.row not in section.rows:
        yield _choice(place("row"), "unknown-row", record, source.row, list(section.rows), section=section.id)
    if _is_outside(section.lines, source.lines):
        values = {"found": source.lines.root if source.lines else "", "section": section.id}
        values["lines"] = section.lines.root if section.lines else ""
        yield Problem(place("lines"), "lines-outside-section", "see-document", record, values)


def _is_outside(section: LineRange | None, lines: LineRange | None) -> bool:
    return section is not None and lines is not None and not section.holds(lines)


def _choice(where: Location, rule: str, record: str, found: str, known: list[str], **more: str) -> Problem:
    suggestion = nearest(found, known)
    values = {"found": found, "suggestion": suggestion, "known": ", ".join(known), "file": "documents.yaml", **more}
    if rule == "unknown-document":
        return Problem(where, rule, "did-you-mean" if suggestion else "add-record", record, values)
    return Problem(where, rule, "did-you-mean-of" if suggestion else "choose", record, values)
