"""A track's page and the list of all tracks."""

from __future__ import annotations

from dataclasses import dataclass

from kennisstad.model import Status, Theme, Track
from kennisstad.urls import Kind
from kennisstad.views.edition import Edition, theme_anchor
from kennisstad.views.parts import LinkView, Pair, ProjectCard, ProjectsUnderHeading, ProseView, SourceView, TextView, TrackCard


@dataclass(frozen=True, slots=True)
class TrackView:
    """A track's page."""

    trail: LinkView
    title: TextView
    summary: TextView
    description: ProseView | None
    untranslated: str
    style: str
    counted: str
    numbers: tuple[Pair, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    leads: tuple[LinkView, ...]
    others: tuple[TrackCard, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """A theme in a list, with its projects."""

    anchor: str
    title: TextView
    summary: TextView
    projects: tuple[ProjectCard, ...]


@dataclass(frozen=True, slots=True)
class TracksView:
    """The list of all tracks."""

    tracks: tuple[TrackCard, ...]
    themes: tuple[ThemeView, ...]


def track_view(edition: Edition, track: Track, root: str) -> TrackView:
    """Gives a track's page; `root` is the page's way to the site's root."""
    card = edition.track_card(track)
    agendas = edition.dataset.programme.agendas
    return TrackView(
        trail=edition.section_link(Kind.TRACKS),
        title=card.title,
        summary=card.summary,
        description=edition.prose(track.description, root),
        untranslated=edition.untranslated(track),
        style=card.style,
        counted=card.counted,
        numbers=tuple(
            Pair(edition.text(agenda.title).text, str(track.numbers[agenda.id])) for agenda in agendas if agenda.id in track.numbers
        ),
        groups=tuple(group for status in Status if (group := _group(edition, track, status)).projects),
        leads=_leads(edition, track),
        others=tuple(other for other in edition.tracks() if other.path != card.path),
        sources=edition.sources(track.sources),
    )


def tracks_view(edition: Edition) -> TracksView:
    """Gives the list of all tracks, and the themes that cross them."""
    themes = sorted(edition.dataset.themes.values(), key=lambda theme: theme.order)
    return TracksView(edition.tracks(), tuple(_theme(edition, theme) for theme in themes))


def _theme(edition: Edition, theme: Theme) -> ThemeView:
    projects = (project for project in edition.dataset.projects.values() if theme.id in project.themes)
    return ThemeView(
        theme_anchor(theme.id), edition.text(theme.title), edition.text(theme.summary), edition.project_cards(projects)
    )


def _group(edition: Edition, track: Track, status: Status) -> ProjectsUnderHeading:
    projects = (project for project in edition.relations.on_track[track.id] if project.status == status)
    return edition.under_heading(f"status-{status.value}", f"status.{status.value}", edition.project_cards(projects))


def _leads(edition: Edition, track: Track) -> tuple[LinkView, ...]:
    """Gives who leads projects of a track, those who lead most first."""
    times: dict[str, int] = {}
    for project in edition.relations.on_track[track.id]:
        for lead in project.leads:
            times[lead] = times.get(lead, 0) + 1
    return tuple(edition.partner_link(lead) for lead in sorted(times, key=lambda lead: (-times[lead], lead)))
