"""The invented records: N projects, N/4 partners, and the figures and events that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.sentences import LANGUAGES, Choice, Sentences, Text

FIXED = Path(__file__).parent / "programme" / "data"
"""The collections that are as large for every N."""
TRACKS = ("campus", "onderwijs", "internationaal", "stad-als-lab", "leefstijl")
THEMES = ("gezondheid", "natuur", "erfgoed")
DOCUMENTS = ("plan", "verslag", "evaluatie", "begroting", "onderzoek")
STATUSES = ("running", "running", "completed", "completed", "planned", "exploring", "stopped")
KINDS = ("foundation", "research", "association", "museum", "network", "company", "education")
CORE = 5
"""Partners that every second project is led by."""
Record = dict[str, Any]


def partner_id(number: int) -> str:
    """Gives the id of a partner, counted from 1."""
    return f"partner-{number:04}"


def project_id(number: int) -> str:
    """Gives the id of a project, counted from 1."""
    return f"project-{number:04}"


class Records:
    """The records of one size, by the name of their file."""

    def __init__(self, projects: int) -> None:
        self._number, self._partners = projects, max(projects // 4, CORE + 1)
        self._sentences = Sentences()
        self._titles = [self._title(number) for number in range(1, projects + 1)]
        self._names = [self._name(number) for number in range(1, self._partners + 1)]

    def collections(self) -> dict[str, Any]:
        """Gives the contents of every file in `data/`."""
        fixed = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted(FIXED.glob("*.yaml"))}
        fixed["programme"]["highlights"] = [project_id(number) for number in range(1, 5)]
        fixed["programme"]["headline_figures"] = [f"cijfer-{number:04}" for number in range(1, 5)]
        numbers, registered = range(1, self._number + 1), max(self._number // 5, 4)
        return {
            **fixed,
            "partners": [self._partner(number) for number in range(1, self._partners + 1)],
            "projects": [self._project(number) for number in numbers],
            "figures": [self._figure(number) for number in range(1, registered + 1)],
            "timeline": [self._event(number) for number in range(1, registered + 1)],
        }

    def _title(self, number: int) -> Text:
        text = self._sentences.joined(Choice(number), "noun", "about")
        return {language: f"{text[language]} {number}" for language in LANGUAGES}

    def _name(self, number: int) -> Text:
        text = self._sentences.joined(Choice(number + 500_000), "organisation", "about")
        return {language: f"{text[language]} {number}" for language in LANGUAGES}

    def _roles(self, number: int, choice: Choice) -> tuple[list[str], list[str]]:
        """Every second project is led by one of the core partners; two to four others take part."""
        lead = 1 + choice.below(CORE if number % 2 else self._partners)
        others = {1 + choice.below(self._partners) for _ in range(2 + choice.below(3))} - {lead}
        return [partner_id(lead)], [partner_id(other) for other in sorted(others)]

    def _project(self, number: int) -> Record:
        choice, sentences = Choice(number + 1_000_000), self._sentences
        leads, partners = self._roles(number, choice)
        other = 1 + (number + choice.below(max(1, self._number - 1))) % self._number  # never itself
        partner = int(leads[0].removeprefix("partner-"))
        links = ((f"partner:{leads[0]}", self._names[partner - 1]), (f"project:{project_id(other)}", self._titles[other - 1]))
        return {
            "id": project_id(number),
            "title": self._titles[number - 1],
            "aliases": [f"P{number}"],
            "summary": sentences.summary(choice),
            "description": sentences.story(choice, links),
            "track": TRACKS[choice.below(len(TRACKS))],
            "themes": [THEMES[choice.below(len(THEMES))]],
            "sdgs": [1 + choice.below(17)],
            "status": STATUSES[choice.below(len(STATUSES))],
            "status_year": 2017 + choice.below(7),
            "status_explanation": sentences.sentence(choice),
            "leads": leads,
            "partners": partners,
            "start": f"{2012 + choice.below(5)}-{1 + choice.below(12):02}",
            "results": [{"text": sentences.sentence(choice), "year": 2021, "sources": _sources(choice, 1)} for _ in range(2)],
            "links": [{"kind": "own", "url": f"https://project-{number}.example.org/"}],
            **({"part_of": project_id(number - 1)} if number % 20 == 0 else {}),
            "sources": _sources(choice, 3),
            "checked": "2026-11-22",
        }

    def _partner(self, number: int) -> Record:
        choice, sentences = Choice(number + 2_000_000), self._sentences
        project = 1 + choice.below(self._number)
        return {
            "id": partner_id(number),
            "name": self._names[number - 1],
            "aliases": [f"O{number}"],
            "kind": KINDS[choice.below(len(KINDS))],
            **({"core_since": "2017"} if number <= CORE else {}),
            "summary": sentences.summary(choice),
            "description": sentences.linked(choice, f"project:{project_id(project)}", self._titles[project - 1]),
            "link": f"https://partner-{number}.example.org/",
            "sources": _sources(choice, 2),
        }

    def _figure(self, number: int) -> Record:
        choice = Choice(number + 3_000_000)
        return {
            "id": f"cijfer-{number:04}",
            "value": 10 + choice.below(9_990),
            "unit": {"nl": "deelnemers", "en": "participants"},
            "counts": self._sentences.part("what", choice),
            "year": 2017 + choice.below(6),
            "topic": "housing",
            "project": project_id(1 + (number * 5 - 1) % self._number),
            "sources": _sources(choice, 1),
        }

    def _event(self, number: int) -> Record:
        choice = Choice(number + 4_000_000)
        return {
            "id": f"gebeurtenis-{number:04}",
            "date": f"{2015 + choice.below(8)}-{1 + choice.below(12):02}-{1 + choice.below(28):02}",
            "title": self._sentences.sentence(choice),
            "projects": [project_id(1 + (number * 5 - 3) % self._number)],
            "sources": _sources(choice, 1),
        }


def _sources(choice: Choice, number: int) -> Sequence[Record]:
    """Gives sources in different documents."""
    first = choice.below(len(DOCUMENTS))
    return [_source(DOCUMENTS[(first + turn) % len(DOCUMENTS)], choice) for turn in range(number)]


def _source(document: str, choice: Choice) -> Record:
    chapter = 1 + choice.below(6)
    line = chapter * 1000 - 999 + choice.below(900)
    return {"document": document, "section": f"hoofdstuk-{chapter}", "lines": f"{line}-{line + 1 + choice.below(20)}"}
