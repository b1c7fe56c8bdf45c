"""Projects that share something: a track, a theme, a global goal, a status. And the lists of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kennisstad.model import Grouping, Project, Status
from kennisstad.urls import Kind, ids_below
from kennisstad.views.edition import NO_TRACK_STYLE, Edition
from kennisstad.views.figures import FigureView, figure_views
from kennisstad.views.parts import LinkView, Pair, ProjectsUnderHeading, ProseView, SourceView, TextView
from kennisstad.views.walls import WallView, wall


@dataclass(frozen=True, slots=True)
class LeadView:
    """Who leads projects, and how many of these."""

    link: LinkView
    counted: str


@dataclass(frozen=True, slots=True)
class ResultOfProject:
    """What came of a project, with the project."""

    text: TextView
    year: str
    project: LinkView


@dataclass(frozen=True, slots=True)
class ItemView:
    """A collection in a list of collections."""

    title: TextView
    path: str
    summary: TextView | None
    counted: str
    style: str
    icon: str


@dataclass(frozen=True, slots=True)
class CollectionView:
    """The page of a collection."""

    trail: LinkView
    title: TextView
    summary: TextView
    description: ProseView | None
    untranslated: str
    style: str
    wall: WallView
    counted: str
    numbers: tuple[Pair, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    leads: tuple[LeadView, ...]
    figures: tuple[FigureView, ...]
    results: tuple[ResultOfProject, ...]
    others: tuple[ItemView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class CollectionsView:
    """A list of collections, with a second list that crosses it, or ()."""

    title: str
    lead: str
    items: tuple[ItemView, ...]
    crossing: tuple[ItemView, ...]


def grouping_view(edition: Edition, kind: Kind, record: Grouping, root: str) -> CollectionView:
    """Gives the page of a track or a theme; `root` is the page's way to the site's root."""
    projects = _projects(edition, kind, record.id)
    agendas = edition.dataset.programme.agendas
    words = edition.text(record.title), edition.text(record.summary)
    numbers = tuple(
        Pair(edition.text(agenda.title).text, str(record.numbers[agenda.id])) for agenda in agendas if agenda.id in record.numbers
    )
    texts = edition.prose(record.description, root), edition.untranslated(record), numbers, edition.sources(record.sources)
    return _view(edition, kind, record.id, words, projects, texts)


def goal_view(edition: Edition, identity: str) -> CollectionView:
    """Gives the page of one of the United Nations' global goals."""
    title = TextView(edition.locale.say("goals.one", number=identity, name=edition.locale.say(f"sdg.goal_{identity}")))
    words = title, TextView(edition.locale.say("goals.one_lead"))
    return _view(edition, Kind.GOAL, identity, words, _projects(edition, Kind.GOAL, identity), (None, "", (), ()))


def status_view(edition: Edition, identity: str) -> CollectionView:
    """Gives the page of a status."""
    words = TextView(edition.locale.say(f"status.{identity}")), TextView(edition.locale.say(f"status.meaning.{identity}"))
    return _view(edition, Kind.STATUS, identity, words, _projects(edition, Kind.STATUS, identity), (None, "", (), ()))


def collections_view(edition: Edition, listing: Kind) -> CollectionsView:
    """Gives the list of all tracks (with the themes that cross them), themes, goals or statuses."""
    crossing = _items(edition, Kind.THEMES) if listing == Kind.TRACKS else ()
    words = edition.locale.say(f"{listing.value}.title"), edition.locale.say(f"{listing.value}.lead")
    return CollectionsView(*words, _items(edition, listing), crossing)


def _view(
    edition: Edition,
    kind: Kind,
    identity: str,
    words: tuple[TextView, TextView],
    projects: list[Project],
    texts: tuple[ProseView | None, str, tuple[Pair, ...], tuple[SourceView, ...]],
) -> CollectionView:
    listing, path = _LISTINGS[kind], edition.addresses.record(kind, identity, edition.language)
    description, untranslated, numbers, sources = texts
    figures = [figure for project in projects for figure in edition.relations.figures_of[project.id]]
    return CollectionView(
        trail=edition.section_link(listing),
        title=words[0],
        summary=words[1],
        description=description,
        untranslated=untranslated,
        style=_style(kind, identity),
        wall=wall(f"{kind.value}-{identity}"),
        counted=edition.locale.count("count.projects", len(projects)),
        numbers=numbers,
        groups=tuple(_by_track(edition, projects) if kind == Kind.STATUS else _by_status(edition, projects)),
        leads=_leads(edition, projects),
        figures=figure_views(edition, figures) if kind in (Kind.TRACK, Kind.THEME) else (),
        results=_results(edition, projects) if kind in (Kind.TRACK, Kind.THEME) else (),
        others=tuple(item for item in _items(edition, listing) if item.path != path),
        sources=sources,
    )


