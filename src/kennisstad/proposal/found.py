"""What a proposal changes: its files as they were and as they are, checked, and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from kennisstad.addresses.redirects import redirects
from kennisstad.addresses.routes import Addresses, former_addresses, routes
from kennisstad.checking import Checked, found_by_rules, judged
from kennisstad.commands.proving import proven
from kennisstad.history import Repository, between
from kennisstad.kinds import KINDS
from kennisstad.loading.loader import load
from kennisstad.model import Address, Change, Dataset, Folders, Project, Record, Text
from kennisstad.model.history import WRITTEN
from kennisstad.model.preview import Absent
from kennisstad.problem import Problem
from kennisstad.proposal.left_out import leave_out
from kennisstad.proposal.revision import PARTS, commits, written_out

_ANYWHERE = ("git-missing", "git-shallow", "git-incomplete", "git-refused", "unknown-commit")
"""Rules about the repository: the files of a commit, taken out of it, have none."""
_COUNTS = "count-changed"
Of = tuple[str, str]
"""A kind of records and an id."""


@dataclass(frozen=True, slots=True)
class Side:
    """The programme as it was, or as it is proposed: what the check says, and what is left of it without what is wrong."""

    checked: Checked
    folders: Folders
    left: Dataset | None
    is_whole: bool = True
    """Whether nothing is wrong that cannot be left out."""

    @property
    def absent(self) -> tuple[Absent, ...]:
        """What is left out."""
        return self.left.preview.absent if self.left is not None and self.left.preview is not None else ()

    def records(self, kind: str) -> Mapping[str, Record]:
        """Gives the records of a kind as they were typed, and of those that are wrong what can be read."""
        left, typed = self.left, self.checked.dataset
        if left is None or typed is None:
            return {}
        return {**left.valid.get(kind, {}), **typed.partial.get(kind, {}), **typed.valid.get(kind, {})}

    def count(self, kind: str) -> int:
        """Gives how many records of a kind there are, also those that are wrong."""
        return len({*self.records(kind), *(one.id for one in self.absent if one.kind == kind)})


@dataclass(frozen=True, slots=True)
class Found:
    """What a proposal changes. `before` is None where the programme could not be read then."""

    before: Side | None
    after: Side
    prefix: str = ""
    changes: tuple[Change, ...] = ()
    more: Mapping[Of, tuple[str, ...]] = field(default_factory=dict)
    """By record, the fields that changed too, and of which the site never tells: an address of mail, a place in a list."""
    has_code: bool = False
    """Whether other files change than those of editors."""

    @property
    def dataset(self) -> Dataset | None:
        """The programme to tell all this in: as it is proposed, else as it was."""
        sides = (self.after, self.before)
        return next((side.left for side in sides if side is not None and side.left is not None and side.is_whole), None)

    @property
    def by_record(self) -> dict[Of, list[Change]]:
        """What changed, by record; nothing to tell of one of which only other fields changed."""
        found: dict[Of, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.of, []).append(change)
        return found | {of: [] for of in self.more if of not in found}

    @property
    def advice(self) -> list[Problem]:
        """The advice that was not given before; that numbers changed is told in a table of its own."""
        known = {_matter(problem) for problem in self.before.checked.advice} if self.before else set()
        return [one for one in self.after.checked.advice if _matter(one) not in known and one.rule != _COUNTS]


def _matter(problem: Problem) -> tuple[object, ...]:
    """What a problem is about, wherever it stands by now."""
    return problem.location.file, problem.rule, problem.record, tuple(problem.values.items())


def look(folders: Folders, since: str, until: str, target: Path) -> Found | str:
    """Gives what changed from where a proposal began to where it is, or the revision that there is not. Raises GitFailed.

    The files of both are put below `target`; nothing of them runs.
    """
    repository = Repository.around(folders.root)
    named = commits(repository, since, until)
    if isinstance(named, str):
        return named
    old, new = (written_out(repository, commit, target / name) for commit, name in zip(named, ("old", "new"), strict=True))
    after = _side(new.folders)
    after = replace(after, checked=proven(after.checked, new.folders, lambda: _checked(new.folders)))
    before = _side(old.folders, after.checked.dataset)
    found = Found(before if before.checked.dataset is not None else None, after, repository.prefix)
    if found.dataset is None:
        return found
    step = between(replace(found.dataset, folders=folders), *named)
    changes = () if isinstance(step, str) else step.changes
    return replace(found, changes=changes, more=_more(found, changes), has_code=_has_code(repository, *named))


def _side(folders: Folders, like: Dataset | None = None) -> Side:
    """Checks one side; on the day of the other, so that no advice seems new that only came with time."""
    checked = _checked(folders, like)
    if checked.dataset is None:
        return Side(checked, folders, None, is_whole=False)
    left = leave_out(checked)
    return Side(checked, folders, left.dataset, not left.serious)


def _checked(folders: Folders, like: Dataset | None = None) -> Checked:
    loaded = load(folders, KINDS)
    if loaded.dataset is not None and like is not None:
        loaded.dataset = replace(loaded.dataset, day=like.day)
    checked = judged(loaded, chain.from_iterable(found_by_rules(loaded)))
    return Checked(checked.dataset, [problem for problem in checked.problems if problem.rule not in _ANYWHERE])


def _more(found: Found, changes: Iterable[Change]) -> dict[Of, tuple[str, ...]]:
    if found.before is None:
        return {}
    told: dict[Of, set[str]] = {}
    for change in changes:
        told.setdefault(change.of, set()).add(change.field)
    more = {}
    for kind in found.after.left.kinds.records if found.after.left else ():
        old = found.before.records(kind.name)
        for identity, record in found.after.records(kind.name).items():
            fields = _changed(old[identity], record) if identity in old else ()
            left = tuple(name for name in fields if name not in told.get((kind.name, identity), ()))
            if left:
                more[kind.name, identity] = left
    return more


def _changed(old: Record, new: Record) -> Iterator[str]:
    """Gives the fields that are different; that a text came in a language more is told otherwise."""
    for name in type(new).model_fields:
        before, after = getattr(old, name, None), getattr(new, name)
        is_same = before == after or (
            isinstance(before, Text) and isinstance(after, Text) and before.root.items() <= after.root.items()
        )
        if not is_same:
            yield name


def _has_code(repository: Repository, old: str, new: str) -> bool:
    with repository.objects() as objects:
        sides = [objects.folder(objects.below(objects.commit(one).tree, repository.prefix)) for one in (old, new)]
    return any(sides[0].get(name) != sides[1].get(name) for name in {**sides[0], **sides[1]} if name not in PARTS[:2])


class Ended(NamedTuple):
    """Addresses that change: those of before, and where they lead now: the id of a record, an address, or "" for nowhere.

    `is_explained` tells that they lead nowhere, and say why.
    """

    paths: list[str]
    now: str
    is_explained: bool = False


def ended(found: Found) -> dict[Of, Ended]:
    """Gives the records and pages whose addresses change."""
    if found.before is None or found.before.left is None or found.after.left is None or not found.after.is_whole:
        return {}
    old, new = found.before.left, found.after.left
    addresses = Addresses.of(new)
    living = {route.path for route in routes(new, addresses)}
    led = redirects(new, addresses)
    leads_on = {one.old: one.to if one.is_elsewhere else f"/{one.to}" for one in led if one.to is not None}
    leads_on |= {former.old.path: former.now for former in former_addresses(new, addresses)}
    explained = {one.old for one in led if one.is_gone}
    absent = {(one.kind, one.id) for one in found.after.absent}
    gone: dict[Of, Ended] = {}
    for route in routes(old, Addresses.of(old)):
        kind = WRITTEN if route.place.address is Address.SLUG else route.place.above if _is_of_record(old, route.place.name) else ""
        if kind and route.path not in living and (kind, route.id) not in absent:
            end = Ended([], leads_on.get(route.path, ""), route.path in explained)
            gone.setdefault((kind, route.id), end).paths.append(route.path)
    return gone


def _is_of_record(dataset: Dataset, name: str) -> bool:
    place = dataset.kinds.by_name[name]
    return place.address is Address.BELOW and place.ids is None


def statuses(side: Side) -> Counter[str]:
    """Gives how many projects have each status."""
    found = (getattr(project, "status", None) for project in side.records("projects").values())
    return Counter(status for status in found if status)


def rows(side: Side) -> dict[str, tuple[int, int]]:
    """Gives of each list that a document numbers how many rows there are, and how many of them have a project."""
    if side.left is None:
        return {}
    found, projects = {}, [one for one in side.records("projects").values() if isinstance(one, Project)]
    for agenda in side.left.programme.agendas:
        document = side.records("documents").get(agenda.document)
        all_rows = {row for section in getattr(document, "sections", None) or () for row in section.rows}
        used = {code for project in projects for code in (project.codes or {}).get(agenda.id, ())}
        if all_rows:
            found[agenda.id] = len(all_rows), len(all_rows & used)
    return found
