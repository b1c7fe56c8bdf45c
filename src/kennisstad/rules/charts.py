"""A chart compares what may be compared."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Dataset
from kennisstad.problem import Problem


def charts_compare_like_with_like(dataset: Dataset) -> Iterator[Problem]:
    """All figures of a chart have one unit, none is told to be a look-alike of another, and each bar has a label or a year.

    Passes: bars of `jobs` in 2015 and `jobs` in 2019. Fails: bars of `jobs` and `students`; two figures of which one has the
    other under `not_the_same_as`.
    """
    for chart in dataset.charts.values():
        figures = [dataset.figures.get(bar.figure) for bar in chart.bars]
        first = figures[0]
        for position, figure in enumerate(figures):
            if figure is None or first is None:
                continue
            where = dataset.place("charts", chart.id, ("bars", position, "figure"))
            if figure.year is None and chart.bars[position].label is None:
                yield Problem(where, "bar-without-label", "add-year-or-label", chart.id, {"found": figure.id})
            if figure.unit != first.unit:
                yield Problem(where, "other-unit", "one-unit", chart.id, {"found": figure.id, "other": first.id})
            for other in figures[:position]:
                if other is not None and (other.id in figure.not_the_same_as or figure.id in other.not_the_same_as):
                    yield Problem(where, "look-alike-in-chart", "remove-one", chart.id, {"found": figure.id, "other": other.id})
