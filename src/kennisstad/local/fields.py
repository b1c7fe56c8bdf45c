"""A place in a file → the field of a record that stands there, as a form names it: `("results", 0, "text", "nl")`."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from kennisstad.editing.spans import record_spans
from kennisstad.loading.articles import BODY
from kennisstad.model import Dataset
from kennisstad.model.kinds import PROGRAMME
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


class Texts:
    """The texts of files as they would be, and which record stands at a line of them; each is read once."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self.of = cache(text_of)
        self.lines = cache(lambda file: self.of(file).split("\n"))
        self._spans = cache(lambda file: record_spans(self.of(file)))

    def record_at(self, place: Location) -> str:
        """Gives the id of the record that a line belongs to, also where the parser could make nothing of it; "" where none does."""
        if PurePosixPath(place.file).suffix == _TEXT_ENDING:
            return PurePosixPath(place.file).stem
        spans = self._spans(place.file)
        after = bisect(spans, place.line, key=lambda span: span.above[0])
        if spans:
            return spans[after - 1].id if after else ""
        lines = reversed(self.lines(place.file)[: place.line])
        return next((match[1] for line in lines if (match := _FIRST.match(line))), "")


class Fields:
    """Knows the fields of records by their places; `dataset` is None where the programme itself could not be read."""

    def __init__(self, dataset: Dataset | None, texts: Texts) -> None:
        self._dataset, self._texts = dataset, texts
        self._kinds: dict[str, str] = {}
        self._content = ""
        if dataset is not None:
            folders = dataset.folders
            self._content = folders.name(folders.content)
            of_data = (kind for kind in (PROGRAMME, *dataset.kinds.records) if not kind.folder)
            self._kinds = {folders.name(folders.data / kind.stem): kind.name for kind in of_data}

    def of(self, problem: Problem) -> Field:
        """Gives the field that a problem is about."""
        place = problem.location
        identity = self._texts.record_at(place)
        if PurePosixPath(place.file).suffix == _TEXT_ENDING:
            return self._of_text(problem, identity)
        path = PurePosixPath(place.file)
        kind = self._kinds.get(str(path.with_suffix("")), "") or self._kinds.get(str(path.parent), "")
        return Field(kind, identity or problem.record, self._keys(kind, identity or problem.record, problem))

    def _of_text(self, problem: Problem, identity: str) -> Field:
        """Below the head of an article or page there is only its text, in the language of its folder."""
        place = problem.location
        language, *above = place.file.removeprefix(f"{self._content}/").split("/")[:-1] or ("",)
        kinds = self._dataset.kinds.folders if self._dataset is not None else {}
        kind = kinds[above[0]].name if above and above[0] in kinds else ""
        lines = self._texts.lines(place.file)
        end = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == _DASHES), 0)
        if place.line > end > 0:
            return Field(kind, identity, (BODY, language))
        if kind:
            return Field(kind, identity, self._keys(kind, identity, problem))
        key = next((match[1] for line in lines[place.line - 1 :: -1] if (match := _KEY.match(line))), None)
        return Field(kind, identity, () if key is None else (key,))

    def _keys(self, kind: str, identity: str, problem: Problem) -> Keys:
        nodes = self._dataset.nodes if self._dataset is not None else {}
        node = nodes.get((kind, identity))
        return () if node is None else keys_at(node, problem)


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
