"""Small invented programmes that lack most of what a programme can have. Nothing in them is true."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from kennisstad.kinds import RECORDS
from kennisstad.model import Folders

ROOT = Path(__file__).parent.parent.parent
PROGRAMME = """
id: orchard
name: {en: The Orchard}
tagline: {en: Growers of one valley}
summary: {en: Growers keep old apples.}
languages: [en]
address: https://orchard.example.org/
"""
PAGE = """---
title: About the orchard
description: What the orchard is.
---
Old trees.
"""
PROJECT = """
- id: cider
  title: {en: Cider press}
  summary: {en: A press for all growers.}
  status: running
  status_year: 2024
  checked: 2025-03-04
"""
PARTNERS = """
- {id: growers, name: {en: The Growers}, kind: association, core_since: 2020}
- {id: school, name: {en: The School}, kind: education}
- {id: neighbour, name: {en: The Neighbour}, kind: other}
"""
EVERYTHING_BUT_TRACKS: Mapping[str, str] = {
    "programme": PROGRAMME
    + """
goals: [{id: apples, text: {en: Apples for all.}}]
periods: [{id: first, title: {en: First years}, start: 2020, end: 2024}]
channels: [{id: letter, title: {en: Letter}, text: {en: News of the trees.}}]
highlights: [cider]
headline_figures: [trees]
accessibility:
  organisation: growers
  standard: WCAG 2.2 AA
  status: partially-compliant
  reason: {en: One fault is left.}
  assessed: 2025-01
  known_failures: [{en: The map has no text.}]
  how_tested: {en: We asked the neighbours.}
  complaints: {en: Go to the town hall.}
agendas: [{id: list, title: {en: List of 2020}, year: 2020, document: plan}]
""",
    "projects": PROJECT
    + """
  leads: [growers]
  partners: [school]
  themes: [old]
  sdgs: [2]
  codes: {list: ["1"]}
  start: 2020
  results: [{text: {en: A full barrel.}, sources: [{document: plan}]}]
  sources: [{document: plan}]
""",
    "partners": PARTNERS,
    "themes": "- {id: old, title: {en: Old kinds}, summary: {en: Kinds that few people grow.}, order: 1}\n",
    "documents": "- {id: plan, title: {en: The plan}, year: 2020}\n",
    "figures": "- {id: trees, value: 40, unit: {en: trees}, counts: {en: planted}, topic: nature, sources: [{document: plan}]}\n",
    "timeline": "- {id: start, date: 2020, title: {en: The first tree.}, projects: [cider], sources: [{document: plan}]}\n",
    "governance": """
- {id: board, title: {en: Board}, kind: group, summary: {en: It decides.}, order: 1, sources: [{document: plan}]}
""",
    "editorial_notes": """
- id: spelling
  title: {en: Two spellings}
  kind: choice
  about: [project:cider]
  found: {en: Cider and cyder.}
  chosen: {en: Cider.}
  why: {en: It is shorter.}
  sources: [{document: plan}]
""",
}
SMALL: Mapping[str, Mapping[str, str]] = {
    "nothing": {"programme": PROGRAMME},
    "one-project": {"programme": PROGRAMME, "projects": PROJECT},
    "partners-only": {"programme": PROGRAMME, "partners": PARTNERS},
    "no-tracks": EVERYTHING_BUT_TRACKS,
}
"""The records of each by kind; a kind that is not named has none."""


def write_small(folder: Path, records: Mapping[str, str], pages: Mapping[str, str] | None = None) -> Folders:
    """Writes a programme of some records and English pages (only "about" where none are given)."""
    for part in ("data", "content/en", "locales"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "data" / "programme.yaml").write_text(records["programme"], "utf-8")
    for kind in (kind for kind in RECORDS if not kind.folder):
        (folder / "data" / kind.file).write_text(records.get(kind.name, "[]\n"), "utf-8")
    for name, text in ({"about": PAGE} if pages is None else pages).items():
        (folder / "content" / "en" / f"{name}.md").write_text(text, "utf-8")
    shutil.copy(ROOT / "locales" / "en.yaml", folder / "locales")
    return Folders.of(folder)
