"""A place in a file → the field of a record that stands there, as a form names it: `("results", 0, "text", "nl")`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from kennisstad.editing.spans import record_spans
from kennisstad.loading.articles import BODY
from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem
from kennisstad.reading.source import Keys, Node

_MISSING = "missing-field"
_TEXT_ENDING, _DASHES = ".md", "---"
_KEY = re.compile(r"([a-z_]+):")
_FIRST = re.compile(r"""- +(?:\{ *)?id *: *["']?([a-z0-9][a-z0-9-]*)""")
"""The first line of a record, also of one that YAML cannot read."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record; without keys it is the record as a whole, without an id the file."""

    kind: str = ""
    id: str = ""
    keys: Keys = ()


class Fields:
    """Knows the records of a dataset by their places; `dataset` is None where the programme itself could not be read."""

    def __init__(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._content = dataset.folders.name(dataset.folders.content) if dataset is not None else ""
        self._starts: dict[str, list[tuple[int, tuple[str, str]]]] = {}
        for key, node in dataset.nodes.items() if dataset is not None else ():
            for file in {place.file for _, place in _places(node, ())} if _is_of_texts(dataset, key[0]) else (node.location.file,):
                self._starts.setdefault(file, []).append((node.location.line, key))
        for starts in self._starts.values():
            starts.sort()

    def of(self, problem: Problem, text: str) -> Field:
        """Gives the field that a problem is about; `text` is that of its file."""
        place = problem.location
        if PurePosixPath(place.file).suffix == _TEXT_ENDING:
            return self._of_text(problem, text)
        before = [start for start in self._starts.get(place.file, ()) if start[0] <= place.line]
        spoken = record_at(text, place)
        if before and self._dataset is not None:
            kind, identity = before[-1][1]
            if spoken in ("", identity):
                return Field(kind, identity, keys_at(self._dataset.nodes[kind, identity], problem))
        return Field("", spoken or problem.record)

    def _of_text(self, problem: Problem, text: str) -> Field:
        """Below the head of an article or page there is only its text, in the language of its folder."""
        place = problem.location
        found = next((key for _, key in self._starts.get(place.file, ())), None)
        kind, identity = found or ("", PurePosixPath(place.file).stem)
        lines = text.split("\n")
        end = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == _DASHES), 0)
        if place.line > end > 0:
            language = place.file.removeprefix(f"{self._content}/").partition("/")[0]
            return Field(kind, identity, (BODY, language))
        if found is not None and self._dataset is not None:
            return Field(kind, identity, keys_at(self._dataset.nodes[found], problem))
        key = next((match[1] for line in lines[place.line - 1 :: -1] if (match := _KEY.match(line))), None)
        return Field(kind, identity, () if key is None else (key,))


def _is_of_texts(dataset: Dataset | None, kind: str) -> bool:
    return dataset is not None and any(one.name == kind and one.folder for one in dataset.kinds.records)


def record_at(text: str, place: Location) -> str:
    """Gives the id of the record that a line belongs to, also where the parser could make nothing of it; "" where none does."""
    spans = record_spans(text)
    if spans:
        return next((span.id for span in spans if span.above[0] <= place.line < max(span.end[0], span.start[0] + 1)), "")
    lines = text.split("\n")[: place.line]
    return next((match[1] for line in reversed(lines) if (match := _FIRST.match(line))), "")


def keys_at(node: Node, problem: Problem) -> Keys:
    """Gives the way to the value, in a record, that a problem is about."""
    found = [one for one in _places(node, ()) if one[1].file == problem.location.file and one[1] <= problem.location]
    nearest = max((place for _, place in found), default=None)
    ways = sorted((keys for keys, place in found if place == nearest), key=len)
    named = problem.values.get("field", "")
    if problem.rule == _MISSING:
        above, _, last = named.rpartition(".")
        return (*_named(ways, above), problem.values.get("last", last))
    return _named(ways, named)


def _named(ways: list[Keys], name: str) -> Keys:
    """Where a mapping begins its first key stands too: then the name that the problem gives decides, else it is the mapping."""
    dotted = (keys for keys in ways if ".".join(key for key in keys if isinstance(key, str)) == name)
    return next(dotted, ways[0] if ways else ())


def _places(node: Node, keys: Keys) -> Iterator[tuple[Keys, Location]]:
    """Gives every value in a node, and every key, with its place."""
    yield keys, node.location
    value = node.value
    if isinstance(value, dict):
        for key, place in node.keys.items():
            yield (*keys, key), place
        for key, below in value.items():
            yield from _places(below, (*keys, key))
    elif isinstance(value, list):
        for position, below in enumerate(value):
            yield from _places(below, (*keys, position))
