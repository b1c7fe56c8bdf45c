"""People who change data on their own computer: in the browser, with the whole check at their fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.audit.tools import axe
from tests.browser.visitor import SCREENS, Visitor, visit
from tests.local.at_home import edited, put_back
from tests.local.client import PROJECTS
from tests.site.programmes import copy_invented

MOST = 60_000
"""Milliseconds that a browser waits; a busy machine takes its time."""
AXE = "async () => (await axe.run()).violations.map(({ id, nodes }) => [id, nodes[0].html])"
NEWS = "content/en/news/garden-opens.md"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder of the invented programme, and the address at which `kennisstad edit` shows its form."""
    folder = copy_invented(tmp_path_factory.mktemp("edited"))
    with edited(folder) as address:
        yield folder, address


@pytest.fixture(params=SCREENS)
def editor(request: pytest.FixtureRequest, browser: Browser, served: tuple[Path, str]) -> Iterator[Visitor]:
    """Somebody at the form, by phone or desktop; afterwards the files are as they were."""
    folder, address = served
    with put_back(folder), visit(browser, address, viewport=SCREENS[request.param]) as visitor:
        visitor.page.set_default_timeout(MOST)
        yield visitor


def changed_lines(folder: Path, file: str) -> list[str]:
    """Gives the lines of a file that are other than in the invented programme, as they are."""
    was = (Path(__file__).parent.parent / "programme" / file).read_text("utf-8").splitlines()
    return [line for line in (folder / file).read_text("utf-8").splitlines() if line not in was]


def replace(folder: Path, file: str, old: str, new: str) -> None:
    """Somebody else saves a file."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def hand_in(visitor: Visitor, told: str) -> None:
    """Asks to look at the change, and waits until the check has told something."""
    visitor.page.locator(".give button").click()
    expect(visitor.page.locator(".local-status")).to_contain_text(told, timeout=MOST)


def barriers(visitor: Visitor) -> list[Any]:
    """Gives what stands in somebody's way, as far as a program finds that."""
    visitor.page.evaluate(axe())
    found: list[Any] = visitor.page.evaluate(AXE)
    return found


def save(visitor: Visitor, name: str = "Save") -> None:
    visitor.page.get_by_role("button", name=name, exact=True).press("Enter")
    expect(visitor.page.get_by_role("heading", name="Saved")).to_be_focused(timeout=MOST)


