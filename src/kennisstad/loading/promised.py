"""Reads which addresses were promised, if the programme has any."""

from __future__ import annotations

import os
from collections.abc import Mapping

from kennisstad.model.folders import Folders
from kennisstad.model.promised import ADDRESSES, NoAddresses, read_addresses
from kennisstad.problem import Location, Problem
from kennisstad.reading.files import read_text
from kennisstad.reading.unsaved import is_there


def load_promised(folders: Folders, problems: list[Problem]) -> Mapping[str, int] | None:
    """Gives the paths with the line of each; None where there is no list, or where it cannot be read."""
    path = folders.data / ADDRESSES
    if not is_there(path) and not os.path.lexists(path):
        return None
    name = folders.name(path)
    text, problem = read_text(path, name)
    if problem:
        problems.append(problem)
        return None
    try:
        return read_addresses(text)
    except NoAddresses as broken:
        where = Location(name, broken.line, broken.column)
        problems.append(Problem(where, broken.rule, "bring-addresses-back", values={"found": broken.found}))
        return None
