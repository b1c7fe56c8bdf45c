"""The list of words that every locale must have is the list that code and templates use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from kennisstad.i18n import words_needed
from kennisstad.kinds import KINDS
from kennisstad.messages import messages
from kennisstad.model import Reading
from kennisstad.model.walk import models_in
from tests.conftest import ROOT

CODE = "\n".join(path.read_text("utf-8") for path in Path(ROOT / "src").rglob("*.py"))
TEMPLATES = "\n".join(path.read_text("utf-8") for path in Path(ROOT / "overrides").rglob("*.html"))


def test_every_word_in_a_template_is_on_the_list() -> None:
    used = set(re.findall(r"\bwords\.([a-z_]+(?:\.[a-z_]+)*)", TEMPLATES))

    assert used - words_needed().keys() == set()


def test_every_word_on_the_list_is_used() -> None:
    """By a template, by its whole key in code, or by a key that code completes: `f"status.{key}"`."""
    completed = (*re.findall(r'f"([a-z_.]+?\.(?:goal_|link_)?)\{', CODE), "not_found.", *_groups())
    sections = (*(place.key for place in KINDS.places), "search", "not_found")
    in_parts = {f"{section}.{word}" for section in sections for word in ("title", "description", "lead")}
    unused = [
        key
        for key in words_needed()
        if f"words.{key}" not in TEMPLATES and f'"{key}"' not in CODE and not key.startswith(completed) and key not in in_parts
    ]

    assert unused == []


def _groups() -> list[str]:
    """Gives the words of choices, whose keys `word_key` completes with an id."""
    return [f"{group}." for group in re.findall(r'word_key\("([a-z_.]+)"', CODE)]


def test_every_word_that_code_names_is_on_the_list() -> None:
    named = set(re.findall(r'(?:say|count|forms)\("([a-z_.]+)"', CODE)) - set(messages("nl").words)

    assert named - words_needed().keys() == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_that_documents_may_read_otherwise_has_a_word(language: str) -> None:
    """But for those that no document tells of."""
    own = {"id", "accepted", "formerly", "order", "checked", "colour", "icon", "unexplained", "offices"}
    with_readings = (kind.model for kind in KINDS.records if Reading in models_in(kind.model))
    fields = {field for model in with_readings for field in model.model_fields} - own
    words = yaml.safe_load((ROOT / "locales" / f"{language}.yaml").read_text("utf-8"))["words"]

    assert fields - words["reading"]["field"].keys() - words["changes"]["field"].keys() == set()
