"""Days, and times of a day with the zone that they are told in; both as an editor writes them."""

from __future__ import annotations

import datetime
import re
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import RootModel, model_validator

from kennisstad.model.values import YEARS, LanguageCode, LongLine, Moment, Text, refuse

_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?:T| +)([0-9]{2}:[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})?)?")
_ALMOST = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})[T, ]+(?:om |at )?([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::00)?(?: ?(?:uur|u|h))?"
    r"(?: ?(Z|[+-][0-9]{2}:?[0-9]{2}))?"
)

_EARLIEST, _LATEST = -11 * 60, 14 * 60
"""Minutes from UTC of the clocks that are furthest from it where people live: Niue and Kiritimati."""


class Day(Moment, frozen=True):
    """A whole date: `2026-11-20`."""

    @model_validator(mode="after")
    def _is_whole(self) -> Day:
        if len(self.parts) < 3:
            raise refuse("date", "write-day")
        return self

    @property
    def date(self) -> datetime.date:
        """The day."""
        return self.first_day


class LongText(Text, frozen=True):
    """The Markdown of an article per language, as of a hand-written page."""

    root: dict[LanguageCode, LongLine]

    def in_language(self, language: str) -> str | None:
        """Gives the Markdown in a language, or None where it is not translated."""
        text = self.root.get(language)
        return None if text is None else text.strip()


class Instant(RootModel[str], frozen=True):
    """A day, or a time of a day: `2026-12-05`, `2026-12-05 14:00`, or with its distance from UTC `2026-12-05 14:00+01:00`.

    It is kept in the form of ISO 8601, with a `T` between day and time; without a distance it is a time in the zone of who asks.
    """

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, datetime.date):
            return value.isoformat()
        text = value.strip() if isinstance(value, str) else ""
        match = _INSTANT.fullmatch(text)
        if match is None:
            instead = _instead(text)
            raise refuse("instant", "write-instead" if instead else "write-instant", instead=instead)
        if match[3] and not _is_distance(match[2], match[3]):
            raise refuse("instant", "write-instant")
        read = f"{match[1]}T{match[2]}{match[3] or ''}" if match[2] else match[1]
        if not _is_there(read):
            raise refuse("no-such-date", "write-instant")
        return read

    @property
    def has_time(self) -> bool:
        """Whether it is a time of a day, not the whole of it."""
        return "T" in self.root

    @property
    def has_distance(self) -> bool:
        """Whether its distance from UTC is written with it."""
        return datetime.datetime.fromisoformat(self.root).tzinfo is not None

    def on_day(self, zone: ZoneInfo) -> datetime.date:
        """Gives the day on which it is in a zone."""
        return self.at(zone).date()

    def at(self, zone: ZoneInfo) -> datetime.datetime:
        """Gives the time, told in a zone; of a whole day its beginning."""
        read = datetime.datetime.fromisoformat(self.root)
        return read.replace(tzinfo=zone) if read.tzinfo is None else read.astimezone(zone)

    def is_skipped(self, zone: ZoneInfo) -> bool:
        """Whether the clock of a zone never showed it, as it went from winter to summer."""
        there = self.at(zone)
        back = there.astimezone(datetime.UTC).astimezone(zone)
        return self.has_time and back.replace(tzinfo=None) != there.replace(tzinfo=None)

    def is_twice(self, zone: ZoneInfo) -> bool:
        """Whether the clock of a zone showed it twice, as it went from summer to winter, and nothing says which is meant."""
        there = self.at(zone)
        return (
            self.has_time
            and not self.has_distance
            and not self.is_skipped(zone)
            and there.utcoffset() != there.replace(fold=1).utcoffset()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Describes the ways to write it."""
        return {"type": "string", "pattern": f"^{_INSTANT.pattern}$"}


def _minutes(distance: str) -> int:
    """Gives the minutes that a clock is ahead of UTC, of `Z` or `+02:00`."""
    minutes = int(distance[1:3]) * 60 + int(distance[4:6]) if distance != "Z" else 0
    return -minutes if distance.startswith("-") else minutes


def _is_distance(time: str, behind: str) -> bool:
    """`14:00-16:00` is a time and its end, and so is `09:00-10:00`, though a clock may be ten hours behind UTC."""
    minutes = _minutes(behind)
    return _EARLIEST <= minutes <= _LATEST and (minutes >= 0 or -minutes <= _minutes(f"+{time}"))


def _is_there(read: str) -> bool:
    try:
        return YEARS[0] <= datetime.datetime.fromisoformat(read).year <= YEARS[1]
    except ValueError:
        return False


def _instead(text: str) -> str:
    """Gives how a time is written that somebody wrote almost so: `5-12`, `14.00 uur`, `14u`."""
    match = _ALMOST.fullmatch(text)
    if match is None:
        return ""
    year, month, day, hour, minute, distance = match.groups()
    if distance and ":" not in distance and distance != "Z":
        distance = f"{distance[:3]}:{distance[3:]}"
    read = f"{year}-{int(month):02}-{int(day):02} {int(hour):02}:{minute or '00'}{distance or ''}"
    return read if _is_there(read) else ""
