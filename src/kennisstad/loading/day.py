"""The commit that a site is made of, and the day that it speaks from: the same commit and day give the same bytes.

No clock is read. The day is given in `SOURCE_DATE_EPOCH` (seconds since 1970,
https://reproducible-builds.org/specs/source-date-epoch/), else it is that of the newest commit, else that of the record that was
looked through last; each in the programme's time zone.
"""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from kennisstad.model import Moment
from kennisstad.problem import Location, Problem

GIVEN = "SOURCE_DATE_EPOCH"
"""The variable of the environment that gives the day."""
LATEST = 253_402_214_400
"""The last day that a date can be (31 December 9999), in seconds since 1970."""
_GIT = ("git", "-c", "core.fsmonitor=false", "log", "-1", "--no-show-signature", "--format=%H %ct")


@dataclass(frozen=True, slots=True)
class Commit:
    """The newest commit of a checkout: its full id, and when it was made in seconds since 1970; both "" where there is none."""

    id: str = ""
    seconds: str = ""


def day_of(commit: Commit, time_zone: str, checked: Iterable[Moment], problems: list[Problem]) -> datetime.date:
    """Gives the day that a site of a commit speaks from; what is wrong with a given one stands in `problems`."""
    zone = ZoneInfo(time_zone)
    given = os.environ.get(GIVEN, "").strip()
    if given and not _is_time(given):
        problems.append(Problem(Location(GIVEN), "no-day", "write-epoch", values={"found": given}))
    seconds = given if _is_time(given) else commit.seconds
    if _is_time(seconds):
        return datetime.datetime.fromtimestamp(int(seconds), zone).date()
    return max((moment.first_day for moment in checked), default=datetime.date(1970, 1, 1))


def _is_time(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text[:13]) <= LATEST


def newest_commit(root: Path) -> Commit:
    """Gives the newest commit of the checkout that a folder is in; an empty one where there is none, or no git that answers."""
    try:
        done = subprocess.run(_GIT, cwd=root, capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return Commit()
    identity, _, seconds = done.stdout.strip().partition(" ")
    return Commit(identity, seconds) if done.returncode == 0 else Commit()
