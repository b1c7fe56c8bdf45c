"""The records as editors write them; field names are those of the YAML and of the open data."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, StrictBool, StrictInt

from kennisstad.model.base import Addressed, Advised, Part, Reading, Record, Source
from kennisstad.model.choices import PartnerKindId, StatusId
from kennisstad.model.ids import AudienceId, DocumentId, PartnerId, PlaceId, ProjectId, ThemeId, TrackId
from kennisstad.model.values import (
    Colour,
    IconName,
    LanguageCode,
    Line,
    LineRange,
    Moment,
    PhotoName,
    Prose,
    Slug,
    Summary,
    SustainableDevelopmentGoal,
    Text,
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


class DocumentKind(StrEnum):
    """What facts come from: a document, a public page on the web, a decision, or what somebody told us."""

    DOCUMENT = "document"
    PAGE = "page"
    DECISION = "decision"
    STATEMENT = "statement"


class Extent(StrEnum):
    """How much of a public page was read."""

    WHOLE = "whole"
    BEGINNING = "beginning"


class Document(Advised):
    """What facts come from. `text` names the plain text whose lines sources count; a page has an address and a day it was read."""

    title: Text
    language: LanguageCode | None = None
    kind: DocumentKind = DocumentKind.DOCUMENT
    year: Year | None = None
    date: Moment | None = None
    date_note: Text | None = None
    summary: Summary | None = None
    publisher: PartnerId | None = None
    publisher_name: Text | None = None
    link: WebAddress | None = None
    no_link: Text | None = None
    read: Moment | None = None
    extent: Extent | None = None
    stored_copy: StrictBool = False
    text: Line | None = None
    sections: tuple[Section, ...] = ()


def is_own_title(record: Record, keys: tuple[str | int, ...]) -> bool:
    """Whether the text at some keys is the title of a page on the web, which keeps its own language."""
    return isinstance(record, Document) and record.language is not None and keys == ("title",)


class TrackColour(Part):
    """A colour for text on light paper and one for text on dark paper."""

    light: Colour
    dark: Colour


class Collection(Addressed):
    """Something that projects have in common, with a page that lists them."""

    title: Text
    summary: Summary
    description: Prose | None = None
    order: StrictInt
    colour: TrackColour | None = None
    icon: IconName | None = None
    sources: tuple[Source, ...] = ()


class Grouping(Collection):
    """What tracks and themes share: documents number them, and may disagree."""

    numbers: dict[Slug, StrictInt] = Field(default_factory=dict)
    readings: tuple[Reading, ...] = ()


class Track(Grouping):
    """A track (spoor): one of the lines along which the partners work."""

    short_title: Text
    colour: TrackColour


class Theme(Grouping):
    """A theme (speerpunt): what the partners give priority, across the tracks."""


class Audience(Collection):
    """For whom a project is: residents, students, researchers …"""


class CityPlace(Collection):
    """Where a project is: a part of the city or a site, perhaps within another."""

    within: PlaceId | None = None


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


class Project(Addressed):
    """A project, initiative, event series or network of the programme."""

    title: Text
    aliases: tuple[Line, ...] = ()
    summary: Summary
    description: Prose | None = None
    track: TrackId | None = None
    no_track: Text | None = None
    themes: tuple[ThemeId, ...] = ()
    sdgs: tuple[SustainableDevelopmentGoal, ...] = ()
    audiences: tuple[AudienceId, ...] = ()
    places: tuple[PlaceId, ...] = ()
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


class Membership(Part):
    """That a partner is a party to an agreement (a document), and as far as known from when to when."""

    agreement: DocumentId
    start: Moment | None = None
    end: Moment | None = None
    note: Text | None = None
    sources: tuple[Source, ...] = Field(min_length=1)


class Partner(Addressed):
    """An organisation that leads or takes part in projects."""

    name: Text
    short_name: Text | None = None
    aliases: tuple[Line, ...] = ()
    kind: PartnerKindId
    parent: PartnerId | None = None
    unexplained: StrictBool = False
    core_since: Moment | None = None
    memberships: tuple[Membership, ...] = ()
    summary: Summary | None = None
    description: Prose | None = None
    link: WebAddress | None = None
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = ()
