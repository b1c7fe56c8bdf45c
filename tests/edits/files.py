"""Edits YAML as text, as an editor does: what is not touched stays as it was typed, comments included."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Entry:
    """A record as it stands in its file: its id, and its fields with the node of each."""

    id: str
    fields: dict[str, yaml.Node]
    node: yaml.MappingNode


class DataFile:
    """A file of records, or the programme, as text with places."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text("utf-8")

    def entries(self) -> list[Entry]:
        """Gives the records in their order; of the programme's file, the one there is."""
        root = _composed(self.text)
        nodes = root.value if isinstance(root, yaml.SequenceNode) else [root]
        return [_entry(node) for node in nodes if isinstance(node, yaml.MappingNode)]

    def entry(self, identity: str) -> Entry:
        """Gives the record with an id."""
        return next(entry for entry in self.entries() if entry.id == identity)

    def set(self, identity: str, field: str, value: str) -> None:
        """Gives a field a value, in YAML on one line, in place of what it has."""
        self.remove(identity, field)
        entry = self.entry(identity)
        after = entry.fields["id"].end_mark.index
        self.put(after, after, f"\n{' ' * entry.node.start_mark.column}{field}: {value}")

    def remove(self, identity: str, field: str) -> None:
        """Takes a field away, with the lines that it stands on; nothing where there is none."""
        entry = self.entry(identity)
        if field not in entry.fields:
            return
        lines = self.text.splitlines(keepends=True)
        starts = sorted(key.start_mark.line for key, _ in entry.node.value)
        start = next(key.start_mark.line for key, _ in entry.node.value if key.value == field)
        following = [line for line in starts if line > start]
        end = following[0] if following else self._end_of(entry)
        self._save("".join(lines[:start] + lines[end:]))

    def replace(self, node: yaml.Node, value: str) -> None:
        """Gives a text another value, in quotes."""
        ending = "\n" if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">") else ""
        self.put(node.start_mark.index, node.end_mark.index, json.dumps(value, ensure_ascii=False) + ending)

    def add(self, record: str) -> None:
        """Puts a record at the end of the file."""
        self._save(f"{self.text.rstrip()}\n{record.strip()}\n" if self.has_records() else f"{record.strip()}\n")

    def drop(self, identity: str) -> None:
        """Takes a record away."""
        head, records = self.pieces()
        kept = [text for name, text in records if name != identity]
        self._save("".join([head, *kept]) if kept else "[]\n")

    def reorder(self, order: list[str]) -> None:
        """Puts the records in another order; what stands above the first stays there."""
        head, records = self.pieces()
        texts = dict(records)
        self._save("".join([head, *(f"{texts[identity].rstrip()}\n" for identity in order)]))

    def has_records(self) -> bool:
        """Tells whether there is any record."""
        return self.text.strip() != "[]"

    def texts(self, languages: tuple[str, ...]) -> Iterator[tuple[Entry, dict[str, yaml.ScalarNode]]]:
        """Gives every text that stands here in all of the languages: the node of each, with the record it is of."""
        for entry in self.entries():
            for found in _mappings(entry.node):
                inside = {key.value: value for key, value in found.value}
                if set(inside) == set(languages) and all(isinstance(value, yaml.ScalarNode) for value in inside.values()):
                    yield entry, inside

    def pieces(self) -> tuple[str, list[tuple[str, str]]]:
        """Gives the text above the first record, and that of each record up to the next, with its id."""
        lines = self.text.splitlines(keepends=True)
        entries = self.entries()
        starts = [entry.node.start_mark.line for entry in entries]
        ends = [*starts[1:], len(lines)]
        texts = ["".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
        return "".join(lines[: starts[0]]), list(zip([entry.id for entry in entries], texts, strict=True))

    def _end_of(self, entry: Entry) -> int:
        """Gives the line after the last of a record; comments before the next one are not the record's."""
        last = max((value.end_mark for _, value in entry.node.value), key=lambda mark: mark.index)
        return int(last.line + (last.column > 0))

    def put(self, start: int, end: int, value: str) -> None:
        """Puts text in place of what stands from one character up to another."""
        self._save(self.text[:start] + value + self.text[end:])

    def _save(self, text: str) -> None:
        self.text = text
        self.path.write_text(text, "utf-8")


@dataclass(frozen=True)
class Desk:
    """A copy of a programme that edits are made in."""

    folder: Path

    def file(self, name: str) -> DataFile:
        """Gives a file of the data: `projects`."""
        return DataFile(self.folder / "data" / f"{name}.yaml")

    def everything(self) -> str:
        """Gives all text of data and pages, to see what names a record."""
        files = [*(self.folder / "data").glob("*.yaml"), *(self.folder / "content").rglob("*.md")]
        return "\n".join(path.read_text("utf-8") for path in sorted(files))

    def keep(self, target: Path) -> None:
        """Puts the data and the pages as they are now into another folder."""
        for name in ("data", "content"):
            shutil.rmtree(target / name, ignore_errors=True)
            shutil.copytree(self.folder / name, target / name)


@lru_cache(maxsize=16)
def _composed(text: str) -> yaml.Node | None:
    """An edit asks for the same records more than once."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _entry(node: yaml.MappingNode) -> Entry:
    fields = {key.value: value for key, value in node.value}
    return Entry(fields["id"].value, fields, node)


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _mappings(value)
