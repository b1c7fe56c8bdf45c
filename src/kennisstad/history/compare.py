"""Two states of the records → what changed between them, and which record has another id since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property

from kennisstad.history.fields import Difference, Sides, differences, likeness, name_of
from kennisstad.history.states import Records, State
from kennisstad.model.base import Record
from kennisstad.model.history import Change, Commit, Did, Form, Rename, Step, Told
from kennisstad.model.kinds import PROGRAMME, Kinds, RecordKind

_REFERENCE = re.compile(r"\b([a-z]+(?:-[a-z]+)*):([a-z0-9-]+)")
ALIKE = 0.75
"""How much of two records has to be the same for one that came to be one that went, under another id."""
MOST_PAIRS = 10_000
"""Records that went, times those that came: a commit that replaces more than this replaces them all."""
FEW = 3
"""Fields that such records have at least: of less, much is soon the same."""


@dataclass
class Comparer:
    """Compares states of one programme, the oldest first; remembers which id stands for which older one."""

    kinds: Kinds
    now: MutableMapping[tuple[str, str], str] = field(default_factory=dict)

    def step(self, commit: Commit, before: State, after: State) -> Step:
        """Gives what changed from a state to the next."""
        pairs = list(self._pairs(before, after))
        renames = tuple(rename for kind, old, new in pairs for rename in renamed(kind.name, old, new))
        for rename in renames:
            self._lead(rename)
        told = (change for kind, old, new in pairs for change in self._changes(commit, kind, (old, new), (before, after), renames))
        return Step(commit, tuple(told), renames)

    def learn(self, renames: Iterable[Rename]) -> None:
        """Takes in renames of commits that were compared before."""
        for rename in renames:
            self._lead(rename)

    def _lead(self, rename: Rename) -> None:
        for of, identity in self.now.items():
            if of[0] == rename.kind and identity == rename.old:
                self.now[of] = rename.new
        self.now[rename.kind, rename.old] = rename.new
        self.now.pop((rename.kind, rename.new), None)

    def _pairs(self, before: State, after: State) -> Iterator[tuple[RecordKind, Records, Records]]:
        """Gives the kinds of which something may have changed, with the records that were known of it."""
        known = {kind.name: kind for kind in (PROGRAMME, *self.kinds.records)}
        others = (RecordKind(name=name, model=Record) for name in {**before.records, **after.records} if name not in known)
        for kind in (*known.values(), *others):
            old, new = before.records.get(kind.name, {}), after.records.get(kind.name, {})
            unknown = before.unknown(kind)
            if old is new or not kind.tells_changes or unknown is None:
                continue
            yield kind, old, {name: record for name, record in new.items() if name in old or name not in unknown}

    def _changes(
        self,
        commit: Commit,
        kind: RecordKind,
        records: tuple[Records, Records],
        states: tuple[State, State],
        renames: tuple[Rename, ...],
    ) -> Iterator[Change]:
        (old, new), sides = records, self._sides(*states)
        was = {rename.new: rename.old for rename in reversed(renames) if rename.kind == kind.name and rename.new not in old}
        gone = {rename.old: rename.new for rename in renames if rename.kind == kind.name}
        for identity, record in new.items():
            before = old.get(was.get(identity, identity))
            if before is record:
                continue
            for one in _of_record(kind.name, identity, before, record, sides, is_renamed=identity in was):
                yield _change(commit, kind.name, identity, one, record)
        for identity, record in old.items():
            into = gone.get(identity, "")
            if identity in new or was.get(into) == identity:
                continue
            told = Told(Form.RECORD, identity, name_of(record), kind.name)
            if into:
                yield _change(commit, kind.name, into, Difference(Did.MERGED, old=told), new[into])
            else:
                yield _change(commit, kind.name, identity, Difference(Did.REMOVED), record)

    def _sides(self, before: State, after: State) -> Sides:
        def same(kind: str, identity: str) -> str:
            return self.now.get((kind, identity), identity)

        def names(kind: str, identity: str) -> Mapping[str, str]:
            found = (state.records.get(kind, {}).get(identity) for state in (after, before))
            return name_of(next((record for record in found if record is not None), None))

        def read(line: str) -> str:
            return _REFERENCE.sub(lambda found: f"{found[1]}:{same(self._named.get(found[1], ''), found[2])}", line)

        programme = next(iter(after.records.get(PROGRAMME.name, {}).values()), None)
        return Sides(read if self.now else str, same, names, getattr(programme, "time_zone", "UTC"))

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """The kinds of records by how texts and notes name one of them."""
        return {one: kind.name for one, kind in self.kinds.named.items()}


def _of_record(
    kind: str, identity: str, before: Record | None, record: Record, sides: Sides, *, is_renamed: bool
) -> Iterator[Difference]:
    if before is None:
        yield Difference(Did.ADDED)
        return
    if is_renamed:
        yield Difference(Did.RENAMED)
    yield from differences(before, record, sides)


def _change(commit: Commit, kind: str, identity: str, one: Difference, record: Record) -> Change:
    name = name_of(record)
    return Change(commit, kind, identity, identity, one.did, one.field, one.old, one.new, one.languages, name)


def renamed(kind: str, old: Records, new: Records) -> Iterator[Rename]:
    """Gives the records that went and came back under another id, or became part of another.

    The new one says so in `formerly`, or is the same but for the id, or is very much like it.
    """
    went, came = [name for name in old if name not in new], [name for name in new if name not in old]
    if not went:
        return
    said = {former: name for name, record in new.items() for former in getattr(record, "formerly", ())}
    found = {name: said[name] for name in went if name in said}
    for place, (name, into) in enumerate(found.items()):
        yield Rename(kind, name, into, is_merge=into in old or into in list(found.values())[:place])
    came = [name for name in came if name not in found.values()]
    went = [name for name in went if name not in found]
    if len(went) * len(came) > MOST_PAIRS:
        return
    likely = sorted((-likeness(old[one], new[other]), one, other) for one in went for other in came if _is_much(new[other]))
    taken: set[str] = set()
    for alike, one, other in likely:
        if -alike >= ALIKE and not taken & {one, f"{other} came"}:
            taken |= {one, f"{other} came"}
            yield Rename(kind, one, other)


def _is_much(record: Record) -> bool:
    filled = [name for name in type(record).model_fields if name != "id" and getattr(record, name)]
    return len(filled) >= FEW
