"""Somebody changes records that have a file of their own each: without a dash, and perhaps without an id."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.modules import page_of_modules
from tests.browser.test_form import difference, open_form
from tests.browser.visitor import Visitor, serve, visit
from tests.site.programmes import copy_invented, published
from tests.site.test_own_files import apart

APPLY = "async ([text, change]) => (await import('/form/record-text.js')).apply(text, change)"
OWN = "# A boat.\ntitle: {en: Oar}\ncrew: 4\n"


@pytest.fixture(scope="module")
def editor(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """An editor of the invented programme with a folder of projects."""
    programme, site = copy_invented(tmp_path_factory.mktemp("invented")), tmp_path_factory.mktemp("site")
    apart(programme, "projects")
    for name, data in published(programme).files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    with serve(site) as address, visit(browser, address) as editor:
        yield editor


@pytest.mark.parametrize(("name", "title"), [("quay-garden", "Quay garden"), ("benches", "Benches")])
def test_one_word_is_one_line_with_an_id_and_without(editor: Visitor, name: str, title: str) -> None:
    page = open_form(editor, f"edit/?project={name}", title)
    page.get_by_label("Title: English").first.fill("Something else")

    gone, come = difference(page)
    assert (gone[:8], come[:8]) == ("-title: ", "+title: ")
    expect(page.get_by_role("heading", name=f"In data/projects/{name}.yaml")).to_be_visible()


def test_a_new_record_is_a_file_of_its_own(editor: Visitor) -> None:
    page = editor.page
    editor.visit("edit/?project=")
    page.get_by_label("Title: English").first.fill("Jetty")
    page.get_by_label("Summary: English").first.fill("A place to moor.")
    page.get_by_role("combobox", name=re.compile("^Status")).first.select_option("planned")
    page.get_by_label(re.compile("^(Checked|Last checked)")).first.fill("2021-06-01")
    lines = difference(page)

    expect(page.get_by_role("heading", name="New in data/projects/jetty.yaml")).to_be_visible()
    assert lines[:2] == ["+id: jetty", "+title: {en: Jetty}"]


@pytest.fixture
def scripts(browser: Browser) -> Iterator[Page]:
    with page_of_modules(browser) as page:
        yield page


def test_a_file_without_an_id_is_found_as_a_whole(scripts: Page) -> None:
    before = OWN.removeprefix("# A boat.\n")
    change = {
        "kind": "boats",
        "id": "oar",
        "file": "data/boats/oar.yaml",
        "line": 2,
        "before": before,
        "after": before.replace("4", "8"),
    }

    assert scripts.evaluate(APPLY, [OWN, change]) == {"text": OWN.replace("4", "8")}
    theirs = OWN.replace("Oar", "Long oar")
    assert scripts.evaluate(APPLY, [theirs, change]) == {"text": theirs.replace("4", "8")}
    other = scripts.evaluate(APPLY, [OWN.replace("4", "6"), change])
    assert other["conflict"]["theirs"] == before.replace("4", "6")
