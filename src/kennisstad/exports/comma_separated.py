"""A table as comma-separated values (RFC 4180: commas, CRLF), UTF-8 with a mark so that spreadsheets read the accents.

A record is one line that starts with its id, so that a script can pick lines. What codes mean stands in the last columns, in every
language: who opens a table wants to read it without looking up each id in another. Only a text can be taken for a formula, and then
it starts with an apostrophe; a number stays a number.
"""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

from kennisstad.exports.columns import Cell, Column, Table
from kennisstad.model import Instant, Moment, RecordKind

MARK = "\ufeff"
_FORMULA = re.compile(r"[\s\"'\u2018-\u201f\ufeff\u200b-\u200f]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""What a spreadsheet may take for a formula: it passes over spaces and quotes, and knows the wide signs of Chinese and Japanese."""
_FIRST = {
    "projects": (
        *(
            "id",
            "title_*",
            "summary_*",
            "track",
            "status",
            "status_year",
            "leads",
            "partners",
            "intended_partners",
            "themes",
            "sdgs",
        ),
        *("audiences", "places", "start", "end", "part_of", "checked", "url_*", "track_*", "status_*", "leads_*", "partners_*"),
        *("intended_partners_*", "themes_*", "audiences_*", "places_*", "part_of_*"),
    ),
    "partners": ("id", "name_*", "kind", "parent", "core_since", "unexplained", "link", "url_*", "parent_*"),
    "figures": (
        *("id", "value", "qualifier", "unit_*", "counts_*", "year", "until_year", "topic", "project", "partner", "note_*"),
        *("not_the_same_as", "sources", "project_*", "partner_*"),
    ),
}
"""The columns that a table had when it was published first: they keep their places, and what came later stands behind them."""


def comma_separated(kind: RecordKind, table: Table) -> bytes:
    """Gives the file of a kind; it has a head where there are no records too."""
    columns = sorted(table, key=lambda column: _place(kind, column[0]))
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow([column.name for column, _ in columns])
    writer.writerows(zip(*([_cell(value) for value in cells] for _, cells in columns), strict=True))
    return f"{MARK}{written.getvalue()}".encode()


def _place(kind: RecordKind, column: Column) -> tuple[int, int]:
    """Gives where a column stands: those that were there first, then fields, addresses, and words for codes."""
    first = _FIRST.get(kind.name, ("id",))
    return first.index(column.form) if column.form in first else len(first), 2 if column.is_label else column.field == "url"


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment | Instant):
        return value.root
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return str(value)
