"""Editors at the form, by mouse or by keyboard: the journeys that they make, and the lines that each is meant to change."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

MOST = 60_000
"""Milliseconds that a browser waits; a busy machine takes its time."""
PROJECTS, PARTNERS, FIGURES = "data/projects.yaml", "data/partners.yaml", "data/figures.yaml"
OTHERS = "nl: Een tuin voor iedereen op de kade., de: Ein Garten für alle am Kai.}"


def exactly(label: str) -> re.Pattern[str]:
    """A field's name, whether it has to be filled or not."""
    return re.compile(rf"^{re.escape(label)}( \(needed\))?$")


@dataclass
class Editor:
    """Somebody at the form; `keys` says whether without a mouse."""

    page: Page
    keys: bool

    def press(self, found: Locator) -> None:
        """Presses a button, or opens what is folded."""
        if self.keys:
            found.focus()
            self.page.keyboard.press("Enter")
        else:
            found.click()

    def type(self, label: str, text: str, within: str = "form") -> None:
        """Writes a text in a field."""
        field = self.page.locator(within).get_by_label(exactly(label)).first
        if self.keys:
            field.focus()
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.type(text)
            self.page.keyboard.press("Tab")
        else:
            field.fill(text)

    def choose(self, label: str, choice: str) -> None:
        """Chooses one of a few words."""
        field = self.page.get_by_label(exactly(label)).first
        if self.keys:
            field.focus()
            self.page.keyboard.type(choice)
        else:
            field.select_option(label=choice)

    def pick(self, label: str, name: str) -> None:
        """Picks a record by its name."""
        field = self.page.get_by_role("combobox", name=label, exact=True)
        if self.keys:
            field.focus()
            self.page.keyboard.type(name)
            self.page.keyboard.press("Enter")
        else:
            field.fill(name)
            self.page.get_by_role("option", name=name).first.click()

    def unfold(self) -> None:
        """Opens the fields that are folded away."""
        for found in self.page.locator("form > details.more-fields:not([open]) > summary").all():
            self.press(found)


@dataclass(frozen=True)
class Journey:
    """What is opened and done, and what changes then: the lines that go and come, by file."""

    opened: str
    do: Callable[[Editor], None]
    lines: dict[str, list[str]]
    meanwhile: tuple[str, str, str] | None = None
    """What a colleague changes after the form was opened: a file, what stood there, and what stands there now."""


def change_a_word(editor: Editor) -> None:
    editor.type("Summary: English", "A garden for all on the quay.")


def add_a_partner_by_name(editor: Editor) -> None:
    editor.pick("Add to: Partners", "Town Gardens")


def add_a_project(editor: Editor) -> None:
    editor.type("Title: English", "Jetty")
    editor.type("Summary: English", "A place to moor: for all.")
    editor.choose("Status", "Planned")
    editor.type("Checked on", "2021-06-15")
    editor.unfold()
    editor.type("Year of the status", "2021")
    editor.pick("Track", "Water")


def add_a_partner(editor: Editor) -> None:
    editor.type("Name: English", "The Bakers")
    editor.choose("Kind", "Association")


def write_news(editor: Editor) -> None:
    for label, text in {"Title": "A boat", "Summary": "It came.", "Text": "It is *red*."}.items():
        editor.type(f"{label}: English", text)
    editor.type("Title: Nederlands", "Een boot")
    editor.type("Date", "2021-06-15")


def announce_an_event(editor: Editor) -> None:
    editor.type("Title: English", "Regatta")
    editor.type("Summary: English", "Boats race.")
    editor.type("Start", "2021-07-03 10:00")
    editor.type("Place: English", "Old quay")
    editor.type("Text: English", "Come and see.")


def end_a_project(editor: Editor) -> None:
    editor.press(editor.page.get_by_text("This has ended or stopped"))
    editor.type("End", "2021-05", ".ending")
    editor.type("Text: English", "Forty trees.", ".ending")
    editor.press(editor.page.get_by_role("button", name="End it and see the change"))


def change_a_figure(editor: Editor) -> None:
    editor.type("Value", "1300")


def mend_what_was_wrong(editor: Editor) -> None:
    editor.type("End", "2021-02-30")
    editor.press(editor.page.locator(".give button"))
    alert = editor.page.get_by_role("alert")
    expect(alert).to_be_focused()
    editor.press(alert.get_by_role("link", name="End: There is no such day."))
    expect(editor.page.get_by_label("End", exact=True)).to_be_focused()
    editor.type("End", "2021-02")


JOURNEYS = {
    "a word": Journey(
        "project=quay-garden",
        change_a_word,
        {
            PROJECTS: [
                f"-  summary: {{en: A garden for everyone on the quay., {OTHERS}",
                f"+  summary: {{en: A garden for all on the quay., {OTHERS}",
            ]
        },
    ),
    "a partner by name": Journey(
        "project=quay-garden", add_a_partner_by_name, {PROJECTS: ["-  partners: [rowers]", "+  partners: [rowers, town-gardens]"]}
    ),
    "a new project": Journey(
        "project=",
        add_a_project,
        {
            PROJECTS: [
                "+- id: jetty",
                "+  title: {en: Jetty}",
                '+  summary: {en: "A place to moor: for all."}',
                "+  track: water",
                "+  status: planned",
                "+  status_year: 2021",
                "+  checked: 2021-06-15",
            ]
        },
    ),
    "a new partner": Journey(
        "partner=", add_a_partner, {PARTNERS: ["+- id: the-bakers", "+  name: {en: The Bakers}", "+  kind: association"]}
    ),
    "news": Journey(
        "news-item=",
        write_news,
        {
            "content/en/news/a-boat.md": [
                "+---",
                "+title: A boat",
                "+summary: It came.",
                "+date: 2021-06-15",
                "+---",
                "+It is *red*.",
            ],
            "content/nl/news/a-boat.md": ["+---", "+title: Een boot", "+---"],
        },
    ),
    "an event": Journey(
        "event=",
        announce_an_event,
        {
            "content/en/events/regatta.md": [
                "+---",
                "+title: Regatta",
                "+summary: Boats race.",
                "+start: 2021-07-03 10:00",
                "+place: Old quay",
                "+---",
                "+Come and see.",
            ]
        },
    ),
    "the end of a project": Journey(
        "project=quay-garden",
        end_a_project,
        {
            PROJECTS: [
                "-  status: running",
                "-  status_year: 2020",
                "+  status: completed",
                "+  status_year: 2021",
                "+  end: 2021-05",
                "+  results:",
                "+    - {text: {en: Forty trees.}, year: 2021}",
            ]
        },
    ),
    "a figure": Journey("figure=flowers-2020", change_a_figure, {FIGURES: ["-  value: 1250", "+  value: 1300"]}),
    "what was wrong": Journey("project=benches", mend_what_was_wrong, {PROJECTS: ["-  end: 2021", "+  end: 2021-02"]}),
    "a colleague in between": Journey(
        "project=quay-garden",
        change_a_word,
        {
            PROJECTS: [
                f"-  summary: {{en: A garden for everyone on the quay., {OTHERS}",
                f"+  summary: {{en: A garden for all on the quay., {OTHERS}",
                "-  leads: [town]",
                "+  leads: [town, town-gardens]",
            ]
        },
        meanwhile=(
            PROJECTS,
            '  leads: [town]\n  partners: [rowers]\n  start: "2020-03"',
            '  leads: [town, town-gardens]\n  partners: [rowers]\n  start: "2020-03"',
        ),
    ),
}
