"""History can begin where the programme says, and what is erased can be found."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.history import history_fault
from kennisstad.history.erasure import kinds_named
from kennisstad.model import PROGRAMME, Dataset
from kennisstad.problem import Problem, nearest


def history_can_be_read(dataset: Dataset) -> Iterator[Problem]:
    """The commit that history begins with is there, and all commits since.

    Passes: `history_from: 2026-12-01`; `history_from: 3f2a9c1` where that is a commit on the way to the newest one. Fails:
    `history_from: 0000000`. That there is no repository is told too: as an error where a site is published (`CI`), else as advice.
    """
    problem = history_fault(dataset) if dataset.programme.history_from else None
    if problem is not None:
        yield problem


def erased_records_are_of_a_kind(dataset: Dataset) -> Iterator[Problem]:
    """What is told nowhere is a record of a kind that there is; whether there is such a record is not asked, for it may be gone.

    Passes: `records: [project:quay-garden/title]`. Fails: `records: [projekt:quay-garden]`.
    """
    erased, programme = dataset.programme.erased, dataset.programme
    known = kinds_named(dataset.kinds)
    for position, name in enumerate(erased.records if erased else ()):
        kind = name.partition(":")[0]
        if kind not in known:
            where = dataset.place(PROGRAMME.name, programme.id, ("erased", "records", position))
            suggestion = nearest(kind, sorted(known))
            values = {"found": kind, "suggestion": suggestion, "known": ", ".join(sorted(known))}
            hint = "did-you-mean-of" if suggestion else "choose"
            yield Problem(where, "unknown-kind-of-record", hint, programme.id, values)
