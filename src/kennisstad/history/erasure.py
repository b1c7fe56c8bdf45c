"""What the programme wants told nowhere: records, fields of records and values; not in what is kept for the next build either."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kennisstad.model.history import WRITTEN, Change, Erased, Form, Rename, Step, Told
from kennisstad.model.kinds import PROGRAMME, Kinds
from kennisstad.text import fold

_SLUG, _NUMBER = re.compile(r"[a-z0-9 ]+"), re.compile(r"[0-9 ]+")


def kinds_named(kinds: Kinds) -> dict[str, str]:
    """Gives the kinds of records by what a list of erased ones calls one of them: `project`, `programme`, `page`."""
    return {**{kind.one or kind.name: kind.name for kind in (PROGRAMME, *kinds.records)}, "page": WRITTEN}


class Erasure:
    """Leaves out what a programme's list of erased records and values names; `renames` say which ids are those of one record."""

    def __init__(self, erased: Erased | None, kinds: Kinds, renames: Iterable[Rename] = ()) -> None:
        given = erased or Erased()
        self._values = [plain for value in given.values if (plain := _plain(value))]
        self._slugs = [value.replace(" ", "-") for value in self._values if _SLUG.fullmatch(value)]
        names = kinds_named(kinds)
        self._whole: set[tuple[str, str]] = set()
        self._fields: dict[tuple[str, str], set[str]] = {}
        for kind, rest in (name.split(":", 1) for name in given.records):
            identity, _, field = rest.partition("/")
            of = names.get(kind, kind), identity  # a kind that there is not is told by a rule
            if field:
                self._fields.setdefault(of, set()).add(field)
            else:
                self._whole.add(of)
        self._follow(list(renames))

    def _follow(self, renames: list[Rename]) -> None:
        """A record stays erased under each id that it had or got."""
        for rename in (*renames, *reversed(renames)):
            old, new = (rename.kind, rename.old), (rename.kind, rename.new)
            for one, other in ((old, new), (new, old)):
                if one in self._whole:
                    self._whole.add(other)
                self._fields.setdefault(other, set()).update(self._fields.get(one, ()))

    def step(self, step: Step) -> Step:
        """Gives a commit without what is erased."""
        renames = tuple(rename for rename in step.renames if not self._is_named(rename.old) and not self._is_named(rename.new))
        return replace(step, changes=tuple(self._left(step.changes)), renames=renames)

    def _left(self, changes: Iterable[Change]) -> Iterator[Change]:
        for change in changes:
            if self._hits(change):
                continue
            names = {code: line for code, line in change.name.items() if not self._is_said(line)}
            yield replace(change, name=names) if len(names) < len(change.name) else change

    def _hits(self, change: Change) -> bool:
        of = change.kind, change.known_as
        if of in self._whole or self._is_named(change.known_as) or change.field in self._fields.get(of, ()):
            return True
        return any(self._is_told(told) for told in (change.old, change.new) if told is not None)

    def _is_told(self, told: Told) -> bool:
        if told.form is Form.RECORD and ((told.kind, told.plain) in self._whole or self._is_named(told.plain)):
            return True
        return any(self._is_said(line) for line in (told.plain, *told.texts.values()))

    def _is_said(self, line: str) -> bool:
        plain = _plain(line)
        return any(f" {value} " in f" {plain} " if _NUMBER.fullmatch(value) else value in plain for value in self._values)

    def _is_named(self, identity: str) -> bool:
        return any(f"-{slug}-" in f"-{identity}-" for slug in self._slugs)


def _plain(line: str) -> str:
    return fold(line) or line.strip().casefold()
