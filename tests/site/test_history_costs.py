"""Reading a long history costs little, and reading it again next to nothing."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisstad.history import read_history
from kennisstad.kinds import KINDS
from kennisstad.loading.loader import load
from kennisstad.model import Dataset, Folders, History
from tests.site.repository import PARTNERS, Repository

COMMITS, RECORDS = 100, 1000
"""A tenth of the commits, on records of as many bytes, that have to be compared in a minute."""
SUMMARY = "They row in the harbour each evening, whatever the weather brings, and teach whoever comes. " * 2

pytestmark = pytest.mark.alone


def long_history(top: Path, commits: int, records: int) -> Repository:
    """Gives a repository of some records of about half a kilobyte, of which each commit changes one."""
    repository = Repository.of_invented(top)
    kept = repository.files.read(PARTNERS)

    def write(changed: int) -> None:
        told = [
            f"- id: club-{number}\n  name: {{en: Club {number}, nl: Club {number}, de: Club {number}}}\n  kind: association\n"
            f"  summary:\n    en: {SUMMARY}{number if number > changed else -number}\n    nl: {SUMMARY}\n"
            for number in range(records)
        ]
        repository.files.write(PARTNERS, kept + "".join(told))

    for number in range(commits + 1):
        month, day = divmod(number, 28)
        repository.commit(
            f"{2021 + month // 12}-{1 + month % 12:02}-{day + 1:02}T10:00+01:00" if number else "2020-12-30T10:00+01:00",
            f"Commit {number}",
            lambda files, number=number: write(number),  # type: ignore[misc]
        )
    repository.files.replace("data/programme.yaml", '"2021-06-01"', '"2020-12-31"')
    return repository


def cpu_of(work: Callable[[], History]) -> tuple[float, History]:
    """Gives the seconds of CPU of this process that some work costs, and what it gives."""
    before = time.process_time()
    made = work()
    return time.process_time() - before, made


def test_many_commits_are_compared_in_a_minute_and_known_afterwards(tmp_path: Path) -> None:
    repository = long_history(tmp_path, COMMITS, RECORDS)
    dataset = load(Folders.of(repository.folder), KINDS).dataset
    assert isinstance(dataset, Dataset)

    first, history = cpu_of(lambda: read_history(dataset, []))
    again, same = min((cpu_of(lambda: read_history(dataset, [])) for _ in range(3)), key=lambda one: one[0])

    assert (len(history.changes), same) == (COMMITS, history)
    assert first <= 60 * COMMITS / 1000
    assert again <= 0.2 * COMMITS / 1000 + 0.05
