"""The day that a site speaks from, so that the same commit and day give the same bytes; no clock is read.

It is given in `SOURCE_DATE_EPOCH` (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/), else that of the
newest commit, else that of the record that was looked through last; each in the programme's time zone.
"""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

from kennisstad.model import Moment
from kennisstad.problem import Location, Problem

GIVEN = "SOURCE_DATE_EPOCH"
"""The variable of the environment that gives the day."""
LATEST = 253_402_214_400
"""The last day that a date can be (31 December 9999), in seconds since 1970."""
_GIT = ("git", "-c", "core.fsmonitor=false", "log", "-1", "--no-show-signature", "--format=%ct")


def day_of(root: Path, time_zone: str, checked: Iterable[Moment], problems: list[Problem]) -> datetime.date:
    """Gives the day that the site in `root` speaks from; what is wrong with a given one stands in `problems`."""
    zone = ZoneInfo(time_zone)
    given = os.environ.get(GIVEN, "").strip()
    if given and not _is_time(given):
        problems.append(Problem(Location(GIVEN), "no-day", "write-day", values={"found": given}))
    seconds = given if _is_time(given) else _newest_commit(root)
    if _is_time(seconds):
        return datetime.datetime.fromtimestamp(int(seconds), zone).date()
    return max((moment.first_day for moment in checked), default=datetime.date(1970, 1, 1))


def _is_time(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text[:13]) <= LATEST


def _newest_commit(root: Path) -> str:
    """Gives the committer date of the newest commit of the checkout that a folder is in, or "" where there is none."""
    try:
        done = subprocess.run(_GIT, cwd=root, capture_output=True, text=True, check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
