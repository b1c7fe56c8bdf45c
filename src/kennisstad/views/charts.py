"""Charts: bars drawn at build time, each with the same numbers in a table. All lengths are in the units of the SVG's view box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from kennisstad.model import Chart
from kennisstad.views.cards import track_cards
from kennisstad.views.colours import style
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition
from kennisstad.views.lettering import lines_of
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.standing import standing_of, standing_title, standings, status_of

WIDTH = 360
"""Of the view box: a phone shows it at its own size, so that letters stay legible there."""
LABEL = 36
"""Letters of ordinary width on a line, also where a visitor sets letters wider apart (WCAG 1.4.12)."""
NUMBER = 84
"""Room for the number after the longest bar, at least."""
LETTER = 12
"""Room for each letter of a number that says what it counts, with letters wider apart too."""
LONGEST_UNIT = 14
"""Letters; a longer unit does not fit beside a bar, and stands in the table."""
LEAST = 120
"""Room for the bars; where the numbers beside them would leave less, each stands below its bar."""
ROW = 54
LINE = 17
"""A further line of a label, or of a number that stands below its bar."""
BASE = 15
"""From the top of a line of words, or of a bar, to the foot of its letters."""
BAR_TOP = 22
"""A label stands above its bar."""
BAR = 20
GAP = 8
"""Between a bar and its number."""
THIN = 3
"""A bar that stands for anything at all is at least as long."""
SWATCH = 16
"""A piece in the legend."""
MOST_PARTNERS = 10
"""Bars in the chart of partners."""


@view
class PieceView:
    """One piece of a bar: where it starts, how long it is, its class, and what it stands for."""

    x: int
    width: int
    style: str
    name: str
    value: str


@view
class LineView:
    """A line of words: where it starts, and the foot of its letters."""

    x: int
    y: int
    text: str


@view
class BarView:
    """A bar: its label and its total, in words and as they are drawn, its pieces from the zero line outwards, and its place."""

    label: TextView
    label_lines: tuple[LineView, ...]
    y: int
    height: int
    pieces: tuple[PieceView, ...]
    value: str
    value_lines: tuple[LineView, ...]
    path: str

    @property
    def end(self) -> int:
        """Its lower side."""
        return self.y + self.height

    @property
    def zero_line(self) -> tuple[int, int]:
        """Where the zero line begins and ends, a little beyond the bar."""
        return self.y - THIN, self.end + THIN


@view
class ChartView:
    """A chart and its table; `columns` are the names of the pieces, empty where each bar is one.

    `zero` is where the zero line stands, or None where no number is negative and the bars stand against the side.
    """

    anchor: str
    title: TextView
    caption: TextView
    width: int
    height: int
    zero: int | None
    bars: tuple[BarView, ...]
    columns: tuple[PieceView, ...]
    swatch: int
    unit: TextView
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A bar before it is drawn: its label, per piece its class, name and number, and its total in a table and beside the bar."""

    label: TextView
    pieces: Sequence[tuple[str, str, Decimal]]
    path: str = ""
    number: str = ""
    told: str = ""

    @property
    def reached(self) -> tuple[Decimal, ...]:
        """Zero, and where each piece ends."""
        return tuple(accumulate((number for _, _, number in self.pieces), initial=Decimal()))


@dataclass(frozen=True, slots=True)
class _Scale:
    """How numbers become lengths: the zero line, the length of one, and whether the number stands below its bar."""

    zero: int
    unit: Decimal
    is_below: bool


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
        rows.append(Row(label, [(style("track", track), "", figure.value)], f"#{figure.id}", number, told))
    sources = sources_of(edition, *figures)
    return _drawn(
        edition, chart.id, (edition.text(chart.title), edition.text(chart.caption)), rows, edition.text(figures[0].unit), sources
    )


def _tracks(edition: Edition) -> ChartView:
    """Projects per track, in pieces by how they stand: what is known of now apart from what was."""
    locale, dataset = edition.locale, edition.dataset
    counted = Counter((project.track or "", standing_of(edition, project)) for project in dataset.projects.values())
    used = [each for each in standings(edition) if any(counted[track, each] for track in (*dataset.tracks, ""))]
    rows = []
    for track in track_cards(edition):
        rows.append(Row(track.short_title, _by_standing(edition, counted, track.id, used), track.path))
    if any(counted["", each] for each in used):
        rows.append(Row(TextView(locale.say("projects.no_track")), _by_standing(edition, counted, "", used)))
    words = TextView(locale.say("chart.tracks")), TextView(locale.say("chart.tracks_caption"))
    return _drawn(edition, "chart-tracks", words, rows, TextView(locale.say("chart.projects")), ())


