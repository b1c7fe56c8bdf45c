"""What a site was made of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The day that a site speaks from, and the full id of the commit it is made of, "" where there is none."""

    day: datetime.date
    commit: str
