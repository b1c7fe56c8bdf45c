"""`content/<language>/news/*.md` → records: the files of one name are one record, its texts in the language of each file.

What is no text (a date, who takes part) stands in the file of the first language; another file may repeat it, not contradict it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import BaseModel

from kennisstad.loading.content import read_head, text_of_page
from kennisstad.loading.records import Records, add_record, take_record
from kennisstad.loading.validation import written
from kennisstad.model.content import ContentPage, FrontMatter
from kennisstad.model.folders import Folders
from kennisstad.model.kinds import RecordKind
from kennisstad.model.values import Text
from kennisstad.problem import Location, Problem, Severity
from kennisstad.reading.folders import files_in
from kennisstad.reading.memory import Memory
from kennisstad.reading.source import Document, Node

BODY = "text"
"""The field that holds what stands below the head."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One file as it was found: its id and language, its path in the project and within the content folder, and its text."""

    id: str
    language: str
    name: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class _Written:
    """One file as it was read."""

    file: ArticleFile
    document: Document
    body: str
    first_line: int


@dataclass(frozen=True, slots=True)
class Articles:
    """The records of one kind, and their texts as pages that links and pictures are looked at in.

    `doubtful` are the ids of those whose files cannot all be read, or contradict each other.
    """

    records: Records
    texts: tuple[ContentPage, ...]
    doubtful: frozenset[str] = frozenset()


def article_files(folders: Folders, kind: RecordKind, languages: Iterable[str], problems: list[Problem]) -> Iterator[ArticleFile]:
    """Gives the files of a kind of articles that can be read, those of the first language first."""
    for language in languages:
        folder = folders.content / language / kind.folder
        for path in files_in(folder):
            if path.suffix == ".md" and path.parent == folder:
                text = text_of_page(folders, path, problems)
                if text is not None:
                    place = path.relative_to(folders.content).as_posix()
                    yield ArticleFile(path.stem, language, folders.name(path), place, text)


def read_articles(kind: RecordKind, files: Iterable[ArticleFile], memory: Memory) -> Articles:
    """Gives the records in files, those of the programme's first language first."""
    records = Records()
    found: dict[str, list[_Written]] = defaultdict(list)
    doubtful = set[str]()
    for file in files:
        records.ids.add(file.id)
        read, problems = memory.once((file.name, "article"), file.text, partial(_read, file))
        records.problems.extend(problems)
        doubtful |= {file.id for problem in problems if problem.severity is Severity.ERROR}
        if read is not None:
            found[file.id].append(read)
    for identity, parts in found.items():
        node, problems = _merged(kind.model, identity, parts)
        records.problems.extend(problems)
        doubtful |= {identity for _ in problems}
        reported = frozenset(place for part in parts for place in part.document.reported)
        records.problems.extend(add_record(kind, take_record(kind, node, reported), 0, records))
    return Articles(records, tuple(_page(part) for parts in found.values() for part in parts), frozenset(doubtful))


def _read(file: ArticleFile) -> tuple[_Written | None, list[Problem]]:
    document, body, first_line = read_head(file.text, file.name, file.id)
    root = document.root
    if root is not None and not isinstance(root.value, dict):
        values = {"found": written(root.plain())}
        document.problems.append(Problem(root.location, "not-a-record", "compare-with-reference", file.id, values))
        root = None
    return (None if root is None else _Written(file, document, body, first_line)), document.problems


def _merged(model: type[BaseModel], identity: str, parts: list[_Written]) -> tuple[Node, list[Problem]]:
    """Gives the files of one id as one record, with each value at its place."""
    root, problems = Node(Location(parts[0].file.name), {}), list[Problem]()
    _put(root, "id", Node(root.location, identity), root.location)
    for part in parts:
        head = part.document.root
        assert head is not None  # noqa: S101 - `_read` keeps only those that have one
        if part.body.strip():
            # A text in a block begins on the line after its mark; here that is the last line of dashes.
            block = Node(Location(part.file.name, max(part.first_line - 1, 1)), part.body, is_block=True)
            texts = root.value.setdefault(BODY, Node(block.location, {}))
            _put(texts, part.file.language, block, block.location)
            root.keys.setdefault(BODY, block.location)
        problems += _merge(root, head, model, part.file)
    return root, problems


def _put(parent: Node, key: str, child: Node, place: Location) -> None:
    parent.value[key], parent.keys[key] = child, place


def _merge(into: Node, node: Node, model: type[BaseModel], file: ArticleFile) -> Iterator[Problem]:
    for field, value in node.value.items():
        place = node.keys[field]
        inside = _model_of(model, field)
        there = into.value.get(field)
        if field in ("id", BODY) and issubclass(model, BaseModel) and into.value.get("id") is not None:
            values = {"found": field, "instead": f"{file.id}.md"}
            yield Problem(place, "head-without-this", "remove-field", file.id, {**values, "field": field})
        elif inside is not None and issubclass(inside, Text):
            texts = there or Node(place, {})
            if there is None:
                _put(into, field, texts, place)
            _put(texts, file.language, value, place)
        elif inside is not None and isinstance(value.value, dict) and (there is None or isinstance(there.value, dict)):
            if there is None:
                _put(into, field, Node(value.location, {}), place)
            yield from _merge(into.value[field], value, inside, file)
        elif there is None:
            _put(into, field, value, place)
        elif there.plain() != value.plain():
            values = {
                "found": written(value.plain()),
                "field": field,
                "other": written(there.plain()),
                "where": str(there.location),
            }
            yield Problem(value.location, "differs-by-language", "write-same-or-remove", file.id, values)


def _model_of(model: type[BaseModel], field: str) -> type[BaseModel] | None:
    """Gives the model of a field, alone or beside None."""
    found = model.model_fields.get(field)
    annotation: Any = found.annotation if found else None
    for one in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(one, type) and issubclass(one, BaseModel):
            return one
    return None


def _page(part: _Written) -> ContentPage:
    file, root = part.file, part.document.root
    head: Mapping[str, Any] = root.plain() if root is not None else {}
    front = FrontMatter.model_construct(title=str(head.get("title", file.id)), description=str(head.get("summary", "")))
    return ContentPage(
        name=file.id,
        language=file.language,
        file=file.name,
        path=file.path,
        front=front,
        markdown=part.body,
        first_line=part.first_line,
        lines={field: place.line for field, place in root.keys.items()} if root is not None else {},
    )