def _by_standing(
    edition: Edition, counted: Counter[tuple[str, str]], track: str, used: list[str]
) -> list[tuple[str, str, Decimal]]:
    likes = edition.dataset.choices.statuses
    styles = {each: f"piece-{likes[status_of(each)].value}{each.removeprefix(status_of(each))}" for each in used}
    return [(styles[each], standing_title(edition, each).text, Decimal(counted[track, each])) for each in used]


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
        rows.append(Row(link.title, pieces, link.path))
    words = TextView(locale.say("chart.partners")), TextView(locale.say("chart.partners_caption"))
    return _drawn(edition, "chart-partners", words, rows, TextView(locale.say("chart.projects")), ())


def _drawn(
    edition: Edition,
    anchor: str,
    words: tuple[TextView, TextView],
    rows: list[Row],
    unit: TextView,
    sources: tuple[SourceView, ...],
) -> ChartView:
    zero, height, bars = draw(rows, edition.locale.number)
    columns = bars[0].pieces if bars and len(bars[0].pieces) > 1 else ()
    return ChartView(anchor, *words, WIDTH, height, zero, bars, columns, SWATCH, unit, sources)


def draw(rows: Sequence[Row], write: Callable[[Decimal], str]) -> tuple[int | None, int, tuple[BarView, ...]]:
    """Gives the zero line (None where no number is negative), the height of the picture, and the bars from top to bottom."""
    rows = _told(rows, write)
    scale = _scale(rows)
    bars: list[BarView] = []
    height = 0
    for row in rows:
        bars.append(_bar(row, height, scale, write))
        height = max(bars[-1].end, *(line.y for line in bars[-1].value_lines)) + ROW - BAR_TOP - BAR
    return scale.zero or None, height, tuple(bars)


def _told(rows: Sequence[Row], write: Callable[[Decimal], str]) -> list[Row]:
    """Gives the rows with what stands beside each bar: the number with its unit, or where one is too long for that the number."""
    numbered = [replace(row, number=row.number or write(row.reached[-1])) for row in rows]
    is_long = any(row.told and not _fits(row.told) for row in numbered)
    return [replace(row, told=row.number if is_long else row.told or row.number) for row in numbered]


def _fits(told: str) -> bool:
    return WIDTH - LETTER * len(told) >= LEAST


def _scale(rows: Sequence[Row]) -> _Scale:
    reached = [number for row in rows for number in row.reached] or [Decimal()]
    lowest, highest = min(reached), max(reached)
    is_below = not all(_fits(row.told) for row in rows)
    beside = 0 if is_below else max([NUMBER, *(LETTER * len(row.told) for row in rows)])
    unit = (WIDTH - max(beside, 2 * THIN)) / (highest - lowest or Decimal(1))
    zero = max(round(-lowest * unit), THIN) if lowest < 0 else 0
    return _Scale(zero, unit, is_below)


def _bar(row: Row, top: int, scale: _Scale, write: Callable[[Decimal], str]) -> BarView:
    """Draws a bar; its number stands beside it, at the right of the zero line also where the bar is at the left."""
    labels = lines_of(row.label.text, LABEL)
    y = top + BAR_TOP + LINE * (len(labels) - 1)
    pieces, start = [], scale.zero
    for (colour, name, number), reached in zip(row.pieces, row.reached[1:], strict=True):
        end = scale.zero + round(reached * scale.unit)
        if number and abs(end - start) < THIN:
            end = start + (THIN if number > 0 else -THIN)
        pieces.append(PieceView(min(start, end), abs(end - start), colour, name, write(number)))
        start = end
    if scale.is_below:
        values = _lines(0, y + BAR + BASE, lines_of(row.told, WIDTH / LETTER))
    else:
        values = (LineView(max(start, scale.zero) + GAP, y + BASE, row.told),)
    return BarView(row.label, _lines(0, top + BASE, labels), y, BAR, tuple(pieces), row.number, values, row.path)


def _lines(x: int, y: int, texts: Sequence[str]) -> tuple[LineView, ...]:
    return tuple(LineView(x, y + LINE * position, text) for position, text in enumerate(texts))
