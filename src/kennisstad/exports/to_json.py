"""The open data: JSON files under `api/v1/`, field names as in the model, texts in every language.

A published field keeps its name and meaning; a change that breaks that makes a `v2` beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kennisstad.model import Dataset, Photograph, Project, Record
from kennisstad.model.dataset import COLLECTIONS
from kennisstad.model.photograph import FORMATS
from kennisstad.urls import OPEN_DATA, SECTIONS, Addresses, Kind, photo_path

PAGES = {listing.value: single for listing, single in SECTIONS.items()}
"""The collections whose records have pages of their own."""


def to_json(dataset: Dataset, addresses: Addresses) -> dict[str, str]:
    """Gives the files by path: UTF-8 text, each with a `count` and the records.

    The programme and every record that has pages of its own gives their addresses as `url`; a photograph gives its pictures.
    """
    languages = dataset.programme.languages
    home = {language: addresses.absolute(addresses.home(language)) for language in languages}
    files = {"programme": _file("programme", [{**dataset.programme.model_dump(mode="json"), "url": home}])}
    for collection in COLLECTIONS:
        records: Mapping[str, Record] = getattr(dataset, collection.name)
        name = collection.file.removesuffix(".yaml")
        kind = PAGES.get(collection.name)
        files[name] = _file(collection.name, [_record(record, kind, dataset, addresses) for record in records.values()])
    return {f"{OPEN_DATA}/{name}.json": text for name, text in files.items()}


def _record(record: Record, kind: Kind | None, dataset: Dataset, addresses: Addresses) -> dict[str, Any]:
    fields = record.model_dump(mode="json")
    if isinstance(record, Project) and record.photo:
        fields["photo"]["pictures"] = _pictures(dataset.photographs[record.photo.file], addresses)
    if kind is not None:
        languages = dataset.programme.languages
        fields["url"] = {language: addresses.absolute(addresses.record(kind, record.id, language)) for language in languages}
    return fields


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


def _file(name: str, records: list[dict[str, Any]]) -> str:
    """Gives a file with a record on each line: short, quick to make, and a change of one record changes one line."""
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f'{{"count": {len(records)}, "{name}": [\n{lines}\n]}}\n'
