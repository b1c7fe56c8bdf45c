"""`data/projects/ID.yaml` → a record in a file of its own, beside the file of all or instead of it.

Its id is the file's name; where it says one, that has to be the same. A file that cannot be read hides no other record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from kennisstad.loading.records import Records, add_record, take_record
from kennisstad.loading.validation import record_id, written
from kennisstad.model.folders import Folders
from kennisstad.model.kinds import Kinds, RecordKind
from kennisstad.problem import Location, Problem
from kennisstad.reading.folders import fault_of, files_in
from kennisstad.reading.source import Node, parse
from kennisstad.reading.unsaved import is_there
from kennisstad.text import suggest_slug

ENDING = ".yaml"


def record_files(folders: Folders, kind: RecordKind) -> Iterator[Path]:
    """Gives every file that records of a kind stand in: the one of all, then those of one."""
    path = folders.data / kind.file
    if is_there(path):
        yield path
    yield from own_files(folders, kind)


def own_files(folders: Folders, kind: RecordKind) -> Iterator[Path]:
    """Gives the files that hold one record of a kind each, in the order of the ids."""
    folder = folders.data / kind.stem
    found = (path for path in files_in(folder) if path.parent == folder and path.suffix == ENDING)
    yield from sorted(found, key=lambda path: path.stem)


def is_own_file(kinds: Kinds, name: str) -> bool:
    """Whether a file below the data folder is one of a single record: `projects/quay-garden.yaml`."""
    path = PurePosixPath(name)
    return (
        len(path.parts) == 2 and path.suffix == ENDING and path.parts[0] in {kind.stem for kind in kinds.records if not kind.folder}
    )


def own_file_problem(path: Path, folders: Folders) -> Problem | None:
    """Gives why a file cannot be the record that its name says, or None."""
    where, values = Location(folders.name(path)), {"found": path.name, "instead": f"{suggest_slug(path.stem)}{ENDING}"}
    if suggest_slug(path.stem) != path.stem:
        return Problem(where, "record-file-name", "write-instead", values=values)
    fault = fault_of(path, folders.root)
    return Problem(where, *fault, values=values) if fault else None


def read_own_file(kind: RecordKind, text: str, name: str, problem: Problem | None = None) -> Records:
    """Gives the record in the text of file `name`, or what is wrong with it; its id is known whether or not it can be read."""
    identity = PurePosixPath(name).stem
    records = Records(ids={identity})
    if problem is not None:
        records.problems.append(problem)
        return records
    document = parse(text, name, if_empty="write-record-or-remove-file")
    records.problems.extend(document.problems)
    root = document.root
    if root is None:
        return records
    if isinstance(root.value, dict):
        records.problems.extend(_with_id(root, identity))
    elif root.location not in document.reported:
        hint = "take-dash-away" if isinstance(root.value, list) else "compare-with-reference"
        values = {"found": written(root.plain())}
        records.problems.append(Problem(root.location, "not-one-record", hint, identity, values))
        return records
    records.problems.extend(add_record(kind, take_record(kind, root, document.reported), 0, records))
    return records


def _with_id(root: Node, identity: str) -> Iterator[Problem]:
    """Gives a record the id that its file's name says; tells where it says another."""
    found = root.value.get("id")
    if found is not None and record_id(root) != identity:
        values = {"found": written(found.plain()), "instead": identity}
        yield Problem(found.location, "id-not-file-name", "write-id-or-rename-file", identity, values)
    if found is None or record_id(root) != identity:
        place = Location(root.location.file, root.location.line, root.location.column)
        root.value["id"], root.keys["id"] = Node(place, identity), place


def together(parts: Iterable[Records]) -> Records:
    """Gives the records of several files as one; an id that stands in two of them is told, and the first record counts."""
    whole = Records()
    for part in parts:
        whole.is_readable = whole.is_readable and part.is_readable
        whole.problems.extend(part.problems)
        whole.ids |= part.ids
        for key, (node, lines) in part.nodes.items():
            identity = key[1]
            if key in whole.nodes:
                whole.problems.append(_twice(key[1], node.at(("id",)).location.moved(lines), *whole.nodes[key]))
                continue
            whole.nodes[key] = node, lines
            if identity in part.valid:
                whole.valid[identity] = part.valid[identity]
            elif identity in part.partial:
                whole.partial[identity] = part.partial[identity]
    return whole


def _twice(identity: str, where: Location, first: Node, lines: int) -> Problem:
    other = first.location.moved(lines)
    return Problem(where, "duplicate-id-in-files", "rename-one", identity, {"found": identity, "other": str(other)})
