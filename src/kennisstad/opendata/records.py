"""Records as they are served: the fields of the model, and what only a whole site can tell of them."""

from __future__ import annotations

from typing import Any

from kennisstad.addresses.open_data import schema_file
from kennisstad.addresses.routes import Addresses, photo_path
from kennisstad.model import PROGRAMME, Dataset, Event, Kinds, Photo, Photograph, Record, RecordKind
from kennisstad.model.photograph import FORMATS

VERSION = "1"
"""The number in `api/v1/`."""


def records_of(dataset: Dataset, kind: RecordKind) -> tuple[Record, ...]:
    """Gives the records of a kind, in the order of their file; of the programme itself there is one."""
    return (dataset.programme,) if kind is PROGRAMME else tuple(dataset.valid.get(kind.name, {}).values())


def page_kind_of(kinds: Kinds, kind: RecordKind) -> str:
    """Gives the name of the pages that records of a kind have of their own, or "" where they have none."""
    if kind is PROGRAMME:
        return "home"
    return kind.one if kind.one in kinds.by_name else ""


def head(dataset: Dataset, addresses: Addresses, schema: str, count: int) -> dict[str, Any]:
    """Gives what every file begins with: its schema, of which day and commit it is, under which licence, and how many follow."""
    return {
        "$schema": addresses.absolute(addresses.open_data(schema)),
        "day": dataset.day.isoformat(),
        "commit": dataset.commit or None,
        "licence": dataset.programme.licence,
        "count": count,
    }


def head_of(dataset: Dataset, addresses: Addresses, kind: RecordKind, count: int) -> dict[str, Any]:
    """Gives the head of a file with so many records of a kind."""
    return head(dataset, addresses, schema_file(kind), count)


def served(dataset: Dataset, addresses: Addresses, kind: RecordKind, record: Record) -> dict[str, Any]:
    """Gives a record as it is served: with the addresses of its page by language, and the pictures made of its photograph."""
    fields = whole(dataset, record).model_dump(mode="json")
    photo = getattr(record, "photo", None)
    if isinstance(photo, Photo):
        fields["photo"]["pictures"] = _pictures(dataset.photographs[photo.file], addresses)
    if isinstance(record, Event):
        fields |= _times(record, dataset.programme.time_zone)
    page = page_kind_of(dataset.kinds, kind)
    if page:
        languages = dataset.programme.languages
        fields["url"] = {code: addresses.absolute(addresses.page(page, code, record.id)) for code in languages}
    return fields


def whole(dataset: Dataset, record: Record) -> Record:
    """Gives a record that can be read alone: an event names the zone of its times, where that is the programme's too."""
    if isinstance(record, Event):
        return record.model_copy(update={"time_zone": record.zone(dataset.programme.time_zone).key})
    return record


def _times(event: Event, usual: str) -> dict[str, str]:
    """Gives the times of an event with their distance from UTC; of whole days nothing is added."""
    zone = event.zone(usual)
    times = {name: getattr(event, name) for name in ("start", "end", "moved_from")}
    return {name: time.at(zone).isoformat(timespec="minutes") for name, time in times.items() if time and time.has_time}


def _pictures(photograph: Photograph, addresses: Addresses) -> list[dict[str, Any]]:
    return [
        {
            "url": addresses.absolute(photo_path(photograph, width, format_name)),
            "type": f"image/{format_name}",
            "width": width,
            "height": height,
        }
        for format_name in FORMATS
        for width, height in photograph.sizes
    ]
