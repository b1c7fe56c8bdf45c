"""Projects that share something: a track, a theme, a global goal, a status. And the lists of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kennisstad.model import Grouping, Project
from kennisstad.urls import Kind, ids_below
from kennisstad.views.edition import NO_TRACK_STYLE, Edition
from kennisstad.views.figures import FigureView, figure_views
from kennisstad.views.jumps import JumpView, jumps
from kennisstad.views.parts import BY_USE, LinkView, Pair, ProjectsUnderHeading, ProseView, TextView
from kennisstad.views.readings import HowView, how_we_know
from kennisstad.views.results import ResultOfProject, results_of
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.walls import WallView, wall


@dataclass(frozen=True, slots=True)
class LeadView:
    """Who leads projects, and how many of these."""

    link: LinkView
    counted: str


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
    style: str
    wall: WallView
    counted: str
    jumps: tuple[JumpView, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    leads: tuple[LeadView, ...]
    others: tuple[ItemView, ...]
    description: ProseView | None = None
    untranslated: str = ""
    numbers: tuple[Pair, ...] = ()
    figures: tuple[FigureView, ...] = ()
    results: tuple[ResultOfProject, ...] = ()
    how: HowView | None = None
    sources: tuple[SourceView, ...] = ()


@dataclass(frozen=True, slots=True)
class CollectionsView:
    """A list of collections, with a second list that crosses it, or ()."""

    title: str
    lead: str
    items: tuple[ItemView, ...]
    crossing: tuple[ItemView, ...]


def grouping_view(edition: Edition, kind: Kind, record: Grouping, root: str) -> CollectionView:
    """Gives the page of a track or a theme; `root` is the page's way to the site's root."""
    view = _view(edition, kind, record.id, edition.text(record.title), edition.text(record.summary))
    projects = _projects(edition, kind, record.id)
    figures = figure_views(edition, (figure for project in projects for figure in edition.relations.figures_of[project.id]))
    results = results_of(edition, projects)
    how = how_we_know(edition, f"{kind.value}:{record.id}", record.readings)
    sections = (
        ("figures", "collection.figures", figures),
        ("results", "collection.results", results),
        ("readings", "reading.title", how),
    )
    return replace(
        view,
        jumps=jumps(edition, view.groups, sections),
        description=edition.prose(record.description, root),
        untranslated=edition.untranslated(record),
        numbers=tuple(_numbers(edition, record)),
        figures=figures,
        results=results,
        how=how,
        sources=sources_of(edition, record),
    )


def goal_view(edition: Edition, identity: str) -> CollectionView:
    """Gives the page of one of the United Nations' global goals."""
    title = edition.locale.say("goals.one", number=identity, name=edition.locale.say(f"sdg.goal_{identity}"))
    return _view(edition, Kind.GOAL, identity, TextView(title), TextView(edition.locale.say("goals.one_lead")))


def status_view(edition: Edition, identity: str) -> CollectionView:
    """Gives the page of a status."""
    title, meaning = (edition.locale.say(f"{key}.{identity}") for key in ("status", "status.meaning"))
    return _view(edition, Kind.STATUS, identity, TextView(title), TextView(meaning))


def collections_view(edition: Edition, listing: Kind) -> CollectionsView:
    """Gives the list of all tracks (with the themes that cross them), themes, goals or statuses."""
    crossing = _items(edition, Kind.THEMES) if listing == Kind.TRACKS else ()
    words = edition.locale.say(f"{listing.value}.title"), edition.locale.say(f"{listing.value}.lead")
    return CollectionsView(*words, _items(edition, listing), crossing)


def _view(edition: Edition, kind: Kind, identity: str, title: TextView, summary: TextView) -> CollectionView:
    """Gives what the page of every collection has."""
    listing, path = _LISTINGS[kind], edition.addresses.record(kind, identity, edition.language)
    projects = _projects(edition, kind, identity)
    groups = tuple(_by_track(edition, projects) if kind == Kind.STATUS else _by_status(edition, projects))
    return CollectionView(
        trail=edition.section_link(listing),
        title=title,
        summary=summary,
        style=_style(kind, identity),
        wall=wall(f"{kind.value}-{identity}"),
        counted=edition.locale.count("count.projects", len(projects)),
        jumps=jumps(edition, groups, ()),
        groups=groups,
        leads=_leads(edition, projects),
        others=tuple(item for item in _items(edition, listing) if item.path != path),
    )


def _numbers(edition: Edition, record: Grouping) -> Iterable[Pair]:
    """Gives the number that each agenda gives a track or a theme."""
    for agenda in edition.dataset.programme.agendas:
        if agenda.id in record.numbers:
            yield Pair(edition.text(agenda.title).text, str(record.numbers[agenda.id]))


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
    for status in BY_USE:
        cards = edition.project_cards(project for project in projects if project.status == status)
        if cards:
            yield edition.under_heading(f"status-{status.value}", f"status.{status.value}", cards)


def _by_track(edition: Edition, projects: list[Project]) -> Iterable[ProjectsUnderHeading]:
    for track in edition.tracks():
        cards = edition.project_cards(project for project in projects if f"track-{project.track}" == track.style)
        if cards:
            yield edition.projects_under(track.style, track.short_title, cards)
    loose = edition.project_cards(project for project in projects if not project.track)
    if loose:
        yield edition.under_heading(NO_TRACK_STYLE, "projects.no_track", loose)


def _leads(edition: Edition, projects: list[Project]) -> tuple[LeadView, ...]:
    """Gives who leads the projects, those who lead most first."""
    times = Counter(lead for project in projects for lead in project.leads)
    most = sorted(times, key=lambda lead: (-times[lead], lead))
    return tuple(LeadView(edition.partner_link(lead), edition.locale.number(times[lead])) for lead in most)


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
