"""A dataset without the records and pages that are wrong, and without every reference to them.

What is left is held against every rule again, and what then turns out to be wrong is left out too, until nothing is: so a preview
is made of what a site could be made of. What is wrong in the programme itself, its words or its templates cannot be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import PurePosixPath

from kennisstad.checking import Checked, found_by_rules, judged
from kennisstad.history.fields import name_of
from kennisstad.loading.loader import Loaded
from kennisstad.loading.records import Nodes, Records
from kennisstad.model import Dataset, RecordKind
from kennisstad.model.history import WRITTEN
from kennisstad.model.preview import Absent, Previewed
from kennisstad.model.promised import LOST
from kennisstad.problem import Location, Problem
from kennisstad.proposal.files import read_piecewise
from kennisstad.proposal.reduced import lost_with, reduced
from kennisstad.reading.files import read_text


@dataclass(slots=True)
class Left:
    """What is left of a dataset: `dataset` says in `preview` what is not there; `serious` are errors that cannot be left out."""

    dataset: Dataset
    serious: list[Problem] = field(default_factory=list)


def leave_out(checked: Checked) -> Left:
    """Gives a dataset without what is wrong; it has the programme, so `checked.dataset` is there."""
    dataset = checked.dataset
    assert dataset is not None  # noqa: S101 - who calls looked
    dataset, absent, unreadable = _without_unreadable_pieces(dataset, checked.errors)
    errors = [problem for problem in checked.errors if problem.location.file not in unreadable or problem.record]
    errors = [problem for problem in errors if problem.rule not in LOST]  # a preview publishes nothing, and so breaks no promise
    left = dataset
    while errors or left is dataset:
        serious = [problem for problem in errors if _kind_of(dataset, problem) is None]
        new = _new(absent, _absent(dataset, errors))
        if serious or (errors and not new):
            return Left(dataset, serious or errors)
        absent += new
        smaller = reduced(dataset, absent)
        if smaller is None:
            return Left(dataset, errors or checked.errors)
        left = smaller
        absent += (_one(dataset, *of, dataset.place(*of)) for of in lost_with(dataset, left, absent))
        errors = _errors(left)
    return Left(replace(left, preview=Previewed(tuple(absent))))


def _errors(dataset: Dataset) -> list[Problem]:
    loaded = Loaded(dataset, [])
    return judged(loaded, chain.from_iterable(found_by_rules(loaded))).errors


def _new(known: Iterable[Absent], found: Iterable[Absent]) -> list[Absent]:
    """Gives what was not left out before, each once."""
    told = {(one.kind, one.id) for one in known}
    return list({(one.kind, one.id): one for one in found if (one.kind, one.id) not in told}.values())


def _without_unreadable_pieces(dataset: Dataset, errors: Iterable[Problem]) -> tuple[Dataset, list[Absent], set[str]]:
    """Reads the files of records of which no record could be read once more, each record by itself."""
    absent, files = list[Absent](), set[str]()
    for kind in dataset.kinds.records:
        path = dataset.folders.data / kind.file
        if kind.folder or kind.name in dataset.ids or not path.is_file():
            continue
        name = dataset.folders.name(path)
        text, problem = read_text(path, name)
        found = None if problem else read_piecewise(kind, text, name)
        if found is None:
            continue
        files.add(name)
        absent += found[1]
        dataset = _with_records(dataset, kind, found[0])
        absent += (_one(dataset, kind.name, fault.record, fault.location) for fault in found[0].problems if fault.record)
    return dataset, absent, files


def _with_records(dataset: Dataset, kind: RecordKind, records: Records) -> Dataset:
    return replace(
        dataset,
        valid={**dataset.valid, kind.name: records.valid},
        partial={**dataset.partial, kind.name: records.partial},
        ids={**dataset.ids, kind.name: frozenset(records.ids)},
        nodes=Nodes([{key: (node, 0) for key, node in dataset.nodes.items()}, records.nodes]),
    )


def _absent(dataset: Dataset, errors: Iterable[Problem]) -> Iterator[Absent]:
    for problem in errors:
        kind = _kind_of(dataset, problem)
        if kind is not None:
            yield _one(dataset, *kind, problem.location)


def _one(dataset: Dataset, kind: str, identity: str, where: Location) -> Absent:
    """Gives a record that is left out; one whose id stands twice, or which is right in part, is called by what is known of it."""
    known = (records.get(kind, {}).get(identity) for records in (dataset.valid, dataset.partial))
    place = where if (kind, identity) not in dataset.nodes else dataset.place(kind, identity)
    return Absent(kind, identity, place, name_of(next(filter(None, known), None)))


def _kind_of(dataset: Dataset, problem: Problem) -> tuple[str, str] | None:
    """Gives the kind and id of the record, or the hand-written page, that a problem is in; None where it is in neither."""
    path = PurePosixPath(problem.location.file)
    kinds = {f"data/{kind.file}": kind.name for kind in dataset.kinds.records if not kind.folder}
    if str(path) in kinds:
        return (kinds[str(path)], problem.record) if problem.record else None
    if path.parts[0] != "content" or path.suffix != ".md" or len(path.parts) not in (3, 4):
        return None
    kind = dataset.kinds.folders.get(path.parts[2]) if len(path.parts) == 4 else None
    if len(path.parts) == 4:
        return (kind.name, path.stem) if kind else None
    return WRITTEN, path.stem
