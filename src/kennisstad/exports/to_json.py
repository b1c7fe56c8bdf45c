"""The open data: JSON files under `api/v1/`, field names as in the model, texts in every language.

A published field keeps its name and meaning; a change that breaks that makes a `v2` beside it.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from kennisstad.addresses.routes import Addresses, photo_path
from kennisstad.exports.material import Files, Material
from kennisstad.model import PROGRAMME, Photo, Photograph, Record, RecordKind
from kennisstad.model.photograph import FORMATS


def files(material: Material) -> Files:
    """Gives a file for the programme and for each kind of records: UTF-8 text with the day that the site speaks from, a `count` and
    the records.

    The programme and every record that has pages of its own gives their addresses as `url`; a photograph gives its pictures.
    """
    for kind in (PROGRAMME, *material.dataset.kinds.records):
        yield material.addresses.open_data(f"{kind.stem}.json"), partial(_file, material, kind)


def _file(material: Material, kind: RecordKind) -> bytes:
    """Gives a file with a record on each line: short, quick to make, and a change of one record changes one line."""
    dataset = material.dataset
    of_kind = [dataset.programme] if kind is PROGRAMME else list(dataset.valid[kind.name].values())
    place = "home" if kind is PROGRAMME else kind.one if kind.one in dataset.kinds.by_name else ""
    lines = ",\n".join(json.dumps(_record(material, record, place), ensure_ascii=False) for record in of_kind)
    head = f'{{"day": "{dataset.day.isoformat()}", "count": {len(of_kind)}, "{kind.name}": ['
    return f"{head}\n{lines}\n]}}\n".encode()


def _record(material: Material, record: Record, place: str) -> dict[str, Any]:
    dataset, addresses = material.dataset, material.addresses
    fields = record.model_dump(mode="json")
    photo = getattr(record, "photo", None)
    if isinstance(photo, Photo):
        fields["photo"]["pictures"] = _pictures(dataset.photographs[photo.file], addresses)
    if place:
        languages = dataset.programme.languages
        fields["url"] = {code: addresses.absolute(addresses.page(place, code, record.id)) for code in languages}
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
