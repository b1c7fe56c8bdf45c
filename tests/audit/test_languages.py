"""How the audit tells languages apart; what pages promise of them stands in `tests/promises/languages.py`."""

from __future__ import annotations

from tests.audit.texts import written_in


def test_languages_are_told_apart_by_sentences_not_by_names() -> None:
    assert written_in("Zij doet mee aan het convenant van de stad.") == "nl"
    assert written_in("It takes part in the covenant with the city.") == "en"
    assert written_in("Leren met de stad: ontwikkeling van onderwijs met en in de stad") == ""
