"""Who leads, takes part or belongs to whom makes sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kennisstad.model import Dataset, Project, Record
from kennisstad.problem import Problem

ROLES = ("leads", "partners", "intended_partners")


def nothing_refers_to_itself(dataset: Dataset) -> Iterator[Problem]:
    """A record does not lead, continue, contain or belong to itself, nor by way of others.

    Passes: `id: op-locatie` with `part_of: leren-met-de-stad`. Fails: `id: op-locatie` with `continues: [op-locatie]`.
    """
    for project in dataset.every_project():
        for role in ROLES:
            for position, partner in enumerate(getattr(project, role)):
                if partner == project.id and "partners" in dataset.ids and partner not in dataset.ids["partners"]:
                    where = dataset.place("projects", project.id, (role, position))
                    yield Problem(where, "leads-itself", "name-a-partner", project.id, {"found": partner, "field": role})
    yield from _circles(dataset, "projects", "part_of", dataset.projects, lambda record: _one(record.part_of))
    yield from _circles(dataset, "projects", "continues", dataset.projects, lambda record: record.continues)
    yield from _circles(dataset, "partners", "parent", dataset.partners, lambda record: _one(record.parent))
    yield from _circles(dataset, "governance", "answers_to", dataset.governance, lambda record: _one(record.answers_to))


def _one(identity: str | None) -> tuple[str, ...]:
    return (identity,) if identity else ()


def _circles(
    dataset: Dataset, collection: str, field: str, records: Mapping[str, Record], named: Callable[..., tuple[str, ...]]
) -> Iterator[Problem]:
    for identity, record in records.items():
        reached: set[str] = set()
        waiting = list(named(record))
        while waiting:
            following = waiting.pop()
            if following == identity:
                rule = "refers-to-itself" if identity in named(record) else "circle"
                where = dataset.place(collection, identity, (field,))
                yield Problem(where, rule, "remove-or-change", identity, {"field": field, "found": identity})
                break
            if following not in reached and following in records:
                reached.add(following)
                waiting.extend(named(records[following]))


def no_partner_twice(dataset: Dataset) -> Iterator[Problem]:
    """A partner has one role in a project.

    Passes: `leads: [lumc]` with `partners: [tno]`. Fails: `leads: [lumc]` with `partners: [lumc]`.
    """
    for project in dataset.every_project():
        yield from _twice(dataset, project)


def _twice(dataset: Dataset, project: Project) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for role in ROLES:
        for position, partner in enumerate(getattr(project, role)):
            if partner in seen:
                where = dataset.place("projects", project.id, (role, position))
                yield Problem(where, "partner-twice", "remove-one", project.id, {"found": partner, "field": seen[partner]})
            seen.setdefault(partner, role)
