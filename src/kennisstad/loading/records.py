"""A file of records → each record by itself, then all of them together; one that was looked at before is not looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kennisstad.loading.validation import record_id, record_within, validate, validate_in_part, without_wrong_names, written
from kennisstad.model.base import Record
from kennisstad.model.kinds import RecordKind
from kennisstad.problem import Location, Problem
from kennisstad.reading.memory import Memory
from kennisstad.reading.moved import moved
from kennisstad.reading.pieces import Piece, Placed, read_pieces
from kennisstad.reading.source import Node
from kennisstad.text import suggest_slug

_LOSES_RECORDS = ("second-document", "alias", "tag")
"""Faults of a text after which some of its records are not read; references to them are not judged."""

Key = tuple[str, str]
"""A kind of records and an id."""


@dataclass(slots=True)
class Records:
    """One kind of records as far as it could be read; `nodes` has each record's node with the lines that it moved since."""

    valid: dict[str, Record] = field(default_factory=dict)
    partial: dict[str, Record] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    nodes: dict[Key, tuple[Node, int]] = field(default_factory=dict)
    is_readable: bool = True
    problems: list[Problem] = field(default_factory=list)


class Nodes(Mapping[Key, Node]):
    """The nodes of records at their places."""

    def __init__(self, nodes: Iterable[Mapping[Key, tuple[Node, int]]]) -> None:
        self._nodes: dict[Key, tuple[Node, int]] = {}
        for some in nodes:
            self._nodes.update(some)

    def __getitem__(self, key: Key) -> Node:
        return moved(*self._nodes[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._nodes)

    def __len__(self) -> int:
        return len(self._nodes)


@dataclass(frozen=True, slots=True)
class Taken:
    """What can be told of a record without any other."""

    node: Node
    faults: tuple[Problem, ...] = ()
    identity: str = ""
    slug: str = ""
    """The id that was meant; a reference to it is no fault of its own."""
    record: Record | None = None
    part: Record | None = None


def read_records(kind: RecordKind, text: str, name: str, memory: Memory) -> Records:
    """Gives the records in the text of file `name`."""
    no_pieces: dict[str, Piece] = {}
    none_taken: dict[Piece, tuple[Taken, ...]] = {}
    known = memory.last((name, "pieces"), no_pieces)
    pieces = read_pieces(text, name, known)
    records = Records(problems=[problem for placed in pieces for problem in placed.piece.document.problems])
    records.is_readable = _are_readable(pieces, records)
    if pieces[-1].piece.document.root is None:
        return records  # what was known stays so, for when the mistake is mended
    before = memory.last((name, "records"), none_taken)
    taken = {placed.piece: before.get(placed.piece) or _take(kind, placed.piece) for placed in pieces}
    for placed in pieces:
        for one in taken[placed.piece]:
            records.problems.extend(add_record(kind, one, placed.moved, records))
    memory.keep((name, "pieces"), {placed.piece.text: placed.piece for placed in pieces})
    memory.keep((name, "records"), taken)
    return records


def _are_readable(pieces: list[Placed], records: Records) -> bool:
    root = pieces[-1].piece.document.root
    if root is not None and not isinstance(root.value, list):
        records.problems.append(Problem(root.location, "not-a-list", "start-with-dash"))
    is_list = root is not None and isinstance(root.value, list)
    return is_list and not any(problem.rule in _LOSES_RECORDS for problem in records.problems)


def _take(kind: RecordKind, piece: Piece) -> tuple[Taken, ...]:
    root = piece.document.root
    nodes = root.value if root is not None and isinstance(root.value, list) else ()
    return tuple(take_record(kind, node, piece.document.reported) for node in nodes)


def take_record(kind: RecordKind, node: Node, reported: frozenset[Location]) -> Taken:
    """Gives what can be told of one record; what was reported at a place is not told a second time."""
    if not isinstance(node.value, dict):
        problem = Problem(node.location, "not-a-record", "start-with-id", values={"found": written(node.plain())})
        return Taken(node, () if node.location in reported else (problem,))
    if node.is_merged:
        return Taken(node)
    record, faults = validate(kind.model, node, reported)
    within = record_within(kind.model, node) if faults else None
    if within is not None:
        node.is_merged = True
        return Taken(node, (Problem(within, "record-in-record", "move-to-margin", record_id(node), {"found": ""}),))
    identity = record_id(node)
    node = node if record else without_wrong_names(kind.model, node)
    part = validate_in_part(kind.model, node) if record is None and identity else None
    return Taken(node, tuple(faults), identity, suggest_slug(identity), record, part)


def add_record(kind: RecordKind, taken: Taken, lines: int, records: Records) -> Iterator[Problem]:
    """Adds a record that moved some lines since it was read; gives what is wrong with it."""
    node = taken.node
    yield from (replace(fault, location=fault.location.moved(lines)) for fault in taken.faults)
    if not isinstance(node.value, dict) or node.is_merged:
        records.is_readable = False
        return
    identity = taken.identity
    if not identity:
        records.is_readable = False  # nobody knows which record it is
        return
    if (kind.name, identity) in records.nodes:
        first, down = records.nodes[kind.name, identity]
        where = node.at(("id",)).location.moved(lines)
        values = {"found": identity, "line": str(first.location.line + down)}
        records.is_readable = False  # one of the two was meant to have another id
        yield Problem(where, "duplicate-id", "rename-one", identity, values)
        return
    records.ids |= {identity, taken.slug}
    records.nodes[kind.name, identity] = node, lines
    if taken.record is not None:
        records.valid[identity] = taken.record
    elif taken.part is not None and taken.part.id == identity:
        records.partial[identity] = taken.part
