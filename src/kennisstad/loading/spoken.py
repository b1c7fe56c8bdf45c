"""The language in which a programme is told what is wrong: its own first one, also while its files cannot be read."""

from __future__ import annotations

import re

from kennisstad.messages import LANGUAGES
from kennisstad.model.folders import SHARED_LANGUAGES, Folders
from kennisstad.model.kinds import PROGRAMME
from kennisstad.reading.files import read_bytes

_FIRST = re.compile(r"^languages:[\s\[\"'-]*([a-z]{2,3})\b", re.MULTILINE)


def spoken_language(folders: Folders) -> str:
    """Gives the programme's first language where the messages have it, else English."""
    data, problem = read_bytes(folders.data / PROGRAMME.file, PROGRAMME.file)
    found = None if problem else _FIRST.search(data.decode("utf-8", errors="replace"))
    return found[1] if found and found[1] in LANGUAGES else SHARED_LANGUAGES[0]
