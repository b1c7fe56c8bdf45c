"""What an editor types stands somewhere on the site: every record, every text in each language, every row that a source names."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import escape

from kennisstad.addresses.redirects import redirects
from kennisstad.markdown import fields as markup
from kennisstad.markdown.longform import longform_html
from kennisstad.model import Dataset, Figure, LongText, NoteKind, Programme, Prose, Record, Source, Status, Text
from kennisstad.model.walk import values_of
from tests.promises.published import Published, plain

BLOCK = re.compile(r"<(?:p|li|h\d|td|th)[^>]*>(.*?)(?:<[uo]l>|</(?:p|li|h\d|td|th)>)", re.DOTALL)
OVERVIEWS: Mapping[str, Callable[[Dataset], bool]] = {
    "results": lambda dataset: any(project.results for project in dataset.projects.values()),
    "figures": lambda dataset: bool(dataset.figures),
    "programme": lambda dataset: bool(dataset.programme.goals or dataset.governance or dataset.programme.channels),
    "history": lambda dataset: bool(dataset.timeline),
    "changes": lambda dataset: bool(dataset.history.changes),
    "follow": lambda dataset: bool(dataset.news or dataset.events or dataset.history.changes),
    "agendas": lambda dataset: bool(dataset.programme.agendas),
    "accessibility": lambda dataset: dataset.programme.accessibility is not None,
    "open-data": lambda dataset: True,
    "edit": lambda dataset: True,
    "sitemap": lambda dataset: True,
    "search": lambda dataset: True,
}
"""Pages of which there is one in each language, and whether it has anything to show."""
OWN_PAGE = {
    "project": "projects",
    "partner": "partners",
    "track": "tracks",
    "theme": "themes",
    "audience": "audiences",
    "place": "places",
    "news-item": "news",
    "event": "events",
    "newsletter": "newsletters",
}
"""Kinds that have a page of their own, and the section it is below."""
ANCHORED = {"figure": "figures", "timeline-entry": "history", "body": "programme"}
"""Kinds that stand in an overview, each in an element with the record's id."""


def every_record_has_its_page_and_no_page_is_left_over(site: Published) -> list[str]:
    """Also every goal, status and kind of note that is used, every hand-written page, search and 404."""
    expected = set()
    for language in site.languages:
        for section, ids in _below(site.dataset).items():
            if not ids and section != "method":
                continue
            expected |= {site.path(section, language), *(site.path(section, language, one) for one in ids)}
        expected |= {site.path(overview, language) for overview, exists in OVERVIEWS.items() if exists(site.dataset)}
        expected |= {site.written(name, language) for name in site.written_names()}
        expected |= {site.home(language), f"{site.home(language)}404.html"}
    files = {path if path.endswith(".html") else f"{path}index.html" for path in expected}
    return sorted(files ^ site.own.keys())


def every_text_stands_on_a_page_of_its_language(site: Published) -> list[str]:
    """Every line of every text."""
    return [
        f"{name}/{record.id}: {line[:80]} ({language})"
        for name, record in site.dataset.records()
        for language, line in _lines(site, record)
        if line not in site.said[language]
    ]


def every_row_that_a_source_names_stands_on_a_page(site: Published) -> list[str]:
    """Of the default language; behind a bracket or a space, before a bracket or a comma."""
    said = site.said[site.languages[0]]
    rows = {
        source.row: f"{name}/{record.id}: {source.row}"
        for name, record in site.dataset.records()
        for _, source in values_of(Source, record)
        if source.row
    }
    return [told for row, told in rows.items() if not re.search(rf"[(\s]{re.escape(row)}[,)]", said)]


def every_hand_written_page_is_shown(site: Published) -> list[str]:
    """Its title, and every piece of its text."""
    faults = []
    for page in site.dataset.content:
        name = "" if page.name == "index" else site.written(page.name, page.language)
        path = f"{name or site.home(page.language)}index.html"
        shown = plain(site.html[path])
        pieces = [plain(piece) for piece in BLOCK.findall(longform_html(page.markdown, lambda url, is_picture: ""))]
        faults += [f"{path}: {piece[:80]}" for piece in (page.front.title, *pieces) if piece not in shown]
    return faults


