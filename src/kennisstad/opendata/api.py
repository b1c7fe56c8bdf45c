"""What there is, for programs: a list that tells where everything is, and the same as OpenAPI 3.1."""

from __future__ import annotations

from typing import Any

from kennisstad.addresses import open_data as files
from kennisstad.addresses.routes import Addresses
from kennisstad.model import PROGRAMME, Dataset
from kennisstad.opendata.records import VERSION, head, records_of
from kennisstad.opendata.words import title_of, titles_of

OPENAPI = "3.1.1"
PAGE = "open-data"
"""The page that explains the data."""
_SLUG = "^[a-z0-9-]+$"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def index(dataset: Dataset, addresses: Addresses) -> dict[str, Any]:
    """Gives the list of what there is: of each kind its name, its number and its addresses."""
    languages, kinds = dataset.programme.languages, files.kinds_served(dataset)

    def address(file: str) -> str:
        return addresses.absolute(addresses.open_data(file))

    return {
        **head(dataset, addresses, f"{files.SCHEMAS}/{files.INDEX}", len(kinds)),
        "openapi": address(files.API),
        "page": {code: addresses.absolute(addresses.page(PAGE, code)) for code in languages},
        "tables": {code: address(files.workbook_file(code)) for code in languages},
        "kinds": [
            {
                "name": kind.name,
                "title": titles_of(dataset, kind),
                "count": len(records_of(dataset, kind)),
                "json": address(files.json_file(kind)),
                "csv": address(files.table_file(kind)),
                "schema": address(files.schema_file(kind)),
                "record": None if kind is PROGRAMME else address(files.record_file(kind, "{id}")),
            }
            for kind in kinds
        ],
    }


def openapi(dataset: Dataset, addresses: Addresses) -> dict[str, Any]:
    """Gives the description of every address that programs may ask for."""
    default = dataset.programme.default_language
    paths: dict[str, Any] = {f"/{files.INDEX}": _get("index", "What there is", _fits(f"{files.SCHEMAS}/{files.INDEX}"))}
    for kind in files.kinds_served(dataset):
        title, whole = title_of(dataset.locales[default], kind), _fits(files.schema_file(kind))
        paths[f"/{files.json_file(kind)}"] = _get(f"{kind.name}_all", title, whole, tag=kind.name)
        paths[f"/{files.table_file(kind)}"] = _get(f"{kind.name}_table", title, _of_type("text/csv"), tag=kind.name)
        if kind is not PROGRAMME:
            one = {**_get(f"{kind.name}_one", title, whole, tag=kind.name, may_lack=True), "parameters": [_ID]}
            paths[f"/{files.record_file(kind, '{id}')}"] = one
    for code in dataset.programme.languages:
        paths[f"/{files.workbook_file(code)}"] = _get(f"tables_{code}", f"All tables ({code})", _of_type(_WORKBOOK))
    return {
        "openapi": OPENAPI,
        "info": _info(dataset),
        "servers": [{"url": addresses.absolute(addresses.open_data("")).rstrip("/")}],
        "paths": paths,
    }


_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": _SLUG}}


def _info(dataset: Dataset) -> dict[str, Any]:
    programme, default = dataset.programme, dataset.programme.default_language
    info: dict[str, Any] = {
        "title": programme.name.in_language(default),
        "version": VERSION,
        "description": programme.summary.in_language(default),
    }
    if programme.licence:
        info["license"] = {"name": programme.licence, "url": programme.licence}
    contact = programme.contact
    if contact:
        told = {
            "name": contact.name.in_language(default) if contact.name else None,
            "url": contact.link,
            "email": contact.email.removeprefix("mailto:") if contact.email else None,
        }
        info |= {"contact": {key: value for key, value in told.items() if value}}
    return info


def _get(name: str, summary: str, content: dict[str, Any], tag: str = "", may_lack: bool = False) -> dict[str, Any]:
    responses = {"200": {"description": "OK", "content": content}}
    if may_lack:
        responses["404"] = {"description": "There is no record of this id."}
    asked = {"operationId": name, "summary": summary, **({"tags": [tag]} if tag else {}), "responses": responses}
    return {"get": asked}


def _fits(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": schema}}}


def _of_type(media_type: str) -> dict[str, Any]:
    return {media_type: {}}
