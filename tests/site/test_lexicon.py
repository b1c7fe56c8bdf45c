"""What words are looked up in: every page that search finds, with what it is called, in its own language."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from kennisstad.exports import to_lexicon
from kennisstad.model import Folders
from kennisstad.site import make_site
from tests.grown import copy_grown
from tests.site.pages import asset

LIMIT = 30 * 1024
"""Bytes that typing may fetch in the list of projects, as a host with gzip sends them."""
SCRIPTS = ("finder-words", "finder-order", "lexicon", "stems", "slips", "meant")


def lexicon(site: Path, language: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site / f"assets/lexicon/{language}.json").read_text("utf-8"))
    return read


def test_each_page_is_looked_up_by_its_title_and_its_other_names(harbour: Path) -> None:
    english, german = lexicon(harbour, "en"), lexicon(harbour, "de")
    rowers = english["title"].index('Rowing Club "The Oar" & Friends')

    assert english["names"][str(rowers)] == "Oar"
    assert "Benches" in german["names"][str(german["title"].index("Bänke"))], "also by its name in the default language"
    assert german["foreign"][str(german["title"].index('Swimming < 3 km in the "harbour" & more'))] == "en"
    assert "Search" not in english["title"]


def test_a_project_is_near_its_partners_and_what_it_belongs_to(harbour: Path) -> None:
    english = lexicon(harbour, "en")
    near = {english["title"][place] for place in english["near"][str(english["title"].index("Quay garden"))]}

    assert {"The Town", 'Rowing Club "The Oar" & Friends', "Climate", "Green quays"} <= near


def test_words_that_mean_the_same_are_those_of_the_language(harbour: Path) -> None:
    english, dutch = lexicon(harbour, "en"), lexicon(harbour, "nl")

    assert [["seat", "qb"], [english["title"].index("Benches")]] in english["same"]
    assert [["zitplek", "kb"], [dutch["title"].index("Bankjes")]] in dutch["same"]
    assert lexicon(harbour, "de")["same"] == []


def test_the_words_of_texts_are_looked_up_where_few_pages_have_them(harbour: Path) -> None:
    english = lexicon(harbour, "en")
    words = dict(line.split(" ", 1) for line in english["words"].split("\n"))

    assert int(words["neighbours"].split(".")[0], 36) == english["title"].index("Quay garden")
    assert "garden" not in words or "town" not in words, "what stands in a title is looked up there"


def test_what_typing_fetches_stays_light_however_much_is_written(tmp_path: Path) -> None:
    files = make_site(Folders.of(copy_grown(tmp_path, projects=300))).files
    sent = ["assets/lexicon/nl.json", *(asset(files, f"{name}.js") for name in SCRIPTS)]

    assert sum(len(gzip.compress(files[path], 9)) for path in sent) < LIMIT


def test_the_longest_words_are_left_out_first() -> None:
    lines = {"ab": "ab 1", "abcdef": "abcdef 1", "abc": "abc 1"}

    assert list(to_lexicon._within(11, lines)) == ["ab 1", "abc 1"]
