"""The records: what a programme, a project, a partner, a figure and all others are made of.

One truth for three uses: the loader validates with it, `reference.py` makes the JSON Schema of it, and the reference for editors
is written from it. A field's meaning for editors stands in `messages/*.yaml` under `fields`.
"""

from kennisstad.model.base import Part, Reading, Record, Source, Statement
from kennisstad.model.choices import Choices, PartnerKind, Status, Topic, word_key
from kennisstad.model.content import ContentPage
from kennisstad.model.dataset import PROGRAMME, Address, Dataset, Kinds, Place, RecordKind
from kennisstad.model.folders import Folders
from kennisstad.model.photograph import Photograph
from kennisstad.model.programme import (
    COMPLIANCE,
    Accessibility,
    Agenda,
    Channel,
    Compliance,
    Contact,
    Period,
    Programme,
    StatementModel,
)
from kennisstad.model.records import (
    Document,
    Grouping,
    Partner,
    Photo,
    Project,
    ProjectLink,
    Result,
    Section,
    Theme,
    Track,
)
from kennisstad.model.register import (
    Action,
    Bar,
    Body,
    BodyKind,
    Chart,
    EditorialNote,
    Event,
    Figure,
    LeftOut,
    NoteKind,
    Office,
    Person,
    Qualifier,
)
from kennisstad.model.values import LineRange, Moment, Prose, Summary, Text

__all__ = [
    "COMPLIANCE",
    "PROGRAMME",
    "Accessibility",
    "Action",
    "Address",
    "Agenda",
    "Bar",
    "Body",
    "BodyKind",
    "Channel",
    "Chart",
    "Choices",
    "Compliance",
    "Contact",
    "ContentPage",
    "Dataset",
    "Document",
    "EditorialNote",
    "Event",
    "Figure",
    "Folders",
    "Grouping",
    "Kinds",
    "LeftOut",
    "LineRange",
    "Moment",
    "NoteKind",
    "Office",
    "Part",
    "Partner",
    "PartnerKind",
    "Period",
    "Person",
    "Photo",
    "Photograph",
    "Place",
    "Programme",
    "Project",
    "ProjectLink",
    "Prose",
    "Qualifier",
    "Reading",
    "Record",
    "RecordKind",
    "Result",
    "Section",
    "Source",
    "Statement",
    "StatementModel",
    "Status",
    "Summary",
    "Text",
    "Theme",
    "Topic",
    "Track",
    "word_key",
]
