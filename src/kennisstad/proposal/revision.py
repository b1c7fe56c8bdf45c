"""A programme as it stood in a commit: its files are read out of the repository, and nothing of them runs.

Only ordinary files come along, none of which is large, so that who proposes something decides nothing but what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisstad.history import GitFailed, Objects, Repository
from kennisstad.kinds import KINDS
from kennisstad.model import Folders, Kinds
from kennisstad.reading.files import LARGEST_FILE

PARTS = ("data", "content", "locales", "overrides")
"""The folders of a programme that the check reads."""
MOST_FILES, DEEPEST = 20_000, 8
"""Files and levels of folders of a programme, far more than any has."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit by its id, with the folders in which its files were put."""

    id: str
    folders: Folders


def commits(repository: Repository, since: str, until: str) -> tuple[str, str] | str:
    """Gives the commit that a proposal began at and its newest one, or the name of which there is no commit."""
    found = {revision: repository.commit(revision) for revision in (since, until)}
    for revision, identity in found.items():
        if identity is None:
            return revision
    old, new = found[since] or "", found[until] or ""
    return repository.parting(old, new) or old, new


def written_out(repository: Repository, commit: str, target: Path, kinds: Kinds = KINDS) -> Revision:
    """Puts the programme's files of a commit in a folder. Raises GitFailed where they cannot be read, or are far too many."""
    with repository.objects() as objects:
        tree = objects.below(objects.commit(commit).tree, repository.prefix)
        count = 0
        for name, (is_folder, identity) in objects.folder(tree).items() if tree else ():
            if name not in PARTS or not is_folder:
                continue
            for path, blob in _files(objects, identity, 1):
                count += 1
                if count > MOST_FILES:
                    raise GitFailed("git-incomplete")
                _put(target / name / path, objects.data(blob))
    return Revision(commit, Folders.of(target))


def _files(objects: Objects, tree: str, level: int) -> Iterator[tuple[Path, str]]:
    for name, (is_folder, identity) in objects.folder(tree).items():
        if name in ("", ".", "..", ".git") or "/" in name or "\\" in name:
            continue
        if not is_folder:
            yield Path(name), identity
        elif level < DEEPEST:
            yield from ((Path(name) / path, blob) for path, blob in _files(objects, identity, level + 1))


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data[: LARGEST_FILE + 1])  # the check tells of a file that is larger
