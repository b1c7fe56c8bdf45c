"""A month in the life of the invented programme: thirty commits, as editors make them, from 1 to 22 June 2021.

What the site says of it on its last day stands in `tests/site/life/` and in `test_life.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.site.repository import PARTNERS, PROJECTS, Edit, Files, Repository

FIGURES = "data/figures.yaml"
TOLD = Path(__file__).parent / "life"
"""What is expected, as files."""

LIBRARY = """\
- id: boat-library
  title: {en: Boat library, nl: Botenbieb, de: Bootsbücherei}
  summary: {en: Borrow a boat for a day., nl: Leen een boot voor een dag., de: Leihen Sie ein Boot für einen Tag.}
  track: water
  themes: [climate]
  status: planned
  status_year: 2021
  leads: [rowers]
  checked: 2021-06
"""
CANOES = "- {id: canoe-club, name: {en: Canoe Club, nl: Kanoclub, de: Kanuklub}, kind: association}\n"
MARKET = """\
- id: night-market
  title: {en: Night market, nl: Nachtmarkt, de: Nachtmarkt}
  summary: {en: A market by night., nl: Een markt in de nacht., de: Ein Markt bei Nacht.}
  track: green
  status: planned
  status_year: 2021
  leads: [town]
  checked: 2021-06
"""
RESULT = (
    "  results:\n"
    "    - {text: {en: Forty beds are dug., nl: Veertig bedden zijn gegraven., de: Vierzig Beete sind gegraben.}, year: 2021}\n"
)
NEWS = {
    "en": """\
---
title: The boat library opens
summary: From July you can borrow a boat.
date: 2021-06-06
projects: [boat-library]
partners: [rowers]
---
Four boats are ready. See [the library](project:boat-library).
""",
    "nl": "---\ntitle: De botenbieb gaat open\nsummary: Vanaf juli kunt u een boot lenen.\n---\nEr liggen vier boten klaar.\n",
    "de": "---\ntitle: Die Bootsbücherei öffnet\nsummary: Ab Juli können Sie ein Boot leihen.\n---\nVier Boote liegen bereit.\n",
}
OPENING = {
    "en": """\
