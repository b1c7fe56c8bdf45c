"""All records of one programme together, each knowing where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kennisstad.i18n import Locale
from kennisstad.model.base import Record
from kennisstad.model.content import ContentPage
from kennisstad.model.photograph import Photograph
from kennisstad.model.programme import Programme
from kennisstad.model.records import Document, Partner, Project, Theme, Track
from kennisstad.model.register import Action, Body, Chart, EditorialNote, Event, Figure, LeftOut, Person
from kennisstad.problem import Location
from kennisstad.source import Keys, Node

PHOTOS = "photos"
"""Within the data folder: the photographs that records name."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one programme's files stand; problems name files relative to `root`."""

    root: Path
    data: Path
    content: Path
    locales: Path
    icons: Path

    @classmethod
    def of(cls, root: Path) -> Folders:
        """Gives the usual folders under a project's top folder."""
        return cls(root, root / "data", root / "content", root / "locales", root / "overrides" / ".icons")

    @property
    def photos(self) -> Path:
        """Where photographs of records stand."""
        return self.data / PHOTOS

    @property
    def cache(self) -> Path:
        """Where a build keeps what took long to make; it can be thrown away."""
        return self.root / ".cache"

    def name(self, path: Path) -> str:
        """Gives a file's name as problems tell it, with forward slashes on every system."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


@dataclass(frozen=True, slots=True)
class Collection:
    """A file of records of one kind."""

    name: str
    model: type[Record]

    @property
    def file(self) -> str:
        """The file's name in the data folder."""
        return f"{self.name.replace('_', '-')}.yaml"


COLLECTIONS: tuple[Collection, ...] = (
    Collection("tracks", Track),
    Collection("themes", Theme),
    Collection("partners", Partner),
    Collection("projects", Project),
    Collection("documents", Document),
    Collection("figures", Figure),
    Collection("charts", Chart),
    Collection("timeline", Event),
    Collection("governance", Body),
    Collection("people", Person),
    Collection("actions", Action),
    Collection("editorial_notes", EditorialNote),
    Collection("left_out", LeftOut),
)
PROGRAMME = Collection("programme", Programme)


@dataclass(slots=True)
class Dataset:
    """The records that could be read. `ids` also names the records that could not, so that references to them hold.

    A collection whose file could not be read is missing from `ids`: references to it are not judged.
    """

    folders: Folders
    programme: Programme
    is_programme_whole: bool = True
    """Whether every field of the programme could be read."""
    tracks: Mapping[str, Track] = field(default_factory=dict)
    themes: Mapping[str, Theme] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    projects: Mapping[str, Project] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    charts: Mapping[str, Chart] = field(default_factory=dict)
    timeline: Mapping[str, Event] = field(default_factory=dict)
    governance: Mapping[str, Body] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    editorial_notes: Mapping[str, EditorialNote] = field(default_factory=dict)
    left_out: Mapping[str, LeftOut] = field(default_factory=dict)
    partial: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    """By collection, the records of which some fields could not be read, with the others."""
    content: tuple[ContentPage, ...] = ()
    pages: frozenset[tuple[str, str]] = frozenset()
    """The language and name of every hand-written page, also of those that could not be read."""
    pictures: frozenset[str] = frozenset()
    """The files beside pages, by their path in the content folder."""
    photographs: Mapping[str, Photograph] = field(default_factory=dict)
    """The files in `data/photos/` by name, also those that no record names."""
    locales: Mapping[str, Locale] = field(default_factory=dict)
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nodes: Mapping[tuple[str, str], Node] = field(default_factory=dict)

    @property
    def tracks_in_order(self) -> list[Track]:
        """The tracks as the programme orders them."""
        return sorted(self.tracks.values(), key=lambda track: track.order)

    def records(self) -> Iterator[tuple[str, Record]]:
        """Gives every record with its collection's name, the programme first; also what is right of a record that is not."""
        yield PROGRAMME.name, self.programme
        for collection in COLLECTIONS:
            for record in (*getattr(self, collection.name).values(), *self.partial.get(collection.name, {}).values()):
                yield collection.name, record

    def every_project(self) -> Iterator[Project]:
        """Gives the projects, also what is right of those that are not."""
        return (record for _, record in self.records() if isinstance(record, Project))

    def place(self, collection: str, record: str, keys: Keys = ()) -> Location:
        """Gives where a value of a record is written (or the record itself)."""
        return self.nodes[collection, record or ""].at(keys).location

    def key_place(self, collection: str, record: str, keys: Keys) -> Location:
        """Gives where the last key of a path is written."""
        return self.nodes[collection, record or ""].key_location(keys)
