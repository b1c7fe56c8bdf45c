"""Texts are compared as people read and type them."""

from __future__ import annotations

import pytest
import yaml

from kennisstad.text import collation_key, fitted, fold, respelled, suggest_slug, visible
from tests.conftest import ROOT

FOLDING: list[list[str]] = yaml.safe_load((ROOT / "tests" / "unit" / "folding.yaml").read_text("utf-8"))


@pytest.mark.parametrize(("text", "folded"), FOLDING)
def test_texts_that_differ_in_how_they_are_typed_are_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    "in_order",
    [
        ["Aardappel", "Één tuin", "“Kwaliteit”", "Łódź", "Øresund", "’t Hart", "'t Hof", "Zaal"],
        ["Project", "Project 2", "Project 02b", "Project 10", "Project 1000", "Projecten"],
        ["2 tuinen", "10 tuinen", "Tuin"],
        ["-hart", "Hart Zuid", "Hart-Zuid", "Hartje"],
        ["игра", "йога", "яма"],
        ["αβγό", "Βήτα", "ωμέγα"],
    ],
)
def test_lists_stand_in_the_order_of_their_first_letter_and_their_numbers(in_order: list[str]) -> None:
    backwards = in_order[::-1]

    assert sorted(backwards, key=lambda text: (collation_key(text), text)) == in_order


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Van 't Hof & Zn.", "van-t-hof-zn"),
        ("Agenda’s", "agendas"),
        ("Één café", "een-cafe"),
        ("Straße in Łódź.MD", "strasse-in-lodz"),
        ("zorg\u00adhuis", "zorghuis"),
        ("!!!", "id"),
        ("城市", "id"),
    ],
)
def test_a_slug_is_suggested(text: str, slug: str) -> None:
    assert suggest_slug(text) == slug


def test_words_with_a_letter_that_not_everybody_can_type_are_respelled_for_search() -> None:
    assert respelled("Łódź en de Straße, ideeën, zorg\u00adhuis, Łódź") == "lodz strasse zorghuis"
    assert respelled("Een café") == ""


def test_what_nobody_sees_is_left_out() -> None:
    assert visible("\u200b \u00ad\ufeff").strip() == ""


def test_a_text_is_cut_after_a_sentence_or_else_after_a_word() -> None:
    assert fitted("Short.", 20) == "Short."
    assert fitted("One sentence here. And a second one that is long.", 30) == "One sentence here."
    assert fitted("One. And a second sentence that is far too long", 30) == "One. And a second sentence…"
    assert len(fitted("word " * 100, 160)) <= 160
