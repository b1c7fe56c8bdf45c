"""The whole check of the programme as it would be after some changes, without writing any of them."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

from kennisstad.checking import Checked, found_by_rules, judged
from kennisstad.loading.loader import load
from kennisstad.model import Folders, Kinds
from kennisstad.problem import Problem
from kennisstad.reading.memory import Memory, stamp
from kennisstad.reading.unsaved import unsaved

Told = tuple[str, str, str, tuple[tuple[str, str], ...]]
"""What makes two problems the same one, wherever it moved to."""
_COUNTED = "count-changed"
"""Told with a proposal: who adds a record at home has nothing to do about it."""


class Checks:
    """Checks one programme again and again; what was read before is not read again. For any thread, one at a time."""

    def __init__(self, folders: Folders, kinds: Kinds) -> None:
        self._folders, self._kinds = folders, kinds
        self._memory = Memory()
        self._turn = threading.Lock()
        self._known: Counter[Told] = Counter()
        self._known_of: object = None
        self._last: tuple[Mapping[Path, bytes], list[Problem]] | None = None

    def check(self, files: Mapping[Path, bytes]) -> tuple[Checked, list[Problem]]:
        """Gives the check of the programme with files as they would be, and the problems that it has not got today."""
        with self._turn:
            self._look_at_today()
            checked = self._check(files)
            self._last = files, checked.problems
            return checked, _without(checked.problems, self._known)

    def saved(self, files: Mapping[Path, bytes]) -> None:
        """Takes what was found last for what holds today, where it was found of just what is saved now."""
        if self._last is not None and self._last[0] == files and self._turn.acquire(blocking=False):
            self._known, self._known_of = Counter(map(_told, self._last[1])), _stamps(self._folders)
            self._turn.release()

    def look_ahead(self) -> None:
        """Reads the programme as it is, so that the first change waits for less."""
        with self._turn:
            self._look_at_today()

    def _look_at_today(self) -> None:
        """Checks what is saved, where that changed since."""
        stamps = _stamps(self._folders)
        if stamps != self._known_of:
            self._known = Counter(map(_told, self._check({}).problems))
            self._known_of = stamps

    def _check(self, files: Mapping[Path, bytes]) -> Checked:
        with unsaved(files):
            loaded = load(self._folders, self._kinds, self._memory)
            checked = judged(loaded, chain.from_iterable(found_by_rules(loaded)))
        return Checked(checked.dataset, [problem for problem in checked.problems if problem.rule != _COUNTED])


def _stamps(folders: Folders) -> dict[Path, tuple[int, ...]]:
    looked = (folders.data, folders.content, folders.locales, folders.overrides)
    return {path: stamp(path) for folder in looked for path in sorted(folder.rglob("*"))}


def _told(problem: Problem) -> Told:
    return problem.location.file, problem.rule, problem.record, tuple(sorted(problem.values.items()))


def _without(problems: Iterable[Problem], known: Counter[Told]) -> list[Problem]:
    left = known.copy()
    new = []
    for problem in problems:
        left[_told(problem)] -= 1
        if left[_told(problem)] < 0:
            new.append(problem)
    return new