---
title: Opening of the boat library
summary: Be the first to row.
start: 2021-06-26 14:00
end: 2021-06-26 16:00
place: The old quay
projects: [boat-library]
partners: [rowers]
---
There is lemonade.
""",
    "nl": "---\ntitle: Opening van de botenbieb\nsummary: Roei als eerste.\nplace: De oude kade\n---\n",
}
LETTER = "content/en/newsletters/2021-06-22.md"
EDITORS_WORDS = "\nThe garden is *done*. Come and see [the beds](project:harbour-garden).\n"


def swap(path: str, old: str, new: str) -> Edit:
    """Gives the edit that writes a text in place of another."""
    return lambda files: files.replace(path, old, new)


def many(*edits: Edit) -> Edit:
    """Gives the edit that makes several."""
    return lambda files: [edit(files) for edit in edits]


def added(path: str, text: str) -> Edit:
    """Gives the edit that adds to the end of a file."""
    return lambda files: files.append(path, text)


def article(folder: str, name: str, texts: dict[str, str]) -> Edit:
    """Gives the edit that writes an article in some languages."""

    def edit(files: Files) -> None:
        for language, text in texts.items():
            files.write(f"content/{language}/{folder}/{name}.md", text)

    return edit


def _garden_under_another_id(files: Files) -> None:
    for path in files.all():
        files.write(path, re.sub(r"\bquay-garden\b", "harbour-garden", files.read(path)))
    files.replace(PROJECTS, "- id: harbour-garden\n", "- id: harbour-garden\n  formerly: [quay-garden]\n")


def _news_under_another_id(files: Files) -> None:
    for language in NEWS:
        files.remove(f"content/{language}/news/boat-library-opens.md")
    texts = {**NEWS, "en": NEWS["en"].replace("---\n", "---\nformerly: [boat-library-opens]\n", 1)}
    article("news", "borrow-a-boat", texts)(files)


def _another_order(files: Files) -> None:
    first, *others = files.read(PARTNERS).removeprefix("- ").split("\n- ")
    files.write(PARTNERS, "# Who takes part\n" + "\n".join(f"- {one.rstrip()}" for one in (*others, first)) + "\n")
    files.replace(PROJECTS, "Neighbours dig, *together* with", "Neighbours dig,\n      *together* with")


COME_BACK = swap(PROJECTS, "status: running\n  status_year: 2022", "status: stopped\n  status_year: 2022")
OFF_AGAIN = swap(PROJECTS, "status: stopped\n  status_year: 2022", "status: running\n  status_year: 2022")
LEADS = "leads: [town]\n  partners: [rowers]\n  part_of"

BEFORE_THE_MARKET: tuple[tuple[str, str, Edit], ...] = (
    ("01T09:00", "The garden is done", swap(PROJECTS, "running\n  status_year: 2020", "completed\n  status_year: 2020")),
    ("01T16:00", "Rowers lead the benches", swap(PROJECTS, LEADS, "leads: [rowers]\n  partners: [town]\n  part_of")),
    ("02T10:00", "A boat library", added(PROJECTS, LIBRARY)),
    ("02T11:00", "Swimming in Dutch", swap(PROJECTS, "Swim where ships lay.}", "Swim where ships lay., nl: Zwem in de haven.}")),
    ("03T10:00", "Canoes join", many(added(PARTNERS, CANOES), swap(PROJECTS, "leads: [rowers]\n  checked: 2021-06",
        "leads: [rowers]\n  partners: [canoe-club]\n  checked: 2021-06"))),
    ("03T12:00", "[stil] The number of flowers of 2019", swap(FIGURES, "value: 800", "value: 850")),
    ("04T10:00", "Swimming goes on", many(OFF_AGAIN, swap(PROJECTS, "- id: benches", "- id: benches\n  title: ["))),
    ("04T11:00", "More flowers", swap(FIGURES, "value: 1250", "value: 1300")),
    ("05T09:00", "A bracket too many", swap(PROJECTS, "\n  title: [", "")),
    ("06T10:00", "News of the library", article("news", "boat-library-opens", {"en": NEWS["en"]})),
    ("07T10:00", "The same in Dutch and German", article("news", "boat-library-opens", {"nl": NEWS["nl"], "de": NEWS["de"]})),
    ("08T10:00", "The opening", article("events", "library-opening", OPENING)),
    ("08T17:00", "Order and lines", _another_order),
    ("09T10:00", "The garden is called after the harbour", _garden_under_another_id),
    ("10T10:00", "Its title too", swap(PROJECTS, "{en: Quay garden, nl: Kadetuin", "{en: Harbour garden, nl: Haventuin")),
)  # fmt: skip
MARKET_ON_A_BRANCH: tuple[tuple[str, str, Edit], ...] = (
    ("10T12:00", "A market", added(PROJECTS, MARKET)),
    ("10T13:00", "It is by night", swap(PROJECTS, "A market by night.", "A market under the moon.")),
)
MERGED = "11T09:00"
AFTER_THE_MARKET: tuple[tuple[str, str, Edit], ...] = (
    ("12T10:00", "The opening is a day later", swap("content/en/events/library-opening.md",
        "start: 2021-06-26 14:00\nend: 2021-06-26 16:00",
        "start: 2021-06-27 14:00\nend: 2021-06-27 16:00\nmoved_from: 2021-06-26 14:00")),
    ("13T10:00", "Canoes and rowers are one", many(
        swap(PARTNERS, CANOES, ""),
        swap(PARTNERS, "- id: rowers\n", "- id: rowers\n  formerly: [canoe-club]\n"),
        swap(PROJECTS, "leads: [rowers]\n  partners: [canoe-club]", "leads: [rowers]\n  partners: [town]"))),
    ("14T10:00", "The parade goes on", swap("content/en/events/boat-parade.md", "cancelled: true\n", "")),
    ("15T10:00", "At the steps", many(
        swap("content/en/events/library-opening.md", "place: The old quay", "place: The steps"),
        swap("content/nl/events/library-opening.md", "title: Opening van", "title: [Opening van"))),
    ("16T10:00", "Mended, and in Dutch", many(
        swap("content/nl/events/library-opening.md", "title: [Opening van", "title: Opening van"),
        swap("content/nl/events/library-opening.md", "De oude kade", "De trap"))),
    ("17T10:00", "No market", swap(PROJECTS, MARKET.replace("by night.,", "under the moon.,"), "")),
    ("18T10:00", "Another name for the news", _news_under_another_id),
    ("19T10:00", "Beds", swap(PROJECTS, "  checked: 2026-11-22\n- id: benches", f"{RESULT}  checked: 2026-11-22\n- id: benches")),
    ("20T10:00", "Come and see", swap("content/en/about.md", "See [the garden]", "Come and see [the garden]")),
    ("21T10:00", "Swimming stops", COME_BACK),
    ("21T15:00", "It does not", OFF_AGAIN),
    ("22T10:00", "A newsletter", lambda files: files.write(LETTER, f"{(TOLD / 'draft.md').read_text('utf-8')}{EDITORS_WORDS}")),
)  # fmt: skip


def live(top: Path) -> Repository:
    """Gives the repository after the month."""
    repository = Repository.of_invented(top)
    _commit(repository, BEFORE_THE_MARKET)
    repository.branch("market")
    _commit(repository, MARKET_ON_A_BRANCH)
    repository.merge(_when(MERGED), "market")
    _commit(repository, AFTER_THE_MARKET)
    return repository


def _commit(repository: Repository, commits: tuple[tuple[str, str, Edit], ...]) -> None:
    for when, subject, edit in commits:
        repository.commit(_when(when), subject, edit)


def _when(when: str) -> str:
    return f"2021-06-{when}+02:00"
