"""Somebody changes the invented programme in the form: the diff is exactly the lines that were meant."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.audit.test_search import violations
from tests.browser.visitor import SCREENS, Visitor, serve, visit
from tests.site.pages import asset, names_in
from tests.site.programmes import copy_invented, published

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
LISTEN = "window.broken = []; addEventListener('securitypolicyviolation', (found) => broken.push(found.violatedDirective))"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the invented programme's site."""
    site = tmp_path_factory.mktemp("site")
    for name, data in published(copy_invented(tmp_path_factory.mktemp("invented"))).files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    return site


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[str]:
    """Its address on a host that sends the strictest policy."""
    with serve(folder, {"Content-Security-Policy": POLICY}) as address:
        yield address


@pytest.fixture(params=list(SCREENS))
def editor(request: pytest.FixtureRequest, browser: Browser, desk: str) -> Iterator[Visitor]:
    """An editor on a phone, and one at a desk; afterwards nothing broke the policy or stood beside the screen."""
    with visit(browser, desk, viewport=SCREENS[request.param]) as editor:
        editor.page.add_init_script(LISTEN)
        yield editor
        assert editor.page.evaluate("broken") == []
        assert editor.sideways() == 0


def open_form(editor: Visitor, path: str, title: str) -> Page:
    editor.visit(path)
    expect(editor.page.get_by_role("heading", name=title, level=2)).to_be_visible()
    return editor.page


def difference(page: Page) -> list[str]:
    """What the form says that changes: lines with their mark, without those around them."""
    page.get_by_role("button", name="See the change", exact=True).click()
    expect(page.get_by_role("heading", name="This is what changes")).to_be_focused()
    lines = page.locator(".line.gone, .line.come").evaluate_all(
        "lines => lines.map(line => line.querySelector('.mark').textContent + line.lastChild.textContent)"
    )
    return [str(line) for line in lines]


