"""The wall of a project: courses of bricks in half bond, drawn from its id. Its state shows: what is planned still misses bricks.

All lengths are in the units of the SVG's view box.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kennisstad.model import Status
from kennisstad.views.components import view

MODULE = 24
"""A brick is two to four of these wide."""
MODULES = 20
COURSE = 22
JOINT = 2
HEAD = 18
"""Courses at the head of a page: more than a head is high, so that the wall stands on its foot and is never repeated upwards."""
TINTS = 5
"""From hardly any colour to solid."""
_MISSING = {Status.PLANNED: 0.6, Status.EXPLORING: 0.45, Status.STOPPED: 0.3}
"""The share of bricks that the upper courses miss."""
_SOLID = {Status.COMPLETED: 60, Status.RUNNING: 38, Status.UNKNOWN: 0}
"""Of 256 bricks, those in the solid colour."""


_OUTLINES = {
    modules: f"h{modules * MODULE - JOINT}v{COURSE - JOINT}h-{modules * MODULE - JOINT}z" for modules in range(1, MODULES + 1)
}
"""A brick of so many modules, drawn from its left top."""


@view
class TintView:
    """All bricks of one tint as one path; tint 1 is the lightest."""

    tint: str
    path: str


@view
class WallView:
    """A tile of wall that repeats to the left and right."""

    id: str
    width: int
    height: int
    tints: tuple[TintView, ...]


@dataclass(frozen=True, slots=True)
class Brick:
    """A brick in a tile of wall, from the top left; tint 1 is the lightest."""

    x: int
    y: int
    width: int
    tint: int


@cache
def wall(identity: str, status: Status = Status.RUNNING, courses: int = HEAD) -> WallView:
    """Gives the wall of a record; the same id and state always give the same wall, and fewer courses its lower part."""
    paths: dict[int, list[str]] = {tint: [] for tint in range(1, TINTS + 1)}
    for x, y, modules, tint in _standing(identity, status, courses):
        paths[tint].append(f"M{x} {y}{_OUTLINES[modules]}")
    tints = tuple(TintView(str(tint), "".join(path)) for tint, path in paths.items() if path)
    return WallView(f"wall-{identity}", MODULES * MODULE, courses * COURSE, tints)


def bricks(identity: str, status: Status, courses: int) -> Iterator[Brick]:
    """Gives the bricks of a wall, from the foot up; each is as high as a course without its joint."""
    for x, y, modules, tint in _standing(identity, status, courses):
        yield Brick(x, y, modules * MODULE - JOINT, tint)


def _standing(identity: str, status: Status, courses: int) -> Iterator[tuple[int, int, int, int]]:
    """Gives the left, top, modules and tint of each brick that is there."""
    tints = _tints(status)
    for course in range(courses):
        top = (courses - 1 - course) * COURSE
        missing = _share_missing(status, course, courses) * 256
        for start, modules, chance in _laid(identity, course):
            if chance >= missing:
                yield start * MODULE, top, modules, tints[chance]


def _laid(identity: str, course: int) -> Iterator[tuple[int, int, int]]:
    """Gives the bricks of a course from the left: first module, number of modules, and a number from 0 to 255."""
    draws = iter(hashlib.sha256(f"{identity}/{course}".encode()).digest())
    start = 0
    if course % 2:
        yield 0, 1, next(draws)
        start = 1
    while start < MODULES:
        draw = next(draws)
        length = min(2 + draw % 3, MODULES - start)
        yield start, length, next(draws)
        start += length


def _share_missing(status: Status, course: int, courses: int) -> float:
    """The lower half of every wall stands; above it the share of missing bricks grows."""
    above = max(0.0, 2 * (course + 1) / courses - 1)
    return _MISSING.get(status, 0.0) * 2 * above


@cache
def _tints(status: Status) -> tuple[int, ...]:
    return tuple(_tint(chance, status) for chance in range(256))


def _tint(chance: int, status: Status) -> int:
    if chance >= 256 - _SOLID.get(status, 16):
        return TINTS
    return 1 + (chance * 7) % (TINTS - 1)
