"""All records of one programme together, each knowing where it was written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from kennisstad.i18n import Locale
from kennisstad.model.articles import Event, NewsItem, Newsletter
from kennisstad.model.base import Record
from kennisstad.model.choices import Choices
from kennisstad.model.content import ContentPage
from kennisstad.model.folders import Folders
from kennisstad.model.history import History
from kennisstad.model.kinds import PROGRAMME, Kinds, RecordKind
from kennisstad.model.ledger import Ledger
from kennisstad.model.photograph import Photograph
from kennisstad.model.preview import Previewed
from kennisstad.model.programme import Programme
from kennisstad.model.records import Audience, CityPlace, Document, Partner, Project, Theme, Track
from kennisstad.model.register import Action, Body, Chart, EditorialNote, Figure, LeftOut, Person, SameWords, TimelineEntry
from kennisstad.model.values import Text
from kennisstad.model.walk import values_of
from kennisstad.problem import Location
from kennisstad.reading.source import Keys, Node
from kennisstad.text import suggest_slug

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, eq=False)  # one is only ever itself, and may be a key
class Dataset:
    """The records that could be read. `ids` also names the records that could not, so that references to them hold.

    A kind of records whose file could not be read is missing from `ids`: references to it are not judged.
    """

    folders: Folders
    kinds: Kinds
    programme: Programme
    day: datetime.date = datetime.date(1970, 1, 1)
    """The day that the site speaks from."""
    commit: str = ""
    """The full id of the newest commit of the checkout that the records stand in, "" where there is none."""
    is_programme_whole: bool = True
    """Whether every field of the programme could be read."""
    valid: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    """By kind, the records that are right."""
    partial: Mapping[str, Mapping[str, Record]] = field(default_factory=dict)
    """By kind, the records of which some fields could not be read, with the others."""
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    nodes: Mapping[tuple[str, str], Node] = field(default_factory=dict)
    content: tuple[ContentPage, ...] = ()
    articles: tuple[ContentPage, ...] = ()
    """The texts of news and events, each in its language."""
    pages: frozenset[tuple[str, str]] = frozenset()
    """The language and name of every hand-written page, also of those that could not be read."""
    pictures: Mapping[str, Photograph] = field(default_factory=dict)
    """The files beside pages by their path in the content folder as it is typed; documents among them measure nothing."""
    photographs: Mapping[str, Photograph] = field(default_factory=dict)
    """The files in `data/photos/` by name, also those that no record names."""
    assets: Mapping[str, Path] = field(default_factory=dict)
    """The files that every page needs, by the path they are published at."""
    locales: Mapping[str, Locale] = field(default_factory=dict)
    ledger: Ledger | None = None
    """What was kept of earlier records, None where the programme keeps nothing."""
    promised: Mapping[str, int] | None = None
    """The path of every address that was ever published, with the line it stands on; None where nothing was promised yet."""
    history: History = field(default_factory=History)
    """What changed; none where the programme does not say from when, or there is no repository."""
    preview: Previewed | None = None
    """That this is no more than a proposal, and what is left out of it; None for what may be published."""

    def of(self, model: type[Kind]) -> Mapping[str, Kind]:
        """Gives the records of a class by their ids, in the order of their file."""
        return cast(Mapping[str, Kind], self._by_model.get(model, {}))

    @cached_property
    def _by_model(self) -> Mapping[type[Record], Mapping[str, Record]]:
        return {kind.model: self.valid.get(kind.name, {}) for kind in self.kinds.records}

    @property
    def tracks(self) -> Mapping[str, Track]:
        """The tracks."""
        return self.of(Track)

    @property
    def themes(self) -> Mapping[str, Theme]:
        """The themes."""
        return self.of(Theme)

    @property
    def audiences(self) -> Mapping[str, Audience]:
        """For whom projects are."""
        return self.of(Audience)

    @property
    def places(self) -> Mapping[str, CityPlace]:
        """Where projects are."""
        return self.of(CityPlace)

    @property
    def partners(self) -> Mapping[str, Partner]:
        """The partners."""
        return self.of(Partner)

    @property
    def projects(self) -> Mapping[str, Project]:
        """The projects."""
        return self.of(Project)

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that facts come from."""
        return self.of(Document)

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures."""
        return self.of(Figure)

    @property
    def charts(self) -> Mapping[str, Chart]:
        """The charts."""
        return self.of(Chart)

    @property
    def timeline(self) -> Mapping[str, TimelineEntry]:
        """What happened."""
        return self.of(TimelineEntry)

    @property
    def governance(self) -> Mapping[str, Body]:
        """The groups and offices that run the programme."""
        return self.of(Body)

    @property
    def people(self) -> Mapping[str, Person]:
        """The people in public office."""
        return self.of(Person)

    @property
    def actions(self) -> Mapping[str, Action]:
        """What the programme planned to do."""
        return self.of(Action)

    @property
    def editorial_notes(self) -> Mapping[str, EditorialNote]:
        """The notes on what was found and chosen."""
        return self.of(EditorialNote)

    @property
    def left_out(self) -> Mapping[str, LeftOut]:
        """The names without a record."""
        return self.of(LeftOut)

    @property
    def synonyms(self) -> Mapping[str, SameWords]:
        """The words that mean the same to who searches."""
        return self.of(SameWords)

    @property
    def news(self) -> Mapping[str, NewsItem]:
        """What is new."""
        return self.of(NewsItem)

    @property
    def events(self) -> Mapping[str, Event]:
        """What one can come to."""
        return self.of(Event)

    @property
    def newsletters(self) -> Mapping[str, Newsletter]:
        """What newsletters told."""
        return self.of(Newsletter)

    @property
    def opens_from_folder(self) -> bool:
        """Whether the site is opened from a folder, where nothing can be fetched: no search, no form."""
        return self.kinds.opens_from_folder

    @cached_property
    def article_pages(self) -> Mapping[str, ContentPage]:
        """The texts of news and events by their path in the content folder."""
        return {page.path: page for page in self.articles}

    @cached_property
    def choices(self) -> Choices:
        """The statuses, kinds of partners and topics that records choose from."""
        programme = self.programme
        return Choices(programme.statuses, programme.partner_kinds, programme.topics)

    @cached_property
    def is_whole(self) -> bool:
        """Whether everything could be read: only then it is certain what is not there."""
        return self.is_programme_whole and all(map(self._is_whole, self.kinds.records))

    def _is_whole(self, kind: RecordKind) -> bool:
        read = {name for identity in self.valid.get(kind.name, {}) for name in (identity, suggest_slug(identity))}
        return kind.name in self.ids and self.ids[kind.name] <= read

    @cached_property
    def tracks_in_order(self) -> list[Track]:
        """The tracks as the programme orders them."""
        return sorted(self.tracks.values(), key=lambda track: track.order)

    def records(self) -> Iterator[tuple[str, Record]]:
        """Gives every record with its kind's name, the programme first; also what is right of a record that is not."""
        yield PROGRAMME.name, self.programme
        for kind in self.kinds.records:
            for record in (*self.valid.get(kind.name, {}).values(), *self.partial.get(kind.name, {}).values()):
                yield kind.name, record

    @cached_property
    def texts(self) -> tuple[tuple[str, Record, Keys, Text], ...]:
        """Every text of every record: its kind, the record, where it stands in it, and the text in its languages."""
        return tuple((kind, record, keys, text) for kind, record in self.records() for keys, text in values_of(Text, record))

    @cached_property
    def written(self) -> tuple[tuple[str, Node], ...]:
        """Every text as it was typed, in records and articles: whose, and its node."""
        found: list[tuple[str, Node]] = []
        for (_, record), node in self.nodes.items():
            waiting = [node]
            while waiting:
                value = (one := waiting.pop()).value
                if isinstance(value, str):
                    found.append((record, one))
                elif isinstance(value, dict | list):
                    waiting.extend(value.values() if isinstance(value, dict) else value)
        return tuple(found)

    def every_project(self) -> Iterator[Project]:
        """Gives the projects, also what is right of those that are not."""
        return (record for _, record in self.records() if isinstance(record, Project))

    def kind_of_file(self, file: str) -> str:
        """Gives the kind of the records that a file holds, or ""."""
        return self._kinds_by_file.get(file, "")

    @cached_property
    def _kinds_by_file(self) -> Mapping[str, str]:
        data = self.folders.data
        return {self.folders.name(data / kind.file): kind.name for kind in self.kinds.records if not kind.folder}

    def without_nodes(self) -> Dataset:
        """Gives the same records of which only the places are kept: what was typed is two thirds of what a dataset weighs."""
        return replace(self, nodes={name: Node(node.location, None) for name, node in self.nodes.items()})

    def place(self, kind: str, record: str, keys: Keys = ()) -> Location:
        """Gives where a value of a record is written (or the record itself)."""
        return self.nodes[kind, record or ""].at(keys).location

    def key_place(self, kind: str, record: str, keys: Keys) -> Location:
        """Gives where the last key of a path is written."""
        return self.nodes[kind, record or ""].key_location(keys)
