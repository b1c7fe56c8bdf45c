"""Records as rows: which columns a kind has follows from its model, so that a new field needs no more than the model.

A text is a column for each language. What names another record, or is chosen from a list, is a column with the code, and one for
each language with what that is called. A list of parts (results, sources) is told: how many there are, and in each language what
they say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from kennisstad.exports.material import Material
from kennisstad.exports.spoken import BETWEEN, Spoken, plain
from kennisstad.model import Instant, Moment, RecordKind, Text
from kennisstad.model.base import Part, Source
from kennisstad.model.values import LanguageCode
from kennisstad.opendata.records import page_kind_of, records_of, whole
from kennisstad.opendata.shapes import Shape, shapes_of

Cell = str | int | Decimal | bool | Moment | Instant | None
Value = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: what it says of a record. `language` is "" where it says the same to everybody."""

    field: str
    cell: Callable[[Any], Cell]
    language: str = ""
    is_label: bool = False
    """Whether it says in words what stands as a code or a number in another column."""

    @property
    def name(self) -> str:
        """What stands above it: `title_nl`."""
        return f"{self.field}_{self.language}" if self.language else self.field

    @property
    def form(self) -> str:
        """Its name with a star for the language: `title_*`."""
        return f"{self.field}_*" if self.language else self.field


Table = list[tuple[Column, list[Cell]]]
"""Columns with what each says of every record."""


def table_of(material: Material, kind: RecordKind) -> Table:
    """Gives the records of a kind as a table."""
    records = [whole(material.dataset, record) for record in records_of(material.dataset, kind)]
    return [(column, [column.cell(record) for record in records]) for column in columns_of(material, kind)]


def columns_of(material: Material, kind: RecordKind) -> list[Column]:
    """Gives the columns of a kind in the order of its model, words behind what they explain, the addresses of pages last."""
    spoken = {code: Spoken(material.pages.edition(code)) for code in material.dataset.programme.languages}
    return [*_Maker(spoken).of(kind.model, "", lambda record: record), *_addresses(material, kind)]


def _addresses(material: Material, kind: RecordKind) -> Iterator[Column]:
    addresses, page = material.addresses, page_kind_of(material.dataset.kinds, kind)

    def address(language: str, record: Any) -> str:
        return addresses.absolute(addresses.page(page, language, record.id))

    for code in material.dataset.programme.languages if page else ():
        yield Column("url", partial(address, code), code)


class _Maker:
    """Makes the columns of a model from the shapes of its fields."""

    def __init__(self, spoken: Mapping[str, Spoken]) -> None:
        self._spoken = spoken

    def of(self, model: type[BaseModel], before: str, holder: Value) -> Iterator[Column]:
        """Gives the columns of all fields; `holder` gives the part of a record that has them, or None."""
        for name, shape in shapes_of(model).items():
            yield from self._columns(f"{before}{name}", shape, partial(_field, attrgetter(name), holder))

    def _columns(self, name: str, shape: Shape, value: Value) -> Iterator[Column]:
        if shape.holds(Text) or shape.key == LanguageCode:
            yield from self._in_each_language(name, lambda one, code: partial(_written, shape, code, value))
        elif shape.holds(Source):
            yield Column(name, lambda record: " ".join(map(_place, value(record) or ())))
            yield from self._labels(name, shape, value)
        elif shape.holds(Part) and shape.key is None and not shape.is_many:
            yield from self.of(shape.base, f"{name}_", value)
        elif shape.holds(Part):
            yield Column(name, lambda record: len(value(record) or ()))
            yield from self._labels(name, shape, value)
        else:
            yield Column(name, lambda record: _cell(shape, value(record)))
            if shape.refers_to or (shape.chosen_from and all(one.has_words_for(shape) for one in self._spoken.values())):
                yield from self._labels(name, shape, value)

    def _labels(self, name: str, shape: Shape, value: Value) -> Iterator[Column]:
        def made(spoken: Spoken, code: str) -> Callable[[Any], Cell]:
            return lambda record: spoken.said(shape, value(record))

        return self._in_each_language(name, made, is_label=True)

    def _in_each_language(
        self, name: str, made: Callable[[Spoken, str], Callable[[Any], Cell]], is_label: bool = False
    ) -> Iterator[Column]:
        return (Column(name, made(spoken, code), code, is_label) for code, spoken in self._spoken.items())


def _field(get: Value, holder: Value, record: Any) -> Any:
    part = holder(record)
    return None if part is None else get(part)


def _written(shape: Shape, language: str, value: Value, record: Any) -> Cell:
    """Gives what somebody wrote in a language, and nothing where they did not."""
    found = value(record)
    if found is None:
        return None
    if shape.key is not None:
        lines = found.get(language, ()) if shape.key == LanguageCode else _texts_by_key(found, language)
        return BETWEEN.join(map(_line, lines))
    return BETWEEN.join(filter(None, (plain(one, language) for one in found))) if shape.is_many else plain(found, language)


def _texts_by_key(found: Mapping[str, Text], language: str) -> list[str]:
    return [f"{key}: {text}" for key, one in found.items() if (text := plain(one, language))]


def _cell(shape: Shape, value: Any) -> Cell:
    """Gives a value that is the same in every language as what a table can hold."""
    if isinstance(value, Mapping):
        return BETWEEN.join(f"{key}: {_joined(shape, one) if shape.is_many else one}" for key, one in value.items())
    if shape.is_many:
        return _joined(shape, value or ())
    return value if value is None or isinstance(value, bool | int | Decimal | Moment | Instant) else _line(value)


def _joined(shape: Shape, values: Any) -> str:
    between = BETWEEN if shape.is_free and not shape.refers_to else " "
    return between.join(map(_line, values))


def _line(value: Any) -> str:
    """Gives a value on one line; who typed it may have broken it."""
    return " ".join(str(getattr(value, "root", value)).split())


def _place(source: Source) -> str:
    """Gives a source as a code: the document, with the lines or the row where it names these."""
    where = source.lines.root if source.lines else source.row
    return f"{source.document}:{where}" if where else source.document
