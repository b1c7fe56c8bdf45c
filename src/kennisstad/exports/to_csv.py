"""The open data as tables (RFC 4180: commas, CRLF), UTF-8 with a mark so that spreadsheets read the accents.

A record is one line that starts with its id, so that a script can pick lines. What codes mean stands in the last columns, in every
language: who opens a table wants to read it without looking up each id in another. Only a text can be taken for a formula, and then it
starts with an apostrophe; a number stays a number.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from kennisstad.addresses.open_data import kinds_served, table_file
from kennisstad.exports.columns import Cell, Column, columns_of
from kennisstad.exports.material import Files, Material
from kennisstad.model import RecordKind
from kennisstad.opendata.records import records_of

MARK = "\ufeff"
_FORMULA = re.compile(r"[\s\"'\u2018-\u201f\ufeff\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""What a spreadsheet may take for a formula: it passes over spaces and quotes, and knows the wide signs of Chinese and Japanese."""
_FIRST = {
    "projects": (
        "id title_* summary_* track status status_year leads partners intended_partners themes sdgs audiences places start end part_of"
        " checked url_* track_* status_* leads_* partners_* intended_partners_* themes_* audiences_* places_* part_of_*"
    ),
    "partners": "id name_* kind parent core_since unexplained link url_* parent_*",
    "figures": (
        "id value qualifier unit_* counts_* year until_year topic project partner note_* not_the_same_as sources project_* partner_*"
    ),
}
"""The columns that a table had when it was published first: they keep their places, and what came later stands behind them."""


def files(material: Material) -> Files:
    """Gives the table of the programme and of each kind of records."""
    for kind in kinds_served(material.dataset):
        yield material.addresses.open_data(table_file(kind)), partial(_table, material, kind)


def _table(material: Material, kind: RecordKind) -> bytes:
    columns = in_order(kind, columns_of(material, kind))
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow([column.name for column in columns])
    cells = [column.cell for column in columns]
    table.writerows([_cell(cell(record)) for cell in cells] for record in records_of(material.dataset, kind))
    return f"{MARK}{written.getvalue()}".encode()


def in_order(kind: RecordKind, columns: Sequence[Column]) -> list[Column]:
    """Gives columns in the order of a table: those that were there first, then fields, addresses, and words for codes."""
    first = _FIRST.get(kind.name, "id").split()

    def place(column: Column) -> tuple[int, int]:
        return (first.index(column.form) if column.form in first else len(first), 2 if column.is_label else column.field == "url")

    return sorted(columns, key=place)


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return str(value)
