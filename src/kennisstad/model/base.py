"""What every record is made of: parts that never change once read, ids, sources, readings and statements."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictStr

from kennisstad.model.ids import OfferedFrom
from kennisstad.model.values import Line, LineRange, Slug, Text, Year


class Part(BaseModel):
    """A piece of a record; never changed once read, and without fields that the model does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Record(Part):
    """Something with an id of its own; where it has a page, the id is the last part of its address in every language."""

    id: Slug


class Advised(Record):
    """A record that editors keep; `accepted` has the advice that they leave as it is, by rule, each with the reason."""

    accepted: dict[StrictStr, Line] = Field(default_factory=dict, exclude=True)


class Addressed(Advised):
    """A record with a page of its own; `formerly` are ids it had before, whose addresses lead on to it."""

    formerly: tuple[Slug, ...] = ()


class Source(Part):
    """Where a fact stands: a document, a section of it, a row of a table there, or lines of the document's text."""

    document: Annotated[Slug, OfferedFrom("documents")]  # what it names is looked at with its section and lines
    section: Slug | None = None
    row: Line | None = None
    lines: LineRange | None = None


class Reading(Part):
    """What one document says of a field, where documents disagree or a scan cannot be read with certainty."""

    field: Line
    text: Text
    year: Year | None = None
    sources: tuple[Source, ...] = ()


class Statement(Record):
    """Something a document states about the programme: a goal, a criterion, an agreement, a recommendation."""

    label: Line | None = None
    title: Text | None = None
    text: Text
    sources: tuple[Source, ...] = ()
