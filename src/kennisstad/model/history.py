"""What changed in the records, commit by commit: what pages, feeds and the command tell of it.

A change holds codes and plain texts, not sentences: `views/changes.py` says it in a language.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as of_itself
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StrictStr, WithJsonSchema

from kennisstad.model.base import Part
from kennisstad.model.values import Line, is_day, refuse

WRITTEN = "content"
"""What the kind of hand-written pages is called among the kinds of records."""

_COMMIT = re.compile(r"[0-9a-f]{7,40}")
_ERASED = re.compile(r"[a-z_-]+:[a-z0-9-]+(/[a-z_]+)?")


def _start(value: Any) -> Any:
    text = value.isoformat() if isinstance(value, datetime.date) else value
    if not isinstance(text, str) or not (is_day(text) or _COMMIT.fullmatch(text)):
        raise refuse("history-start", "write-commit-or-day")
    return text


def _erased(text: str) -> str:
    if not _ERASED.fullmatch(text):
        raise refuse("erased-name", "write-erased-name")
    return text


HistoryStart = Annotated[
    StrictStr,
    BeforeValidator(_start),
    WithJsonSchema({"type": "string", "pattern": f"^({_COMMIT.pattern}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$"}),
]
"""Where history begins: a commit, or a day; nothing that was before it is told."""
ErasedName = Annotated[StrictStr, AfterValidator(_erased), Field(json_schema_extra={"pattern": f"^{_ERASED.pattern}$"})]
"""A record, or one of its fields: `project:quay-garden`, `project:quay-garden/title`."""


class Erased(Part):
    """What is told nowhere of what was: records, fields of records, and values wherever they stood."""

    records: tuple[ErasedName, ...] = ()
    values: tuple[Line, ...] = ()


class Did(StrEnum):
    """What happened to a record, or to one of its fields."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MERGED = "merged"
    TRANSLATED = "translated"
    CHANGED = "changed"
    JOINED = "joined"
    LEFT = "left"
    REVISED = "revised"


class Form(StrEnum):
    """How a value is said."""

    TEXT = "text"
    PLAIN = "plain"
    MOMENT = "moment"
    INSTANT = "instant"
    TRUTH = "truth"
    NUMBER = "number"
    CHOICE = "choice"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Told:
    """A value as a change tells it.

    `plain` is its id, date, number or text; `texts` a text by language, or what the record it names was called then; `kind` names
    the kind of that record, the list that the value was chosen from, or the zone that an instant is told in where it has its own.
    """

    form: Form
    plain: str = ""
    texts: Mapping[str, str] = of_itself(default_factory=dict)
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as far as changes need it: its id and its instant, in the time zone of the programme."""

    id: str
    instant: datetime.datetime

    @property
    def day(self) -> datetime.date:
        """The day it was made on, where the programme is."""
        return self.instant.date()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a commit changed in one record.

    `record` is the id that the record has now, `known_as` the one that it had after this commit, and `name` what it was called
    then, by language. `languages` are those in which a text was changed or added, () where that is not the matter.
    """

    commit: Commit
    kind: str
    record: str
    known_as: str
    did: Did
    field: str = ""
    old: Told | None = None
    new: Told | None = None
    languages: tuple[str, ...] = ()
    name: Mapping[str, str] = of_itself(default_factory=dict)

    @property
    def of(self) -> tuple[str, str]:
        """The kind and the id of its record."""
        return self.kind, self.record

    @property
    def key(self) -> str:
        """What never changes for all that one commit did to one record, for feeds: `commit/kind/id`."""
        return f"{self.commit.id}/{self.kind}/{self.known_as}"


@dataclass(frozen=True, slots=True)
class Rename:
    """That a record has another id since a commit, or became part of another record: then what was told of it stays its own."""

    kind: str
    old: str
    new: str
    is_merge: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A commit with all that it changed, and what has another id since."""

    commit: Commit
    changes: tuple[Change, ...] = ()
    renames: tuple[Rename, ...] = ()


@dataclass(frozen=True)
class History:
    """All changes, the newest commit first, those of one commit in the order of kinds and records; none where there is no history.

    `begin` is the commit that the first change is compared with. What is not told moves no date: `checked`, a `[stil]` commit.
    """

    changes: tuple[Change, ...] = ()
    begin: Commit | None = None

    @classmethod
    def of(cls, begin: Commit, steps: Iterable[Step]) -> History:
        """Gives the history of commits, the oldest first. A record is known by its id of now all the way back."""
        now: dict[tuple[str, str], str] = {}
        told: list[Change] = []
        for step in reversed(list(steps)):
            told += (_as_of_now(change, now) for change in step.changes)
            for rename in (rename for rename in step.renames if not rename.is_merge):
                now[rename.kind, rename.old] = now.get((rename.kind, rename.new), rename.new)
        return cls(tuple(told), begin)

    @cached_property
    def by_record(self) -> Mapping[tuple[str, str], tuple[Change, ...]]:
        """The changes of each record, by its kind and its id of now, the newest first."""
        found: dict[tuple[str, str], list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.of, []).append(change)
        return {of: tuple(changes) for of, changes in found.items()}

    @cached_property
    def _newest(self) -> Mapping[str, datetime.date]:
        found: dict[str, datetime.date] = {}
        for change in self.changes:
            found.setdefault(change.kind, change.commit.day)
        return found

    def last_changed(self, kind: str, identity: str, language: str = "") -> datetime.date | None:
        """Gives the day of the last change of a record, or of a hand-written page in a language; None where there was none."""
        changes = self.by_record.get((kind, identity), ())
        return next((one.commit.day for one in changes if not language or not one.languages or language in one.languages), None)

    def newest_of(self, kind: str) -> datetime.date | None:
        """Gives the day of the last change of any record of a kind."""
        return self._newest.get(kind)

    @property
    def newest(self) -> datetime.date | None:
        """The day of the last change of all."""
        return self.changes[0].commit.day if self.changes else None

    @cached_property
    def months(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes by month, `2026-11`, the newest first."""
        found: dict[str, list[Change]] = {}
        for change in sorted(self.changes, key=lambda change: change.commit.day, reverse=True):
            found.setdefault(f"{change.commit.day:%Y-%m}", []).append(change)
        return {month: tuple(changes) for month, changes in found.items()}


def _as_of_now(change: Change, now: Mapping[tuple[str, str], str]) -> Change:
    """Gives a change with the ids that its record, and those it tells of, have since."""
    if not now:
        return change
    old, new = (told and replace(told, plain=now.get((told.kind, told.plain), told.plain)) for told in (change.old, change.new))
    merged = change.did is Did.MERGED  # the one that is gone is told as it was
    return replace(change, record=now.get(change.of, change.record), old=change.old if merged else old, new=new)
