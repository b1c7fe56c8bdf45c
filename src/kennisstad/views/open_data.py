"""The page about the open data, made from the model: what there is, what each field means, and what who builds on it may expect."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kennisstad.addresses.open_data import API, INDEX, json_file, kinds_served, record_file, schema_file, table_file, workbook_file
from kennisstad.model import PROGRAMME, RecordKind
from kennisstad.model.base import Part
from kennisstad.model.choices import ChosenFrom
from kennisstad.model.content import CONTACT
from kennisstad.model.walk import models_in
from kennisstad.opendata.records import page_kind_of, records_of, served
from kennisstad.opendata.schema import HEAD
from kennisstad.opendata.shapes import Shape, shapes_of
from kennisstad.opendata.words import meaning_of, title_of
from kennisstad.views.components import LinkView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.texts import direction

LONGEST_LINE, LONGEST_LIST = 44, 1
"""Letters and items of which an example shows no more."""
_MORE: Mapping[str, tuple[str, ...]] = {"Photo": ("pictures",)}
"""What is served of a part besides the fields of the model."""


@view
class FieldView:
    """A field: its name, what it means, what it is chosen from (""), and the part of a record that it holds (""), by its anchor."""

    name: str
    meaning: TextView
    values: str
    part: str
    anchor: str


@view
class PartView:
    """A part that records of several kinds have, with its fields."""

    anchor: str
    name: str
    fields: tuple[FieldView, ...]


@view
class KindOfData:
    """A kind of records: what it is, how many there are, where they are, and their fields."""

    title: str
    number: str
    what: str
    files: tuple[LinkView, ...]
    schema: LinkView
    fields: tuple[FieldView, ...]


@view
class WorkbookView:
    """The workbook in a language, with the name of that language in itself."""

    link: LinkView
    language: TextView


@view
class OpenDataView(View):
    """The open data; `one` is where one record is, None where there are none; `example` shows that record."""

    workbooks: tuple[WorkbookView, ...]
    ways: tuple[LinkView, ...]
    """What there is, for programs."""
    one: LinkView | None
    example: str
    head: tuple[FieldView, ...]
    kinds: tuple[KindOfData, ...]
    parts: tuple[PartView, ...]
    licence: str
    contact: LinkView | None
    form: LinkView | None
    """Where the data are changed."""


def open_data_view(edition: Edition) -> OpenDataView:
    """Gives the page about the open data."""
    dataset = edition.dataset
    kinds = [kind for kind in kinds_served(dataset) if records_of(dataset, kind)]
    shown, fields = _most_telling(kinds), _Fields(edition, _parts(kinds))
    return OpenDataView(
        workbooks=_workbooks(edition),
        ways=(_file(edition, INDEX), _file(edition, API)),
        one=_file(edition, record_file(shown, records_of(dataset, shown)[0].id)) if shown else None,
        example=_example(edition, shown) if shown else "",
        head=tuple(fields.one("", name, Shape(str)) for name in HEAD),
        kinds=tuple(_kind(edition, kind, fields) for kind in kinds),
        parts=tuple(PartView(_anchor(part), part.__name__, fields.of(part)) for part in fields.parts),
        licence=dataset.programme.licence or "",
        contact=edition.links.page(CONTACT),
        form=edition.links.maybe("edit"),
    )


def _file(edition: Edition, name: str) -> LinkView:
    return LinkView(TextView(name), edition.addresses.open_data(name))


def _workbooks(edition: Edition) -> tuple[WorkbookView, ...]:
    """Gives the workbook of the page's own language first."""
    codes = edition.dataset.programme.languages
    return tuple(_workbook(edition, code) for code in sorted(codes, key=lambda code: code != edition.language))


def _workbook(edition: Edition, code: str) -> WorkbookView:
    name, turned = edition.in_language(code).locale.name, direction(code) if direction(code) != edition.direction else ""
    return WorkbookView(_file(edition, workbook_file(code)), TextView(name, code if code != edition.language else "", turned))


def _most_telling(kinds: Iterable[RecordKind]) -> RecordKind | None:
    """Gives the kind whose records have most fields; of the programme there is only one."""
    others = (kind for kind in kinds if kind is not PROGRAMME)
    return max(others, key=lambda kind: len(kind.model.model_fields), default=None)


def _kind(edition: Edition, kind: RecordKind, fields: _Fields) -> KindOfData:
    number = len(records_of(edition.dataset, kind))
    return KindOfData(
        title=title_of(edition.locale, kind),
        number=edition.locale.number(number) if kind is not PROGRAMME else "",
        what=edition.locale.words.get(f"open_data.what.{kind.name}", ""),
        files=(_file(edition, table_file(kind)), _file(edition, json_file(kind))),
        schema=_file(edition, schema_file(kind)),
        fields=fields.of(kind.model, ("url",) if page_kind_of(edition.dataset.kinds, kind) else ()),
    )


def _parts(kinds: Iterable[RecordKind]) -> list[type[Part]]:
    """Gives the parts of records, by name; those that only the programme has, which is one, are told by its schema."""
    own = {kind.model for kind in kinds if kind is not PROGRAMME}
    found = {part for model in own for part in models_in(model) if issubclass(part, Part) and part not in own}
    return sorted(found, key=lambda part: part.__name__)


def _anchor(part: type[Part]) -> str:
    return f"part-{part.__name__.lower()}"


class _Fields:
    """Tells the fields of records and of their parts; `parts` are those that the page tells of."""

    def __init__(self, edition: Edition, parts: list[type[Part]]) -> None:
        self._edition, self.parts = edition, parts

    def of(self, model: type[Part], more: Iterable[str] = ()) -> tuple[FieldView, ...]:
        """Gives the fields of a model, and what is served besides."""
        added = (*more, *_MORE.get(model.__name__, ()))
        shapes = (*shapes_of(model).items(), *((name, Shape(str)) for name in added))
        return tuple(self.one(model.__name__, name, shape) for name, shape in shapes)

    def one(self, part: str, name: str, shape: Shape) -> FieldView:
        """Gives a field of a part."""
        edition = self._edition
        told = meaning_of(edition.locale, part, name)
        turned = direction(told.language) if told.language and direction(told.language) != edition.direction else ""
        holds = shape.base if shape.base in self.parts else None
        return FieldView(
            name=name,
            meaning=TextView(told.text, told.language, turned),
            values=", ".join(_values(edition, shape)),
            part=holds.__name__ if holds else "",
            anchor=_anchor(holds) if holds else "",
        )


def _values(edition: Edition, shape: Shape) -> tuple[str, ...]:
    chosen = shape.chosen_from
    if isinstance(chosen, ChosenFrom):
        return edition.dataset.choices.of(chosen.list)
    return tuple(str(one.value) for one in chosen) if chosen else ()


def _example(edition: Edition, kind: RecordKind) -> str:
    """Gives the first record of a kind as it is served, without what is empty, and shorter."""
    record = served(edition.dataset, edition.addresses, kind, records_of(edition.dataset, kind)[0])
    return json.dumps(dict(_shortened(record)), ensure_ascii=False, indent=2)


def _shortened(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((name, _short(value)) for name, value in fields.items() if value not in (None, [], {}))


def _short(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= LONGEST_LINE else f"{value[: LONGEST_LINE - 1].rstrip()}…"
    if isinstance(value, list):
        return [_short(item) for item in value[:LONGEST_LIST]]
    return dict(_shortened(value)) if isinstance(value, dict) else value
