"""What the form asks of this computer: which records there are, whether changes are right, and to write them down.

Another thing that can be done to records is a row in `doings`, with a function that gives the answer's data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from werkzeug.wrappers import Request, Response

from kennisstad.editing.spans import record_spans
from kennisstad.local.applying import Applied, applied
from kennisstad.local.changes import Change, changes_of
from kennisstad.local.checks import Checks
from kennisstad.local.doings import Doings
from kennisstad.local.guard import Guard, body_of
from kennisstad.local.places import place_of
from kennisstad.local.refusal import Refused
from kennisstad.local.saving import save
from kennisstad.local.state import record_now, records_now
from kennisstad.local.told import told
from kennisstad.messages import LANGUAGES, Messages, messages
from kennisstad.model import Folders, Kinds
from kennisstad.reading.memory import Memory

AT = "/_edit/"
"""No page has an address like this: a slug begins with a letter or a digit."""

Answer = tuple[int, dict[str, Any]]
"""A status of HTTP, and data for JSON."""


class Api:
    """Answers the form; `language` is spoken to who names none."""

    def __init__(self, folders: Folders, kinds: Kinds, guard: Guard, language: str) -> None:
        self._folders, self._kinds, self._guard, self._language = folders, kinds, guard, language
        self.checks = Checks(folders, kinds)
        self._known = Memory()
        self._on_records = Doings(folders, kinds)
        self._doings: Mapping[str, tuple[str, Callable[[Request, Messages], Answer]]] = {
            "state": ("GET", self._state),
            "check": ("POST", self._check),
            "save": ("POST", self._save),
            "rename": ("POST", self._do),
            "merge": ("POST", self._do),
            "translated": ("POST", self._do),
        }

    def answer(self, request: Request) -> Response:
        """Gives the answer, which is JSON whatever happens."""
        words = self.words(request)
        try:
            method, doing = self._doing(request)
            if request.method != method:
                return _response(405, _sentence(words, Refused(405, "edit-method", method=method)), {"Allow": method})
            self._guard.asker(request)
            status, data = doing(request, words)
        except Refused as refused:
            status, data = refused.status, _sentence(words, refused)
        except OSError as error:
            values = {"found": str(error.filename or ""), "why": error.strerror or str(error)}
            status, data = 500, _sentence(words, Refused(500, "cannot-write", **values))
        return _response(status, data)

    def words(self, request: Request) -> Messages:
        """Gives the sentences in the language that is asked for."""
        asked = request.args.get("language", "")
        return messages(asked if asked in LANGUAGES else self._language)

    def _doing(self, request: Request) -> tuple[str, Callable[[Request, Messages], Answer]]:
        found = self._doings.get(request.path.removeprefix(AT))
        if found is None:
            raise Refused(404, "edit-no-such-thing")
        return found

    def _state(self, request: Request, _: Messages) -> Answer:
        """Gives every record with its file and line as they are on disk, or the text of the one that is named."""
        name, identity = request.args.get("kind", ""), request.args.get("id", "")
        if not name:
            return 200, {"records": list(records_now(self._folders, self._kinds, self._known))}
        kind = next((kind for kind in self._kinds.records if kind.name == name), None)
        if kind is None:
            raise Refused(404, "edit-no-such-record", found=identity[:100])
        return 200, record_now(self._folders, kind, identity)

    def _check(self, request: Request, words: Messages) -> Answer:
        changes = changes_of(body_of(request))
        wanted, _ = self._applied(changes)
        if wanted.conflicts:
            return _conflict(wanted)
        checked, new = self.checks.check(wanted.files)
        records = [(change.file, identity) for change in changes for identity in (change.id, _identity(change))]
        return 200, told(checked, new, records, words, lambda file: self._text(file, wanted.files))

    def _save(self, request: Request, _: Messages) -> Answer:
        changes = changes_of(body_of(request))
        wanted, now = self._applied(changes)
        if wanted.conflicts:
            return _conflict(wanted)
        save(wanted.files, now)
        self.checks.saved(wanted.files)
        return 200, {"files": sorted(map(self._folders.name, wanted.files))}

    def _do(self, request: Request, words: Messages) -> Answer:
        """Tells what is done to a record, or does it."""
        return 200, self._on_records.answer(request.path.removeprefix(AT), body_of(request), words)

    def _applied(self, changes: Iterable[Change]) -> tuple[Applied, Mapping[Path, bytes]]:
        placed = [(place_of(change.file, self._folders, self._kinds), change) for change in changes]
        now = {path: path.read_bytes() for path, _ in placed if path.exists()}
        return applied(placed, now), now

    def _text(self, file: str, files: Mapping[Path, bytes]) -> str:
        """Gives the text of a file as it would be."""
        path = self._folders.root / file
        try:
            data = files[path] if path in files else path.read_bytes()
        except OSError:
            return ""
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _identity(change: Change) -> str:
    """Gives the id that a record has after a change."""
    spans = record_spans(change.after)
    return spans[0].id or change.id if len(spans) == 1 else change.id


def _conflict(wanted: Applied) -> Answer:
    found = [
        {
            "kind": conflict.change.kind,
            "id": conflict.change.id,
            "file": conflict.change.file,
            "theirs": conflict.theirs,
            "base": conflict.change.before,
            "mine": conflict.change.after,
        }
        for conflict in wanted.conflicts
    ]
    return 200, {"conflicts": found}  # an answer like another: nothing went wrong, somebody has to choose


def _sentence(words: Messages, refused: Refused) -> dict[str, Any]:
    return {"error": refused.word, "message": words.say(refused.word, **refused.values)}


def _response(status: int, data: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> Response:
    return Response(json.dumps(data, ensure_ascii=False), status, dict(headers or {}), mimetype="application/json")
