"""Words, dates and numbers of a language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kennisstad.i18n import Locale, display_name, plurals, with_region

WORDS = {"count.projects.one": "{count} project", "count.projects.other": "{count} projecten", "partner.core_since": "sinds {date}"}


def locale(language: str) -> Locale:
    return Locale(language, f"locales/{language}.yaml", language, {}, WORDS)


@pytest.mark.parametrize(
    ("language", "parts", "told"),
    [
        ("nl", (2017,), "2017"),
        ("nl", (2021, 2), "februari 2021"),
        ("nl", (2017, 7, 7), "7 juli 2017"),
        ("en", (2017, 7, 7), "7 July 2017"),
        ("en", (2021, 2), "February 2021"),
        ("de", (2017, 7, 7), "7. Juli 2017"),
    ],
)
def test_dates_are_told_in_the_language(language: str, parts: tuple[int, ...], told: str) -> None:
    assert locale(language).moment(parts) == told


def test_numbers_are_written_as_the_language_does() -> None:
    assert (locale("nl").number(20800), locale("en").number(20800)) == ("20.800", "20,800")
    assert (locale("nl").number(Decimal("2.5")), locale("en").number(Decimal("2.5"))) == ("2,5", "2.5")


def test_counted_nouns_follow_the_plural_rules() -> None:
    assert [locale("nl").count("count.projects", number) for number in (0, 1, 2)] == ["0 projecten", "1 project", "2 projecten"]


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nl", "one other"),
        ("pt-BR", "one other"),
        ("sr-Latn", "one few other"),
        ("pl", "one few many other"),
        ("ar", "zero one two few many other"),
        ("zh-Hant", "other"),
    ],
)
def test_a_language_needs_the_plural_forms_that_counts_take(language: str, forms: str) -> None:
    assert " ".join(plurals(language)) == forms


def test_languages_with_a_script_or_region_have_dates_and_a_name() -> None:
    assert locale("pt-BR").moment((2017, 7, 7)) == "7 de julho de 2017"
    assert locale("zh-Hant").moment((2017, 7, 7)) == "2017年7月7日"
    assert display_name("zh-Hant", "nl") == "Chinees (traditioneel)"
    assert display_name("pt-BR", "en") == "Portuguese (Brazil)"
    assert display_name("en", "nl") == "Engels"


def test_words_are_named_by_their_path() -> None:
    assert locale("nl").tree.partner.core_since == "sinds {date}"
    assert locale("nl").say("partner.core_since", date="2017") == "sinds 2017"


@pytest.mark.parametrize(
    ("language", "region"),
    [
        ("nl", "nl_NL"),
        ("en", "en_GB"),
        ("en-US", "en_US"),
        ("de", "de_DE"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("ar", "ar_EG"),
        ("fy", "fy_NL"),
        ("eo", "eo"),
    ],
)
def test_a_language_has_the_region_that_it_is_most_read_in(language: str, region: str) -> None:
    assert with_region(language) == region
