"""Charts: bars drawn at build time, each with the same numbers in a table. All lengths are in the units of the SVG's view box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kennisstad.model import Chart, word_key
from kennisstad.views.cards import track_cards
from kennisstad.views.colours import style
from kennisstad.views.components import TextView
from kennisstad.views.edition import Edition
from kennisstad.views.sources import SourceView, sources_of

WIDTH = 360
"""Of the view box: a phone shows it at its own size, so that letters stay legible there."""
NUMBER = 84
"""Room for the number after the longest bar, at least."""
LETTER = 12
"""Room for each letter of a number that says what it counts, also where a visitor sets letters wider apart (WCAG 1.4.12)."""
LONGEST_UNIT = 14
"""Letters; a longer unit does not fit beside a bar, and stands in the table."""
ROW = 54
BAR_TOP = 22
"""A label stands above its bar."""
BAR = 20
MOST_PARTNERS = 10
"""Bars in the chart of partners."""


@dataclass(frozen=True, slots=True)
class PieceView:
    """One piece of a bar: where it starts, how long it is, its class, and what it stands for."""

    x: int
    width: int
    style: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar: its label, its pieces from left to right, its total (`told` with what is counted), and where it stands."""

    label: TextView
    label_y: int
    y: int
    value_x: int
    value_y: int
    pieces: tuple[PieceView, ...]
    value: str
    told: str
    path: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart and its table; `columns` are the names of the pieces, empty where each bar is one."""

    anchor: str
    title: TextView
    caption: TextView
    height: int
    bars: tuple[BarView, ...]
    columns: tuple[PieceView, ...]
    unit: TextView
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar before it is drawn: its label, per piece its class, name and number, and its total in a table and beside the bar."""

    label: TextView
    pieces: Sequence[tuple[str, str, Decimal]]
    path: str = ""
    number: str = ""
    told: str = ""


def charts(edition: Edition) -> tuple[ChartView, ...]:
    """Gives the charts that are counted from the records, then those of the figures."""
    dataset = edition.dataset
    drawn = [_tracks(edition)] if dataset.tracks and dataset.projects else []
    drawn += [_partners(edition)] if any(project.leads or project.partners for project in dataset.projects.values()) else []
    drawn += [_of_figures(edition, chart) for chart in dataset.charts.values()]
    return tuple(drawn)


def _of_figures(edition: Edition, chart: Chart) -> ChartView:
    dataset, locale = edition.dataset, edition.locale
    figures = [dataset.figures[bar.figure] for bar in chart.bars]
    rows = []
    for bar, figure in zip(chart.bars, figures, strict=True):
        qualifier = locale.say(f"qualifier.{figure.qualifier.value}")
        number = f"{qualifier} {locale.number(figure.value)}".strip()
        is_short = len(edition.text(figure.unit).text) <= LONGEST_UNIT
        told = f"{qualifier} {edition.links.figure_value(figure)}".strip() if is_short else number
        label = edition.maybe(bar.label) or TextView(str(figure.year or ""))
        track = dataset.projects[figure.project].track if figure.project else None
        rows.append(_Row(label, [(style("track", track), "", figure.value)], f"#{figure.id}", number, told))
    sources = sources_of(edition, *figures)
    return _drawn(
        edition, chart.id, (edition.text(chart.title), edition.text(chart.caption)), rows, edition.text(figures[0].unit), sources
    )


def _tracks(edition: Edition) -> ChartView:
    """Projects per track, in pieces by status."""
    locale, dataset = edition.locale, edition.dataset
    counted = Counter((project.track or "", project.status) for project in dataset.projects.values())
    used = [status for status in dataset.choices.statuses_by_use if any(counted[track, status] for track in (*dataset.tracks, ""))]
    rows = []
    for track in track_cards(edition):
        rows.append(_Row(track.short_title, _by_status(edition, counted, track.id, used), track.path))
    if any(counted["", status] for status in used):
        rows.append(_Row(TextView(locale.say("projects.no_track")), _by_status(edition, counted, "", used)))
    words = TextView(locale.say("chart.tracks")), TextView(locale.say("chart.tracks_caption"))
    return _drawn(edition, "chart-tracks", words, rows, TextView(locale.say("chart.projects")), ())


def _by_status(edition: Edition, counted: Counter[tuple[str, str]], track: str, used: list[str]) -> list[tuple[str, str, Decimal]]:
    likes = edition.dataset.choices.statuses
    return [
        (f"piece-{likes[status].value}", edition.word(word_key("status", status)).text, Decimal(counted[track, status]))
        for status in used
    ]


def _partners(edition: Edition) -> ChartView:
    """The partners with most projects: those they lead, and those they take part in."""
    locale, relations = edition.locale, edition.relations
    names = (("piece-leads", locale.say("partner.leads")), ("piece-joins", locale.say("partner.joins")))
    degree = Counter({name: len(found) for name, found in relations.led_by.items()})
    degree.update({name: len(found) for name, found in relations.joined_by.items()})
    most = sorted(filter(degree.__getitem__, degree), key=lambda name: (-degree[name], name))[:MOST_PARTNERS]
    rows = []
    for name in most:
        numbers = (len(relations.led_by.get(name, ())), len(relations.joined_by.get(name, ())))
        pieces = [(style, word, Decimal(number)) for (style, word), number in zip(names, numbers, strict=True)]
        link = edition.links.record("partner", name)
        rows.append(_Row(link.title, pieces, link.path))
    words = TextView(locale.say("chart.partners")), TextView(locale.say("chart.partners_caption"))
    return _drawn(edition, "chart-partners", words, rows, TextView(locale.say("chart.projects")), ())


def _drawn(
    edition: Edition,
    anchor: str,
    words: tuple[TextView, TextView],
    rows: list[_Row],
    unit: TextView,
    sources: tuple[SourceView, ...],
) -> ChartView:
    longest = max((sum((number for _, _, number in row.pieces), Decimal()) for row in rows), default=Decimal(1)) or Decimal(1)
    room = WIDTH - max([NUMBER, *(LETTER * len(row.told) for row in rows)])
    bars = tuple(_bar(edition, row, position * ROW, room / longest) for position, row in enumerate(rows))
    columns = bars[0].pieces if bars and len(bars[0].pieces) > 1 else ()
    return ChartView(anchor, *words, len(rows) * ROW, bars, columns, unit, sources)


def _bar(edition: Edition, row: _Row, y: int, scale: Decimal) -> BarView:
    pieces, total, start = [], Decimal(), 0
    for colour, name, number in row.pieces:
        total += number
        end = round(total * scale)
        pieces.append(PieceView(start, end - start, colour, name, edition.locale.number(number)))
        start = end
    value = row.number or edition.locale.number(total)
    return BarView(row.label, y + 15, y + BAR_TOP, start + 8, y + BAR_TOP + 15, tuple(pieces), value, row.told or value, row.path)
