"""The open data as others list them: which files there are and of what kind, and what the page about them says to machines."""

from __future__ import annotations

from dataclasses import dataclass

from kennisstad.addresses.open_data import common_files
from kennisstad.model import PROGRAMME, Dataset, Programme
from kennisstad.views.edition import Edition
from kennisstad.views.page import Node
from kennisstad.views.structured import home_of, node, programme_named

_TYPES = {
    ".csv": ("text/csv", "CSV"),
    ".json": ("application/json", "JSON"),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
}
"""What files of data are, by how their name ends: the media type (IANA) and the code in the European Union's list of file types."""
CATALOG = "dcat.jsonld"
"""The file that catalogues read (`exports/to_dcat.py`)."""
_OF_ALL = ".xlsx"
"""A workbook has the tables of all kinds of records."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of open data, with its media type and its code in the European Union's list of file types."""

    name: str
    media_type: str
    file_type: str


def data_files(dataset: Dataset, of: str | None = None) -> tuple[DataFile, ...]:
    """Gives the files of open data that hold records, by name: all of them, or those `of` a kind ("" for those of all kinds).

    What only describes the data, such as a schema, is none; nor is the empty file of a kind that the programme has none of.
    """
    filled = (PROGRAMME, *(kind for kind in dataset.kinds.records if dataset.valid[kind.name]))
    kinds = {kind.stem: kind.name for kind in filled}
    found = []
    for name in sorted(common_files(dataset)):
        stem, dot, ending = name.partition(".")
        kind = "" if dot + ending == _OF_ALL else kinds.get(stem)
        if kind is not None and dot + ending in _TYPES and of in (None, kind):
            found.append(DataFile(name, *_TYPES[dot + ending]))
    return tuple(found)


def lacking(programme: Programme) -> tuple[str, ...]:
    """Gives the fields of the programme that catalogues still need; a contact counts that people can write to."""
    contact = programme.contact
    needed = {"licence": programme.licence, "contact": (contact.email or contact.link) if contact else None}
    return tuple(field for field, given in needed.items() if not given)


def open_data(edition: Edition, address: str) -> Node:
    """Gives the open data as one set, with every file as a way to get it; `address` is that of the page about it."""
    programme, addresses, name = edition.dataset.programme, edition.addresses, programme_named(edition)
    called = edition.text(programme.name).text
    files = [
        {
            "@type": "DataDownload",
            "contentUrl": addresses.absolute(addresses.open_data(file.name)),
            "encodingFormat": file.media_type,
        }
        for file in data_files(edition.dataset)
    ]
    return node(
        "Dataset",
        {
            "@id": home_of(edition, "open-data"),
            "name": edition.locale.say("data_set.title", programme=called),
            "description": edition.locale.say("data_set.description", programme=called),
            "url": address,
            "creator": name,
            "license": programme.licence,
            "isAccessibleForFree": True,
            "dateModified": edition.dataset.day.isoformat(),
            "inLanguage": list(programme.languages),
            "distribution": files,
            "includedInDataCatalog": None if lacking(programme) else {"@type": "DataCatalog", "url": addresses.absolute(CATALOG)},
        },
    )