def what_came_of_a_project_stands_under_its_track(site: Published) -> list[str]:
    """On the page of results, in each language, with a link to the project; nothing stands there of who has none."""
    faults = []
    for language in site.languages if any(project.results for project in site.dataset.projects.values()) else ():
        page = site.html[f"{site.path('results', language)}index.html"]
        for project in site.dataset.projects.values():
            anchor = f"of-track-{project.track}" if project.track else "of-trackless"
            group = page.partition(f'id="{anchor}"')[2].partition("</section>")[0]
            texts = [escape(_said(site, result.text, language)) for result in project.results]
            faults += [f"{project.id}: {text}" for text in texts if f">{text}" not in group]
            if bool(texts) != (f'/{project.id}/"' in group):
                faults.append(f"{project.id}: {len(texts)} results in {language}")
    return faults


def a_record_leads_to_the_notes_about_it(site: Published) -> list[str]:
    """On its own page, or where it stands in an overview."""
    faults = []
    for note in site.dataset.editorial_notes.values():
        link = f'/{note.kind.value}/#{note.id}"'
        for name in note.about:
            kind, _, identity = name.partition(":")
            if kind in OWN_PAGE:
                shown = site.html[f"{site.path(OWN_PAGE[kind], site.languages[0], identity)}index.html"]
            elif kind in ANCHORED:
                overview = site.html[f"{site.path(ANCHORED[kind], site.languages[0])}index.html"]
                shown = _entry(overview, identity)
            else:
                continue
            faults += [f"{name}: {note.id}"] if link not in shown else []
    return faults


def _below(dataset: Dataset) -> dict[str, list[str]]:
    """Gives the sections, and the ids of the pages below each."""
    projects = dataset.projects.values()
    kinds = {note.kind for note in dataset.editorial_notes.values()}
    return {
        **{section: list(getattr(dataset, section)) for section in OWN_PAGE.values()},
        "goals": sorted({str(goal) for project in projects for goal in project.sdgs}),
        "statuses": [status.value for status in Status if any(project.status == status for project in projects)],
        "changes": list(dataset.history.months),
        "news": [*dataset.news, *{str(item.date.year) for item in dataset.news.values()}],
        "events": [*dataset.events, *{str(event.start.root[:4]) for event in dataset.events.values()}],
        "method": [*(kind.value for kind in NoteKind if kind in kinds), *(["left-out"] if dataset.left_out else [])],
    }


def _entry(page: str, identity: str) -> str:
    """Gives an entry of an overview: from its id to where the next one begins."""
    return page.partition(f'id="{identity}"')[2].partition("<li id=")[0].partition('<li class="row')[0]


def _lines(site: Published, record: Record) -> Iterator[tuple[str, str]]:
    """Gives the lines of a record by language; of a figure that is shown in words of its own, its unit is for the open data."""
    for keys, text in values_of(Text, record):
        if isinstance(record, Figure) and record.shown and keys == ("unit",):
            continue
        if isinstance(record, Programme) and keys[0] == "words":
            continue  # words of the interface: some are filled in, some are for scripts, some for pages that are not there
        for language in site.languages:
            written = text.in_language(language) or ""
            blocks = [html.escape(written)]
            if isinstance(text, Prose | LongText):
                made = (
                    markup.to_html(written, str) if isinstance(text, Prose) else longform_html(written, lambda url, is_picture: "")
                )
                blocks = BLOCK.findall(made)
            yield from ((language, plain(block)) for block in blocks)


def _said(site: Published, text: Text, language: str) -> str:
    """Gives a text in a language, or in the default one where it is not translated."""
    return text.in_language(language) or text.in_language(site.languages[0]) or ""


def every_old_address_leads_to_its_record(site: Published) -> list[str]:
    """Each id that a record had before has a page in every language that tells the record's address.

    So has each address that a record of redirects leads on; there is no other.
    """
    expected = {
        f"{site.path(section, language, old)}index.html": site.path(section, language, record.id)
        for section in OWN_PAGE.values()
        for record in getattr(site.dataset, section).values()
        for old in record.formerly
        for language in site.languages
    }
    expected |= site.embeds_of_before
    led = redirects(site.dataset, site.addresses)
    expected |= {f"{one.old}index.html": one.to for one in led if one.is_page and one.record and one.to is not None}
    wrong = [path for path, text in site.leading_on.items() if f'href="{_whole(site, expected.get(path, "-"))}"' not in text]
    return wrong + sorted(expected.keys() ^ site.leading_on.keys())


def _whole(site: Published, path: str) -> str:
    return path if path.startswith("https://") else f"{site.address}{path}"
