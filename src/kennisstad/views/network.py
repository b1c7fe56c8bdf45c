"""With whom a partner works: a list, and a small picture of the same. Lengths are in the units of the picture's view box."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from kennisstad.model import Partner
from kennisstad.views.cards import partner_short_name
from kennisstad.views.components import LinkView
from kennisstad.views.edition import Edition

MOST = 10
"""Partners in the picture and the list."""
WIDTH, HEIGHT = 540, 290
ACROSS, DOWN = 130, 112
"""How far the others stand from the middle."""
SMALLEST, LARGEST = 5, 16
LONGEST_LABEL = 16
"""Characters; the list beside it has the whole name."""


@dataclass(frozen=True, slots=True)
class NeighbourView:
    """Another partner: its link, the number of projects both are in, and where it stands in the picture."""

    link: LinkView
    counted: str
    x: int
    y: int
    radius: int
    label: str
    label_x: int
    anchor: str


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A partner in the middle and those it works with most."""

    width: int
    height: int
    x: int
    y: int
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
    return NetworkView(WIDTH, HEIGHT, WIDTH // 2, HEIGHT // 2, neighbours)


def _neighbour(edition: Edition, other: str, weight: float, turn: float, number: int) -> NeighbourView:
    angle = 2 * math.pi * turn - math.pi / 2
    x, y = round(WIDTH / 2 + ACROSS * math.cos(angle)), round(HEIGHT / 2 + DOWN * math.sin(angle))
    radius = round(SMALLEST + (LARGEST - SMALLEST) * weight)
    is_right = x >= WIDTH // 2
    name = partner_short_name(edition, other).text
    return NeighbourView(
        link=edition.links.record("partner", other),
        counted=edition.locale.count("count.projects", number),
        x=x,
        y=y,
        radius=radius,
        label=name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…",
        label_x=x + (radius + 5) * (1 if is_right else -1),
        anchor="start" if is_right else "end",
    )
