"""The real data: no record is lost, and every quoted place exists in the documents' own index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from kennisstad.model import Dataset, Section, Source
from kennisstad.model.walk import values_of

PLACE = "tests/site/test_records.py"
APPENDIX = ("bijlage-2", 54)
"""Appendix 2 of the evaluation has 54 rows; five of one row's parts have codes of their own (4b.1 to 4b.5)."""


def assert_none_fewer(counted: Mapping[str, int], known: Mapping[str, int]) -> None:
    """Who adds a record changes nothing here; who takes one away or gives it another track or status is asked if that was meant."""
    fewer = [f"{name or '-'}: {number} → {counted.get(name, 0)}" for name, number in known.items() if counted.get(name, 0) < number]

    assert fewer == [], (
        f"Er zijn er minder dan eerst: {', '.join(fewer)}. Was dat de bedoeling? Zet het nieuwe getal dan onder in {PLACE}. / "
        f"There are fewer than before. Was that meant? Then put the new number at the foot of {PLACE}."
    )


def test_no_record_is_lost(real: Dataset) -> None:
    assert_none_fewer({name: len(getattr(real, name)) for name in COUNTS}, COUNTS)


def test_no_project_changes_track_unnoticed(real: Dataset) -> None:
    assert_none_fewer(Counter(project.track or "" for project in real.projects.values()), TRACKS)


def test_no_project_changes_status_unnoticed(real: Dataset) -> None:
    assert_none_fewer(Counter(project.status.value for project in real.projects.values()), STATUSES)


def test_no_project_loses_its_document_unnoticed(real: Dataset) -> None:
    named = Counter(
        document for project in real.projects.values() for document in {source.document for _, source in values_of(Source, project)}
    )

    assert_none_fewer(named, DOCUMENTS)


@pytest.mark.parametrize(
    ("agenda", "document", "section"),
    [("agenda-2017", "overeenkomst-2017", "bijlage-1"), ("agenda-2021", "evaluatie-2021", "bijlage-2")],
)
def test_every_row_of_an_agenda_has_a_project_and_no_code_is_made_up(
    real: Dataset, agenda: str, document: str, section: str
) -> None:
    rows = next(found.rows for _, found in values_of(Section, real.documents[document]) if found.id == section)
    codes = [code for project in real.projects.values() for code in project.codes.get(agenda, ())]

    assert sorted(set(codes)) == sorted(rows)


def test_the_list_of_2021_has_54_rows(real: Dataset) -> None:
    section, number = APPENDIX
    rows = next(found.rows for _, found in values_of(Section, real.documents["evaluatie-2021"]) if found.id == section)

    assert len([row for row in rows if "." not in row]) == number


def test_every_source_tells_where_in_its_document(real: Dataset) -> None:
    """A section and lines, or a row of a table; the check itself looks whether they exist."""
    vague = [
        f"{collection}/{record.id} {keys}"
        for collection, record in real.records()
        for keys, source in values_of(Source, record)
        if source.section is None or (source.lines is None and source.row is None)
    ]

    assert vague == []


def test_every_record_has_a_source(real: Dataset) -> None:
    without = [
        f"{collection}/{record.id}"
        for collection, record in real.records()
        if collection not in ("documents", "charts") and not any(True for _ in values_of(Source, record))
    ]

    assert without == []


def test_documents_have_an_index_of_lines(real: Dataset) -> None:
    for document in real.documents.values():
        assert document.text
        assert all(section.lines for section in document.sections), document.id


def test_look_alike_figures_know_each_other(real: Dataset) -> None:
    one_sided = [
        (figure.id, other)
        for figure in real.figures.values()
        for other in figure.not_the_same_as
        if figure.id not in real.figures[other].not_the_same_as
    ]

    assert one_sided == []


COUNTS: dict[str, int] = {
    "projects": 209,
    "partners": 155,
    "tracks": 5,
    "themes": 3,
    "documents": 5,
    "figures": 128,
    "charts": 5,
    "timeline": 102,
    "governance": 7,
    "people": 16,
    "actions": 17,
    "editorial_notes": 117,
    "left_out": 77,
}
TRACKS: dict[str, int] = {
    "campus": 26,
    "onderwijs": 37,
    "internationaal": 24,
    "stad-als-lab": 70,
    "leefstijl": 30,
    "": 22,
}
STATUSES: dict[str, int] = {
    "completed": 15,
    "exploring": 13,
    "planned": 37,
    "running": 89,
    "stopped": 2,
    "unknown": 53,
}
DOCUMENTS: dict[str, int] = {
    "evaluatie-2021": 181,
    "overeenkomst-2017": 57,
    "jaarstukken-2020": 27,
    "begroting-2023": 36,
    "ontwikkelingsvisie": 7,
}
