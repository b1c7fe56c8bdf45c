"""The records as editors write them; field names are those of the YAML and of the open data."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, StrictInt

from kennisstad.model.values import (
    Address,
    Colour,
    LanguageCode,
    Line,
    MailAddress,
    Moment,
    Number,
    Prose,
    Slug,
    Summary,
    SustainableDevelopmentGoal,
    Text,
    WebAddress,
    Year,
)


class Status(StrEnum):
    """How a project stands."""

    PLANNED = "planned"
    EXPLORING = "exploring"
    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"
    UNKNOWN = "unknown"


class PartnerKind(StrEnum):
    """What sort of organisation a partner is."""

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


class Qualifier(StrEnum):
    """How exact a figure is."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXPECTED = "expected"


class LinkKind(StrEnum):
    """Whose page a link of a project leads to."""

    OWN = "own"
    PARTNER = "partner"


class Part(BaseModel):
    """A piece of a record; never changed once read, and without fields that the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Part):
    """Something with an id of its own; the id is the last part of its address in every language."""

    id: Slug


class Source(Part):
    """Where a fact stands: a document, a section of it, and a row of a table there."""

    document: Slug
    section: Slug | None = None
    row: Line | None = None


class Section(Record):
    """A part of a document that sources refer to."""

    title: Text


class Document(Record):
    """A document that facts come from."""

    title: Text
    year: Year | None = None
    summary: Summary | None = None
    publisher: Slug | None = None
    link: WebAddress | None = None
    sections: tuple[Section, ...] = ()


class Goal(Record):
    """A main goal of the programme."""

    text: Text


class Period(Record):
    """A period of the agreement between the partners."""

    title: Text
    start: Moment
    end: Moment
    sources: tuple[Source, ...] = ()


class Agenda(Record):
    """A list of tracks and projects in a document, with the numbers and codes it gives them."""

    title: Text
    year: Year
    document: Slug


class Contact(Part):
    """How to reach the programme."""

    name: Text | None = None
    email: MailAddress | None = None
    telephone: Line | None = None
    link: WebAddress | None = None


class Programme(Record):
    """The programme itself. The optional fields stay empty until the programme supplies them."""

    name: Text
    tagline: Text
    summary: Summary
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    goals: tuple[Goal, ...]
    periods: tuple[Period, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    highlights: tuple[Slug, ...] = ()
    contact: Contact | None = None
    licence: WebAddress | None = None
    repository: WebAddress | None = None
    security: Address | None = None

    @property
    def default_language(self) -> str:
        """The first language: required for every text, and at the root of the site."""
        return self.languages[0]


class TrackColour(Part):
    """A colour for text on light paper and one for text on dark paper."""

    light: Colour
    dark: Colour


class Grouping(Record):
    """What tracks and themes share."""

    title: Text
    summary: Summary
    description: Prose | None = None
    order: StrictInt
    numbers: dict[Slug, StrictInt] = {}
    sources: tuple[Source, ...] = ()


class Track(Grouping):
    """A track (spoor): one of the lines along which the partners work."""

    short_title: Text
    colour: TrackColour
    icon: Slug


class Theme(Grouping):
    """A theme (speerpunt): what the partners give priority, across the tracks."""

    colour: TrackColour | None = None
    icon: Slug | None = None


class Result(Part):
    """What came of a project."""

    text: Text
    year: Year | None = None
    sources: tuple[Source, ...] = ()


class Figure(Part):
    """A number about a project, with what it counts."""

    value: Number
    qualifier: Qualifier = Qualifier.EXACTLY
    counts: Text
    year: Year | None = None
    sources: tuple[Source, ...] = ()


class ProjectLink(Part):
    """A page about a project elsewhere."""

    kind: LinkKind
    url: WebAddress
    title: Text | None = None


class Project(Record):
    """A project, initiative, event series or network of the programme."""

    title: Text
    aliases: tuple[Line, ...] = ()
    summary: Summary
    description: Prose | None = None
    track: Slug | None = None
    no_track: Text | None = None
    themes: tuple[Slug, ...] = ()
    sdgs: tuple[SustainableDevelopmentGoal, ...] = ()
    status: Status
    status_year: Year | None = None
    status_explanation: Text | None = None
    codes: dict[Slug, tuple[Line, ...]] = {}
    leads: tuple[Slug, ...] = ()
    partners: tuple[Slug, ...] = ()
    intended_partners: tuple[Slug, ...] = ()
    start: Moment | None = None
    end: Moment | None = None
    results: tuple[Result, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[ProjectLink, ...] = ()
    part_of: Slug | None = None
    continues: tuple[Slug, ...] = ()
    sources: tuple[Source, ...] = ()
    checked: Moment


class Partner(Record):
    """An organisation that leads or takes part in projects."""

    name: Text
    short_name: Text | None = None
    aliases: tuple[Line, ...] = ()
    kind: PartnerKind
    parent: Slug | None = None
    core_since: Moment | None = None
    summary: Summary | None = None
    description: Prose | None = None
    link: WebAddress | None = None
    sources: tuple[Source, ...] = ()
