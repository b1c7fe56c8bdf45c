"""Who belongs to what, the other way round: the records say `leads: [lumc]`, a page about the LUMC needs what it leads."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from kennisstad.model import Article, Dataset, Document, Moment, Project, Record, Source, Text
from kennisstad.model.records import is_own_title
from kennisstad.model.walk import documents_named, values_of

MOST_RELATED = 3
COMMON = 150
"""Projects of one partner. Comparing all pairs of more would make a build of thousands of projects slow."""
Kind = TypeVar("Kind", bound=Record)


class Relations:
    """The references of a dataset, turned round."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._related: dict[str, list[Project]] = {}
        self._languages: dict[int, frozenset[str]] = {}
        projects = dataset.projects.values()
        self.led_by = _named(projects, lambda project: project.leads)
        self.joined_by = _named(projects, lambda project: project.partners)
        self.intended_for = _named(projects, lambda project: project.intended_partners)
        self.on_track = _named(projects, lambda project: (project.track or "",))
        self.with_theme = _named(projects, lambda project: project.themes)
        self.for_audience = _named(projects, lambda project: project.audiences)
        self.at_place = _named(projects, lambda project: _with_what_holds_them(dataset, project.places))
        self.with_goal = _named(projects, lambda project: map(str, project.sdgs))
        self.with_status = _named(projects, lambda project: (project.status,))
        self.parts = _named(projects, lambda project: (project.part_of,))
        self.continued_by = _named(projects, lambda project: project.continues)
        self.figures_of = _named(dataset.figures.values(), lambda figure: (figure.project, figure.partner))
        self.timeline_of = _named(dataset.timeline.values(), lambda event: event.projects)
        articles: list[Article] = [*dataset.news.values(), *dataset.events.values()]
        self.articles_on_project = _named(articles, lambda article: article.projects)
        self.articles_on_partner = _named(articles, lambda article: article.partners)
        self.notes_about = _named(dataset.editorial_notes.values(), lambda note: note.about)
        institutes = _named(dataset.partners.values(), lambda partner: (partner.parent,))
        self.institutes = defaultdict(list, {parent: [part.id for part in parts] for parent, parts in institutes.items()})

    @cached_property
    def _kin(self) -> Mapping[str, list[Project]]:
        """The projects that each partner leads or takes part in; a partner of very many says nothing of any two of them."""
        found = _named(self.dataset.projects.values(), lambda project: (*project.leads, *project.partners))
        return {partner: projects for partner, projects in found.items() if len(projects) <= COMMON}

    @cached_property
    def records_naming(self) -> Mapping[str, int]:
        """How many records of any kind name each document as a source."""
        return documents_named(record for _, record in self.dataset.records())

    def languages_of(self, record: Record) -> frozenset[str]:
        """Gives the languages that every text of a record is in; all of them where there is nothing to translate."""
        if id(record) not in self._languages:
            texts = [frozenset(text.languages) for keys, text in values_of(Text, record) if not is_own_title(record, keys)]
            self._languages[id(record)] = frozenset.intersection(*texts) if texts else frozenset(self.dataset.programme.languages)
        return self._languages[id(record)]

    @cached_property
    def newest_source(self) -> Moment | None:
        """The newest date of what records name as a source; a year counts as its first day."""
        dates = [_date_of(self.dataset.documents[name]) for name in self.records_naming]
        return max((date for date in dates if date), key=lambda date: (date.first_day, date.root), default=None)

    @cached_property
    def newest_checked(self) -> Mapping[str, str]:
        """The newest day on which a record of a kind was looked through (ISO 8601), that of all under ""; "" where none was."""
        found = {kind: newest_checked(records.values()) for kind, records in self.dataset.valid.items()}
        return defaultdict(str, {**found, "": newest_checked(record for _, record in self.dataset.records())})

    @cached_property
    def newest_year(self) -> Mapping[str, int]:
        """The newest year that a source tells anything of, by project; 0 where no source has a year."""
        return {project.id: self._newest_year(project) for project in self.dataset.projects.values()}

    def _newest_year(self, project: Project) -> int:
        documents = (self.dataset.documents[source.document] for _, source in values_of(Source, project))
        told = [document.date.year if document.date else document.year or 0 for document in documents]
        return max([project.status_year or 0, *told, *(result.year or 0 for result in project.results)])

    def related(self, project: Project) -> list[Project]:
        """Gives the projects that share most, at most three; those named elsewhere left out.

        What they are about and for whom comes first, then where they are and their track, then who is in both.
        """
        if project.id not in self._related:
            named = {project.id, project.part_of, *project.continues}
            named |= {other.id for other in (*self.parts[project.id], *self.continued_by[project.id])}
            near = {other.id: other for projects in self._sharing(project) for other in projects if other.id not in named}
            nearness = {identity: self._nearness(project, other) for identity, other in near.items()}
            nearest = heapq.nsmallest(MOST_RELATED, nearness, key=lambda other: (-nearness[other], other))
            self._related[project.id] = [near[other] for other in nearest]
        return self._related[project.id]

    def _sharing(self, project: Project) -> Iterator[list[Project]]:
        """Gives the projects that share something with one; what very many share says nothing of any two of them."""
        for shared, names in ((self.with_theme, project.themes), (self.for_audience, project.audiences)):
            yield from (shared[name] for name in names if len(shared[name]) <= COMMON)
        yield from (self._kin.get(partner, []) for partner in (*project.leads, *project.partners))

    def _nearness(self, one: Project, other: Project) -> float:
        shared = len(set(one.themes) & set(other.themes)) + len(set(one.audiences) & set(other.audiences))
        both = sorted({*one.leads, *one.partners} & {*other.leads, *other.partners})  # sums of the same order, the same each time
        kinship = sum(1 / len(self._kin[partner]) for partner in both if partner in self._kin)
        return 2 * shared + len(set(one.places) & set(other.places)) + (one.track == other.track) + kinship


def newest_checked(records: Iterable[Record]) -> str:
    """Gives the newest day on which one of some records was looked through; one that names no day counts for less."""
    found = [checked for record in records if isinstance(checked := getattr(record, "checked", None), Moment)]
    return max(found, key=lambda checked: (len(checked.parts) == 3, checked.first_day)).root if found else ""


def _date_of(document: Document) -> Moment | None:
    return document.date or (Moment(str(document.year)) if document.year else None)


def _with_what_holds_them(dataset: Dataset, places: Iterable[str]) -> Iterator[str]:
    """Gives places and those that they are within: what is in a street is in its neighbourhood too."""
    for place in places:
        found: dict[str, None] = {}
        within: str | None = place
        while within and within not in found:
            found[within] = None
            within = dataset.places[within].within
        yield from found


def _named(records: Iterable[Kind], names: Callable[[Kind], Iterable[str | None]]) -> defaultdict[str, list[Kind]]:
    """Gives the records by what they name, in the order of the data; a name that nothing names has an empty list."""
    found: defaultdict[str, list[Kind]] = defaultdict(list)
    for record in records:
        for name in dict.fromkeys(names(record)):
            if name is not None:
                found[name].append(record)
    return found
