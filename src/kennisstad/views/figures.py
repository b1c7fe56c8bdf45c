"""Figures: as they stand on a project's page, and all of them by topic with their charts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kennisstad.model import Figure, word_key
from kennisstad.views.cards import folded
from kennisstad.views.charts import ChartView, charts
from kennisstad.views.components import LinkView, TextView, View, view, years
from kennisstad.views.edition import Edition
from kennisstad.views.readings import NoteLink, ReadingView, note_links, readings
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.table_of_contents import ContentsEntry

FIGURES, CHARTS, ON_A_PAGE = 2, 2, 5
"""So many figures of a topic, charts, and figures on the page of a project are shown before the rest is asked for."""


@view
class FigureView:
    """A number with its unit, what it counts, how exact it is, of which years, and what to mind."""

    anchor: str
    path: str
    value: str
    qualifier: str
    unit: TextView
    counts: TextView
    year: str
    note: TextView | None
    about: tuple[LinkView, ...]
    look_alikes: tuple[LinkView, ...]
    readings: tuple[ReadingView, ...]
    notes: tuple[NoteLink, ...]
    sources: tuple[SourceView, ...]


@view
class FigureGroup:
    """Figures, the first of them shown at once; `more` asks for the rest."""

    first: tuple[FigureView, ...]
    rest: tuple[FigureView, ...]
    more: str


@view
class TopicView:
    """The figures of one topic."""

    anchor: str
    title: TextView
    group: FigureGroup


@view
class FiguresView(View):
    """All figures, with the way to what came of the projects."""

    results: LinkView | None
    contents: tuple[ContentsEntry, ...]
    charts: tuple[ChartView, ...]
    more_charts: tuple[ChartView, ...]
    topics: tuple[TopicView, ...]


def figures_view(edition: Edition) -> FiguresView:
    """Gives all figures, by topic in the order of the model."""
    figures = edition.dataset.figures.values()
    topics = tuple(
        TopicView(f"topic-{topic}", edition.word(word_key("topic", topic)), _group(edition, found, FIGURES))
        for topic in edition.dataset.choices.topics
        if (found := figure_views(edition, (figure for figure in figures if figure.topic == topic)))
    )
    drawn = charts(edition)
    return FiguresView(
        edition.links.maybe("results"),
        tuple(ContentsEntry(topic.anchor, topic.title) for topic in topics),
        drawn[:CHARTS],
        drawn[CHARTS:],
        topics,
    )


def figure_views(edition: Edition, figures: Iterable[Figure]) -> tuple[FigureView, ...]:
    """Gives figures one by one."""
    return tuple(_figure(edition, figure) for figure in figures)


def figure_group(edition: Edition, figures: Iterable[Figure]) -> FigureGroup | None:
    """Gives figures for the page of what they are about, the newest first; None where there are none."""
    newest_first = sorted(figures, key=lambda figure: -(figure.until_year or figure.year or 0))
    return _group(edition, figure_views(edition, newest_first), ON_A_PAGE) if newest_first else None


def _group(edition: Edition, figures: tuple[FigureView, ...], first: int) -> FigureGroup:
    return FigureGroup(*folded(edition, figures, "count.more_figures", first))


def _figure(edition: Edition, figure: Figure) -> FigureView:
    dataset = edition.dataset
    about = [edition.links.record("project", figure.project)] if figure.project else []
    about += [edition.links.record("partner", figure.partner)] if figure.partner else []
    return FigureView(
        anchor=figure.id,
        path=edition.links.record("figure", figure.id).path,
        value="" if figure.shown else edition.locale.number(figure.value),
        qualifier=edition.locale.say(f"qualifier.{figure.qualifier.value}"),
        unit=edition.text(figure.shown or figure.unit),
        counts=edition.text(figure.counts),
        year=years(figure.year, figure.until_year),
        note=edition.maybe(figure.note),
        about=tuple(about),
        look_alikes=tuple(_look_alike(edition, dataset.figures[other]) for other in figure.not_the_same_as),
        readings=readings(edition, figure.readings),
        notes=note_links(edition, f"figure:{figure.id}"),
        sources=sources_of(edition, figure),
    )


def _look_alike(edition: Edition, figure: Figure) -> LinkView:
    link, about = edition.links.record("figure", figure.id), years(figure.year, figure.until_year)
    return replace(link, title=replace(link.title, text=f"{link.title.text} ({about})")) if about else link
