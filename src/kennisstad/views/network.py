"""With whom a partner works: a list, and a small picture of the same. Lengths are in the units of the picture's view box."""

from __future__ import annotations

import math
from collections import Counter

from kennisstad.model import Partner
from kennisstad.views.cards import partner_short_name
from kennisstad.views.components import LinkView, view
from kennisstad.views.edition import Edition
from kennisstad.views.lettering import shortened

MOST = 10
"""Partners in the picture and the list."""
WIDTH, HEIGHT = 540, 290
ACROSS, DOWN = 130, 112
"""How far the others stand from the middle."""
SELF = 14
SMALLEST, LARGEST = 5, 16
"""Half the side of the square in the middle, and of those around it."""
BESIDE, BELOW = 5, 4
"""From a square to its label, and from its middle to the foot of the letters."""
LONGEST_LABEL, WIDEST_LABEL = 16, 18
"""Letters, and letters of ordinary width; the list beside it has the whole name."""


@view
class SquareView:
    """A square, from its corner at the top left."""

    x: int
    y: int
    size: int


@view
class NeighbourView:
    """Another partner: its link, the number of projects both are in, and where it stands in the picture."""

    link: LinkView
    counted: str
    x: int
    y: int
    square: SquareView
    label: str
    label_x: int
    label_y: int
    anchor: str


@view
class NetworkView:
    """A partner in the middle and those it works with most."""

    width: int
    height: int
    x: int
    y: int
    square: SquareView
    neighbours: tuple[NeighbourView, ...]


def network_view(edition: Edition, partner: Partner) -> NetworkView | None:
    """Gives whom a partner shares most projects with, as leads or taking part, or None where it shares none."""
    relations = edition.relations
    shared: Counter[str] = Counter()
    for project in (*relations.led_by[partner.id], *relations.joined_by[partner.id]):
        shared.update({*project.leads, *project.partners} - {partner.id})
    most = sorted(shared, key=lambda other: (-shared[other], other))[:MOST]
    if not most:
        return None
    largest = shared[most[0]]
    neighbours = tuple(
        _neighbour(edition, other, shared[other] / largest, position / len(most), shared[other])
        for position, other in enumerate(most)
    )
    x, y = WIDTH // 2, HEIGHT // 2
    return NetworkView(WIDTH, HEIGHT, x, y, _square(x, y, SELF), neighbours)


def _neighbour(edition: Edition, other: str, weight: float, turn: float, number: int) -> NeighbourView:
    angle = 2 * math.pi * turn - math.pi / 2
    x, y = round(WIDTH / 2 + ACROSS * math.cos(angle)), round(HEIGHT / 2 + DOWN * math.sin(angle))
    radius = round(SMALLEST + (LARGEST - SMALLEST) * weight)
    is_right = x >= WIDTH // 2
    return NeighbourView(
        link=edition.links.record("partner", other),
        counted=edition.locale.count("count.projects", number),
        x=x,
        y=y,
        square=_square(x, y, radius),
        label=shortened(partner_short_name(edition, other).text, LONGEST_LABEL, WIDEST_LABEL),
        label_x=x + (radius + BESIDE) * (1 if is_right else -1),
        label_y=y + BELOW,
        anchor="start" if is_right else "end",
    )


def _square(x: int, y: int, radius: int) -> SquareView:
    return SquareView(x - radius, y - radius, 2 * radius)
