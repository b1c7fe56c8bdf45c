"""A project tells where it belongs and when its status was true."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset
from kennisstad.problem import Problem


def projects_have_a_track_or_reason(dataset: Dataset) -> Iterator[Problem]:
    """A project has a track, or a reason why it has none; not both.

    A programme without tracks asks for neither.

    Passes: `track: campus`, or `no_track: {nl: Hoort bij alle sporen.}`. Fails: neither, or both.
    """
    has_tracks = bool(dataset.ids.get("tracks", True))
    for project in dataset.projects.values():
        if has_tracks and project.track is None and project.no_track is None:
            where = dataset.key_place("projects", project.id, ("track",))  # `track: null` says so on a line of its own
            yield Problem(where, "no-track", "add-track", project.id)
        elif project.track and project.no_track:
            where = dataset.key_place("projects", project.id, ("no_track",))
            yield Problem(where, "track-and-reason", "remove-one", project.id, {"found": "no_track"})


def status_has_a_year(dataset: Dataset) -> Iterator[Problem]:
    """A status that a document states comes with the year it was true.

    Passes: `status: running` with `status_year: 2021`; `status: unknown`. Fails: `status: running` alone; `unknown` with a year.
    """
    for project in dataset.projects.values():
        standing = dataset.choices.statuses.get(project.status)
        if standing is None or standing.has_year == (project.status_year is not None):
            continue
        is_unknown = not standing.has_year
        field = "status_year" if is_unknown else "status"
        rule, hint = ("year-of-unknown", "remove-field") if is_unknown else ("no-status-year", "add-status-year")
        where = dataset.key_place("projects", project.id, (field,))
        yield Problem(where, rule, hint, project.id, {"found": project.status, "field": field})
