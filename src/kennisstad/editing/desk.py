"""The files of a programme as they would be: read once, changed by edits, checked as a whole, and then written all or none."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisstad.checking import Checked, check
from kennisstad.editing.lines import Span, Typed
from kennisstad.kinds import KINDS
from kennisstad.loading.single import record_files
from kennisstad.model import PROGRAMME, Folders, Kinds, RecordKind
from kennisstad.problem import Edit, Problem
from kennisstad.reading.folders import files_in
from kennisstad.reading.memory import Memory
from kennisstad.reading.unsaved import unsaved


class Refused(Exception):
    """What was asked cannot be done; `rule` names the sentence that says why, `problems` what the check would tell."""

    def __init__(self, rule: str, problems: Iterable[Problem] = (), **values: object) -> None:
        super().__init__(rule)
        self.rule, self.values, self.problems = rule, values, list(problems)


@dataclass(frozen=True, slots=True)
class Place:
    """A file: of records of a kind, or a text in a language, which is one of a kind of articles or a page (kind None)."""

    path: Path
    kind: RecordKind | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done at a line: what stood there, and what stands there now."""

    file: str
    line: int
    old: str
    new: str


@dataclass
class Desk:
    """A programme on which somebody works; nothing is written before `save`."""

    folders: Folders
    checked: Checked
    kinds: Kinds = KINDS
    memory: Memory = field(default_factory=Memory)
    files: dict[Path, Typed | None] = field(default_factory=dict)
    """What was changed; None for a file that is taken away."""
    done: list[Done] = field(default_factory=list)

    @classmethod
    def of(cls, folders: Folders, kinds: Kinds = KINDS, memory: Memory | None = None) -> Desk:
        """Gives a programme as it stands on disk; what `memory` knows is not read again. Raises Refused where it cannot be read."""
        memory = Memory() if memory is None else memory
        checked = check(folders, kinds, memory)
        if checked.dataset is None or any(kind.name not in checked.dataset.ids for kind in kinds.records):
            raise Refused("edit-unreadable", checked.errors)
        return cls(folders, checked, kinds, memory)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the programme, the first one first."""
        return () if self.checked.dataset is None else self.checked.dataset.programme.languages

    def places(self) -> Iterator[Place]:
        """Gives every file that a record may be named in."""
        for kind in (PROGRAMME, *self.kinds.records):
            if not kind.folder:
                yield from (Place(path, kind) for path in record_files(self.folders, kind))
        for language in self.languages:
            top = self.folders.content / language
            for path in files_in(top):
                folder = path.parent.relative_to(top).as_posix()
                articles = self.kinds.folders.get(folder)
                if path.suffix == ".md" and (articles is not None or folder == "."):
                    yield Place(path, articles, language)

    def typed(self, path: Path) -> Typed:
        """Gives a file as it would be. Raises Refused where it is no text."""
        found = self.files.get(path)
        if found is not None:
            return found
        try:
            return Typed.of(path.read_bytes())
        except (OSError, UnicodeDecodeError):
            raise Refused("edit-unreadable", self.checked.errors) from None

    def change(self, path: Path, edits: Iterable[Edit]) -> None:
        """Changes a file, and notes what was done. Raises Refused where two edits are of one place."""
        typed, name = self.typed(path), self.folders.name(path)
        edits = sorted(set(edits))
        try:
            self.files[path] = typed.changed(edits)
        except ValueError:
            raise Refused("edit-overlap", found=name) from None
        for edit in edits:
            self.done.append(Done(name, edit.start[0], _short(typed.at(Span(edit.start, edit.end))), _short(edit.text)))

    def put(self, path: Path, typed: Typed) -> None:
        """Makes a file."""
        self.files[path] = typed
        self.done.append(Done(self.folders.name(path), 1, "", _short(typed.text)))

    def move(self, path: Path, target: Path) -> None:
        """Gives a file another name."""
        self.files[target] = self.typed(path)
        self.files[path] = None
        self.done.append(Done(self.folders.name(path), 1, path.name, target.name))

    def remove(self, path: Path) -> None:
        """Takes a file away."""
        self.done.append(Done(self.folders.name(path), 1, _short(self.typed(path).text), ""))
        self.files[path] = None

    def clear(self) -> None:
        """Forgets what was changed."""
        self.files.clear()
        self.done.clear()

    def outcome(self) -> Checked:
        """Gives what the check says of the programme as it would be."""
        with unsaved({path: None if typed is None else typed.data for path, typed in self.files.items()}):
            return check(self.folders, self.kinds, self.memory)

    def new_errors(self, outcome: Checked, names: dict[str, str]) -> list[Problem]:
        """Gives the errors that were not there before; `names` has what records are called now, by what they were called."""

        def key(problem: Problem, names: dict[str, str]) -> tuple[str, ...]:
            found = problem.values.get("found", "")
            return problem.rule, names.get(problem.record, problem.record), names.get(found, found)

        before = Counter(key(problem, names) for problem in self.checked.errors)
        before.subtract(key(problem, {}) for problem in outcome.errors)
        return [problem for problem in outcome.errors if before[key(problem, {})] < 0]

    def save(self) -> None:
        """Writes all that was changed, or nothing: what was written when a file refuses is put back. Raises OSError then."""
        before = {path: path.read_bytes() if path.exists() else None for path in self.files}
        try:
            for path, typed in self.files.items():
                _write(path, None if typed is None else typed.data)
        except OSError:
            for path, data in before.items():
                with contextlib.suppress(OSError):
                    _write(path, data)
            raise


def _write(path: Path, data: bytes | None) -> None:
    """Puts bytes in a file in one step, or takes the file away; one that holds them already is left alone."""
    if data is None:
        path.unlink(missing_ok=True)
        return
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o777)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _short(text: str) -> str:
    """Gives a text as one line can show it."""
    lines = [line.strip() for line in text.strip().split("\n")]
    more = f" … ({len(lines)})" if len(lines) > 1 else ""
    first = lines[0] if len(lines[0]) <= 120 else f"{lines[0][:119]}…"
    return f"{first}{more}"
