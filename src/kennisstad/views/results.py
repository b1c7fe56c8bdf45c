"""What came of the projects: of one, of those of a track, and of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kennisstad.model import Project
from kennisstad.views.cards import folded, loose_projects, project_card, project_cards
from kennisstad.views.colours import NO_TRACK_STYLE, style
from kennisstad.views.components import LinkView, ProjectCard, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.table_of_contents import ContentsEntry

SHOWN = 4
"""So many projects of a track are shown before the rest is asked for."""


@view
class ResultView:
    """What came of a project, and in which year ("" where that is not known)."""

    text: TextView
    year: str


@view
class ResultOfProject:
    """What came of a project, with the project."""

    result: ResultView
    project: LinkView


@view
class ProjectWithResults:
    """A project with everything that came of it."""

    card: ProjectCard
    results: tuple[ResultView, ...]


@view
class ResultsOfTrack:
    """The projects of a track, or of none, of which a document names a result."""

    anchor: str
    title: TextView
    style: str
    number: str
    projects: tuple[ProjectWithResults, ...]
    rest: tuple[ProjectWithResults, ...]
    more: str
    """What asks for the rest."""


@view
class ResultsView(View):
    """What came of all projects, with the way to those that ended and to the figures."""

    counted: str
    is_all: bool
    """Whether there is something to tell of every project."""
    onward: tuple[LinkView, ...]
    contents: tuple[ContentsEntry, ...]
    tracks: tuple[ResultsOfTrack, ...]


def results_view(edition: Edition) -> ResultsView:
    """Gives the results of all projects, track by track; a track without any is left out."""
    relations, locale = edition.relations, edition.locale
    tracks = [
        _of_track(edition, edition.text(track.title), style("track", track.id), relations.on_track[track.id])
        for track in edition.dataset.tracks_in_order
    ]
    tracks.append(_of_track(edition, TextView(loose_projects(edition)), NO_TRACK_STYLE, relations.on_track[""]))
    shown = tuple(track for track in tracks if track.projects)
    ended = (status for status, like in edition.dataset.choices.statuses.items() if like.is_ended and relations.with_status[status])
    number = sum(len((*track.projects, *track.rest)) for track in shown)
    return ResultsView(
        counted=locale.count("results.counted", number),
        is_all=number == len(edition.dataset.projects),
        onward=(*(edition.links.record("status", status) for status in ended), *edition.links.to_each("figures")),
        contents=tuple(ContentsEntry(track.anchor, track.title, track.number) for track in shown),
        tracks=shown,
    )


def result_views(edition: Edition, project: Project) -> tuple[ResultView, ...]:
    """Gives what came of a project, in the order of the record."""
    return tuple(ResultView(edition.text(result.text), str(result.year or "")) for result in project.results)


def results_of(edition: Edition, projects: Iterable[Project]) -> tuple[ResultOfProject, ...]:
    """Gives what came of some projects, the latest first."""
    found = [
        ResultOfProject(result, edition.links.record("project", project.id))
        for project in projects
        for result in result_views(edition, project)
    ]
    return tuple(sorted(found, key=lambda found: found.result.year, reverse=True))


def _of_track(edition: Edition, title: TextView, colour: str, projects: Sequence[Project]) -> ResultsOfTrack:
    results = {card.path: result_views(edition, project) for project in projects if (card := project_card(edition, project))}
    cards = project_cards(edition, (project for project in projects if project.results))
    found = tuple(ProjectWithResults(card, results[card.path]) for card in cards)
    number = edition.locale.number(len(found))
    return ResultsOfTrack(f"of-{colour}", title, colour, number, *folded(edition, found, "count.more_projects", SHOWN))
