"""Every rule, hint and field that the code knows is told in both languages, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisstad.commands.reference import parts
from kennisstad.i18n import places
from kennisstad.kinds import KINDS
from kennisstad.messages import LANGUAGES, MOST_OF_A_KIND, messages
from kennisstad.problem import Location, Problem, Severity
from tests.conftest import ROOT

SOURCE = "\n".join(path.read_text("utf-8") for path in Path("src/kennisstad").rglob("*.py"))


@pytest.mark.parametrize("section", ["rules", "hints", "words"])
def test_both_languages_tell_the_same(section: str) -> None:
    dutch, english = (getattr(messages(language), section) for language in LANGUAGES)

    assert dutch.keys() == english.keys()
    assert {key: places(text) - {"read_as"} for key, text in dutch.items()} == {
        key: places(text) - {"read_as"} for key, text in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_the_model_has_a_meaning(language: str) -> None:
    told = {(part, field) for part, meanings in messages(language).fields.items() for field in meanings}

    assert told == {(part.__name__, field) for part in parts(KINDS) for field in part.model_fields}


@pytest.mark.parametrize("section", ["rules", "hints"])
def test_no_message_is_left_over(section: str) -> None:
    """A name is found whole, or as the head or tail that code adds to a kind of record or a colour scheme."""
    made = {
        *(f"unknown-{kind}" for kind in ("track", "theme", "partner", "project", "document", "figure", "governance")),
        "light-colour",
        "dark-colour",
    }
    unused = [key for key in getattr(messages("nl"), section) if not re.search(rf'"{key}"', SOURCE) and key not in made]

    assert unused == []


def test_a_flood_of_one_kind_is_counted() -> None:
    flood = [Problem(Location("x.yaml", line), "alias", "quote-text", values={"found": "*a"}) for line in range(1, 1000)]

    told = messages("en").tell_all(flood)

    most = MOST_OF_A_KIND[Severity.ERROR]
    assert told.count("[alias]") == most + 1
    assert told.endswith(f"and {999 - most} more in x.yaml: [alias]")


def test_advice_of_one_kind_is_soon_counted_unless_all_is_asked_for() -> None:
    advice = [Problem(Location("x.yaml", line), "no-source", "add-source", severity=Severity.ADVICE) for line in range(1, 10)]

    assert messages("en").tell_all(advice).endswith("… and 6 more in x.yaml: [no-source] (kennisstad check --all shows them)")
    assert messages("en").tell_all(advice, whole=True).count("[no-source]") == 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_there_twice(language: str) -> None:
    """YAML would keep the last one, and a rule would give the advice of another."""
    text = (ROOT / "src" / "kennisstad" / "messages" / f"{language}.yaml").read_text("utf-8")
    for part in re.split(r"(?m)^(?=\w)", text.partition("\nlabels:")[0].partition("\nfields:")[0]):
        names = re.findall(r"(?m)^  ([\w-]+):", part)
        assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
