"""The programme itself: its goals, agreements, channels, and the lists in documents that number its projects."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field, StrictInt, ValidationInfo, field_validator

from kennisstad.model.base import Advised, Part, Record, Source, Statement
from kennisstad.model.choices import OwnPartnerKind, OwnStatus, OwnTopic
from kennisstad.model.history import Erased, HistoryStart
from kennisstad.model.ids import DocumentId, FigureId, PartnerId, ProjectId
from kennisstad.model.values import (
    IconName,
    LanguageCode,
    Line,
    MailAddress,
    Moment,
    ReportAddress,
    Summary,
    SustainableDevelopmentGoal,
    Text,
    TimeZone,
    WebAddress,
    Year,
    refuse,
)
from kennisstad.problem import nearest


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


class Criterion(Statement):
    """What a project has to meet; as far as that can be counted, how many partners take part at least, and how many lead."""

    least_partners: StrictInt | None = Field(default=None, ge=1)
    least_leads: StrictInt | None = Field(default=None, ge=1)


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


class StatementModel(StrEnum):
    """Whose model the accessibility statement follows: that of the Netherlands, or the one of the European Union."""

    NETHERLANDS = "nl"
    EUROPEAN_UNION = "eu"


class Compliance(StrEnum):
    """How far the site meets the standard.

    The letters are those of the Dutch model statement; its E, no statement, cannot stand in one. The others are those of the
    European Union's (Implementing Decision 2018/1523).
    """

    FULLY = "A"
    PARTLY = "B"
    FIRST_STEPS = "C"
    NOT = "D"
    FULLY_COMPLIANT = "fully-compliant"
    PARTIALLY_COMPLIANT = "partially-compliant"
    NOT_COMPLIANT = "not-compliant"


COMPLIANCE = {
    StatementModel.NETHERLANDS: (Compliance.FULLY, Compliance.PARTLY, Compliance.FIRST_STEPS, Compliance.NOT),
    StatementModel.EUROPEAN_UNION: (Compliance.FULLY_COMPLIANT, Compliance.PARTIALLY_COMPLIANT, Compliance.NOT_COMPLIANT),
}
"""The statuses of each model, the best first."""


class Accessibility(Part):
    """The accessibility statement, which the law asks of every site of a government in the European Union."""

    model: StatementModel = StatementModel.EUROPEAN_UNION
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

    @field_validator("status", mode="before")
    @classmethod
    def _of_the_model(cls, value: Any, info: ValidationInfo) -> Any:
        known = [status.value for status in COMPLIANCE[info.data.get("model", StatementModel.EUROPEAN_UNION)]]
        if value not in known:
            suggestion = nearest(value, known) if isinstance(value, str) else ""
            hint = "did-you-mean-of" if suggestion else "choose"
            raise refuse("not-in-list", hint, known=", ".join(known), suggestion=suggestion)
        return value


class Programme(Advised):
    """The programme itself. The optional fields stay empty until the programme supplies them."""

    name: Text
    tagline: Text
    summary: Summary
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    address: WebAddress
    time_zone: TimeZone = "UTC"
    goals: tuple[Statement, ...] = ()
    periods: tuple[Period, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    programme_lines: tuple[Statement, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    agreements: tuple[Statement, ...] = ()
    conclusions: tuple[Statement, ...] = ()
    recommendations: tuple[Statement, ...] = ()
    channels: tuple[Channel, ...] = ()
    sdgs: tuple[SustainableDevelopmentGoal, ...] = ()
    highlights: tuple[ProjectId, ...] = ()
    headline_figures: tuple[FigureId, ...] = ()
    sources: tuple[Source, ...] = ()
    words: dict[Line, Text] = Field(default_factory=dict)
    statuses: tuple[OwnStatus, ...] = ()
    partner_kinds: tuple[OwnPartnerKind, ...] = ()
    topics: tuple[OwnTopic, ...] = ()
    accessibility: Accessibility | None = None
    contact: Contact | None = None
    licence: WebAddress | None = None
    repository: WebAddress | None = None
    security: ReportAddress | None = None
    history_from: HistoryStart | None = None
    erased: Erased | None = Field(default=None, exclude=True)
    """Published nowhere: it says what nobody should read."""

    @property
    def default_language(self) -> str:
        """The first language: required for every text, and at the root of the site."""
        return self.languages[0]
