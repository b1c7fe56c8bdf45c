"""The open data: JSON files under `api/v1/`, field names as in the model, texts in every language.

A published field keeps its name and meaning; a change that breaks that makes a `v2` beside it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from kennisstad.model import Dataset, Record
from kennisstad.urls import Addresses, Kind

FOLDER = "api/v1"


def to_json(dataset: Dataset, addresses: Addresses) -> dict[str, str]:
    """Gives the files by path: UTF-8 text, each with a `count` and the records, each record with its pages' addresses."""
    languages = dataset.programme.languages
    files = {"programme": _file("programme", [_record(dataset.programme, languages, addresses, addresses.home)])}
    for kind in (Kind.PROJECT, Kind.PARTNER, Kind.TRACK):
        name = f"{kind.value}s"
        records: Mapping[str, Record] = getattr(dataset, name)
        files[name] = _file(
            name, [_record(record, languages, addresses, _path(addresses, kind, record)) for record in records.values()]
        )
    return {f"{FOLDER}/{name}.json": text for name, text in files.items()}


def _path(addresses: Addresses, kind: Kind, record: Record) -> Callable[[str], str]:
    return lambda language: addresses.record(kind, record.id, language)


def _record(record: Record, languages: tuple[str, ...], addresses: Addresses, path: Callable[[str], str]) -> dict[str, Any]:
    pages = {language: addresses.absolute(path(language)) for language in languages}
    return {**record.model_dump(mode="json"), "url": pages}


def _file(name: str, records: list[dict[str, Any]]) -> str:
    return json.dumps({"count": len(records), name: records}, ensure_ascii=False, indent=1) + "\n"
