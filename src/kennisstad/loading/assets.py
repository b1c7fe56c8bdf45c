"""`overrides/assets/` → the files that every page needs: style, scripts, font; the programme's own before everybody's."""

from __future__ import annotations

from pathlib import Path

from kennisstad.model.folders import Folders
from kennisstad.problem import Location, Problem
from kennisstad.reading.files import read_text
from kennisstad.reading.folders import fault_of, files_in

ASSETS = "assets"
TEXTS = (".css", ".js")


def load_assets(folders: Folders, problems: list[Problem]) -> dict[str, Path]:
    """Gives the files by the path they are published at; adds to `problems` what is no ordinary file."""
    found: dict[str, Path] = {}
    for looks in reversed(folders.looks):
        root = folders.root if looks.is_relative_to(folders.root) else folders.base
        for path in files_in(looks / ASSETS):
            name = folders.name(path)
            fault = fault_of(path, root)
            problem = Problem(Location(name), *fault, values={"found": path.name}) if fault else _text_problem(path, name)
            if problem:
                problems.append(problem)
            else:
                found[path.relative_to(looks).as_posix()] = path
    return dict(sorted(found.items()))


def _text_problem(path: Path, name: str) -> Problem | None:
    """Style and scripts lose their comments on the way, so they have to be text."""
    return read_text(path, name)[1] if path.suffix in TEXTS else None
