"""Every table in one workbook, for who works in a spreadsheet: dates are dates, numbers numbers, and texts never formulas.

A CSV file opens in one column where a program expects semicolons, as a Dutch Excel does, and takes 12.5 for a date there.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from itertools import count, islice
from typing import TYPE_CHECKING

from kennisstad.exports.columns import Cell, Table
from kennisstad.exports.material import Material
from kennisstad.model import Instant, Moment, RecordKind
from kennisstad.opendata.words import title_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL, LONGEST_NAME = 32_767, 31
"""Letters that a spreadsheet takes, as UTF-16 counts them."""
NARROWEST, WIDEST = 8, 50
"""The width of a column, in letters."""
FIRST_DATE = datetime.date(1900, 3, 1)
"""Before this day spreadsheets count differently; an older date stays a text."""
SHORT_DATE, DATE_AND_TIME = 14, 22
"""The built-in formats that each program writes as its country does."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_NOT_IN_FILES = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_RESERVED = "history"
"""A name that Excel keeps for itself."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(material: Material, language: str, tables: Iterable[tuple[RecordKind, Table]]) -> bytes:
    """Gives a workbook in a language, with a sheet for each kind."""
    made = _Workbook(material, language)
    made.tell_about()
    for kind, table in tables:
        made.fill(kind, table)
    return made.bytes()


class _Workbook:
    """The workbook of a language while it is made."""

    def __init__(self, material: Material, language: str) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - who only checks does not wait for it

        self._material, self._language = material, language
        self._dataset, self._locale = material.dataset, material.dataset.locales[language]
        self._written = io.BytesIO()
        self._book = Workbook(self._written, dict(_OPTIONS))
        self._bold = self._book.add_format({"bold": True})
        self._date, self._time = (self._book.add_format({"num_format": form}) for form in (SHORT_DATE, DATE_AND_TIME))
        self._names: set[str] = set()
        day = datetime.datetime.combine(self._dataset.day, datetime.time())
        self._title = material.pages.edition(language).text(self._dataset.programme.name).text
        # Made on the day that the data speak from: the same data give the same bytes.
        self._book.set_properties({"title": self._title, "created": day})

    def bytes(self) -> bytes:
        """Gives the whole workbook."""
        self._book.close()
        return self._written.getvalue()

    def tell_about(self) -> None:
        """Adds a sheet that tells whose data these are, of which day and commit, under which licence, and where to read more."""
        say, addresses = self._locale.say, self._material.addresses
        sheet = self._add(say("open_data.about"))
        told: tuple[tuple[str, Cell], ...] = (
            (say("open_data.whose"), self._title),
            (say("open_data.day"), Moment(self._dataset.day.isoformat())),
            (say("open_data.commit"), self._dataset.commit or None),
            (say("open_data.licence"), self._dataset.programme.licence or say("open_data.no_licence")),
            (say("open_data.explained"), addresses.absolute(addresses.page("open-data", self._language))),
        )
        for row, (name, value) in enumerate(told):
            sheet.write_string(row, 0, text_of_cell(name), self._bold)
            self._write(sheet, row, 1, value)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, WIDEST)

    def fill(self, kind: RecordKind, table: Table) -> None:
        """Adds the sheet of a kind: the columns of this language, with a head that stays in sight and can be filtered by."""
        columns = [(column, cells) for column, cells in table if column.language in ("", self._language)]
        sheet = self._add(title_of(self._locale, kind))
        for place, (column, cells) in enumerate(columns):
            sheet.write_string(0, place, column.name, self._bold)
            for row, value in enumerate(cells, start=1):
                self._write(sheet, row, place, value)
            longest = max((len(value) if isinstance(value, str) else NARROWEST for value in cells), default=0)
            sheet.set_column(place, place, min(max(len(column.name) + 4, longest, NARROWEST), WIDEST))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(columns[0][1]), 1), len(columns) - 1)

    def _add(self, title: str) -> Worksheet:
        name = sheet_name(title, self._names)
        self._names.add(name.lower())
        return self._book.add_worksheet(name)

    def _write(self, sheet: Worksheet, row: int, place: int, value: Cell) -> None:
        shown = _date_or_year(value) if isinstance(value, Moment) else _date_or_time(value) if isinstance(value, Instant) else value
        if isinstance(shown, bool):
            sheet.write_boolean(row, place, shown)
        elif isinstance(shown, int | Decimal):
            sheet.write_number(row, place, shown)
        elif isinstance(shown, datetime.date):
            sheet.write_datetime(row, place, shown, self._time if isinstance(shown, datetime.datetime) else self._date)
        elif shown:
            sheet.write_string(row, place, text_of_cell(shown))


def _date_or_year(moment: Moment) -> datetime.date | int | str:
    """Gives a day as a date, a year as a number, and a month, which is neither, as a text."""
    if len(moment.parts) == 1:
        return moment.year
    return moment.first_day if len(moment.parts) == 3 and moment.first_day >= FIRST_DATE else moment.root


def _date_or_time(instant: Instant) -> datetime.date:
    """Gives a time as clocks show it where it is; a spreadsheet knows no zones, and the column beside it names the zone."""
    time = datetime.datetime.fromisoformat(instant.root).replace(tzinfo=None)
    return time if instant.has_time else time.date()


def text_of_cell(text: str) -> str:
    """Gives as much of a text as fits in a cell, without what no file may hold."""
    if not text.isprintable():
        text = _NOT_IN_FILES.sub("", text)
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (LONGEST_CELL - 1)].decode("utf-16-le", "ignore") + "…"


def sheet_name(title: str, taken: Collection[str]) -> str:
    """Gives a name that a sheet may have, and that no other has: at most 31 letters, and not all of them are allowed."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:LONGEST_NAME].strip("' ") or "-"
    numbers = (f"{plain[: LONGEST_NAME - 4].rstrip()} {number}" for number in count(2))
    return next(name for name in (plain, *islice(numbers, len(taken) + 2)) if name.lower() not in {*taken, _RESERVED})
