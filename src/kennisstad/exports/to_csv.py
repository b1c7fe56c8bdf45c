"""The open data as tables (RFC 4180: commas, CRLF), UTF-8 with a mark so that spreadsheets read the accents.

A record is one line that starts with its id, so that a script can pick lines. Ids stand in one cell, divided by spaces, and
what they name stands in the last columns in words, in every language, divided by semicolons: who opens a table wants to read
it without looking up each id in another. A text that a spreadsheet would take for a formula starts with an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from kennisstad.exports.material import Files, Material
from kennisstad.model import Dataset, Figure, Partner, Project, Text, word_key

MARK = "\ufeff"
Row = dict[str, object]
_FORMULA = ("=", "+", "-", "@")


def files(material: Material) -> Files:
    """Gives the tables of projects, partners and figures."""
    for name, rows in _TABLES.items():
        yield material.addresses.open_data(name), partial(_made, material, rows)


def _made(material: Material, rows: Callable[[Material, _InWords], list[Row]]) -> bytes:
    return _table(rows(material, _InWords(material.dataset))).encode()


def _projects(material: Material, words: _InWords) -> list[Row]:
    languages, projects = material.dataset.programme.languages, material.dataset.projects.values()
    return [{**_project(one, languages), **_pages(material, "project", one.id), **words.project(one)} for one in projects]


def _partners(material: Material, words: _InWords) -> list[Row]:
    languages, partners = material.dataset.programme.languages, material.dataset.partners.values()
    return [{**_partner(one, languages), **_pages(material, "partner", one.id), **words.partner(one)} for one in partners]


def _figures(material: Material, words: _InWords) -> list[Row]:
    languages, figures = material.dataset.programme.languages, material.dataset.figures.values()
    return [{**_figure(one, languages), **words.figure(one)} for one in figures]


def _pages(material: Material, kind: str, identity: str) -> Row:
    addresses, languages = material.addresses, material.dataset.programme.languages
    return {f"url_{language}": addresses.absolute(addresses.page(kind, language, identity)) for language in languages}


_TABLES = {"projects.csv": _projects, "partners.csv": _partners, "figures.csv": _figures}
OPEN_DATA_FILES = tuple(_TABLES)


def _project(project: Project, languages: Iterable[str]) -> dict[str, object]:
    return {
        "id": project.id,
        **_texts("title", project.title, languages),
        **_texts("summary", project.summary, languages),
        "track": project.track,
        "status": project.status,
        "status_year": project.status_year,
        "leads": project.leads,
        "partners": project.partners,
        "intended_partners": project.intended_partners,
        "themes": project.themes,
        "sdgs": project.sdgs,
        "audiences": project.audiences,
        "places": project.places,
        "start": project.start.root if project.start else None,
        "end": project.end.root if project.end else None,
        "part_of": project.part_of,
        "checked": project.checked.root,
    }


def _partner(partner: Partner, languages: Iterable[str]) -> dict[str, object]:
    return {
        "id": partner.id,
        **_texts("name", partner.name, languages),
        "kind": partner.kind,
        "parent": partner.parent,
        "core_since": partner.core_since.root if partner.core_since else None,
        "unexplained": "yes" if partner.unexplained else "no",
        "link": partner.link,
    }


def _figure(figure: Figure, languages: Iterable[str]) -> dict[str, object]:
    return {
        "id": figure.id,
        "value": figure.value,
        "qualifier": figure.qualifier.value,
        **_texts("unit", figure.unit, languages),
        **_texts("counts", figure.counts, languages),
        "year": figure.year,
        "until_year": figure.until_year,
        "topic": figure.topic,
        "project": figure.project,
        "partner": figure.partner,
        **_texts("note", figure.note, languages),
        "not_the_same_as": figure.not_the_same_as,
        "sources": [f"{source.document}:{source.lines.root if source.lines else source.row}" for source in figure.sources],
    }


class _InWords:
    """What the ids in a table name, in every language."""

    def __init__(self, dataset: Dataset) -> None:
        self._languages, self._default = dataset.programme.languages, dataset.programme.default_language
        self._locales = dataset.locales
        self._tracks = {identity: track.title for identity, track in dataset.tracks.items()}
        self._themes = {identity: theme.title for identity, theme in dataset.themes.items()}
        self._audiences = {identity: audience.title for identity, audience in dataset.audiences.items()}
        self._places = {identity: place.title for identity, place in dataset.places.items()}
        self._projects = {identity: project.title for identity, project in dataset.projects.items()}
        self._partners = {identity: partner.name for identity, partner in dataset.partners.items()}

    def project(self, project: Project) -> dict[str, object]:
        return {
            **self._columns("track", (project.track,), self._tracks),
            **{f"status_{code}": self._locales[code].words[word_key("status", project.status)] for code in self._languages},
            **self._columns("leads", project.leads, self._partners),
            **self._columns("partners", project.partners, self._partners),
            **self._columns("intended_partners", project.intended_partners, self._partners),
            **self._columns("themes", project.themes, self._themes),
            **self._columns("audiences", project.audiences, self._audiences),
            **self._columns("places", project.places, self._places),
            **self._columns("part_of", (project.part_of,), self._projects),
        }

    def partner(self, partner: Partner) -> dict[str, object]:
        return self._columns("parent", (partner.parent,), self._partners)

    def figure(self, figure: Figure) -> dict[str, object]:
        return {
            **self._columns("project", (figure.project,), self._projects),
            **self._columns("partner", (figure.partner,), self._partners),
        }

    def _columns(self, field: str, ids: Iterable[str | None], texts: Mapping[str, Text]) -> dict[str, object]:
        """A name that lacks a language stands there in the default one."""
        named = [texts[identity] for identity in ids if identity]
        return {
            f"{field}_{code}": "; ".join(text.in_language(code) or text.in_language(self._default) or "" for text in named)
            for code in self._languages
        }


def _texts(field: str, text: Text | None, languages: Iterable[str]) -> dict[str, object]:
    return {f"{field}_{language}": text.in_language(language) if text else None for language in languages}


def _table(rows: Sequence[Mapping[str, object]]) -> str:
    written = io.StringIO(newline="")
    if rows:
        table = csv.DictWriter(written, list(rows[0]))
        table.writeheader()
        table.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return MARK + written.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return " ".join(map(str, value))
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