def test_one_word_is_one_line(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=quay-garden", "Quay garden")
    page.get_by_label("Summary: English").fill("A garden for all on the quay.")

    others = "nl: Een tuin voor iedereen op de kade., de: Ein Garten für alle am Kai."
    assert difference(page) == [
        f"-  summary: {{en: A garden for everyone on the quay., {others}}}",
        f"+  summary: {{en: A garden for all on the quay., {others}}}",
    ]


def test_a_paragraph_is_its_own_lines(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=quay-garden", "Quay garden")
    text = page.get_by_label("Description: English").first
    text.fill(text.input_value().replace("- Flowers", '- Flowers\n- Bees: "many"'))

    assert difference(page) == ['+      - Bees: "many"']


def test_what_is_opened_and_not_changed_is_not_changed(editor: Visitor) -> None:
    page = open_form(editor, "edit/?partner=rowers", "Rowing Club")
    page.get_by_role("button", name="See the change").click()

    expect(page.get_by_role("heading", name="Nothing was changed")).to_be_focused()


def test_a_partner_is_picked_by_name_with_the_keyboard(editor: Visitor) -> None:
    page = open_form(editor, "edit/", "What do you want to do?")
    press = page.keyboard.press
    page.get_by_role("combobox", name="Change something").focus()
    page.keyboard.type("quay gar")
    press("Enter")
    expect(page.get_by_role("heading", name="Quay garden")).to_be_focused()
    assert editor.path == "edit/?project=quay-garden"
    for _ in range(80):
        press("Tab")
        if page.evaluate("document.activeElement.getAttribute('aria-label')") == "Add to: Partners":
            break
    page.keyboard.type("garde")
    expect(page.get_by_role("option", name="Town Gardens", selected=True)).to_be_visible()
    press("Enter")
    expect(page.locator("#_edit-status")).to_have_text("Added: Town Gardens")
    press("ArrowDown")
    press("Escape")

    assert difference(page) == ["-  partners: [rowers]", "+  partners: [rowers, town-gardens]"]


def test_a_record_that_is_picked_shows_its_name_and_stores_its_id(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=quay-garden", "Quay garden")
    track = page.get_by_role("combobox", name="Track", exact=True)
    assert track.input_value() == "Green quays"
    track.fill("wat")
    page.get_by_role("option", name="Water", exact=True).click()

    assert difference(page) == ["-  track: green", "+  track: water"]


def test_a_project_is_ended_in_one_step(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=quay-garden", "Quay garden")
    page.get_by_text("This has ended or stopped").click()
    ending = page.locator(".ending")
    ending.get_by_label("End", exact=False).first.fill("2021-05")
    ending.get_by_label("Text: English").fill("Forty trees.")
    ending.get_by_role("button", name="End it and see the change").click()
    expect(page.get_by_role("heading", name="This is what changes")).to_be_focused()

    assert difference(page) == [
        "-  status: running",
        "-  status_year: 2020",
        "+  status: completed",
        "+  status_year: 2021",
        "+  end: 2021-05",
        "+  results:",
        "+    - {text: {en: Forty trees.}, year: 2021}",
    ]


def test_a_new_project_is_a_record_of_its_own(editor: Visitor) -> None:
    page = open_form(editor, "edit/", "What do you want to do?")
    page.get_by_role("button", name="Add: Projects").click()
    expect(page.get_by_role("heading", name="New: Projects")).to_be_focused()
    page.get_by_role("button", name="See the change").click()
    expect(page.get_by_role("alert").get_by_role("link")).to_have_count(5)  # title, summary, status, checked, short name
    page.get_by_label("Title: English").first.fill("Château by the Quay")
    assert page.get_by_label("Short name in the address").input_value() == "chateau-by-the-quay"
    page.get_by_label("Summary: English").fill("It's a castle: of sand.")
    page.get_by_label("Status", exact=False).first.select_option("planned")
    page.get_by_label("Checked on", exact=False).fill("2021-06-15")

    assert difference(page) == [
        "+- id: chateau-by-the-quay",
        "+  title: {en: Château by the Quay}",
        '+  summary: {en: "It\'s a castle: of sand."}',
        "+  status: planned",
        "+  checked: 2021-06-15",
    ]


def test_a_news_item_is_a_file_in_each_language_that_it_is_written_in(editor: Visitor) -> None:
    page = open_form(editor, "edit/?news-item=", "New: News")
    for label, text in {
        "Title: English": "A boat",
        "Title: Nederlands": "Een boot",
        "Summary: English": "It came.",
        "Summary: Nederlands": "Zij kwam.",
        "Text: English": "It is *red*.",
    }.items():
        page.get_by_label(label).fill(text)
    page.get_by_label("Date", exact=False).first.fill("2021-06-15")
    lines = difference(page)

    assert page.locator(".where").all_inner_texts() == ["New in content/en/news/a-boat.md", "New in content/nl/news/a-boat.md"]
    english = ["+---", "+title: A boat", "+summary: It came.", "+date: 2021-06-15", "+---", "+It is *red*."]
    assert lines == [*english, "+---", "+title: Een boot", "+summary: Zij kwam.", "+---"]


def test_an_article_changes_in_the_file_of_its_language(editor: Visitor) -> None:
    page = open_form(editor, "edit/?event=planting-day", "Planting day")
    page.get_by_label("Place: Nederlands").fill("Oude kade")
    page.get_by_label("Start", exact=False).first.fill("2021-06-20 10:00")

    assert difference(page) == [
        "-start: 2021-06-19 10:00",
        "+start: 2021-06-20 10:00",
        "-place: Oude kade, bij het hek",
        "+place: Oude kade",
    ]


def test_what_is_wrong_is_told_at_its_field(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=quay-garden", "Quay garden")
    page.get_by_label("Start", exact=False).first.fill("2021-02-30")
    page.get_by_label("Summary: English").fill("x" * 241)
    page.get_by_label("Title: English").first.fill("")
    page.get_by_role("button", name="See the change").click()
    alert = page.get_by_role("alert")

    expect(alert).to_be_focused()
    assert alert.get_by_role("link").all_inner_texts() == [
        "Title (English): Fill this in.",
        "Summary (English): This is too long: 241 characters, at most 240.",
        "Start: There is no such day.",
    ]
    alert.get_by_role("link").first.click()
    title = page.get_by_label("Title: English").first
    expect(title).to_be_focused()
    told = (title.get_attribute("aria-describedby") or "").split()[0]
    assert page.locator(f"#{told}").inner_text() == "Fill this in."
    assert page.locator(".review").inner_text() == ""


def test_the_page_of_a_record_leads_to_it_in_the_form(editor: Visitor) -> None:
    editor.visit("nl/projecten/benches/")
    editor.page.get_by_role("link", name="Verander deze gegevens").click()

    expect(editor.page.get_by_role("heading", name="Bankjes", level=2)).to_be_focused()
    assert editor.path == "nl/bewerk/?project=benches"


def test_going_back_leads_to_what_was_open(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=benches", "Benches")
    page.get_by_role("button", name="Choose something else").click()
    expect(page.get_by_role("heading", name="What do you want to do?")).to_be_focused()
    page.go_back()

    expect(page.get_by_role("heading", name="Benches")).to_be_focused()


def test_a_link_within_the_page_opens_nothing_anew(editor: Visitor) -> None:
    """The skip link changes the address behind `#` only, and what was typed stays."""
    page = open_form(editor, "edit/?project=quay-garden", "Quay garden")
    page.get_by_label("Summary: English").fill("A garden for all on the quay.")
    page.locator("a.skip, a[href^='#']").first.evaluate("link => link.click()")

    assert "#" in page.url
    expect(page.get_by_label("Summary: English")).to_have_value("A garden for all on the quay.")


def test_without_a_script_the_page_says_what_to_do(browser: Browser, desk: str) -> None:
    with visit(browser, desk, java_script_enabled=False) as reader:
        reader.visit("edit/")

        expect(reader.page.get_by_text("The form needs JavaScript")).to_be_visible()
        assert reader.page.get_by_role("link", name="Go to the files").get_attribute("href") == "https://git.example.org/harbour"


ALL = """async ([kinds, base, scripts]) => {
  const { define } = await import(`${scripts}form/schema.js`);
  const { read, rewritten } = await import(`${scripts}form/yaml-text.js`);
  const { apart, together } = await import(`${scripts}form/articles.js`);
  const fetched = async (path) => (await fetch(base + path)).json();
  const [index, choices] = [await fetched('index.json'), await fetched('choices.json')];
  const changed = [];
  let count = 0;
  for (const [name, folder] of kinds) {
    const stem = name.replaceAll('_', '-');
    const schema = await fetched(`schema/${stem}.json`);
    define(choices, schema);
    for (const [id] of index.kinds[name].records) {
      const record = await fetched(`${stem}/${id}.json`);
      count += 1;
      if (folder) {
        const value = structuredClone(together(record.files, schema.items));
        const after = apart({ folder }, id, record.files, value, schema.items);
        if (after.some(({ before, after }) => before !== after)) changed.push(id);
      } else {
        const value = structuredClone(read(record.text));
        if (String(value.id) !== id || rewritten(record.text, value, schema.items, true) !== record.text) changed.push(id);
      }
    }
  }
  return [count, changed];
}"""


def test_every_record_that_is_opened_and_saved_stays_as_it_was(browser: Browser, desk: str, folder: Path) -> None:
    index = json.loads((folder / "edit" / "data" / "index.json").read_text("utf-8"))
    folders = {"news": "news", "events": "events", "newsletters": "newsletters"}
    with visit(browser, desk) as editor:
        open_form(editor, "edit/", "What do you want to do?")
        scripts = asset(names_in(folder), "form/edit.js").removesuffix("form/edit.js")
        count, changed = editor.page.evaluate(
            ALL, [[[name, folders.get(name, "")] for name in index["kinds"]], f"{desk}edit/data/", f"{desk}{scripts}"]
        )

    assert (count, changed) == (sum(len(kind["records"]) for kind in index["kinds"].values()), [])


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("path", ["edit/", "edit/?project=quay-garden", "nl/bewerk/?news-item=first-trees", "edit/?partner="])
def test_everyone_can_use_the_form(browser: Browser, desk: str, path: str, look: str) -> None:
    """Also with what is folded open, a list of names open, and what is wrong told."""
    with visit(browser, desk, viewport=SCREENS["phone"], color_scheme=look) as editor:
        editor.visit(path)
        page = editor.page
        page.locator("#_edit[data-ready] h2:focus").wait_for() if "?" in path else page.locator("#_edit[data-ready]").wait_for()
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.get_by_role("combobox").and_(page.locator("input")).last.click()
        if "?" in path:
            page.locator(".give button").click()
            page.get_by_role("combobox").and_(page.locator("input")).last.click()

        assert violations(page) == []
        assert editor.sideways() == 0


def test_the_site_says_how_a_record_gets_another_id(editor: Visitor) -> None:
    page = open_form(editor, "edit/?project=benches", "Benches")
    page.get_by_text("Rename, merge, or translated again").press("Enter")
    page.get_by_label("New short name").fill("long-benches")
    page.get_by_label("New short name").press("Enter")

    expect(page.get_by_role("heading", name="This is how")).to_be_focused()
    expect(page.get_by_label("Command")).to_have_value("kennisstad rename project benches long-benches")
    assert violations(page) == []


def test_where_the_host_has_a_button_it_says_what_to_fill_in(editor: Visitor) -> None:
    data = {"host": "github.com", "path": "harbour/site", "branch": "main"}
    page = editor.page
    page.route("**/edit/*", lambda route: known(route, data))
    page = open_form(editor, "edit/?project=benches", "Benches")
    page.get_by_text("Rename, merge, or translated again").press("Enter")
    page.get_by_role("combobox", name="The record that stays").fill("quay")
    page.keyboard.press("Enter")
    page.locator("form.doing").nth(1).get_by_role("button", name="See how").press("Enter")

    expect(page.get_by_role("heading", name="This is how")).to_be_focused()
    assert page.locator(".doing-fields dd").all_text_contents() == ["merge", "project", "benches", "quay-garden"]
    link = page.get_by_role("link", name="Open the button at GitHub")
    expect(link).to_have_attribute("href", "https://github.com/harbour/site/actions/workflows/records.yml")
    assert violations(page) == []


def known(route: Route, repository: dict[str, str]) -> None:
    """The page of a programme whose repository stands there."""
    answer = route.fetch()
    page = re.sub(r'"repository":\s*\{[^}]*\}', f'"repository": {json.dumps(repository)}', answer.text())
    route.fulfill(response=answer, body=page)
