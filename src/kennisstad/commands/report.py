"""What the editors have in hand: how many records of each kind, and which ask for work. Advice, never a fault."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kennisstad.messages import Messages
from kennisstad.model import Dataset, Partner, Project, Prose, Record, Summary, Text
from kennisstad.model.walk import documents_named, values_of
from kennisstad.readability import readability
from kennisstad.rules.standing import OLD_AFTER
from kennisstad.views.datasets import CATALOG, lacking

SUPPLIED_BY_PROGRAMME = ("contact", "licence", "repository", "security")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines."""

    title: str
    lines: tuple[str, ...]


def report(dataset: Dataset, words: Messages, language: str, today: datetime.date) -> str:
    """Gives the report as Markdown, in a language of the messages; `today` decides what is old."""
    sections: list[Callable[[], Section]] = [
        lambda: _counts(dataset, words),
        lambda: _per_track(dataset, words, language),
        lambda: _per_status(dataset, words),
        lambda: _per_kind(dataset, words),
        lambda: _per_document(dataset, words),
        lambda: _missing(dataset, words),
        lambda: _hard(dataset, words),
        lambda: _without_link(dataset, words),
        lambda: _unchecked(dataset, words, today),
        lambda: _open_notes(dataset, words, language),
        lambda: _to_supply(dataset, words),
        lambda: _catalog(dataset, words),
    ]
    blocks = [f"# {words.say('report-title', date=today.isoformat())}"]
    for make in sections:
        section = make()
        lines = section.lines or (words.say("report-none"),)
        blocks.append("\n".join([f"## {section.title}", "", *(f"- {line}" for line in lines)]))
    return "\n\n".join(blocks)


def _counts(dataset: Dataset, words: Messages) -> Section:
    lines = [f"{kind.name}: {len(dataset.valid[kind.name])}" for kind in dataset.kinds.records]
    return Section(words.say("report-counts"), tuple(lines))


def _per_track(dataset: Dataset, words: Messages, language: str) -> Section:
    counted = Counter(project.track or "-" for project in dataset.projects.values())
    titles = {track.id: _said(track.short_title, language, dataset) for track in dataset.tracks.values()}
    lines = [f"{titles.get(track, words.say('report-no-track'))}: {counted[track]}" for track in (*titles, "-") if counted[track]]
    return Section(words.say("report-tracks"), tuple(lines))


def _per_status(dataset: Dataset, words: Messages) -> Section:
    counted = Counter(project.status for project in dataset.projects.values())
    return Section(
        words.say("report-status"), tuple(f"{status}: {counted[status]}" for status in dataset.choices.statuses if counted[status])
    )


def _per_kind(dataset: Dataset, words: Messages) -> Section:
    counted = Counter(partner.kind for partner in dataset.partners.values())
    unexplained = sum(partner.unexplained for partner in dataset.partners.values())
    lines = [f"{kind}: {number}" for kind, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
    return Section(words.say("report-kinds"), (*lines, words.say("report-unexplained", count=unexplained)))


def _per_document(dataset: Dataset, words: Messages) -> Section:
    """Counts the projects, partners and figures that name each document."""
    collections: tuple[Iterable[Record], ...] = tuple(
        getattr(dataset, name).values() for name in ("projects", "partners", "figures", "timeline")
    )
    named = list(map(documents_named, collections))
    lines = []
    for document in dataset.documents:
        found = dict(zip("abcd", (counted[document] for counted in named), strict=True))
        lines.append(words.say("report-document", document=document, **found))
    return Section(words.say("report-documents"), tuple(lines))


def _missing(dataset: Dataset, words: Messages) -> Section:
    lines = []
    for collection, record in dataset.records():
        field = "description" if isinstance(record, Project) else "summary"
        if isinstance(record, Project | Partner) and getattr(record, field) is None:
            lines.append(f"{collection}/{record.id}: {field}")
        for keys, text in values_of(Text, record):
            lacking = [language for language in dataset.programme.languages if language not in text.languages]
            if lacking:
                field = ".".join(str(key) for key in keys)
                lines.append(f"{collection}/{record.id}: {field} ({', '.join(lacking)})")
    return Section(words.say("report-missing"), tuple(lines))


def _hard(dataset: Dataset, words: Messages) -> Section:
    """Texts that are hard to read, the hardest first, after the mean of each language."""
    found: list[tuple[float, str]] = []
    eases: dict[str, list[float]] = {language: [] for language in dataset.programme.languages}
    for name, language, text in _long_texts(dataset):
        reads = readability(text, language)
        if reads.ease is not None:
            eases[language].append(reads.ease)
        if reads.is_hard:
            ease = "-" if reads.ease is None else f"{reads.ease:.0f}"
            values = {"name": name, "language": language, "ease": ease, "mean": f"{reads.mean_sentence:.1f}"}
            line = words.say("report-hard-line", **values, longest=reads.longest_length)
            found.append((reads.ease if reads.ease is not None else 100, line))
    means = [
        words.say("report-ease", language=language, mean=f"{sum(all_of) / len(all_of):.0f}", count=len(all_of))
        for language, all_of in eases.items()
        if all_of
    ]
    return Section(words.say("report-hard"), (*means, *(line for _, line in sorted(found))))


def _long_texts(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Gives the summaries and descriptions: whose, in which language, and the text."""
    for collection, record in dataset.records():
        for keys, text in values_of(Text, record):
            if isinstance(text, Summary | Prose):
                for language in text.languages:
                    if language in dataset.programme.languages:
                        yield f"{collection}/{record.id} {keys[-1]}", language, text.in_language(language) or ""


def _without_link(dataset: Dataset, words: Messages) -> Section:
    """Projects without a page of their own and without a lead whose site is known."""
    projects = [
        f"projects/{project.id}"
        for project in dataset.projects.values()
        if not project.links and not any(dataset.partners[lead].link for lead in project.leads)
    ]
    partners = sum(partner.link is None for partner in dataset.partners.values())
    return Section(words.say("report-links"), (words.say("report-partner-links", count=partners), *projects))


def _unchecked(dataset: Dataset, words: Messages, today: datetime.date) -> Section:
    old = [project for project in dataset.projects.values() if project.checked.last_day + OLD_AFTER < today]
    return Section(words.say("report-unchecked"), tuple(f"projects/{project.id}: {project.checked.root}" for project in old))


def _open_notes(dataset: Dataset, words: Messages, language: str) -> Section:
    notes = (note for note in dataset.editorial_notes.values() if note.open)
    return Section(words.say("report-notes"), tuple(f"{note.id}: {_said(note.title, language, dataset)}" for note in notes))


def _to_supply(dataset: Dataset, words: Messages) -> Section:
    empty = (field for field in SUPPLIED_BY_PROGRAMME if getattr(dataset.programme, field) is None)
    return Section(words.say("report-supply"), tuple(words.say(f"report-supply-{field}") for field in empty))


def _catalog(dataset: Dataset, words: Messages) -> Section:
    """Whether data catalogues can list the open data, or what to write first."""
    lines = [words.say(f"report-catalog-{field}") for field in lacking(dataset.programme)]
    return Section(words.say("report-catalog"), tuple(lines or [words.say("report-catalog-there", file=CATALOG)]))


def _said(text: Text, language: str, dataset: Dataset) -> str:
    return text.in_language(language) or text.in_language(dataset.programme.default_language) or ""
