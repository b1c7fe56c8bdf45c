"""The invented programme with the form's server before it, and somebody who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.test import Client, TestResponse

from kennisstad.kinds import KINDS
from kennisstad.local.api import AT, Api
from kennisstad.local.guard import TOKEN, Guard
from kennisstad.local.server import EditApplication
from kennisstad.model import Folders
from kennisstad.preview.preview import Preview

PORT = 8010
HOST = f"127.0.0.1:{PORT}"
KEY = "a-token-of-this-run"
PROJECTS, ABOUT = "data/projects.yaml", "content/en/about.md"


@dataclass
class Asker:
    """A page of this run, unless its headers say otherwise."""

    folder: Path
    client: Client

    @classmethod
    def of(cls, folder: Path, preview: Preview | None = None) -> Asker:
        """Gives one for a folder; without a preview only the records can be asked for."""
        folders = Folders.of(folder)
        guard = Guard(PORT, KEY)
        application = EditApplication(preview or Preview(folders), lambda: folder, Api(folders, KINDS, guard, "en"), guard)
        return cls(folder, Client(application))

    def ask(self, what: str, sent: object = None, headers: Mapping[str, str] | None = None, **options: Any) -> TestResponse:
        """Asks as the form does; a header that is "" is left out."""
        wanted = {"Host": HOST, TOKEN: KEY, "Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"} | dict(headers or {})
        given = [(name, value) for name, value in wanted.items() if value]
        if sent is not None:
            return self.client.post(f"{AT}{what}", json=sent, headers=given, **options)
        return self.client.open(f"{AT}{what}", headers=given, **options)

    def record(self, identity: str, kind: str = "projects") -> dict[str, Any]:
        """Gives a record as a form loads it."""
        return said(self.ask("state", query_string={"kind": kind, "id": identity}))

    def change(self, identity: str, old: str, new: str, kind: str = "projects", language: str = "en") -> dict[str, Any]:
        """Gives a change of some words of a record, or of an article in a language, as a form hands it in."""
        found = self.record(identity, kind)
        found = {"line": 1, **found["files"][language]} if "files" in found else found
        assert old in found["text"]
        after = found["text"].replace(old, new, 1)
        return {"kind": kind, "id": identity, "file": found["file"], "line": found["line"], "before": found["text"], "after": after}

    def text(self, file: str = PROJECTS) -> str:
        """Gives what stands in a file."""
        return (self.folder / file).read_bytes().decode()


def new(identity: str, text: str, file: str = PROJECTS, kind: str = "projects") -> dict[str, Any]:
    """Gives a new record, as a form hands it in."""
    return {"kind": kind, "id": identity, "file": file, "line": 0, "before": "", "after": text}


def said(answer: TestResponse) -> dict[str, Any]:
    """Gives the data of an answer."""
    assert answer.json is not None
    found: dict[str, Any] = answer.json
    return found
