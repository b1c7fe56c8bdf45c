"""What rules work out by themselves; that they are told at the right place stands in tests/golden."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from kennisstad.model import Dataset
from kennisstad.problem import nearest
from kennisstad.rules import RULES, languages
from kennisstad.rules.appearance import PAPER, contrast
from kennisstad.views.social_card import SHARES


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_stylesheet_uses_the_paper_that_colours_are_held_against() -> None:
    css = Path("overrides/assets/shared.css").read_text("utf-8")

    assert [f"--paper: {colour};" in css for colour in PAPER.values()] == [True, True]


def test_a_shared_wall_has_the_tints_of_the_stylesheet() -> None:
    css = Path("overrides/assets/shared.css").read_text("utf-8")
    told = {number: float(share) for number, share in re.findall(r"\.tint-(\d) { fill-opacity: ([.\d]+); }", css)}

    assert told == {str(number): share for number, share in enumerate(SHARES, 1) if share < 1}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_shows_what_passes_and_what_fails(rule: object) -> None:
    told = rule.__doc__ or ""

    assert "Passes:" in told
    assert "Fails:" in told


@pytest.mark.parametrize(
    ("found", "suggestion"),
    [("twon", "town"), ("Rowers", "rowers"), ("garden", "quay-garden"), ("zzz", ""), ("ro", "")],
)
def test_the_nearest_known_word_is_suggested(found: str, suggestion: str) -> None:
    assert nearest(found, ["town", "rowers", "quay-garden"]) == suggestion


def test_the_dataset_names_records_in_order(invented: Dataset) -> None:
    assert next(invented.records()) == ("programme", invented.programme)


@pytest.mark.parametrize(("is_installed", "told"), [(False, ["search-without-words"]), (True, [])])
def test_a_language_without_spaces_asks_for_the_larger_search_program(
    invented: Dataset, monkeypatch: pytest.MonkeyPatch, is_installed: bool, told: list[str]
) -> None:
    programme = invented.programme.model_copy(update={"languages": ("en", "zh-Hant")})
    monkeypatch.setattr(languages, "find_spec", lambda name: name if is_installed else None)

    found = list(languages.search_knows_where_words_end(replace(invented, programme=programme)))

    assert [problem.rule for problem in found] == told
