"""The records of a commit, as the model of today reads them.

What cannot be read stays as it was read last: a whole file, or one record in it. So a mistake is no change, and what was changed
while it stood there is told once it is mended. The files of an article in all languages are one: it is read where each can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kennisstad.history.git import Objects
from kennisstad.history.written import page_place, read_page, together
from kennisstad.loading.articles import ArticleFile, read_articles
from kennisstad.loading.records import read_records
from kennisstad.loading.single import ENDING, read_own_file
from kennisstad.loading.validation import validate_loosely
from kennisstad.model.base import Record
from kennisstad.model.kinds import PROGRAMME, Kinds, RecordKind
from kennisstad.problem import Severity
from kennisstad.reading.files import LARGEST_FILE, text_of
from kennisstad.reading.memory import Memory
from kennisstad.reading.source import Node, parse

Records = Mapping[str, Record]
NO_FILE = ""
"""Stands for the file where there is none."""
ANY = "*"
"""Stands for the language in the path of an article, whose versions name those of all its files: `en:1f2a nl:3c4d`."""
_OWN = re.compile(rf"data/([^/]+)/([^/]+){re.escape(ENDING)}")
_NOTHING: tuple[Node | None, Record | None] = (None, None)
_NO_NODE: tuple[Node | None, int] = (None, 0)


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
        unread = [path for path, page in self.files.items() if not page.chain]
        written = (place for path in unread if (place := page_place(path)))
        names = {name for _, folder, name in written if folder == (kind.folder or kind.name)}
        names |= {own[1] for path in unread if (own := own_place(path)) and own[0] == kind.stem}
        return file.unknown | names if file.chain else None

    @property
    def chains(self) -> dict[str, list[str]]:
        """The versions of each file that the records stand in."""
        return {path: list(file.chain) for path, file in self.files.items()}


class Reader:
    """Reads states of one programme out of its repository."""

    def __init__(self, objects: Objects, prefix: str, kinds: Kinds, languages: Iterable[str]) -> None:
        self._objects, self._prefix, self._languages, self._all = objects, prefix, tuple(languages), kinds
        self._kinds = {f"data/{kind.file}": kind for kind in (PROGRAMME, *kinds.records) if not kind.folder}
        self._stems = {kind.stem: kind for kind in kinds.records if not kind.folder}
        self._memory = Memory()

    def blobs(self, tree: str) -> dict[str, str]:
        """Gives the version of each file that records and pages stand in, by path, in a commit's tree."""
        top = self._objects.below(tree, self._prefix)
        found = dict.fromkeys(self._kinds, NO_FILE)
        for name, (is_folder, identity) in self._in(top, "data"):
            if f"data/{name}" in found and not is_folder:
                found[f"data/{name}"] = identity
            elif is_folder and name in self._stems:
                own = self._objects.folder(identity).items()
                found |= {f"data/{name}/{file}": blob for file, (is_below, blob) in own if not is_below and file.endswith(ENDING)}
        content = dict(self._in(top, "content"))
        for language in self._languages:  # the first language's file of an article comes first
            is_folder, identity = content.get(language, (False, ""))
            for name, blob in self._pages(identity) if is_folder else ():
                place = f"content/{ANY}/{name}"
                if "/" not in name:
                    found[f"content/{language}/{name}"] = blob
                else:
                    found[place] = f"{found.get(place, NO_FILE)} {language}:{blob}".strip()
        return found

    def _in(self, top: str, name: str) -> Iterable[tuple[str, tuple[bool, str]]]:
        tree = self._objects.below(top, name) if top else ""
        return self._objects.folder(tree).items() if tree else ()

    def _pages(self, tree: str, folder: str = "") -> Iterator[tuple[str, str]]:
        """Gives the pages in a language's folder, and the articles in those below it, by the way to them from there."""
        for name, (is_folder, identity) in self._objects.folder(tree).items():
            if is_folder and not folder and name in self._all.folders:
                yield from self._pages(identity, f"{name}/")
            elif name.endswith(".md") and not is_folder:
                yield f"{folder}{name}", identity

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
        for kind in {kind.name: kind for path in changed if (kind := self._kind(path))}.values():
            records[kind.name] = _of_kind(files, kind, before.records.get(kind.name, {}))
        if any(self._kind(path) is None for path in changed):
            records.update(_records_of(files, self._all))
        return State(files, records)

    def _kind(self, path: str) -> RecordKind | None:
        """Gives the kind of records in a file of data."""
        own = own_place(path)
        return self._stems.get(own[0]) if own else self._kinds.get(path)

    def _read(self, path: str, blob: str) -> Reading | None:
        if blob == NO_FILE:
            return Reading({})
        kind, place = self._kind(path), page_place(path)
        if place is not None and place[0] == ANY:
            return self._read_article(self._all.folders[place[1]], place[2], blob)
        text = self._text(path, blob)
        if text is None:
            return None
        if kind is None:
            page = read_page(place[0], place[2], text) if place else None
            return None if page is None else Reading({page.id: page})
        return self._read_programme(path, text) if kind is PROGRAMME else self._read_kind(kind, path, text)

    def _text(self, path: str, blob: str) -> str | None:
        data = self._objects.data(blob)
        text, problem = text_of(data, path) if len(data) <= LARGEST_FILE else ("", True)
        return None if problem else text

    def _read_article(self, kind: RecordKind, identity: str, versions: str) -> Reading | None:
        files = []
        for language, _, blob in (version.partition(":") for version in versions.split()):
            place = f"{language}/{kind.folder}/{identity}.md"
            text = self._text(place, blob)
            if text is None:
                return None
            files.append(ArticleFile(identity, language, place, place, text))
        found = read_articles(kind, files, self._memory)
        if identity in found.doubtful:
            return None
        if identity in found.records.valid:
            return Reading({identity: found.records.valid[identity]})
        node, _ = found.records.nodes.get((kind.name, identity), _NO_NODE)
        record = None if node is None else validate_loosely(kind.model, node)
        return None if record is None else Reading({identity: record}, frozenset({identity}))

    def _read_programme(self, path: str, text: str) -> Reading | None:
        document = parse(text, path)
        if document.reported or document.root is None or not isinstance(document.root.value, dict):
            return None
        record = validate_loosely(PROGRAMME.model, document.root)
        return Reading({record.id or "": record}) if record is not None else None

    def _read_kind(self, kind: RecordKind, path: str, text: str) -> Reading | None:
        found = read_own_file(kind, text, path) if own_place(path) else read_records(kind, text, path, self._memory)
        if not found.is_readable:
            return None
        records: dict[str, Record] = dict(found.valid)
        others = {identity: node for (_, identity), (node, _) in found.nodes.items() if identity not in records}
        loose = {identity: self._loosely(kind, identity, node) for identity, node in others.items()}
        records |= {identity: record for identity, record in loose.items() if record is not None}
        is_whole = not any(problem.severity is Severity.ERROR for problem in found.problems)
        read = frozenset(identity for identity, record in loose.items() if record is not None)
        if own_place(path):
            return Reading(records, read) if records else None
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


