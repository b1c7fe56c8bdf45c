"""What tests of history share: how an edit is written, and what is read out of a repository."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kennisstad.addresses.routes import Addresses
from kennisstad.history import read_history
from kennisstad.kinds import KINDS
from kennisstad.loading.loader import load
from kennisstad.model import Change, Dataset, Folders, History
from kennisstad.pages import first_edition
from kennisstad.problem import Problem
from kennisstad.views.changes import record_link, sentences
from tests.site.repository import PARTNERS, PROJECTS, Edit, Repository

JUNE = "2021-06-03T10:00+02:00"
JULY = "2021-07-04T10:00+02:00"
DUTCH_PAGE = "---\ntitle: Over de haven\ndescription: Wat de haven is.\n---\nDe haven.\n"


def dataset_of(folder: Path) -> Dataset:
    dataset = load(Folders.of(folder), KINDS).dataset
    assert dataset is not None
    problems: list[Problem] = []
    history = read_history(dataset, problems)
    assert problems == []
    return replace(dataset, history=history)


def history_of(repository: Repository) -> History:
    return dataset_of(repository.folder).history


def told(repository: Repository, language: str = "en") -> list[str]:
    """Gives what is told, a line for each record on each day, the newest first."""
    dataset = dataset_of(repository.folder)
    edition = first_edition(dataset, Addresses.of(dataset)).in_language(language)
    lines = []
    for (day, (kind, identity)), changes in _grouped(dataset.history).items():
        title = record_link(edition, kind, identity, changes[0].name).title.text
        lines.append(f"{day} {title}: {'; '.join(sentence.text for sentence in sentences(edition, changes))}")
    return lines


def _grouped(history: History) -> dict[tuple[str, tuple[str, str]], list[Change]]:
    found: dict[tuple[str, tuple[str, str]], list[Change]] = {}
    for change in history.changes:
        found.setdefault((change.commit.day.isoformat(), change.of), []).append(change)
    return found


def swap(path: str, old: str, new: str) -> Edit:
    """Gives the edit that writes a text in place of another."""
    return lambda files: files.replace(path, old, new)


def all_of(*edits: Edit) -> Edit:
    """Gives the edit that makes several."""
    return lambda files: [edit(files) for edit in edits]


def two_months(folder: Path) -> Repository:
    """Gives the invented programme after two months in which something changed."""
    made = Repository.of_invented(folder)
    made.commit(JUNE, "The garden is done", swap(PROJECTS, "status: running", "status: completed"))
    made.commit(JULY, "Names", swap(PARTNERS, "Town Gardens, nl", "Gardens of the Town, nl"))
    return made
