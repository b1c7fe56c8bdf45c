"""The records of a commit, as the model of today reads them.

What cannot be read stays as it was read last: a whole file, or one record in it. So a mistake is no change, and what was changed
while it stood there is told once it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from frontmatter.default_handlers import YAMLHandler

from kennisstad.history.git import Objects
from kennisstad.loading.records import read_records
from kennisstad.loading.validation import validate_loosely
from kennisstad.model.base import Record
from kennisstad.model.history import WRITTEN
from kennisstad.model.kinds import PROGRAMME, Kinds, RecordKind
from kennisstad.model.values import Prose, Text
from kennisstad.problem import Severity
from kennisstad.reading.files import LARGEST_FILE, text_of
from kennisstad.reading.memory import Memory
from kennisstad.reading.source import Node, parse

Records = Mapping[str, Record]
NO_FILE = ""
"""Stands for the file where there is none."""
_PAGE = re.compile(r"content/([^/]+)/(?:([^/]+)/)?([^/]+)\.md")
_splitter = YAMLHandler()
_NOTHING: tuple[Node | None, Record | None] = (None, None)


_TEXTS = ("title", "description", "text")


class Written(Record):
    """A hand-written page in all its languages, as far as changes of it are told."""

    title: Text | None = None
    description: Text | None = None
    text: Prose | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a version of a file: `loose` are the ids of records that lack what the model asks for today.

    `unread` are those of records that could not be read; `names_all` says that there is no further record, without an id.
    """

    records: Records
    loose: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    names_all: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether everything could be read."""
        return self.names_all and not self.unread and not self.loose


@dataclass(frozen=True, slots=True)
class File:
    """A file as far as it could be read until a commit.

    `chain` are the versions that its records stand in, the newest last; `unknown` are records that could not be read since history
    began. A file that could never be read has no chain.
    """

    records: Records = field(default_factory=dict)
    chain: tuple[str, ...] = ()
    unknown: frozenset[str] = frozenset()

    def then(self, blob: str, read: Reading | None) -> File:
        """Gives the file after a commit that made another version of it, None where that cannot be read."""
        if read is None:
            return self
        if not self.chain:
            return File(read.records, (blob,), read.unread)
        kept = dict(read.records)
        kept |= {name: _filled(read.records[name], self.records[name]) for name in read.loose & self.records.keys()}
        is_sure = read.names_all and read.unread <= self.records.keys() | self.unknown
        for name in self.records.keys() - kept.keys():
            if name in read.unread or not is_sure:  # it may be there under an id that cannot be read
                kept[name] = self.records[name]
        unknown = self.unknown & read.unread
        return File(kept, (blob,) if read.is_whole else (*self.chain, blob), unknown)


@dataclass(frozen=True, slots=True)
class State:
    """All records after a commit, by kind and id, and the files they stand in, by path below the programme's folder."""

    files: Mapping[str, File] = field(default_factory=dict)
    records: Mapping[str, Records] = field(default_factory=dict)

    def unknown(self, kind: RecordKind) -> frozenset[str] | None:
        """Gives the ids of records of a kind that were there already, but never read; None where none of them was."""
        file = self.files.get(f"data/{kind.file}", File(chain=(NO_FILE,)))
        unread = {path.rpartition("/")[2].removesuffix(".md") for path, page in self.files.items() if not page.chain}
        return file.unknown | unread if file.chain else None

    @property
    def chains(self) -> dict[str, list[str]]:
        """The versions of each file that the records stand in."""
        return {path: list(file.chain) for path, file in self.files.items()}


