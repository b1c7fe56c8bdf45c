"""The records: what a programme, a track, a theme, a project, a partner and a document are made of.

One truth for three uses: the loader validates with it, `reference.py` makes the JSON Schema of it, and the reference for editors
is written from it. A field's meaning for editors stands in `messages/*.yaml` under `fields`.
"""

from kennisstad.model.content import ContentPage
from kennisstad.model.dataset import COLLECTIONS, Collection, Dataset, Folders
from kennisstad.model.records import (
    Agenda,
    Contact,
    Document,
    Figure,
    Goal,
    Partner,
    PartnerKind,
    Period,
    Programme,
    Project,
    ProjectLink,
    Qualifier,
    Record,
    Result,
    Section,
    Source,
    Status,
    Theme,
    Track,
)
from kennisstad.model.values import Moment, Prose, Summary, Text

__all__ = [
    "COLLECTIONS",
    "Agenda",
    "Collection",
    "Contact",
    "ContentPage",
    "Dataset",
    "Document",
    "Figure",
    "Folders",
    "Goal",
    "Moment",
    "Partner",
    "PartnerKind",
    "Period",
    "Programme",
    "Project",
    "ProjectLink",
    "Prose",
    "Qualifier",
    "Record",
    "Result",
    "Section",
    "Source",
    "Status",
    "Summary",
    "Text",
    "Theme",
    "Track",
]
