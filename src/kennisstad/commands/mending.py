"""Mends in the files what is certain: the edits that problems carry, each of them kept only where the check then finds less.

A file changes in one step, and only in the letters that edits name. What the check then finds decides: a fix that leaves its
problem or brings another is taken back. A new mistake is no reproach where more can be read than before: it stood there, unseen.
"""

from __future__ import annotations

import codecs
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kennisstad.checking import Checked
from kennisstad.edits import Typed, in_order
from kennisstad.model import PROGRAMME, Folders
from kennisstad.problem import Edit, Problem

MOST_ROUNDS = 10
"""Rounds in which fixes that waited for others, or that others brought to light, take their turn."""
_LONE_RETURN = re.compile(rb"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Mending:
    """A fix that was made, with the text it was made in, or one that was not."""

    problem: Problem
    before: Typed


@dataclass(slots=True)
class Mended:
    """What mending gives: how all stands now, what was mended, and what was tried and taken back."""

    checked: Checked
    done: list[Mending] = field(default_factory=list)
    taken_back: list[Mending] = field(default_factory=list)


class Mender:
    """Mends the files of one programme; `look` checks them, and `checked` is what it found already."""

    most_rounds = MOST_ROUNDS

    def __init__(self, folders: Folders, look: Callable[[], Checked], checked: Checked | None = None) -> None:
        self._root, self._look = folders.root, look
        self.mended = Mended(checked or look())

    def mend(self) -> Mended:
        """Mends all that is certain and gives what came of it. What keeps a file from being read goes first."""
        for _ in range(self.most_rounds):
            certain = [problem for problem in self.mended.checked.problems if problem.fix and not self._is_refused(problem)]
            chosen = [problem for problem in _apart(certain) if self._bytes(problem.location.file) is not None]
            readable = _readable(self.mended.checked)
            if not chosen:
                break
            self._try([problem for problem in chosen if problem.location.file not in readable] or chosen)
        return self.mended

    def _is_refused(self, problem: Problem) -> bool:
        """Whether the same was tried before, perhaps some lines away."""
        texts = [edit.text for edit in problem.fix]
        return any(
            (tried.location.file, tried.rule, tried.record, tried.values)
            == (problem.location.file, problem.rule, problem.record, problem.values)
            and texts == [edit.text for edit in tried.fix]
            for tried in (mending.problem for mending in self.mended.taken_back)
        )

    def _try(self, chosen: Sequence[Problem]) -> None:
        """Makes fixes together; where something comes of it that nobody wants, those of each half by themselves."""
        files = list(dict.fromkeys(problem.location.file for problem in chosen))
        before = {file: data for file in files if (data := self._bytes(file)) is not None}
        typed = {file: _typed(data) for file, data in before.items()}
        for file, data in before.items():
            self._write(file, _applied(data, (problem for problem in chosen if problem.location.file == file)))
        checked = self._look()
        mendings = [Mending(problem, typed[problem.location.file]) for problem in chosen]
        if _is_better(self.mended.checked, checked, chosen):
            self.mended.checked = checked
            self.mended.done += mendings
            return
        for file, data in before.items():
            self._write(file, data)
        if len(chosen) == 1:
            self.mended.taken_back += mendings
            return
        for half in (chosen[: len(chosen) // 2], chosen[len(chosen) // 2 :]):
            known = {problem.order: problem for problem in self.mended.checked.problems}
            still = [
                problem for problem in half if known.get(problem.order) == problem
            ]  # what moved has its turn in the next round
            if still:
                self._try(still)

    def _bytes(self, file: str) -> bytes | None:
        """Gives what is in a file, or None where it is no ordinary text of this programme; a link may lead out of it."""
        path = self._root / file
        try:
            is_own = path.resolve() == self._root.resolve() / file and path.is_file()
            data = path.read_bytes() if is_own else b"\xff"
            data.decode("utf-8")
        except (OSError, ValueError, RuntimeError):
            return None
        return None if _LONE_RETURN.search(data) else data

    def _write(self, file: str, data: bytes) -> None:
        """Puts other bytes in a file in one step: who reads meanwhile reads the old ones or the new."""
        path = self._root / file
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(data)
            Path(name).chmod(path.stat().st_mode & 0o7777)
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise


def _typed(data: bytes) -> Typed:
    return Typed(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))


def _applied(data: bytes, problems: Iterable[Problem]) -> bytes:
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + _typed(data).applied(edit for problem in problems for edit in problem.fix).encode("utf-8")


def _apart(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Gives the problems whose edits do not touch each other's; the others wait for the next round."""
    taken: dict[str, list[Edit]] = {}
    for problem in problems:
        others = taken.setdefault(problem.location.file, [])
        own = in_order(problem.fix)
        is_sound = all(edit.start <= edit.end for edit in own) and all(one.end <= next_.start for one, next_ in pairwise(own))
        if is_sound and not any(edit.start <= other.end and other.start <= edit.end for edit in own for other in others):
            others += own
            yield problem


def _is_better(before: Checked, after: Checked, fixed: Sequence[Problem]) -> bool:
    """Whether every mended problem is gone, and no error came but those that could not be seen before."""
    touched = {(problem.location.file, line): problem for problem in fixed for line in _lines_after(problem, fixed)}
    there = [(problem, touched.get((problem.location.file, problem.location.line))) for problem in after.problems]
    if any(mended is not None and mended.rule == problem.rule for problem, mended in there):
        return False
    were = Counter((problem.location.file, problem.rule) for problem in before.errors)
    new = Counter((problem.location.file, problem.rule) for problem in after.errors) - were
    could, can = _readable(before), _readable(after)
    on_touched = {(problem.location.file, problem.rule) for problem, mended in there if mended is not None}
    return not any(kind in on_touched or (kind[0] in could and can <= could) for kind in new)


def _lines_after(problem: Problem, fixed: Iterable[Problem]) -> range:
    """Gives the lines that a fix left, counted in the text with all fixes in it."""
    first = min(edit.start[0] for edit in problem.fix)
    edits = [edit for other in fixed if other.location.file == problem.location.file for edit in other.fix]
    moved = sum(edit.text.count("\n") - (edit.end[0] - edit.start[0]) for edit in edits if edit.end[0] < first)
    return range(first + moved, max(edit.end[0] + edit.text.count("\n") for edit in problem.fix) + moved + 1)


def _readable(checked: Checked) -> frozenset[str]:
    """Gives the files of which everything could be read."""
    dataset = checked.dataset
    if dataset is None:
        return frozenset()
    name, data = dataset.folders.name, dataset.folders.data
    records = (name(data / kind.file) for kind in dataset.kinds.records if kind.name in dataset.ids and not kind.folder)
    pages = (page.file for page in (*dataset.content, *dataset.articles))
    return frozenset((name(data / PROGRAMME.file), *records, *pages, *(locale.file for locale in dataset.locales.values())))
