"""What the site of a proposal says of itself: that it is no more than that, and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kennisstad.problem import Location

ADDRESS = "https://preview.invalid/"
"""Where a preview stands for who did not say: a name that leads nowhere, ever (RFC 6761); never the address of the site itself."""
MARK = "preview.json"
"""The file that marks a folder as a preview; what has it is not published."""


@dataclass(frozen=True, slots=True)
class Absent:
    """A record or hand-written page that is left out: its kind, its id ("" where that could not be read), name and place."""

    kind: str
    id: str
    where: Location
    name: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Previewed:
    """That a site is the preview of a proposal, and what is left out of it."""

    absent: tuple[Absent, ...] = ()
