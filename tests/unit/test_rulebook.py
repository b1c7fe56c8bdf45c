"""The pages of rules: each rule has a heading to lead to, and shows an example as an editor would see it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisstad.messages import LANGUAGES, messages
from kennisstad.messages.examples import all_examples
from kennisstad.telling.handbook import PAGES, Handbook
from kennisstad.telling.rulebook import rule_pages
from tests.conftest import ROOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_heading_and_a_link_to_it(language: str) -> None:
    page, rules = re.sub(r"(?s)`````text.*?`````", "", rule_pages()[PAGES[language]]), sorted(messages(language).rules)

    assert re.findall(r"(?m)^## (.+)$", page) == rules
    assert re.findall(r"(?m)^\| \[[^\]]+\]\(#([a-z0-9-]+)\)", page) == rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_shows_what_was_typed_what_is_told_and_what_is_right(language: str) -> None:
    page, example = rule_pages()[PAGES[language]], all_examples()["not-in-list"]
    section = page.partition("\n## not-in-list\n")[2].partition("\n## ")[0]
    typed, caret = section.split("`````text\n")[1].split("\n")[example.line - 1 : example.line + 1]

    assert typed[example.column - 1 :].startswith(example.values["found"])
    assert caret == " " * (example.column - 1) + "^" * len(example.values["found"])
    assert example.right in section
    assert messages(language).words["is-right"] in section


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("", "docs/rules.md"),
        ("https://github.com/town/site.git", "https://github.com/town/site/blob/HEAD/docs/rules.md"),
        ("https://github.com/town/site/", "https://github.com/town/site/blob/HEAD/docs/rules.md"),
        ("https://gitlab.example.org/a/town/site", "https://gitlab.example.org/a/town/site/-/blob/HEAD/docs/rules.md"),
        ("https://code.example.org/town", "docs/rules.md"),
    ],
)
def test_messages_lead_to_the_code_host_where_there_is_one(repository: str, address: str) -> None:
    assert Handbook.of(ROOT, "en", repository).page("date") == f"{address}#date"


def test_a_programme_without_the_page_leads_nowhere(tmp_path: Path) -> None:
    assert Handbook.of(tmp_path, "en", "https://github.com/town/site").page("date") == ""
