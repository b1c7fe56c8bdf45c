"""What was read: values that know their file, line and column."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from kennisstad.problem import Location, Problem, Severity

Keys = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists, from the outside in."""


class AsTyped(NamedTuple):
    """How a text was typed: the lines of what was read at once, and where in them it starts and ends (line and column from 0)."""

    lines: list[str]
    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(slots=True)
class Node:
    """A YAML value with its place: a scalar, a list of nodes, or a mapping from key to node."""

    location: Location
    value: Any
    keys: dict[str, Location] = field(default_factory=dict)
    is_block: bool = False
    """Whether it is a text whose lines stand as they are below its `|`."""
    is_merged: bool = False
    """Whether two records ran into one, because the dash between them is missing."""
    typed: AsTyped | None = None
    """How a text of more than one word was typed, quotes and all."""

    def plain(self) -> Any:
        """Gives the value as ordinary Python data, without places."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def child(self, key: str | int) -> Node | None:
        """Gives the node under a key or at a position, or None where there is none."""
        if isinstance(self.value, dict):
            return self.value.get(str(key))
        if isinstance(self.value, list) and isinstance(key, int) and key < len(self.value):
            found: Node = self.value[key]
            return found
        return None

    def without_items(self, items: Collection[tuple[str, int]]) -> Node:
        """Gives a mapping without some items of the lists in it, each by its key and position; the others keep their places."""
        value = {
            key: replace(node, value=[item for position, item in enumerate(node.value) if (key, position) not in items])
            if isinstance(node.value, list)
            else node
            for key, node in self.value.items()
        }
        return replace(self, value=value)

    def line_location(self, line: int) -> Location:
        """Gives where a line of a text is written; `line` counts from 0."""
        return Location(self.location.file, self.location.line + 1 + line) if self.is_block else self.location

    def at(self, path: Keys) -> Node:
        """Gives the node at a path, or the deepest one on the way there."""
        node = self
        for key in path:
            below = node.child(key)
            if below is None:
                return node
            node = below
        return node

    def key_location(self, path: Keys) -> Location:
        """Gives the place of the last key of a path where it is written, else of the node on the way there."""
        parent = self.at(path[:-1]) if path else self
        return parent.keys.get(str(path[-1]), parent.location) if path else self.location


@dataclass(slots=True)
class Document:
    """One file as read: its nodes (None where nothing could be read) and what is wrong with its text."""

    file: str
    root: Node | None
    problems: list[Problem]

    @property
    def reported(self) -> frozenset[Location]:
        """The places of which something is told already."""
        return frozenset(problem.location for problem in self.problems if problem.severity == Severity.ERROR)
