"""What was found in each commit, kept for the next build; what is broken, or made by other code, is passed over and made again.

It holds only what may be told: what the programme erased never stands here, and a longer list of that makes everything anew.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kennisstad.model.history import Change, Commit, Did, Form, Rename, Step, Told

FILE = "history.json"
_ROOMS = ("model", "reading", "loading", "history")
"""The rooms whose code decides what a commit is found to have changed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A commit with what it changed; `chains` are files whose records stand in other versions than that of the commit."""

    step: Step
    chains: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Cache:
    """A file with what was found in the commits of one line; `key` is what besides the commits it depends on."""

    def __init__(self, folder: Path, key: object) -> None:
        self._path = folder / FILE
        self._key = hashlib.sha256(f"{_code()}\n{json.dumps(key)}".encode()).hexdigest()

    def read(self, zone: ZoneInfo) -> dict[str, Kept]:
        """Gives what is kept, by commit; nothing where there is nothing to rely on, which is then taken away."""
        try:
            head, _, text = self._path.read_bytes().partition(b"\n")
            if head == _head(self._key, text):
                return {one[0]: _taken(one, zone) for one in json.loads(text)}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass
        forget(self._path.parent)
        return {}

    def write(self, kept: Iterable[Kept]) -> None:
        """Keeps the commits; whoever is stopped halfway leaves what was there, who may not write does the work again."""
        text = json.dumps([_given(one) for one in kept], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        half = self._path.with_name(f"{FILE}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(b"\n".join((_head(self._key, text), text)))
            half.replace(self._path)


def forget(folder: Path) -> None:
    """Takes away what is kept."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)


def _head(key: str, text: bytes) -> bytes:
    return f"{key} {hashlib.sha256(text).hexdigest()}".encode()


@cache
def _code() -> str:
    """Gives what changes with the code that compares."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for path in sorted(path for room in _ROOMS for path in (package / room).glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _given(kept: Kept) -> list[Any]:
    step = kept.step
    seconds = int(step.commit.instant.timestamp())
    changes = [
        [one.kind, one.known_as, one.did, one.field, _value(one.old), _value(one.new), one.languages, dict(one.name)]
        for one in step.changes
    ]
    return [
        step.commit.id,
        seconds,
        changes,
        [[one.kind, one.old, one.new, one.is_merge] for one in step.renames],
        dict(kept.chains),
    ]


def _value(told: Told | None) -> list[Any] | None:
    return None if told is None else [told.form, told.plain, dict(told.texts), told.kind]


def _taken(given: list[Any], zone: ZoneInfo) -> Kept:
    identity, seconds, changes, renames, chains = given
    commit = Commit(identity, instant_of(seconds, zone))
    step = Step(commit, tuple(_change(commit, one) for one in changes), tuple(Rename(*one) for one in renames))
    return Kept(step, {path: tuple(chain) for path, chain in chains.items()})


def _change(commit: Commit, given: list[Any]) -> Change:
    kind, known_as, did, name, old, new, languages, called = given
    return Change(commit, kind, known_as, known_as, Did(did), name, _told(old), _told(new), tuple(languages), called)


def _told(given: list[Any] | None) -> Told | None:
    return None if given is None else Told(Form(given[0]), *given[1:])


def instant_of(seconds: int, zone: ZoneInfo) -> datetime.datetime:
    """Gives the instant of a commit where the programme is."""
    return datetime.datetime.fromtimestamp(seconds, zone)
