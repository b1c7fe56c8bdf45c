"""A value in YAML as it was typed: what it is, from where up to where, and the values within it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from kennisstad.editing.lines import Place, Span


@dataclass(frozen=True, slots=True)
class Value:
    """A value; `down` are the lines above the text that it was read in."""

    node: yaml.Node
    down: int = 0

    @property
    def span(self) -> Span:
        """From its first character up to the one after its last."""
        mark = self.node.start_mark
        return Span((mark.line + 1, mark.column + 1), _end(self.node)).moved(self.down)

    @property
    def is_flow(self) -> bool:
        """Whether it stands between brackets, or is no list and no mapping."""
        return not isinstance(self.node, yaml.CollectionNode) or bool(self.node.flow_style)

    @property
    def text(self) -> str:
        """What it says, "" where it is a list or a mapping."""
        return str(self.node.value) if isinstance(self.node, yaml.ScalarNode) else ""

    @property
    def is_block(self) -> bool:
        """Whether it is a text of several lines behind `|` or `>`."""
        return isinstance(self.node, yaml.ScalarNode) and self.node.style in ("|", ">")

    @property
    def items(self) -> list[Value]:
        """The values of a list."""
        return [Value(item, self.down) for item in self.node.value] if isinstance(self.node, yaml.SequenceNode) else []

    @property
    def pairs(self) -> list[tuple[Value, Value]]:
        """The keys of a mapping, each with its value."""
        if not isinstance(self.node, yaml.MappingNode):
            return []
        return [(Value(key, self.down), Value(value, self.down)) for key, value in self.node.value]

    @property
    def fields(self) -> dict[str, Value]:
        """The values of a mapping by their keys."""
        return {key.text: value for key, value in self.pairs}

    def key(self, name: str) -> Value | None:
        """Gives where a key of a mapping is typed, or None where it has none of that name."""
        return next((key for key, _ in self.pairs if key.text == name), None)

    def text_of(self, field: str) -> str:
        """Gives the text of a field, or ""."""
        found = self.fields.get(field)
        return found.text if found is not None else ""

    def every(self) -> Iterator[Value]:
        """Gives this value and every one within it."""
        yield self
        for item in (*self.items, *(value for _, value in self.pairs)):
            yield from item.every()


def composed(text: str, down: int = 0) -> Value | None:
    """Gives the value that a text in YAML says, `down` lines below the start of its file; None where it cannot be read."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    return None if node is None else Value(node, down)


def _end(node: yaml.Node) -> Place:
    """Gives the place after a value; to the parser what stands in lines ends only where the next thing begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return node.end_mark.line + 1, node.end_mark.column + 1
    last = node.value[-1]
    return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
