"""The repository that a folder is in, read with plumbing only: no pager, no hook, nothing that its settings would run.

Nothing of the environment leads elsewhere, nothing is fetched, and what somebody typed is never taken for an option.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO

_GIT = (
    "git",
    "--no-pager",
    "--no-replace-objects",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=",
    "-c",
    "protocol.allow=never",
)
_KEPT = (
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CEILING_DIRECTORIES",
    "GIT_TEST_ASSUME_DIFFERENT_OWNER",
)
"""Variables that say whose settings hold, how far up a repository is looked for and whether it may be read; not which it is."""
_FIXED = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
_FOLDER = b"40000"
SECONDS = 60
"""How long git may take to answer one question."""


class GitFailed(Exception):
    """The history cannot be read; `rule` names the problem."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


@dataclass(frozen=True, slots=True)
class RawCommit:
    """A commit as git keeps it: its tree, the second it was made in, and the first line of its message."""

    id: str
    tree: str
    seconds: int
    subject: str


@dataclass(frozen=True)
class Repository:
    """A checkout that can be read; `prefix` is the way from its top to the programme's folder, "" or with a slash at its end."""

    root: Path
    prefix: str

    @classmethod
    def around(cls, root: Path) -> Repository:
        """Gives the repository that a folder is in. Raises GitFailed where there is none, or only a part, or it may not be read."""
        told = _ask(root, "rev-parse", "--is-shallow-repository", "--show-prefix").split("\n")
        if told[0] != "false":
            raise GitFailed("git-shallow")
        return cls(root, told[1])

    @cached_property
    def line(self) -> tuple[tuple[str, int], ...]:
        """The commits from HEAD back, by the first parent of each: their ids and seconds. Raises GitFailed where there are none."""
        told = _ask(self.root, "rev-list", "--first-parent", "--timestamp", "HEAD").split()
        return tuple(zip(told[1::2], map(int, told[::2]), strict=True))

    def commit(self, revision: str) -> str | None:
        """Gives the id of the commit that somebody named, or None where there is none."""
        try:
            return _ask(self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip() or None
        except (GitFailed, ValueError):  # git takes no text with a zero byte
            return None

    def parting(self, one: str, other: str) -> str | None:
        """Gives the newest commit that two commits, by their ids, come from; None where they have none in common."""
        try:
            return _ask(self.root, "merge-base", "--end-of-options", one, other).strip() or None
        except GitFailed:
            return None

    @contextmanager
    def objects(self) -> Iterator[Objects]:
        """Opens the store of objects. Raises GitFailed, also later where one is not there."""
        command = (*_GIT, "cat-file", "--batch")
        process = subprocess.Popen(
            command, cwd=self.root, env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        try:
            assert process.stdin is not None  # noqa: S101 - for the type checker
            assert process.stdout is not None  # noqa: S101
            yield Objects(process.stdin, process.stdout)
        except OSError as error:  # git itself stopped
            raise GitFailed("git-incomplete") from error
        finally:
            process.kill()
            process.communicate()


class Objects:
    """Gives commits, folders and files by their ids, one process for all of them."""

    def __init__(self, asking: IO[bytes], answers: IO[bytes]) -> None:
        self._asking, self._answers = asking, answers
        self._folders: dict[str, Mapping[str, tuple[bool, str]]] = {}

    def data(self, identity: str) -> bytes:
        """Gives the bytes of an object."""
        self._asking.write(f"{identity}\n".encode())
        self._asking.flush()
        head = self._answers.readline().split()
        if len(head) != 3:  # "… missing", or nothing at all
            raise GitFailed("git-incomplete")
        data = self._answers.read(int(head[2]))
        self._answers.read(1)
        return data

    def commit(self, identity: str) -> RawCommit:
        """Gives a commit."""
        head, _, message = self.data(identity).partition(b"\n\n")
        fields = dict(line.split(b" ", 1) for line in reversed(head.split(b"\n")) if b" " in line)
        seconds = int(fields[b"committer"].rsplit(b" ", 2)[1])
        return RawCommit(identity, fields[b"tree"].decode(), seconds, message.partition(b"\n")[0].decode("utf-8", "replace"))

    def folder(self, tree: str) -> Mapping[str, tuple[bool, str]]:
        """Gives what is in a folder by name: whether it is a folder itself, and its id."""
        if tree not in self._folders:
            data, found, size = self.data(tree), {}, len(tree) // 2
            while data:
                head, _, rest = data.partition(b"\0")
                mode, _, name = head.partition(b" ")
                if mode[:3] in (_FOLDER[:3], b"100"):  # no links, no repositories within this one
                    found[name.decode("utf-8", "replace")] = mode == _FOLDER, rest[:size].hex()
                data = rest[size:]
            self._folders[tree] = found
        return self._folders[tree]

    def below(self, tree: str, path: str) -> str:
        """Gives the id of a folder below another by its path, or "" where there is none."""
        for name in filter(None, path.split("/")):
            is_folder, tree = self.folder(tree).get(name, (False, ""))
            if not is_folder:
                return ""
        return tree


def _environment() -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return {**own, **_FIXED}


def _ask(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run((*_GIT, *arguments), cwd=root, env=_environment(), capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        raise GitFailed("git-missing") from None
    if done.returncode:
        raise GitFailed("git-refused" if b"dubious ownership" in done.stderr else "git-missing")
    return done.stdout.decode("utf-8", "surrogateescape")
