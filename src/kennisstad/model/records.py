"""The records as editors write them; field names are those of the YAML and of the open data."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, StrictBool, StrictInt

from kennisstad.model.base import Part, Reading, Record, Source
from kennisstad.model.choices import PartnerKindId, StatusId
from kennisstad.model.values import (
    Colour,
    IconName,
    Line,
    LineRange,
    Moment,
    PartnerId,
    PhotoName,
    ProjectId,
    Prose,
    Slug,
    Summary,
    SustainableDevelopmentGoal,
    Text,
    ThemeId,
    TrackId,
    WebAddress,
    Year,
)


class LinkKind(StrEnum):
    """Whose page a link of a project leads to."""

    OWN = "own"
    PARTNER = "partner"


class Section(Record):
    """A part of a document that sources refer to."""

    title: Text
    lines: LineRange | None = None
    rows: tuple[Line, ...] = ()


class Document(Record):
    """A document that facts come from."""

    title: Text
    year: Year | None = None
    summary: Summary | None = None
    publisher: PartnerId | None = None
    link: WebAddress | None = None
    text: Line | None = None
    sections: tuple[Section, ...] = ()


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
    numbers: dict[Slug, StrictInt] = Field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = ()


class Track(Grouping):
    """A track (spoor): one of the lines along which the partners work."""

    short_title: Text
    colour: TrackColour
    icon: IconName | None = None


class Theme(Grouping):
    """A theme (speerpunt): what the partners give priority, across the tracks."""

    colour: TrackColour | None = None
    icon: IconName | None = None


class Result(Part):
    """What came of a project."""

    text: Text
    year: Year | None = None
    sources: tuple[Source, ...] = ()


class ProjectLink(Part):
    """A page about a project elsewhere."""

    kind: LinkKind
    url: WebAddress
    title: Text | None = None


class Photo(Part):
    """A photograph of a project: its file in `data/photos/`, what it shows to who cannot see it, and who made it."""

    file: PhotoName
    description: Text
    credit: Line


class Project(Record):
    """A project, initiative, event series or network of the programme."""

    title: Text
    aliases: tuple[Line, ...] = ()
    summary: Summary
    description: Prose | None = None
    track: TrackId | None = None
    no_track: Text | None = None
    themes: tuple[ThemeId, ...] = ()
    sdgs: tuple[SustainableDevelopmentGoal, ...] = ()
    status: StatusId
    status_year: Year | None = None
    status_explanation: Text | None = None
    codes: dict[Slug, tuple[Line, ...]] = Field(default_factory=dict)
    leads: tuple[PartnerId, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    intended_partners: tuple[PartnerId, ...] = ()
    start: Moment | None = None
    end: Moment | None = None
    results: tuple[Result, ...] = ()
    photo: Photo | None = None
    links: tuple[ProjectLink, ...] = ()
    part_of: ProjectId | None = None
    continues: tuple[ProjectId, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = ()
    checked: Moment


class Partner(Record):
    """An organisation that leads or takes part in projects."""

    name: Text
    short_name: Text | None = None
    aliases: tuple[Line, ...] = ()
    kind: PartnerKindId
    parent: PartnerId | None = None
    unexplained: StrictBool = False
    core_since: Moment | None = None
    summary: Summary | None = None
    description: Prose | None = None
    link: WebAddress | None = None
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = ()
