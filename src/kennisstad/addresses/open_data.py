"""What the files of open data are called, below the folder of their version."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import PROGRAMME, Dataset, RecordKind

INDEX, API = "index.json", "openapi.json"
"""What there is, for who follows links; and the same for programs that read OpenAPI."""
SCHEMAS = "schema"


def json_file(kind: RecordKind) -> str:
    """Gives the name of the file with all records of a kind."""
    return f"{kind.stem}.json"


def record_file(kind: RecordKind, identity: str) -> str:
    """Gives the name of the file with one record."""
    return f"{kind.stem}/{identity}.json"


def table_file(kind: RecordKind) -> str:
    """Gives the name of the table of a kind."""
    return f"{kind.stem}.csv"


def schema_file(kind: RecordKind) -> str:
    """Gives the name of the schema that the files of a kind fit."""
    return f"{SCHEMAS}/{kind.stem}.json"


def workbook_file(language: str) -> str:
    """Gives the name of the workbook with every table, in a language."""
    return f"tables-{language}.xlsx"


def kinds_served(dataset: Dataset) -> tuple[RecordKind, ...]:
    """Gives the programme, as a kind of which there is one, and the kinds of records."""
    return (PROGRAMME, *dataset.kinds.records)


def common_files(dataset: Dataset) -> Iterator[str]:
    """Gives the names of all files but those of single records."""
    yield from (INDEX, API, f"{SCHEMAS}/{INDEX}", *map(workbook_file, dataset.programme.languages), *dataset.kinds.tables)
    for kind in kinds_served(dataset):
        yield from (json_file(kind), table_file(kind), schema_file(kind))


def known_files(dataset: Dataset) -> frozenset[str] | None:
    """Gives the names of all files, which texts may link to; None where some records could not be read, so that nobody can tell."""
    if any(kind.name not in dataset.ids for kind in dataset.kinds.records):
        return None
    records = (record_file(kind, identity) for kind in dataset.kinds.records for identity in dataset.ids[kind.name])
    return frozenset((*common_files(dataset), *records))
