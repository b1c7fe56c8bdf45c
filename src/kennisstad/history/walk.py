"""From the commit at which history begins to the newest, along the first parent of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from kennisstad.history.cache import Cache, Kept, forget, instant_of
from kennisstad.history.compare import Comparer
from kennisstad.history.erasure import Erasure
from kennisstad.history.git import GitFailed, Objects, RawCommit, Repository
from kennisstad.history.states import NO_FILE, Reader, State
from kennisstad.model.dataset import Dataset
from kennisstad.model.history import Commit, History, Step
from kennisstad.model.kinds import PROGRAMME
from kennisstad.model.values import is_day
from kennisstad.problem import Problem, Severity

SILENT = "[stil]"
"""In the subject of a commit of which nothing is told."""
_UNKNOWN = "unknown-commit"
HINTS = {
    _UNKNOWN: "mend-unknown-commit",
    "git-missing": "mend-git-missing",
    "git-shallow": "mend-git-shallow",
    "git-incomplete": "mend-git-incomplete",
    "git-refused": "mend-git-refused",
}
"""What to do about each reason why there is no history."""


def history_fault(dataset: Dataset) -> Problem | None:
    """Gives why there can be no history where the programme asks for one, or None; reads no commit."""
    try:
        _begin(dataset, Repository.around(dataset.folders.root))
    except GitFailed as failed:
        return _problem(dataset, failed.rule)
    return None


def read_history(dataset: Dataset, problems: list[Problem]) -> History:
    """Gives what changed since the commit or day that the programme names. What keeps it from being read stands in `problems`."""
    if dataset.programme.history_from is None:
        forget(dataset.folders.cache)
        return History()
    try:
        repository = Repository.around(dataset.folders.root)
        return _Walk(dataset, repository, _begin(dataset, repository)).history()
    except GitFailed as failed:
        problems.append(_problem(dataset, failed.rule))
        return History()


def between(dataset: Dataset, since: str, until: str) -> Step | str:
    """Gives what is different between two revisions as one step, or the one that there is not. Raises GitFailed."""
    repository = Repository.around(dataset.folders.root)
    found = {revision: repository.commit(revision) for revision in (since, until)}
    missing = next((revision for revision, identity in found.items() if identity is None), None)
    if missing is not None:
        return missing
    with repository.objects() as objects:
        reader, comparer = _reader(dataset, repository, objects), Comparer(dataset.kinds)
        old, new = (objects.commit(found[revision] or "") for revision in (since, until))
        before = reader.after(State(), reader.blobs(old.tree))
        after = reader.after(before, reader.blobs(new.tree))
    commit = Commit(new.id, instant_of(new.seconds, ZoneInfo(dataset.programme.time_zone)))
    step = comparer.step(commit, before, after)
    return Erasure(dataset.programme.erased, dataset.kinds, step.renames).step(step)


def _problem(dataset: Dataset, rule: str) -> Problem:
    """Where a site is published it is an error; whoever only has the files builds without."""
    where = dataset.place(PROGRAMME.name, dataset.programme.id, ("history_from",))
    is_error = rule == _UNKNOWN or os.environ.get("CI", "").strip().lower() not in ("", "0", "false")
    values = {"found": dataset.programme.history_from or ""}
    return Problem(where, rule, HINTS[rule], dataset.programme.id, values, Severity.ERROR if is_error else Severity.ADVICE)


def _begin(dataset: Dataset, repository: Repository) -> int:
    """Gives the place in the line of the commit that history begins with: the one named, or the last before the day named."""
    start, zone = dataset.programme.history_from or "", ZoneInfo(dataset.programme.time_zone)
    if is_day(start):
        days = (instant_of(seconds, zone).date().isoformat() for _, seconds in repository.line)
        return next((place for place, day in enumerate(days) if day < start), len(repository.line) - 1)
    found = [place for place, (identity, _) in enumerate(repository.line) if identity.startswith(start)]
    if len(found) != 1:
        raise GitFailed(_UNKNOWN)
    return found[0]


def _reader(dataset: Dataset, repository: Repository, objects: Objects) -> Reader:
    return Reader(objects, repository.prefix, dataset.kinds, dataset.programme.languages)


@dataclass
class _Walk:
    dataset: Dataset
    repository: Repository
    begin: int

    def history(self) -> History:
        """Gives the history; what was not compared before is compared, and kept without what is erased."""
        zone, line = ZoneInfo(self.dataset.programme.time_zone), self.repository.line
        commits = [Commit(identity, instant_of(seconds, zone)) for identity, seconds in reversed(line[: self.begin + 1])]
        cache = self._cache(commits[0])
        kept = cache.read(zone)
        known: list[Kept] = []
        for commit in commits[1:]:
            if commit.id not in kept:
                break
            known.append(kept[commit.id])
        found = [*known, *self._compared(commits, known)] if len(known) < len(commits) - 1 else known
        told = self._without_erased(found)
        if told != list(kept.values()) or not kept:
            cache.write(told)
        return History.of(commits[0], (one.step for one in told))

    def _cache(self, first: Commit) -> Cache:
        programme, kinds = self.dataset.programme, self.dataset.kinds
        erased = programme.erased.model_dump() if programme.erased else None
        named = [(kind.name, kind.one, kind.folder, kind.tells_changes) for kind in kinds.records]
        return Cache(self.dataset.folders.cache, [first.id, self.repository.prefix, erased, named, programme.languages])

    def _without_erased(self, found: list[Kept]) -> list[Kept]:
        programme = self.dataset.programme
        if programme.erased is None:
            return found
        erasure = Erasure(programme.erased, self.dataset.kinds, [rename for one in found for rename in one.step.renames])
        return [replace(one, step=erasure.step(one.step)) for one in found]

    def _compared(self, commits: list[Commit], known: list[Kept]) -> Iterator[Kept]:
        """Gives the commits after those that are known, compared each with the one before."""
        comparer = Comparer(self.dataset.kinds)
        comparer.learn(rename for one in known for rename in one.step.renames)
        with self.repository.objects() as objects:
            reader = _reader(self.dataset, self.repository, objects)
            state = reader.again(self._chains(reader, objects.commit(commits[len(known)].id), known))
            for commit in commits[len(known) + 1 :]:
                raw = objects.commit(commit.id)
                blobs = reader.blobs(raw.tree)
                before, state = state, reader.after(state, blobs)
                step = comparer.step(commit, before, state)
                is_told = SILENT not in raw.subject
                yield Kept(step if is_told else replace(step, changes=()), _odd(state, blobs))

    def _chains(self, reader: Reader, raw: RawCommit, known: list[Kept]) -> dict[str, tuple[str, ...]]:
        blobs = {path: (blob,) for path, blob in reader.blobs(raw.tree).items()}
        return {**blobs, **(known[-1].chains if known else {})}


def _odd(state: State, blobs: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Gives the chains of files that are not the versions of the commit alone."""
    return {path: file.chain for path, file in state.files.items() if file.chain != (blobs.get(path, NO_FILE),)}
