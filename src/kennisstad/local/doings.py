"""What is done to a record wherever it is named: it gets another id, goes up in another one, or its translations fit again.

At first it is only told, line by line. It is written when the form sends back what it was told, and that would still be done.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from kennisstad.commands.ledger import renewal, told_of
from kennisstad.editing import desk as editing
from kennisstad.editing.command import do
from kennisstad.editing.desk import Desk, Done
from kennisstad.editing.lines import Typed
from kennisstad.editing.renaming import kind_named
from kennisstad.local.places import leads_elsewhere
from kennisstad.local.refusal import Refused
from kennisstad.messages import Messages
from kennisstad.model import Folders, Kinds
from kennisstad.model.ledger import LEDGER
from kennisstad.problem import Problem
from kennisstad.reading.memory import Memory

MOST = 100
"""Problems that are told at once."""
LONGEST = 200
_GIVEN = ("kind", "id", "to", "shown")


class Doings:
    """Does these to one programme. For any thread, one at a time."""

    def __init__(self, folders: Folders, kinds: Kinds) -> None:
        self._folders, self._kinds = folders, kinds
        self._memory, self._turn = Memory(), threading.Lock()
        self._do: Mapping[str, Callable[[Desk, Messages, Mapping[str, str]], tuple[list[Problem], list[str]]]] = {
            "rename": _rename,
            "merge": _merge,
            "translated": _translated,
        }

    def answer(self, what: str, sent: Mapping[str, Any], words: Messages) -> dict[str, Any]:
        """Tells what would be done, or does it where `shown` says that just this was told; or tells why it cannot be done."""
        given = _given(sent)
        with self._turn:
            try:
                desk = Desk.of(self._folders, self._kinds, self._memory)
                errors, left = self._do[what](desk, words, given)
            except editing.Refused as refused:
                return _refused(words.say(refused.rule, **refused.values), refused.problems, words)
            if errors:
                return _refused(words.say("edit-refused", count=len(errors)), errors, words)
            return self._told(desk, left, given["shown"])

    def _told(self, desk: Desk, left: list[str], shown: str) -> dict[str, Any]:
        known_by = _known_by(desk)
        if shown and shown != known_by:
            raise Refused(409, "edit-other-than-shown")
        if shown:
            for path in desk.files:
                if leads_elsewhere(path, self._folders.root):
                    raise Refused(403, "edit-link", found=self._folders.name(path))
            desk.save()
        done = [*desk.done, *_in_ledger(desk)]
        files = sorted(map(self._folders.name, desk.files))
        return {"done": [asdict(one) for one in done], "left": left, "files": files, "shown": known_by, "written": bool(shown)}


def _given(sent: Mapping[str, Any]) -> Mapping[str, str]:
    found = {name: sent.get(name, "") for name in _GIVEN}
    if not all(isinstance(value, str) and len(value) <= LONGEST for value in found.values()):
        raise Refused(400, "edit-not-understood")
    return found


def _rename(desk: Desk, words: Messages, given: Mapping[str, str]) -> tuple[list[Problem], list[str]]:
    return do(desk, words, argparse.Namespace(command="rename", kind=given["kind"], old=given["id"], new=given["to"]))


def _merge(desk: Desk, words: Messages, given: Mapping[str, str]) -> tuple[list[Problem], list[str]]:
    return do(desk, words, argparse.Namespace(command="merge", kind=given["kind"], old=given["id"], into=given["to"], prefer=""))


def _translated(desk: Desk, words: Messages, given: Mapping[str, str]) -> tuple[list[Problem], list[str]]:
    """`to` is the language of the translations that fit again, or "" for all of them."""
    dataset, what = desk.checked.dataset, f"{kind_named(desk, given['kind']).name}/{given['id']}"
    found = renewal(dataset, [what], given["to"] or None) if dataset is not None and not desk.checked.errors else None
    if found is None:
        raise editing.Refused("edit-unreadable" if desk.checked.errors else "translated-nothing", desk.checked.errors, found=what)
    if found.older:
        desk.files[desk.folders.data / LEDGER] = Typed(found.text)
    return [], told_of(found, what, words)


def _in_ledger(desk: Desk) -> Iterator[Done]:
    """Gives what changes in the ledger, which nobody writes by hand: it follows from the rest."""
    path = desk.folders.data / LEDGER
    new = desk.files.get(path)
    if new is None:
        return
    before = desk.checked.dataset.ledger if desk.checked.dataset else None
    old, now = (before.as_text() if before else "").splitlines(), new.text.splitlines()
    for tag, first, last, start, end in difflib.SequenceMatcher(None, old, now, autojunk=False).get_opcodes():
        pairs = zip(_up_to(old[first:last], end - start), _up_to(now[start:end], last - first), strict=True)
        for number, (was, line) in enumerate(pairs if tag != "equal" else ()):
            yield Done(desk.folders.name(path), first + number + 1, was.strip(), line.strip())


def _up_to(lines: list[str], count: int) -> list[str]:
    return [*lines, *[""] * (count - len(lines))]


def _known_by(desk: Desk) -> str:
    """Gives what the files as they would be are known by."""
    found = hashlib.sha256()
    for path, typed in sorted(desk.files.items()):
        data = b"" if typed is None else typed.data
        found.update(f"{desk.folders.name(path)}\0{'' if typed is None else len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def _refused(sentence: str, problems: Iterable[Problem], words: Messages) -> dict[str, Any]:
    told = [
        {"file": one.location.file, "line": one.location.line, "message": words.message(one), "remedy": words.remedy(one)}
        for one in list(problems)[:MOST]
    ]
    return {"refused": sentence, "problems": told}
