"""Open data, the sitemap and the schemas: all of it, and what the page about it says."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator

from kennisstad.addresses.open_data import API, INDEX, json_file, kinds_served, record_file, schema_file, table_file, workbook_file
from kennisstad.model import PROGRAMME
from tests.promises.published import Published

FOLDER = "api/v1/"
MANY_RECORDS = 8192
FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SCHEMA = re.compile(r"^# yaml-language-server: \$schema=(.*)$", re.MULTILINE)


def open_data_counts_every_record(site: Published) -> list[str]:
    """Every collection has a file with as many records as were typed, and the programme has one."""
    faults = []
    for kind in site.dataset.kinds.records:
        stem = kind.stem
        file = _file(site, f"{stem}.json")
        typed = len(site.dataset.valid[kind.name])
        if not file["count"] == len(file[kind.name]) == typed:
            faults.append(f"{stem}.json: {file['count']} of {typed}")
    return faults if _file(site, f"{PROGRAMME.name}.json")["count"] == 1 else [*faults, PROGRAMME.name]


def every_file_of_records_fits_its_schema(site: Published) -> list[str]:
    """The list of each kind, and the file of each record, which says the same; strictly: with no field that a schema leaves out."""
    faults = []
    for kind in kinds_served(site.dataset):
        schema, listed = json.dumps(_file(site, schema_file(kind))), _file(site, json_file(kind))
        records, head = listed[kind.name], {**listed, kind.name: []}
        faults += [f"{kind.name}: {fault}" for fault in misfits(schema, "", json.dumps(head))]
        for record in records:
            found = misfits(schema, kind.model.__name__, json.dumps(record, sort_keys=True))
            faults += [f"{kind.name}/{record['id']}: {fault}" for fault in found]
            own = {} if kind is PROGRAMME else _file(site, record_file(kind, record["id"]))
            if own and own != {**head, "count": 1, kind.name: [record]}:
                faults.append(f"{record_file(kind, record['id'])} is not as in the list")
    return faults


@lru_cache(maxsize=MANY_RECORDS)
def misfits(schema: str, part: str, record: str) -> tuple[str, ...]:
    """Gives what in a record does not fit a part of a schema, "" for the whole of it; most records are the same after an edit."""
    return tuple(f"{fault.json_path}: {fault.message}" for fault in _validator(schema, part).iter_errors(json.loads(record)))


@lru_cache(maxsize=MANY_RECORDS)
def _validator(schema: str, part: str) -> Draft202012Validator:
    closed = _closed(json.loads(schema))
    Draft202012Validator.check_schema(closed)
    return Draft202012Validator({"$ref": f"#/$defs/{part}", "$defs": closed["$defs"]} if part else closed)


def _closed(schema: Any) -> Any:
    """Gives a schema that refuses what it does not name."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _closed(value) for key, value in schema.items()}
    return {**found, "additionalProperties": False} if found.get("type") == "object" and "properties" in found else found


def every_table_has_its_records_under_one_head(site: Published) -> list[str]:
    """Each row is as wide as the head, begins with the id of a record, and no two columns have one name; a head is always there."""
    faults = []
    for kind in kinds_served(site.dataset):
        head, *rows = _rows(site, table_file(kind))
        ids = [record["id"] for record in _file(site, json_file(kind))[kind.name]]
        if head[0] != "id" or len(head) != len(set(head)):
            faults.append(f"{kind.name}: {head}")
        faults += [f"{kind.name}: {row[:1]} has {len(row)} cells of {len(head)}" for row in rows if len(row) != len(head)]
        if [row[0].removeprefix("'") for row in rows] != ids:
            faults.append(f"{kind.name}: other records than in the list")
    return faults


def nothing_in_a_table_begins_a_formula(site: Published) -> list[str]:
    """Whatever spaces and quotes stand before it; a number may be less than nothing."""
    return [
        f"{kind.name}: {cell[:40]!r}"
        for kind in kinds_served(site.dataset)
        for row in _rows(site, table_file(kind))
        for cell in row
        if cell.lstrip(' \t\r\n"\u201c\u201e')[:1] in FORMULA and cell.strip() and not NUMBER.fullmatch(cell)
    ]


def the_page_about_open_data_links_every_file(site: Published) -> list[str]:
    """Of what there is: the file of one record stands for all of these."""
    faults = []
    kinds = [kind for kind in kinds_served(site.dataset) if _file(site, json_file(kind))["count"]]
    files = {name for kind in kinds for name in (json_file(kind), table_file(kind), schema_file(kind))}
    for language in site.languages:
        page = site.pages[f"{site.path('open-data', language)}index.html"]
        linked = {link["href"].rpartition(FOLDER)[2] for link in page.all("a") if FOLDER in link.get("href", "")}
        expected = {*files, INDEX, API, *map(workbook_file, site.languages)}
        faults += [f"{page.path}: {name}" for name in sorted(expected - linked)]
    return faults


def the_example_of_open_data_is_a_record_that_is_there(site: Published) -> list[str]:
    """An example shows no field that the record does not have."""
    faults = []
    for language in site.languages:
        path = f"{site.path('open-data', language)}index.html"
        shown = html.unescape(site.html[path].partition("<pre")[2].partition("<code>")[2].partition("</code>")[0])
        example = json.loads(shown) if shown else {}
        records = [record for kind in site.dataset.kinds.records for record in _file(site, json_file(kind))[kind.name]]
        if shown and not any(example["id"] == record["id"] and example.keys() <= record.keys() for record in records):
            faults.append(f"{path}: {list(example)}")
    return faults


def the_sitemap_names_every_page_that_may_be_found(site: Published) -> list[str]:
    """Each once, and nothing else."""
    entries = ElementTree.fromstring(site.files["sitemap.xml"]).findall("s:url", SITEMAP)
    named = [entry.findtext("s:loc", "", SITEMAP) for entry in entries]
    found = [site.address + page.path.removesuffix("index.html") for page in site.findable]
    return sorted(set(named) ^ set(found)) or (["an address stands twice"] if len(named) != len(set(named)) else [])


def every_data_file_names_its_own_schema_or_none(site: Published) -> list[str]:
    """An editor's program follows the first line."""
    faults = []
    for path in site.dataset.folders.data.glob("*.yaml"):
        named = SCHEMA.findall(path.read_text("utf-8"))
        if named not in ([], [f"schema/{path.stem}.json"]):
            faults.append(f"{path.name}: {named}")
    return faults


def _rows(site: Published, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(site.files[f"{FOLDER}{name}"].decode("utf-8-sig"), newline="")))


def _file(site: Published, name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(site.files[f"{FOLDER}{name}"])
    return read
