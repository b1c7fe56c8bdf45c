"""Search takes the forms of a word for one, and words that only look alike for two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Browser, Page

from tests.browser.modules import page_of_modules
from tests.conftest import ROOT

WORDS = yaml.safe_load((ROOT / "tests" / "unit" / "stems.yaml").read_text("utf-8"))
STEMS = "async ([language, words]) => { const { stemmer } = await import('/stems.js'); return words.map(stemmer(language)); }"
SLIPS = """async ([word, words]) => {
  const { isSlip, nearestWords } = await import('/slips.js');
  return [isSlip(word, words), nearestWords(word, words)];
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a site that has nothing but the scripts."""
    with page_of_modules(browser) as page:
        yield page


@pytest.mark.parametrize("language", WORDS)
def test_forms_of_a_word_have_one_stem(page: Page, language: str) -> None:
    for forms in WORDS[language]["same"]:
        assert len({*page.evaluate(STEMS, [language, forms])}) == 1, forms
    for words in WORDS[language]["apart"]:
        assert len({*page.evaluate(STEMS, [language, words])}) == len(words), words


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("harbur", ["harbour", "harvest"], ["harbour"]),  # left out
        ("musuem", ["museum", "muzen"], ["museum"]),  # swapped
        ("hospiital", ["hospital"], ["hospital"]),  # twice
        ("universitiet", ["universiteit", "diversiteit"], ["universiteit"]),  # another letter
        ("huis", ["muis"], []),  # too short to be sure
        ("2021a", ["2022a"], []),  # a number is what it is
    ],
)
def test_a_slip_of_the_hand_is_known(page: Page, typed: str, known: list[str], meant: list[str]) -> None:
    sure, _ = page.evaluate(SLIPS, [typed, known])
    assert sure == meant


def test_where_nothing_is_found_the_nearest_words_are_offered(page: Page) -> None:
    _, near = page.evaluate(SLIPS, ["psycholoog", ["psychologie", "park", "psychisch"]])
    assert near[0] == "psychologie"
    assert "park" not in near
