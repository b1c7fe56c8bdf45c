"""Is a corrected line that is told as certain certain? Each is tried on what the files would hold, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kennisstad.checking import Checked
from kennisstad.commands.mending import Mended, Mender, Mending
from kennisstad.edits import Typed
from kennisstad.model import Folders
from kennisstad.problem import Problem
from kennisstad.reading.unsaved import unsaved


def proven(checked: Checked, folders: Folders, look: Callable[[], Checked]) -> Checked:
    """Gives a check in which an error has a corrected line only where the check, with that line in place, finds less.

    `look` checks the programme as it is in the files, or as it would be.
    """
    if not any(problem.fix for problem in checked.errors):
        return checked
    return without_taken_back(_Prover(folders, look, checked).mend(), checked)


def without_taken_back(mended: Mended, checked: Checked) -> Checked:
    """Gives a check without the corrected lines that were tried and taken back."""
    taken = {(mending.problem.order, mending.problem.fix) for mending in mended.taken_back}
    told = (replace(problem, fix=()) if (problem.order, problem.fix) in taken else problem for problem in checked.problems)
    return Checked(checked.dataset, list(told))


MOST_LOOKS = 8
"""Checks in which lines are tried: many that do not help would each ask for one, and the editor waits."""


class _Prover(Mender):
    """Mends what files would hold; as often as it takes to try what can be tried from the start."""

    most_rounds = 2

    def __init__(self, folders: Folders, look: Callable[[], Checked], checked: Checked) -> None:
        self._files: dict[Path, bytes] = {}

        self._looks = 0

        def look_at_unsaved() -> Checked:
            self._looks += 1
            with unsaved(self._files):
                return look()

        super().__init__(folders, look_at_unsaved, checked)

    def _try(self, chosen: Sequence[Problem]) -> None:
        if self._looks < MOST_LOOKS:
            super()._try(chosen)
        else:
            self.mended.taken_back += [Mending(problem, Typed("")) for problem in chosen]

    def _bytes(self, file: str) -> bytes | None:
        kept = self._files.get(self._root / file)
        return super()._bytes(file) if kept is None else kept

    def _write(self, file: str, data: bytes) -> None:
        self._files[self._root / file] = data
