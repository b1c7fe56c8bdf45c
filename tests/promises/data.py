"""Open data, the sitemap and the schemas: all of it, and what hand-written pages say of it."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from kennisstad.model import PROGRAMME, ContentPage
from tests.promises.published import Published

FOLDER = "api/v1/"
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


def the_page_about_open_data_links_every_file(site: Published) -> list[str]:
    """Where there is such a page."""
    faults = []
    files = {path.removeprefix(FOLDER) for path in site.files if path.startswith(FOLDER)}
    for language in site.languages if _about(site) else ():
        page = site.pages[f"{site.written('open-data', language)}index.html"]
        linked = {link["href"].rpartition(FOLDER)[2] for link in page.all("a") if FOLDER in link.get("href", "")}
        faults += [f"{page.path}: {name}" for name in sorted(files - linked)]
    return faults


def the_example_of_open_data_has_the_fields_of_a_project(site: Published) -> list[str]:
    """An example is an example: what it says may have changed, its fields and what is explained of them may not."""
    faults = []
    fields = set(_fields_of_a_project(site))
    for page in _about(site):
        _, _, example = page.markdown.partition("```json\n")
        shown: dict[str, Any] = json.loads(example.partition("```")[0]) if example else {}
        listed = re.findall(r"(?m)^- `([a-z_]+)`", page.markdown)
        faults += [f"{page.language}/{page.name}: {name}" for name in (*shown, *listed) if fields and name not in fields]
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


def _about(site: Published) -> list[ContentPage]:
    return [page for page in site.dataset.content if page.name == "open-data"]


def _fields_of_a_project(site: Published) -> list[str]:
    projects = _file(site, "projects.json")["projects"]
    return list(projects[0]) if projects else []


def _file(site: Published, name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(site.files[f"{FOLDER}{name}"])
    return read