def own_place(path: str) -> tuple[str, str] | None:
    """Gives the folder and the id of a file that holds one record, or None where it is no such file."""
    matched = _OWN.fullmatch(path)
    return (matched[1], matched[2]) if matched else None


def _of_kind(files: Mapping[str, File], kind: RecordKind, before: Records) -> Records:
    """Gives the records of a kind out of the file of all and those of one; what went to a file that cannot be read stays."""
    single = files.get(f"data/{kind.file}", File()).records
    own = {path: place[1] for path in files if (place := own_place(path)) and place[0] == kind.stem}
    if not own:
        return single
    unread = {name: before[name] for path, name in own.items() if not files[path].chain and name in before}
    return {**unread, **single, **{name: record for path in own for name, record in files[path].records.items()}}


def _records_of(files: Mapping[str, File], kinds: Kinds) -> dict[str, dict[str, Record]]:
    """Gives the pages of all languages, those of one name together, and the articles, by kind."""
    found: dict[str, dict[str, Record]] = {}
    for path in sorted(files):
        place = page_place(path)
        if place is not None:
            kind = kinds.folders.get(place[1])
            of_kind = found.setdefault(kind.name if kind else place[1], {})
            of_kind.update((page.id, together(of_kind.get(page.id), page)) for page in files[path].records.values())
    return found
