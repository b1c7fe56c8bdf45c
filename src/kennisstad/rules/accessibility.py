"""The accessibility statement claims no more than somebody looked at."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import COMPLIANCE, Accessibility, Compliance, Dataset
from kennisstad.model.walk import values_of
from kennisstad.problem import Problem

ASKS_FOR = {Compliance.FULLY: "audited", Compliance.PARTLY: "audited", Compliance.FIRST_STEPS: "audit_planned"}
"""The day that a status asks for, as the Dutch model statement has it."""
LISTS_FAILURES = (Compliance.PARTIALLY_COMPLIANT, Compliance.NOT_COMPLIANT)
"""The statuses that say that what is wrong is listed, as the model statement of the European Union has it."""


def accessibility_is_not_overstated(dataset: Dataset) -> Iterator[Problem]:
    """Only after a full audit does a site meet the standard, only without known failures in full, and a first step is a plan.

    A status that says that faults are listed comes with that list.

    Passes: `status: D`, or `status: B` with `audited: 2027-03`. Fails: `status: B` alone, `status: A` with `known_failures`.
    """
    programme = dataset.programme
    for keys, statement in values_of(Accessibility, programme):
        where = dataset.place("programme", programme.id, (*keys, "status"))
        values = {"found": statement.status.value, "field": ASKS_FOR.get(statement.status, "")}
        if values["field"] and getattr(statement, values["field"]) is None:
            yield Problem(where, "claim-without-audit", "audit-or-lower-status", programme.id, values)
        best, next_best, *_ = COMPLIANCE[statement.model]
        if statement.status == best and statement.known_failures:
            values["lower"] = next_best.value
            yield Problem(where, "claim-with-failures", "remove-failures-or-lower-status", programme.id, values)
        if statement.status in LISTS_FAILURES and not statement.known_failures:
            yield Problem(where, "claim-without-failures", "list-failures", programme.id, values)
