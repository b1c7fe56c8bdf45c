"""What may be typed is shown as it was typed: nothing of it runs, leaves its page, its folder, or its row in a table.

Every file of a site with an attack in every field has the very elements, attributes, keys, rows and lines that it has with
plain words.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from kennisstad.checking import check
from kennisstad.model import Folders
from kennisstad.site import make_site
from kennisstad.writing.search import make_index
from tests.browser.visitor import serve, visit
from tests.hostile.attacks import TYPED
from tests.hostile.judged import plain
from tests.hostile.made import write_full

Bones = list[Any]
LEADS = ("href", "src", "action", "formaction", "srcset", "http-equiv", "data")
"""Attributes that fetch, lead or send something; a mail to the programme names the page it is about, a link to a file its line."""
LINES_OF_CHARTS = ("text", "tspan")
"""A long label takes more lines."""


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: Bones = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LINES_OF_CHARTS:
            return
        names = sorted(name for name, _ in attrs if name != "class")  # a long title is set in smaller letters
        leads = [(name, re.split(r"\?subject=|#L\d", value or "")[0]) for name, value in attrs if name in LEADS]
        self.found.append((tag, names, leads))


def _html(data: bytes) -> Bones:
    reader = _Elements()
    reader.feed(data.decode())
    reader.close()
    return reader.found


def _keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _keys(inside) for key, inside in value.items()}
    return [_keys(inside) for inside in value] if isinstance(value, list) else type(value).__name__


def _json(data: bytes) -> Bones:
    return [_keys(json.loads(data))]


def _csv(data: bytes) -> Bones:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in rows for cell in row)
    return [len(row) for row in rows] + rows[0]


def _ics(data: bytes) -> Bones:
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return [
        (part.name, [name for name, _ in part.property_items(recursive=False)]) for part in Calendar.from_ical(data.decode()).walk()
    ]


def _xml(data: bytes) -> Bones:
    return [(element.tag, sorted(element.attrib)) for element in ElementTree.fromstring(data).iter()]


def _xlsx(data: bytes) -> Bones:
    sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert not [cell.coordinate for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    return [(sheet.title, sheet.max_column) for sheet in sheets]


READERS: Mapping[str, Callable[[bytes], Bones]] = {
    ".html": _html,
    ".json": _json,
    ".csv": _csv,
    ".ics": _ics,
    ".xml": _xml,
    ".svg": _xml,
    ".xlsx": _xlsx,
}


def site_of(folder: Path, words: Callable[[str], str]) -> dict[str, bytes]:
    folders: Folders = write_full(folder, words)
    assert [(problem.rule, problem.location, problem.values) for problem in check(folders).errors] == []
    return dict(make_site(folders).files)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return site_of(tmp_path_factory.mktemp("plain"), plain)


@pytest.fixture(scope="module", params=range(len(TYPED)))
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    attack = TYPED[request.param]
    return site_of(
        tmp_path_factory.mktemp("attacked"), lambda path: f"{attack} {len(path)} {path.replace('.', ' ').replace('_', ' ')}"
    )


def test_every_file_is_made_of_the_same_parts(usual: dict[str, bytes], attacked: dict[str, bytes]) -> None:
    assert sorted(attacked) == sorted(usual)
    assert not [path for path in attacked if ".." in PurePosixPath(path).parts or path.startswith("/")]
    differing = [
        path for path in usual if (read := READERS.get(PurePosixPath(path).suffix)) and read(attacked[path]) != read(usual[path])
    ]
    assert differing == []


def _reads_everything(page: Page) -> None:
    """What runs at all runs when it is pressed, pointed at or read."""
    page.evaluate(
        "document.querySelectorAll('body *').forEach((element) => ['mouseover', 'focus', 'click'].forEach((name) =>"
        " name === 'click' && element.closest('a, button, summary, input, label, form') || element.dispatchEvent(new Event(name))))"
    )
    assert page.evaluate("window.attacked") is None


def test_nothing_runs_where_it_is_read_searched_filtered_and_edited(
    browser: Browser, attacked: dict[str, bytes], tmp_path: Path
) -> None:
    """The visitor asks no other host, and meets no dialog and no fault."""
    for name, data in attacked.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    make_index(tmp_path)
    with serve(tmp_path) as host, visit(browser, host) as visitor:
        page = visitor.page
        page.on("dialog", lambda dialog: visitor.wrong.append(f"dialog {dialog.message}"))
        for path in ("", "projects/one/", "partners/one/", "figures/", "news/one/", "events/one/", "how-we-know/"):
            visitor.visit(path)
            _reads_everything(page)
        visitor.visit("projects/?q=title")
        expect(page.locator("#_projects > li:visible")).to_have_count(1)
        _reads_everything(page)
        visitor.visit("search/?q=title")
        page.wait_for_load_state("networkidle")
        expect(page.locator(".search-found h3 a").first).to_be_visible()
        _reads_everything(page)
        visitor.visit("edit/?project=one")
        expect(page.get_by_label(re.compile("^Title")).first).to_have_value(re.compile("window.attacked|attack.example.net"))
        _reads_everything(page)
