"""Nothing ends before it starts."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset, Moment
from kennisstad.problem import Problem
from kennisstad.reading.source import Keys


def end_follows_start(dataset: Dataset) -> Iterator[Problem]:
    """An end is not before its start; a year counts as the whole of it.

    Passes: `start: 2019-11` with `end: 2019`. Fails: `start: 2019-11` with `end: 2018`.
    """
    periods: list[tuple[str, str, Keys, Moment | None, Moment | None]] = [
        ("projects", project.id, ("end",), project.start, project.end) for project in dataset.every_project()
    ]
    periods += [("timeline", event.id, ("until",), event.date, event.until) for event in dataset.timeline.values()]
    periods += [("governance", body.id, ("until",), body.since, body.until) for body in dataset.governance.values()]
    programme = dataset.programme
    for position, period in enumerate(programme.periods):
        periods.append(("programme", programme.id, ("periods", position, "end"), period.start, period.end))
    for collection, record, keys, start, end in periods:
        if start and end and end.last_day < start.first_day:
            values = {"found": end.root, "start": start.root}
            yield Problem(dataset.place(collection, record, keys), "end-before-start", "swap-dates", record, values)
