"""The registers beside the projects: figures, events, governance, people, actions, and how we know what we say."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, StrictBool, StrictInt

from kennisstad.model.base import Advised, Part, Reading, Source
from kennisstad.model.choices import TopicId
from kennisstad.model.ids import BodyId, FigureId, PartnerId, ProjectId, RecordName, ThemeId
from kennisstad.model.values import LanguageCode, Line, Moment, Number, Slug, Summary, Text, Year


class Qualifier(StrEnum):
    """How exact a figure is."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EXPECTED = "expected"


class Figure(Advised):
    """A number with its unit, what it counts, of which year, and where it stands."""

    value: Number
    qualifier: Qualifier = Qualifier.EXACTLY
    unit: Text
    shown: Text | None = None
    counts: Text
    year: Year | None = None
    until_year: Year | None = None
    topic: TopicId
    project: ProjectId | None = None
    partner: PartnerId | None = None
    note: Text | None = None
    not_the_same_as: tuple[FigureId, ...] = ()
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)


class Bar(Part):
    """A bar of a chart: the figure it draws, and its label (the figure's year where there is none)."""

    figure: FigureId
    label: Text | None = None


class Chart(Advised):
    """Figures that may be compared: of one unit, and none the look-alike of another."""

    title: Text
    caption: Text
    bars: tuple[Bar, ...] = Field(min_length=2)


class TimelineEntry(Advised):
    """Something that happened on a date, or that a document announced for it."""

    date: Moment
    until: Moment | None = None
    title: Text
    announced: StrictBool = False
    projects: tuple[ProjectId, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    note: Text | None = None
    sources: tuple[Source, ...] = Field(min_length=1)


class BodyKind(StrEnum):
    """What sort of body it is."""

    GROUP = "group"
    OFFICE = "office"


class Body(Advised):
    """A group or an office that runs the programme."""

    title: Text
    kind: BodyKind
    summary: Summary
    tasks: tuple[Text, ...] = ()
    members: Text | None = None
    meets: Text | None = None
    since: Moment | None = None
    until: Moment | None = None
    answers_to: BodyId | None = None
    order: StrictInt
    readings: tuple[Reading, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)


OUTSIDE = "people"
"""The id of the list of people in an office outside the programme's own groups."""


class Office(Part):
    """A public office of a person, with the year in which a document names them in it."""

    title: Text
    organisation: PartnerId | None = None
    body: BodyId | None = None
    year: Year
    until_year: Year | None = None
    sources: tuple[Source, ...] = Field(min_length=1)


class Person(Advised):
    """A person that a document names in a public office; nothing private."""

    name: Line
    readings: tuple[Reading, ...] = ()
    offices: tuple[Office, ...] = Field(min_length=1)

    @property
    def told_at(self) -> str:
        """Where the page of the programme tells of this person: at a group, or among the others."""
        return next((office.body for office in self.offices if office.body), OUTSIDE)


class Action(Advised):
    """Something the programme planned to do, as an agenda lists it."""

    title: Text
    summary: Summary
    agenda: Slug
    order: StrictInt
    projects: tuple[ProjectId, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)


class NoteKind(StrEnum):
    """Why a note was needed."""

    CONTRADICTION = "contradiction"
    UNREADABLE = "unreadable"
    LOOK_ALIKE = "look-alike"
    UNEXPLAINED = "unexplained"
    GAP = "gap"
    CHOICE = "choice"


class EditorialNote(Advised):
    """What was found, what was chosen and why; shown on the page that tells how we know this."""

    title: Text
    kind: NoteKind
    about: tuple[RecordName, ...] = ()
    found: Text
    chosen: Text
    why: Text
    open: StrictBool = False
    sources: tuple[Source, ...] = Field(min_length=1)


class SameWords(Advised):
    """Words that mean the same to who searches: synonyms and abbreviations in each language, and the records they mean."""

    words: dict[LanguageCode, tuple[Line, ...]] = Field(min_length=1)
    means: tuple[RecordName, ...] = ()


class LeftOut(Advised):
    """Something a document names that has no record here, with the reason."""

    name: Text
    reason: Text
    sources: tuple[Source, ...] = Field(min_length=1)
