"""The open data as tables: a CSV file of each kind of records, and a workbook of all of them in each language."""

from __future__ import annotations

from functools import partial

from kennisstad.addresses.open_data import kinds_served, table_file, workbook_file
from kennisstad.exports.columns import Table, table_of
from kennisstad.exports.comma_separated import comma_separated
from kennisstad.exports.material import Files, Material
from kennisstad.exports.workbook import workbook
from kennisstad.model import RecordKind


def files(material: Material) -> Files:
    """Gives the tables; what stands in them is made once for all."""
    tables = _Tables(material)
    path = material.addresses.open_data
    for kind in kinds_served(material.dataset):
        yield path(table_file(kind)), partial(tables.comma_separated, kind)
    for language in material.dataset.programme.languages:
        yield path(workbook_file(language)), partial(tables.workbook, language)


class _Tables:
    """The tables of a programme, each made when it is asked for first."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._made: dict[str, Table] = {}

    def comma_separated(self, kind: RecordKind) -> bytes:
        """Gives the file of a kind."""
        return comma_separated(kind, self._of(kind))

    def workbook(self, language: str) -> bytes:
        """Gives the workbook of a language."""
        kinds = kinds_served(self._material.dataset)
        return workbook(self._material, language, ((kind, self._of(kind)) for kind in kinds))

    def _of(self, kind: RecordKind) -> Table:
        if kind.name not in self._made:
            self._made[kind.name] = table_of(self._material, kind)
        return self._made[kind.name]
