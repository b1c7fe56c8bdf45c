"""What records choose from: the statuses, kinds of partners and topics that every programme has, with what one adds to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictStr

from kennisstad.model.base import Record
from kennisstad.model.values import Text, refuse


class Status(StrEnum):
    """How a project stands; each has its wall, its sign and its place in lists, which a programme's own status takes over."""

    PLANNED = "planned"
    EXPLORING = "exploring"
    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"
    UNKNOWN = "unknown"

    @property
    def has_year(self) -> bool:
        """Whether there was a year in which it was so."""
        return self is not Status.UNKNOWN

    @property
    def is_ended(self) -> bool:
        """Whether the project is no longer worked on."""
        return self in (Status.COMPLETED, Status.STOPPED)


BY_USE = (Status.RUNNING, Status.COMPLETED, Status.EXPLORING, Status.PLANNED, Status.STOPPED, Status.UNKNOWN)
"""The statuses in the order of lists: what a visitor can join or gain from comes before what was only meant."""


class PartnerKind(StrEnum):
    """What sort of organisation a partner is; what a programme adds stands before the last."""

    GOVERNMENT = "government"
    UNIVERSITY = "university"
    UNIVERSITY_OF_APPLIED_SCIENCES = "university-of-applied-sciences"
    HOSPITAL = "hospital"
    FACULTY = "faculty"
    RESEARCH = "research"
    EDUCATION = "education"
    MUSEUM = "museum"
    CULTURE = "culture"
    COMPANY = "company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    NETWORK = "network"
    CARE = "care"
    OTHER = "other"


class Topic(StrEnum):
    """What a figure is about."""

    JOBS = "jobs"
    MONEY = "money"
    EDUCATION = "education"
    STUDENTS = "students"
    HOUSING = "housing"
    CONFERENCES = "conferences"
    PROJECTS = "projects"
    ORGANISATION = "organisation"
    COMMUNICATION = "communication"
    INTERNATIONAL = "international"
    HEALTH = "health"
    NATURE = "nature"


class OwnStatus(Record):
    """A status that a programme adds, with the one of all programmes whose wall, sign and place in lists it takes."""

    like: Status
    title: Text
    meaning: Text


class OwnPartnerKind(Record):
    """A kind of partner that a programme adds."""

    title: Text
    plural: Text


class OwnTopic(Record):
    """A topic of figures that a programme adds."""

    title: Text


@dataclass(frozen=True, slots=True)
class ChosenFrom:
    """Says of a field which list its value is from, by the programme's field that adds to that list."""

    list: str


def _some_text(name: str, known: Sequence[str]) -> BeforeValidator:
    """Which texts there are to choose from is known once the programme is read; what is no text is told with the list at once."""

    def validate(value: Any) -> Any:
        if not isinstance(value, str):
            raise refuse("not-in-list", "choose", list=name, known=", ".join(known), suggestion="")
        return value

    return BeforeValidator(validate)


StatusId = Annotated[
    StrictStr,
    _some_text("statuses", list(Status)),
    ChosenFrom("statuses"),
    Field(json_schema_extra={"chosenFrom": "statuses"}),
]
PartnerKindId = Annotated[
    StrictStr,
    _some_text("partner_kinds", list(PartnerKind)),
    ChosenFrom("partner_kinds"),
    Field(json_schema_extra={"chosenFrom": "partner_kinds"}),
]
TopicId = Annotated[
    StrictStr,
    _some_text("topics", list(Topic)),
    ChosenFrom("topics"),
    Field(json_schema_extra={"chosenFrom": "topics"}),
]


def word_key(group: str, identity: str) -> str:
    """Gives the key of the word for a choice in a group of the locale: `kind.university_of_applied_sciences`."""
    return f"{group}.{identity.replace('-', '_')}"


@dataclass(frozen=True)
class Choices:
    """What the records of one programme choose from."""

    own_statuses: tuple[OwnStatus, ...] = ()
    own_partner_kinds: tuple[OwnPartnerKind, ...] = ()
    own_topics: tuple[OwnTopic, ...] = ()

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """Every status by id, each of the programme's own after the one that it is like, with the latter."""
        return self._in_order(tuple(Status))

    @cached_property
    def statuses_by_use(self) -> tuple[str, ...]:
        """The ids of the statuses in the order of lists."""
        return tuple(self._in_order(BY_USE))

    @cached_property
    def partner_kinds(self) -> tuple[str, ...]:
        """The ids of the kinds of partners."""
        own, last = (kind.id for kind in self.own_partner_kinds), PartnerKind.OTHER.value
        return tuple(dict.fromkeys((*(kind.value for kind in PartnerKind if kind != last), *own, last)))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The ids of the topics."""
        return tuple(dict.fromkeys((*(topic.value for topic in Topic), *(topic.id for topic in self.own_topics))))

    def of(self, name: str) -> tuple[str, ...]:
        """Gives the ids in a list, by the programme's field that adds to it. Raises KeyError for another name."""
        return {"statuses": tuple(self.statuses), "partner_kinds": self.partner_kinds, "topics": self.topics}[name]

    def words(self) -> Mapping[str, Text]:
        """Gives the words of what the programme added, by their keys in a locale."""
        found: dict[str, Text] = {}
        for status in self.own_statuses:
            found |= {word_key("status", status.id): status.title, word_key("status.meaning", status.id): status.meaning}
        for kind in self.own_partner_kinds:
            found |= {word_key("kind", kind.id): kind.title, word_key("kinds", kind.id): kind.plural}
        return found | {word_key("topic", topic.id): topic.title for topic in self.own_topics}

    def _in_order(self, order: Sequence[Status]) -> dict[str, Status]:
        found: dict[str, Status] = {}
        for status in order:
            found[status.value] = status
            found |= {own.id: status for own in self.own_statuses if own.like is status}
        return found
