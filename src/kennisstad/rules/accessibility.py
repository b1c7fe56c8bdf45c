"""The accessibility statement claims no more than somebody looked at."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import Accessibility, Compliance, Dataset
from kennisstad.model.walk import values_of
from kennisstad.problem import Problem

ASKS_FOR = {Compliance.FULLY: "audited", Compliance.PARTLY: "audited", Compliance.FIRST_STEPS: "audit_planned"}
"""The day that a status asks for, as the Dutch model statement has it."""


def accessibility_is_not_overstated(dataset: Dataset) -> Iterator[Problem]:
    """Only after a full audit does a site meet the standard, only without known failures in full, and a first step is a plan.

    Passes: `status: D`, or `status: B` with `audited: 2027-03`. Fails: `status: B` alone, `status: A` with `known_failures`.
    """
    programme = dataset.programme
    for keys, statement in values_of(Accessibility, programme):
        where = dataset.place("programme", programme.id, (*keys, "status"))
        values = {"found": statement.status.value, "field": ASKS_FOR.get(statement.status, "")}
        if values["field"] and getattr(statement, values["field"]) is None:
            yield Problem(where, "claim-without-audit", "audit-or-lower-status", programme.id, values)
        if statement.status == Compliance.FULLY and statement.known_failures:
            yield Problem(where, "claim-with-failures", "remove-failures-or-lower-status", programme.id, values)
