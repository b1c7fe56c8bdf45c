"""Who belongs to what, the other way round: the records say `leads: [lumc]`, a page about the LUMC needs what it leads."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from kennisstad.model import Dataset, Project

MOST_RELATED = 3


class Relations:
    """The references of a dataset, turned round."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._related: dict[str, list[Project]] = {}
        self.led_by = self._by_partner("leads")
        self.joined_by = self._by_partner("partners")
        self.intended_for = self._by_partner("intended_partners")
        self.on_track: dict[str, list[Project]] = defaultdict(list)
        self.parts: dict[str, list[Project]] = defaultdict(list)
        self.continued_by: dict[str, list[Project]] = defaultdict(list)
        self.institutes: dict[str, list[str]] = defaultdict(list)
        for project in dataset.projects.values():
            self.on_track[project.track or ""].append(project)
            if project.part_of:
                self.parts[project.part_of].append(project)
            for earlier in project.continues:
                self.continued_by[earlier].append(project)
        for partner in dataset.partners.values():
            if partner.parent:
                self.institutes[partner.parent].append(partner.id)

    def _by_partner(self, role: str) -> Mapping[str, list[Project]]:
        found: dict[str, list[Project]] = defaultdict(list)
        for project in self._dataset.projects.values():
            for partner in getattr(project, role):
                found[partner].append(project)
        return found

    @cached_property
    def _circle(self) -> Mapping[str, int]:
        """Everybody who leads or takes part in a project, one bit a partner: all pairs of a track are compared."""
        bits = {partner: 1 << position for position, partner in enumerate(self._dataset.partners)}
        return {
            project.id: sum(bits[partner] for partner in {*project.leads, *project.partners})
            for project in self._dataset.projects.values()
        }

    def related(self, project: Project) -> list[Project]:
        """Gives the projects of the same track that share most partners, at most three; those named elsewhere left out."""
        if project.id in self._related:
            return self._related[project.id]
        named = {project.id, project.part_of, *project.continues}
        named |= {other.id for other in (*self.parts[project.id], *self.continued_by[project.id])}
        circle = self._circle[project.id]
        ranked = [
            (-shared, other.id, other)
            for other in self.on_track[project.track or ""]
            if other.id not in named and (shared := (circle & self._circle[other.id]).bit_count())
        ]
        nearest = heapq.nsmallest(MOST_RELATED, ranked, key=lambda row: row[:2])
        self._related[project.id] = [other for _, _, other in nearest]
        return self._related[project.id]
