"""A repository with commits that a test scripts, on the invented programme; no settings of who runs the tests hold in it.

repository = Repository.of_invented(tmp_path)
repository.commit("2021-06-03T10:00+02:00", "The garden is done", lambda files: files.replace(PROJECTS, "running", "completed"))
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.site.programmes import copy_invented

PROJECTS, PARTNERS, PROGRAMME = "data/projects.yaml", "data/partners.yaml", "data/programme.yaml"

BEGUN = "2021-05-01T12:00+02:00"


class Files:
    """The files of a checkout, to be changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str) -> str:
        """Gives the text of a file."""
        return (self._folder / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        """Writes a file."""
        (self._folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self._folder / path).write_text(text, "utf-8")

    def remove(self, path: str) -> None:
        """Removes a file."""
        (self._folder / path).unlink()

    def replace(self, path: str, old: str, new: str) -> None:
        """Changes the first place where a text stands; it has to stand there."""
        text = self.read(path)
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new, 1))

    def all(self) -> list[str]:
        """Gives the path of every file of records and pages."""
        found = (
            path for folder in ("data", "content") for path in (self._folder / folder).rglob("*") if path.suffix in (".yaml", ".md")
        )
        return sorted(path.relative_to(self._folder).as_posix() for path in found)

    def append(self, path: str, text: str) -> None:
        """Adds to the end of a file."""
        self.write(path, f"{self.read(path).rstrip()}\n{text}")


Edit = Callable[[Files], object]


class Repository:
    """A repository; `folder` is where its programme stands, which may be below its top."""

    def __init__(self, top: Path, folder: Path) -> None:
        self.top, self.folder, self.files = top, folder, Files(folder)

    @classmethod
    def of_invented(
        cls, top: Path, below: str = "", begun: str = "2021-05-01T12:00+02:00", start: str = "2021-06-01"
    ) -> Repository:
        """Gives a repository with the invented programme in one commit; its history begins on the day `start`, "" for none."""
        top.mkdir(parents=True, exist_ok=True)
        made = cls(top, top / below)
        copy_invented(made.folder)
        made.git("init", "--quiet", "--initial-branch=main")
        if start:
            made.files.append(PROGRAMME, f'history_from: "{start}"\ntime_zone: Europe/Amsterdam\n')
        made.files.write(".gitignore", "/.cache/\n/site/\n")
        made.commit(BEGUN, "The programme")
        return made

    def git(self, *arguments: str, when: str = BEGUN, cwd: Path | None = None) -> str:
        """Runs git at a time, with an invented author and no settings of anybody, and gives what it says."""
        who = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", "A Neighbour"), ("EMAIL", "neighbour@example.org"), ("DATE", when))
        }
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **who}
        done = subprocess.run(["git", *arguments], cwd=cwd or self.top, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, when: str, subject: str, edit: Edit | None = None) -> str:
        """Changes files and commits them at a time, and gives the id of the commit."""
        if edit is not None:
            edit(self.files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject, when=when)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str) -> None:
        """Begins a branch here, and goes there."""
        self.git("switch", "--quiet", "--create", name)

    def merge(self, when: str, branch: str, into: str = "main") -> str:
        """Merges a branch at a time, and gives the id of the merge."""
        self.git("switch", "--quiet", into)
        self.git("merge", "--quiet", "--no-ff", "--no-edit", branch, when=when)
        return self.git("rev-parse", "HEAD")

    def clone(self, target: Path, *options: str) -> Repository:
        """Gives a clone of the whole, or of what the options say."""
        self.git("clone", "--quiet", *options, f"file://{self.top}", str(target))
        return Repository(target, target / self.folder.relative_to(self.top))
