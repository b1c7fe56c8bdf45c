"""A value that stands further down in its file than where it was read."""

from __future__ import annotations

from typing import Any

from kennisstad.problem import Location
from kennisstad.reading.source import Keys, Node


def moved(node: Node, lines: int) -> Node:
    """Gives the same value as many lines further down; what is in it is moved when somebody looks at it."""
    return _Moved(node, lines) if lines else node


class _Moved(Node):
    __slots__ = ("_lines", "_of")

    def __init__(self, of: Node, lines: int) -> None:
        self._of, self._lines = of, lines
        self.location = of.location.moved(lines)
        self.is_block, self.is_merged, self.typed = of.is_block, of.is_merged, of.typed

    @property
    def value(self) -> Any:
        value = self._of.value
        if isinstance(value, list):
            return [moved(node, self._lines) for node in value]
        return {key: moved(node, self._lines) for key, node in value.items()} if isinstance(value, dict) else value

    @property
    def keys(self) -> dict[str, Location]:  # type: ignore[override]
        return {key: place.moved(self._lines) for key, place in self._of.keys.items()}

    def at(self, path: Keys) -> Node:
        """Gives the node at a path, or the deepest one on the way there."""
        return moved(self._of.at(path), self._lines)

    def key_location(self, path: Keys) -> Location:
        """Gives the place of the last key of a path where it is written, else of the node on the way there."""
        return self._of.key_location(path).moved(self._lines)

    def plain(self) -> Any:
        """Gives the value as ordinary Python data, without places."""
        return self._of.plain()
