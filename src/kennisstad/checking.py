"""Reads all files of a programme and holds them against every rule."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from kennisstad.kinds import KINDS
from kennisstad.loading.loader import Loaded, load
from kennisstad.model import Dataset, Folders, Kinds
from kennisstad.problem import Problem, Severity, in_order
from kennisstad.promised import lost_addresses
from kennisstad.reading.memory import Memory
from kennisstad.rules import RULES
from kennisstad.rules.acceptance import without_accepted
from kennisstad.rules.gathered import gathered
from kennisstad.rules.meant import TypedFiles, explained
from kennisstad.rules.suggestions import as_called, as_meant

OBJECTS = 100_000
"""After so many new objects Python looks for rubbish. What is read is kept: looking after every 700, as is usual, would cost a
third of a check and a sixth of a build.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check gives; `dataset` is None where the programme itself could not be read."""

    dataset: Dataset | None
    problems: list[Problem]

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop the site from being built."""
        return [problem for problem in self.problems if problem.severity == Severity.ERROR]

    @property
    def advice(self) -> list[Problem]:
        """The problems that do not."""
        return [problem for problem in self.problems if problem.severity == Severity.ADVICE]


def check(folders: Folders, kinds: Kinds = KINDS, memory: Memory | None = None) -> Checked:
    """Gives the dataset with all problems of all files, sorted by place; `memory` may know parts of the files."""
    gc.set_threshold(OBJECTS, 50, 100)
    loaded = load(folders, kinds, memory)
    if any(problem.hint == "name-file" for problem in loaded.problems):
        return judged(loaded)  # whatever names what stands in such a file would be told to name nothing
    found = list(chain.from_iterable(found_by_rules(loaded)))
    if loaded.dataset is not None and not _is_page_unread(loaded.dataset, loaded.problems):
        is_right = all(problem.severity is Severity.ADVICE for problem in (*loaded.problems, *found))
        found += lost_addresses(loaded.dataset, is_right=is_right)
    return judged(loaded, found)


def _is_page_unread(dataset: Dataset, problems: Iterable[Problem]) -> bool:
    """Whether a page could not be read: it is not gone, and nobody should write that it is."""
    content = f"{dataset.folders.name(dataset.folders.content)}/"
    return any(problem.severity is Severity.ERROR and problem.location.file.startswith(content) for problem in problems)


def found_by_rules(loaded: Loaded) -> Iterator[list[Problem]]:
    """Gives what each rule finds, one rule after the other."""
    if loaded.dataset is not None:
        for rule in RULES:
            yield list(rule(loaded.dataset))


def judged(loaded: Loaded, found: Iterable[Problem] = ()) -> Checked:
    """Gives what was loaded with the problems of its files and those that the rules found, sorted by place."""
    problems = [*loaded.problems, *found]
    if loaded.dataset is not None:
        files = TypedFiles(loaded.dataset.folders)
        told = [
            problem if problem.severity is Severity.ADVICE else explained(loaded.dataset, as_meant(loaded.dataset, problem), files)
            for problem in problems
        ]
        whole = (as_called(loaded.dataset, problem) for problem in gathered(loaded.dataset, told, files))
        problems = list(without_accepted(loaded.dataset, whole))
    return Checked(loaded.dataset, in_order(problems))
