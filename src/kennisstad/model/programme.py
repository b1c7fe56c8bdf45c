"""The programme itself: its goals, agreements, channels, and the lists in documents that number its projects."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from kennisstad.model.base import Part, Record, Source, Statement
from kennisstad.model.values import (
    Address,
    DocumentId,
    FigureId,
    IconName,
    LanguageCode,
    Line,
    MailAddress,
    Moment,
    PartnerId,
    ProjectId,
    Summary,
    SustainableDevelopmentGoal,
    Text,
    WebAddress,
    Year,
)


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
    document: DocumentId


class Channel(Record):
    """A way in which the programme tells what it does: a newsletter, a site, social media."""

    title: Text
    text: Text
    icon: IconName | None = None
    rhythm: Text | None = None
    since: Moment | None = None
    sources: tuple[Source, ...] = ()


class Contact(Part):
    """How to reach the programme."""

    name: Text | None = None
    email: MailAddress | None = None
    telephone: Line | None = None
    link: WebAddress | None = None


class Compliance(StrEnum):
    """How far the site meets the standard, in the letters of the Dutch model statement; E, no statement, cannot stand in one."""

    FULLY = "A"
    PARTLY = "B"
    FIRST_STEPS = "C"
    NOT = "D"


class Accessibility(Part):
    """The accessibility statement, which the law asks of every site of a government."""

    organisation: PartnerId
    standard: Line
    status: Compliance
    reason: Text
    assessed: Moment
    audited: Moment | None = None
    audit_planned: Moment | None = None
    known_failures: tuple[Text, ...] = ()
    how_tested: Text
    complaints: Text


class Programme(Record):
    """The programme itself. The optional fields stay empty until the programme supplies them."""

    name: Text
    tagline: Text
    summary: Summary
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    address: WebAddress
    goals: tuple[Statement, ...] = ()
    periods: tuple[Period, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    programme_lines: tuple[Statement, ...] = ()
    criteria: tuple[Statement, ...] = ()
    agreements: tuple[Statement, ...] = ()
    conclusions: tuple[Statement, ...] = ()
    recommendations: tuple[Statement, ...] = ()
    channels: tuple[Channel, ...] = ()
    sdgs: tuple[SustainableDevelopmentGoal, ...] = ()
    highlights: tuple[ProjectId, ...] = ()
    headline_figures: tuple[FigureId, ...] = ()
    sources: tuple[Source, ...] = ()
    accessibility: Accessibility | None = None
    contact: Contact | None = None
    licence: WebAddress | None = None
    repository: WebAddress | None = None
    security: Address | None = None

    @property
    def default_language(self) -> str:
        """The first language: required for every text, and at the root of the site."""
        return self.languages[0]
