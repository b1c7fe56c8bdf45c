"""Reads the ledger, if the programme has one."""

from __future__ import annotations

import os

from kennisstad.model.folders import Folders
from kennisstad.model.ledger import LEDGER, Ledger, read_ledger
from kennisstad.problem import Location, Problem, Severity
from kennisstad.reading.files import read_text

_OF_NO_MATTER = ("two-versions", "not-utf-8")
"""What is wrong with a text that is written anew anyhow."""


def load_ledger(folders: Folders, problems: list[Problem]) -> Ledger | None:
    """Gives the ledger; None where there is none, or where it cannot be read, which is advice: the next one is written anew."""
    path = folders.data / LEDGER
    if not os.path.lexists(path):
        return None
    name = folders.name(path)
    text, problem = read_text(path, name)
    if problem and problem.rule not in _OF_NO_MATTER:
        problems.append(problem)
        return None
    try:
        return read_ledger(text)
    except (ValueError, RecursionError):
        problems.append(Problem(Location(name), "ledger-unreadable", "write-ledger", severity=Severity.ADVICE))
        return None
