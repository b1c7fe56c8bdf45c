"""The invented programme with a list of what it published: what is done to it, and what is told then."""

from __future__ import annotations

import json
from pathlib import Path

from kennisstad.addresses.redirects import Redirect, redirects
from kennisstad.addresses.routes import Addresses
from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.model import Dataset, Folders
from kennisstad.problem import Problem

LOST = ("address-lost", "addresses-lost")
STATION = """
- id: station
  title: {en: Station, nl: Station, de: Bahnhof}
  summary: {en: A station., nl: Een station., de: Ein Bahnhof.}
  track: water
  leads: [nobody]
  status: planned
  status_year: 2021
  checked: 2021
"""
"""A project that no record names, under the status and in the track of its own."""


def keep(folder: Path) -> int:
    return main(["addresses", "--folder", str(folder), "--language", "en"])


def append(folder: Path, text: str, file: str = "projects.yaml") -> None:
    with (folder / "data" / file).open("a", encoding="utf-8") as opened:
        opened.write(text)


def swap(folder: Path, old: str, new: str, file: str = "data/projects.yaml") -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def lead(folder: Path, *lines: str) -> None:
    (folder / "data/redirects.yaml").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def kept_by(folder: Path) -> list[str]:
    found: list[str] = json.loads((folder / "data/addresses.json").read_text("utf-8"))
    return found


def errors_of(folder: Path) -> list[Problem]:
    return check(Folders.of(folder)).errors


def dataset_of(folder: Path) -> Dataset:
    checked = check(Folders.of(folder))
    assert checked.errors == []
    assert checked.dataset is not None
    return checked.dataset


def redirects_of(folder: Path) -> dict[str, Redirect]:
    dataset = dataset_of(folder)
    return {one.old: one for one in redirects(dataset, Addresses.of(dataset))}


def without(folder: Path, record: str = STATION) -> None:
    swap(folder, record.lstrip(), "")