def test_a_word_is_changed_and_seen_on_the_page(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    editor.visit("edit/?project=benches")
    editor.page.get_by_label("Title: English").fill("Long benches")
    hand_in(editor, "nothing is wrong")
    assert changed_lines(folder, PROJECTS) == [], "nothing is written before it is asked for"
    save(editor)

    assert changed_lines(folder, PROJECTS) == ["  title: {en: Long benches, nl: Bankjes, de: Bänke}"]
    assert editor.sideways() == 0
    editor.page.get_by_role("link", name="Look at the page").click()
    expect(editor.page.get_by_role("heading", name="Long benches", level=1)).to_be_visible(timeout=MOST)


def test_what_is_wrong_stands_at_its_field_and_can_be_saved_all_the_same(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?project=benches")
    end = page.get_by_label("End", exact=True)
    end.fill("2019")
    hand_in(editor, "not right yet")

    alert = page.locator(".local").get_by_role("alert")
    expect(alert).to_be_focused()
    expect(end).to_have_attribute("aria-invalid", "true")
    expect(end).to_have_accessible_description(re.compile("comes before the start"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(end).to_be_focused()
    assert changed_lines(folder, PROJECTS) == []
    assert (barriers(editor), editor.sideways()) == ([], 0)

    save(editor, "Save anyway")
    assert (barriers(editor), editor.sideways()) == ([], 0)
    assert changed_lines(folder, PROJECTS) == ["  end: 2019"]
    end.fill("2022")
    hand_in(editor, "nothing is wrong")
    expect(end).not_to_have_attribute("aria-invalid", "true")
    save(editor)
    assert changed_lines(folder, PROJECTS) == ["  end: 2022"]


def test_what_a_colleague_changed_meanwhile_stays(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    editor.visit("edit/?project=benches")
    editor.page.get_by_label("Title: English").fill("Long benches")
    replace(folder, PROJECTS, "start: 2020\n  end: 2021", "start: 2020\n  end: 2023")
    hand_in(editor, "Somebody else changed something else")
    save(editor)
    meant = ["  title: {en: Long benches, nl: Bankjes, de: Bänke}", "  end: 2023"]
    assert changed_lines(folder, PROJECTS) == meant

    editor.page.get_by_label("Title: English").fill("Longer benches")  # the form still shows the old end
    hand_in(editor, "Somebody else changed something else")
    save(editor)
    assert changed_lines(folder, PROJECTS) == [meant[0].replace("Long ", "Longer "), meant[1]]


def test_of_what_both_changed_one_chooses(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?project=benches")
    page.get_by_label("Title: English").fill("Long benches")
    replace(folder, PROJECTS, "{en: Benches,", "{en: Seats,")
    page.locator(".give button").click()
    alert = page.locator(".local").get_by_role("alert")
    expect(alert).to_be_focused(timeout=MOST)
    expect(alert).to_contain_text("en: Seats,")
    expect(alert).to_contain_text("en: Long benches,")
    assert (barriers(editor), editor.sideways()) == ([], 0)
    assert changed_lines(folder, PROJECTS) == ["  title: {en: Seats, nl: Bankjes, de: Bänke}"]

    page.get_by_role("button", name="Keep what I wrote").click()
    expect(page.locator(".local-status")).to_contain_text("nothing is wrong", timeout=MOST)
    save(editor)
    assert changed_lines(folder, PROJECTS) == ["  title: {en: Long benches, nl: Bankjes, de: Bänke}"]


def test_who_keeps_what_stands_there_loses_nothing_else_that_was_typed(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?project=benches")
    page.get_by_label("Title: English").fill("Long benches")
    page.get_by_label("End", exact=True).fill("2022")
    replace(folder, PROJECTS, "{en: Benches,", "{en: Seats,")
    page.locator(".give button").click()
    expect(page.locator(".local").get_by_role("alert")).to_be_focused(timeout=MOST)
    page.get_by_label("Summary: Nederlands").fill("Plekken om te zitten.")
    page.get_by_role("button", name="Keep what stands there now").press("Enter")

    expect(page.get_by_role("heading", name="Seats", level=2)).to_be_focused()
    expect(page.get_by_label("Title: English")).to_have_value("Seats")
    hand_in(editor, "nothing is wrong")
    save(editor)
    title, summary, end = changed_lines(folder, PROJECTS)
    assert title == "  title: {en: Seats, nl: Bankjes, de: Bänke}"
    assert ("nl: Plekken om te zitten., de:" in summary, end) == (True, "  end: 2022")


def test_what_is_certain_is_taken_over_with_one_press(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?project=quay-garden")
    text = page.get_by_label("Description: English", exact=True)
    text.fill(text.input_value().replace("- Trees", "• Trees"))
    page.get_by_label("Summary: Nederlands").fill("Een tuin.")
    page.locator(".give button").click()
    take = page.get_by_role("button", name="Take this over").first
    take.press("Enter")
    expect(page.locator(".local-status")).to_contain_text("nothing is wrong", timeout=MOST)
    expect(page.get_by_label("Description: English", exact=True)).to_have_value(re.compile("- Trees\\n- Flowers"))
    expect(page.get_by_label("Summary: Nederlands")).to_have_value("Een tuin.")
    assert changed_lines(folder, PROJECTS) == []


def test_a_new_record_is_added_and_changed_again(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?partner=")
    page.get_by_label(re.compile("^Name: English")).fill("The Bakers")
    page.get_by_label(re.compile("^Kind")).select_option("other")
    hand_in(editor, "nothing is wrong")
    save(editor)
    added = changed_lines(folder, "data/partners.yaml")
    assert added[0] == "- id: the-bakers"

    page.get_by_label(re.compile("^Name: English")).fill("All Bakers")
    hand_in(editor, "nothing is wrong")
    save(editor)
    assert (folder / "data/partners.yaml").read_text("utf-8").count("- id: the-bakers") == 1
    assert any("All Bakers" in line for line in changed_lines(folder, "data/partners.yaml"))


def test_an_article_is_changed_in_its_file(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    editor.visit("edit/?news-item=garden-opens")
    editor.page.get_by_label("Text: English").fill("Come and dig today. See [it](project:lost).")
    hand_in(editor, "not right yet")
    expect(editor.page.get_by_label("Text: English")).to_have_accessible_description(re.compile("project:lost"))
    editor.page.get_by_label("Text: English").fill("Come and dig today.")
    hand_in(editor, "nothing is wrong")
    save(editor)

    assert changed_lines(folder, NEWS) == ["Come and dig today."]


def test_a_page_of_an_earlier_run_says_so(editor: Visitor) -> None:
    editor.page.route(
        "**/_edit/check*", lambda route: route.continue_(headers={**route.request.headers, "x-kennisstad-token": "old"})
    )
    editor.visit("edit/?project=benches")
    editor.page.get_by_label("Title: English").fill("Long benches")
    editor.page.locator(".give button").click()
    expect(editor.page.locator(".local").get_by_role("alert")).to_contain_text("earlier run", timeout=MOST)
    assert editor.wrong == ["console Failed to load resource: the server responded with a status of 403 (FORBIDDEN)"]
    editor.wrong.clear()


def test_the_form_cannot_be_framed_or_asked_by_another_page(browser: Browser, served: tuple[Path, str]) -> None:
    _, address = served
    page = browser.new_page()
    page.route(
        "http://evil.example/",
        lambda route: route.fulfill(body=f'<iframe src="{address}edit/"></iframe>', content_type="text/html"),
    )
    page.goto("http://evil.example/")
    ask = f"fetch('{address}_edit/state', {{headers: {{'X-Kennisstad-Token': 'x'}}}}).then(() => 'read', () => 'refused')"

    assert page.evaluate(ask) == "refused"
    assert page.evaluate(f"fetch('{address}edit/').then((answer) => answer.text(), () => 'refused')") == "refused"
    assert page.frames[1].locator("#_edit").count() == 0
    page.close()


def test_a_record_gets_another_id_everywhere(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?project=benches")
    page.get_by_text("Rename, merge, or translated again").press("Enter")
    page.get_by_label("New short name").fill("quay-garden")
    page.get_by_label("New short name").press("Enter")
    expect(page.get_by_label("New short name")).to_be_focused()
    expect(page.get_by_label("New short name")).to_have_attribute("aria-invalid", "true")

    page.get_by_label("New short name").fill("long-benches")
    page.get_by_label("New short name").press("Enter")
    expect(page.get_by_role("heading", name="This would change")).to_be_focused(timeout=MOST)
    assert changed_lines(folder, PROJECTS) == [], "nothing is written before it is asked for"
    expect(page.locator(".doing-lines li").first).to_contain_text("long-benches")
    assert (barriers(editor), editor.sideways()) == ([], 0)
    page.get_by_role("button", name="Do it").press("Enter")
    expect(page.get_by_role("heading", name="It is done")).to_be_focused(timeout=MOST)
    assert (barriers(editor), editor.sideways()) == ([], 0)
    assert "- id: long-benches" in changed_lines(folder, PROJECTS)

    page.get_by_role("link", name="Open long-benches again").click()
    expect(page.get_by_role("heading", name="Benches", level=2)).to_be_visible(timeout=MOST)
    assert editor.path == "edit/?project=long-benches"


def test_two_partners_become_one_and_what_cannot_be_is_told(editor: Visitor, served: tuple[Path, str]) -> None:
    folder, _ = served
    page = editor.page
    editor.visit("edit/?partner=rowers")
    page.get_by_text("Rename, merge, or translated again").press("Enter")
    page.get_by_role("combobox", name="The record that stays").fill("town gar")
    page.keyboard.press("Enter")
    page.locator("form.doing").nth(1).get_by_role("button", name="See what changes").press("Enter")
    expect(page.get_by_role("heading", name="This would change")).to_be_focused(timeout=MOST)
    page.get_by_role("button", name="Rather not").click()
    expect(page.locator(".doing-lines")).to_have_count(0)

    replace(folder, "data/partners.yaml", "- id: nobody", "- id: [")
    page.locator("form.doing").nth(1).get_by_role("button", name="See what changes").press("Enter")
    alert = page.locator(".doing-told").get_by_role("alert")
    expect(alert).to_be_focused(timeout=MOST)
    expect(alert).to_contain_text("data/partners.yaml, line")
    assert "- id: rowers" in (folder / "data/partners.yaml").read_text("utf-8")
