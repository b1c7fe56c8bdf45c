"""Is it still so, and is it whole? Advice about projects and partners: looked at lately, with who takes part, not past its end."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from kennisstad.model import Dataset, Project
from kennisstad.problem import Problem, Severity

OLD_AFTER = datetime.timedelta(days=365)
"""What nobody looked at for longer asks for it."""


def projects_are_looked_at(dataset: Dataset) -> Iterator[Problem]:
    """Somebody held a project against its sources within a year (advice); the day is that which the site speaks from.

    Passes: `checked: 2026-05-01` on a site of 2026-11-29. Fails: `checked: 2025-05-01`.
    """
    for project in dataset.projects.values():
        if project.checked.last_day + OLD_AFTER < dataset.day:
            yield _advice(dataset, project, "checked", "not-checked-lately", "check-again", found=str(project.checked.root))


def projects_are_told_of_now(dataset: Dataset) -> Iterator[Problem]:
    """Nobody knows yet how a project stands in a year to come (advice); somebody may have looked after the day of the site.

    Passes: `status_year: 2026` on a site of 2026-11-29. Fails: `status_year: 2062`.
    """
    day = max((dataset.day, *(project.checked.first_day for project in dataset.projects.values())))
    for project in dataset.projects.values():
        if project.status_year is not None and project.status_year > day.year:
            values = {"found": str(project.status_year), "day": dataset.day.isoformat()}
            yield _advice(dataset, project, "status_year", "known-of-later", "correct-date", **values)


def projects_meet_what_is_counted(dataset: Dataset) -> Iterator[Problem]:
    """A project that goes on has as many partners and leads as the programme's criteria ask, as far as these count them (advice).

    Passes: `leads: [town]` with `partners: [rowers]` where a criterion has `least_partners: 2`. Fails: `leads: [town]` alone.
    """
    for criterion in dataset.programme.criteria:
        asked = (
            ("partners", criterion.least_partners, _taking_part, "few-partners", "name-partners"),
            ("leads", criterion.least_leads, _leading, "few-leads", "name-leads"),
        )
        for field, least, count, rule, hint in asked:
            for project in dataset.projects.values() if least is not None else ():
                found = count(project)
                if least is not None and found < least and _goes_on(dataset, project):
                    values = {"found": str(found), "least": str(least), "label": criterion.label or criterion.id}
                    yield _advice(dataset, project, field, rule, hint, **values)


def _taking_part(project: Project) -> int:
    return len({*project.leads, *project.partners})


def _leading(project: Project) -> int:
    return len(project.leads)


def projects_end_when_they_end(dataset: Dataset) -> Iterator[Problem]:
    """A project whose end has passed has a status of one that ended, or one of which nothing is known (advice).

    Passes: `end: 2020` with `status: completed`. Fails: `end: 2020` with `status: running`.
    """
    for project in dataset.projects.values():
        if project.end is not None and project.end.last_day < dataset.day and _goes_on(dataset, project):
            values = {"found": str(project.end.root), "status": project.status}
            yield _advice(dataset, project, "end", "ends-in-the-past", "end-project", **values)


def partners_take_part(dataset: Dataset) -> Iterator[Problem]:
    """A partner takes part in something, itself or through a part of it (advice).

    Passes: a partner that a project, an agreement, a body or another record names. Fails: one that nothing names.
    """
    partners = dataset.partners
    named = {partner for project in dataset.projects.values() for partner in _partners_of(project)}
    named |= {partner.parent for partner in partners.values() if partner.parent}
    for partner in partners.values() if dataset.is_whole else ():
        if partner.id not in named and partner.parent is None and not partner.memberships and partner.core_since is None:
            where = dataset.place("partners", partner.id)
            yield Problem(where, "partner-without-project", "name-partner", partner.id, {"found": partner.id}, Severity.ADVICE)


def _partners_of(project: Project) -> tuple[str, ...]:
    return (*project.leads, *project.partners, *project.intended_partners)


def _goes_on(dataset: Dataset, project: Project) -> bool:
    """Whether somebody works on a project or means to."""
    status = dataset.choices.statuses.get(project.status)
    return status is not None and status.has_year and not status.is_ended


def _advice(dataset: Dataset, project: Project, field: str, rule: str, hint: str, **values: str) -> Problem:
    where = dataset.place("projects", project.id, (field,))
    return Problem(where, rule, hint, project.id, values, Severity.ADVICE)
