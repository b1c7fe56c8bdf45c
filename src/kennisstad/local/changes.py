"""What a form hands in: records as it loaded them and as somebody left them, each in its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kennisstad.local.refusal import Refused

MOST = 500
"""Records that may be handed in at once."""
_TEXTS = ("kind", "id", "file", "before", "after")
_LINE_ENDS = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class Change:
    """One record, or one whole file of a text: `before` as it was loaded ("" where it is new), `after` as it has to be.

    Both end their lines with a line feed, whatever the file does. `line` is where it began when it was loaded.
    """

    kind: str
    id: str
    file: str
    line: int
    before: str
    after: str


def changes_of(sent: Mapping[str, Any]) -> tuple[Change, ...]:
    """Gives the changes in what was sent. Raises Refused where they are not in the form that was agreed."""
    found = sent.get("changes")
    if not isinstance(found, list) or not 0 < len(found) <= MOST:
        raise Refused(400, "edit-not-understood")
    return tuple(map(_change, found))


def _change(found: object) -> Change:
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in _TEXTS):
        raise Refused(400, "edit-not-understood")
    line = found.get("line", 0)
    if not isinstance(line, int) or not _is_text(found["before"]) or not _is_text(found["after"]):
        raise Refused(400, "edit-not-understood")
    if not found["after"].strip():
        raise Refused(400, "edit-nothing-left", found=found["id"][:80])
    before, after = (_LINE_ENDS.sub("\n", found[name]) for name in ("before", "after"))
    return Change(found["kind"], found["id"], found["file"], line, before, after)


def _is_text(text: str) -> bool:
    """Half a pair of surrogates can stand in JSON, and in no file."""
    return not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)