class Reader:
    """Reads states of one programme out of its repository."""

    def __init__(self, objects: Objects, prefix: str, kinds: Kinds, languages: Iterable[str]) -> None:
        self._objects, self._prefix, self._languages = objects, prefix, frozenset(languages)
        self._kinds = {f"data/{kind.file}": kind for kind in (PROGRAMME, *kinds.records)}
        self._memory = Memory()

    def blobs(self, tree: str) -> dict[str, str]:
        """Gives the version of each file that records and pages stand in, by path, in a commit's tree."""
        top = self._objects.below(tree, self._prefix)
        found = dict.fromkeys(self._kinds, NO_FILE)
        for name, (is_folder, identity) in self._in(top, "data"):
            if f"data/{name}" in found and not is_folder:
                found[f"data/{name}"] = identity
        for language, (is_folder, identity) in self._in(top, "content"):
            if is_folder and language in self._languages:
                found.update(self._pages(f"content/{language}", identity, levels=2))
        return found

    def _in(self, top: str, name: str) -> Iterable[tuple[str, tuple[bool, str]]]:
        tree = self._objects.below(top, name) if top else ""
        return self._objects.folder(tree).items() if tree else ()

    def _pages(self, path: str, tree: str, levels: int) -> Iterator[tuple[str, str]]:
        for name, (is_folder, identity) in self._objects.folder(tree).items():
            if is_folder and levels > 1:
                yield from self._pages(f"{path}/{name}", identity, levels - 1)
            elif name.endswith(".md") and not is_folder:
                yield f"{path}/{name}", identity

    def after(self, before: State, blobs: Mapping[str, str]) -> State:
        """Gives the state after a commit with these versions of files; `before` is the one that it is made of."""
        files = {}
        for path in {**before.files, **blobs}:
            file, blob = before.files.get(path, File(chain=(NO_FILE,) if before.files else ())), blobs.get(path, NO_FILE)
            files[path] = file if file.chain[-1:] == (blob,) else file.then(blob, self._read(path, blob))
        return self._state(files, before)

    def again(self, chains: Mapping[str, Iterable[str]]) -> State:
        """Gives a state that was read before, from the versions that its records stand in."""
        files = {}
        for path, chain in chains.items():
            file = File()
            for blob in chain:
                file = file.then(blob, self._read(path, blob))
            files[path] = file
        return self._state(files, State())

    def _state(self, files: Mapping[str, File], before: State) -> State:
        changed = [path for path, file in files.items() if before.files.get(path) is not file]
        records = dict(before.records)
        for path in changed:
            if path in self._kinds:
                records[self._kinds[path].name] = files[path].records
        if any(path not in self._kinds for path in changed):
            records.update(_pages_of({path: file for path, file in files.items() if path not in self._kinds}))
        return State(files, records)

    def _read(self, path: str, blob: str) -> Reading | None:
        if blob == NO_FILE:
            return Reading({})
        data = self._objects.data(blob)
        text, problem = text_of(data, path) if len(data) <= LARGEST_FILE else ("", True)
        if problem:
            return None
        kind = self._kinds.get(path)
        if kind is None:
            return _read_page(path, text)
        return self._read_programme(path, text) if kind is PROGRAMME else self._read_kind(kind, path, text)

    def _read_programme(self, path: str, text: str) -> Reading | None:
        document = parse(text, path)
        if document.reported or document.root is None or not isinstance(document.root.value, dict):
            return None
        record = validate_loosely(PROGRAMME.model, document.root)
        return Reading({record.id or "": record}) if record is not None else None

    def _read_kind(self, kind: RecordKind, path: str, text: str) -> Reading | None:
        found = read_records(kind, text, path, self._memory)
        if not found.is_readable:
            return None
        records: dict[str, Record] = dict(found.valid)
        others = {identity: node for (_, identity), (node, _) in found.nodes.items() if identity not in records}
        loose = {identity: self._loosely(kind, identity, node) for identity, node in others.items()}
        records |= {identity: record for identity, record in loose.items() if record is not None}
        is_whole = not any(problem.severity is Severity.ERROR for problem in found.problems)
        read = frozenset(identity for identity, record in loose.items() if record is not None)
        return Reading(records, read, frozenset(loose) - read, is_whole or len(found.nodes) == _count(text))

    def _loosely(self, kind: RecordKind, identity: str, node: Node) -> Record | None:
        """A record that is wrong today is looked at once, however many commits leave it so."""
        before = self._memory.last((kind.name, identity, "loose"), _NOTHING)
        if before[0] is not node:
            before = node, validate_loosely(kind.model, node)
            self._memory.keep((kind.name, identity, "loose"), before)
        return before[1]


def _count(text: str) -> int:
    """Gives how many records a text begins."""
    return len(re.findall(r"^- ", text, re.MULTILINE))


def _filled(record: Record, before: Record) -> Record:
    """Gives a record with what it lacks as it was before: a state without what is asked for was never published."""
    model = type(record).__mro__[1]  # that of a record which is read loosely asks for nothing
    asked = (name for name, field in getattr(model, "model_fields", {}).items() if field.is_required())
    kept = {name: getattr(before, name) for name in asked if getattr(record, name) is None}
    return record.model_copy(update=kept)


def _read_page(path: str, text: str) -> Reading | None:
    try:
        head, body = _splitter.split(text)
    except ValueError:
        return None
    document = parse(head, path)
    if document.reported or document.root is None or not isinstance(document.root.value, dict):
        return None
    matched = _PAGE.fullmatch(path)
    if matched is None:
        return None
    front, language = document.root.plain(), matched[1]
    told = {"title": front.get("title"), "description": front.get("description") or front.get("summary"), "text": body.strip()}
    texts = {name: {language: value} for name, value in told.items() if isinstance(value, str) and value.strip()}
    return Reading({matched[3]: _written(matched[3], texts)})


def _pages_of(files: Mapping[str, File]) -> dict[str, dict[str, Record]]:
    """Gives the pages of all languages, those of one name together, by kind: that of their folder."""
    found: dict[str, dict[str, Record]] = {}
    for path in sorted(files):
        matched = _PAGE.fullmatch(path)
        for page in files[path].records.values() if matched else ():
            of_kind = found.setdefault(matched[2] or WRITTEN, {}) if matched else {}
            before = of_kind.get(page.id)
            of_kind[page.id] = _together(before, page) if isinstance(before, Written) and isinstance(page, Written) else page
    return found


def _together(one: Written, other: Written) -> Written:
    """Gives a page in the languages of both."""

    def texts(name: str) -> dict[str, str]:
        return {
            code: line for page in (one, other) if (part := getattr(page, name)) is not None for code, line in part.root.items()
        }

    return _written(one.id, {name: found for name in _TEXTS if (found := texts(name))})


def _written(identity: str, texts: Mapping[str, dict[str, str]]) -> Written:
    """Gives a page of texts as they were, whatever would be wrong with them today."""
    title, description, text = (texts.get(name) for name in _TEXTS)
    return Written.model_construct(
        id=identity,
        title=None if title is None else Text.model_construct(title),
        description=None if description is None else Text.model_construct(description),
        text=None if text is None else Prose.model_construct(text),
    )