_LISTINGS = {Kind.TRACK: Kind.TRACKS, Kind.THEME: Kind.THEMES, Kind.GOAL: Kind.GOALS, Kind.STATUS: Kind.STATUSES}


def _projects(edition: Edition, kind: Kind, identity: str) -> list[Project]:
    relations = edition.relations
    sharing = {
        Kind.TRACK: relations.on_track,
        Kind.THEME: relations.with_theme,
        Kind.GOAL: relations.with_goal,
        Kind.STATUS: relations.with_status,
    }
    return sharing[kind][identity]


def _by_status(edition: Edition, projects: list[Project]) -> Iterable[ProjectsUnderHeading]:
    for status in Status:
        cards = edition.project_cards(project for project in projects if project.status == status)
        if cards:
            yield edition.under_heading(f"status-{status.value}", f"status.{status.value}", cards)


def _by_track(edition: Edition, projects: list[Project]) -> Iterable[ProjectsUnderHeading]:
    for track in edition.tracks():
        cards = edition.project_cards(project for project in projects if f"track-{project.track}" == track.style)
        if cards:
            yield ProjectsUnderHeading(
                track.style, track.short_title.text, edition.locale.count("count.projects", len(cards)), "", cards
            )
    loose = edition.project_cards(project for project in projects if not project.track)
    if loose:
        yield edition.under_heading(NO_TRACK_STYLE, "projects.no_track", loose)


def _leads(edition: Edition, projects: list[Project]) -> tuple[LeadView, ...]:
    """Gives who leads the projects, those who lead most first."""
    times = Counter(lead for project in projects for lead in project.leads)
    most = sorted(times, key=lambda lead: (-times[lead], lead))
    return tuple(LeadView(edition.partner_link(lead), edition.locale.number(times[lead])) for lead in most)


def _results(edition: Edition, projects: list[Project]) -> tuple[ResultOfProject, ...]:
    """Gives what came of the projects, the latest first."""
    found = [
        ResultOfProject(edition.text(result.text), str(result.year or ""), edition.project_link(project.id))
        for project in projects
        for result in project.results
    ]
    return tuple(sorted(found, key=lambda result: result.year, reverse=True))


def _style(kind: Kind, identity: str) -> str:
    return f"{kind.value}-{identity}" if kind in (Kind.TRACK, Kind.THEME) else NO_TRACK_STYLE


def _items(edition: Edition, listing: Kind) -> tuple[ItemView, ...]:
    kind = next(single for single, above in _LISTINGS.items() if above == listing)
    return tuple(_item(edition, kind, identity) for identity in _in_order(edition, listing))


def _in_order(edition: Edition, listing: Kind) -> Iterable[str]:
    ids = ids_below(edition.dataset, listing)
    if listing in (Kind.TRACKS, Kind.THEMES):
        records = getattr(edition.dataset, listing.value)
        return sorted(ids, key=lambda identity: records[identity].order)
    return ids


def _item(edition: Edition, kind: Kind, identity: str) -> ItemView:
    number = len(_projects(edition, kind, identity))
    summary: TextView | None = None
    icon = ""
    if kind in (Kind.TRACK, Kind.THEME):
        record = getattr(edition.dataset, _LISTINGS[kind].value)[identity]
        title, summary, icon = edition.text(record.title), edition.text(record.summary), record.icon or ""
    elif kind == Kind.STATUS:
        title = TextView(edition.locale.say(f"status.{identity}"))
        summary = TextView(edition.locale.say(f"status.meaning.{identity}"))
    else:
        title = edition.goal_title(identity)
    path = edition.addresses.record(kind, identity, edition.language)
    return ItemView(title, path, summary, edition.locale.count("count.projects", number), _style(kind, identity), icon)
