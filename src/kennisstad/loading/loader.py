"""Files → one dataset and every problem in them: of the text, of each record by itself, of each locale and each page."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kennisstad.i18n import Locale
from kennisstad.loading.articles import Articles, article_files, read_articles
from kennisstad.loading.assets import load_assets
from kennisstad.loading.content import load_content, load_pictures, page_names
from kennisstad.loading.day import Commit, day_of, newest_commit
from kennisstad.loading.ledger import load_ledger
from kennisstad.loading.locales import is_known, load_locale
from kennisstad.loading.own_words import with_own_words
from kennisstad.loading.photos import load_photographs
from kennisstad.loading.promised import load_promised
from kennisstad.loading.records import Nodes, Records, read_records
from kennisstad.loading.single import is_own_file, own_file_problem, own_files, read_own_file, together
from kennisstad.loading.validation import validate, validate_in_part, written
from kennisstad.model.dataset import Dataset
from kennisstad.model.folders import PHOTOS, SCHEMAS, Folders
from kennisstad.model.kinds import PROGRAMME, Kinds, RecordKind
from kennisstad.model.ledger import LEDGER
from kennisstad.model.programme import Programme
from kennisstad.model.promised import ADDRESSES
from kennisstad.problem import Location, Problem, nearest
from kennisstad.reading.files import read_bytes, text_of
from kennisstad.reading.folders import files_in, strays_in
from kennisstad.reading.memory import Memory
from kennisstad.reading.source import Document, Node, parse
from kennisstad.reading.unsaved import is_there


@dataclass(slots=True)
class Loaded:
    """What loading gives: the dataset, or None where the programme itself could not be read, and the problems."""

    dataset: Dataset | None
    problems: list[Problem]


def load(folders: Folders, kinds: Kinds, memory: Memory | None = None) -> Loaded:
    """Reads all files of a programme, of which `memory` may know parts. What is wrong stands in `problems`; raises nothing."""
    problems: list[Problem] = []
    memory = memory or Memory()
    problems.extend(_strays(folders))
    programme, node = _load_programme(folders, memory, problems)
    read_kinds = {kind.name: _load_kind(kind, folders, memory, problems) for kind in kinds.records if not kind.folder}
    is_whole = programme is not None
    if programme is None and node is not None:
        programme = validate_in_part(Programme, node)
    problems.extend(_unknown_files(folders, kinds, programme.languages if programme and programme.languages else None))
    if programme is None or node is None or not programme.languages:
        return Loaded(None, problems)
    articles = _load_articles(folders, kinds, programme.languages, memory, problems)
    read_kinds |= {name: found.records for name, found in articles.items()}
    locales = _load_locales(folders, kinds, programme.languages, node, memory, problems)
    nodes = [records.nodes for records in read_kinds.values()]
    commit = newest_commit(folders.root)
    dataset = Dataset(
        folders=folders,
        kinds=kinds,
        programme=programme,
        day=_day(commit, programme, read_kinds, problems),
        commit=commit.id,
        is_programme_whole=is_whole,
        valid={name: records.valid for name, records in read_kinds.items()},
        partial={name: records.partial for name, records in read_kinds.items()},
        ids={name: frozenset(records.ids) for name, records in read_kinds.items() if records.is_readable},
        nodes=Nodes([*nodes, {(PROGRAMME.name, programme.id or ""): (node, 0)}]),
        locales=with_own_words(locales, kinds, programme, node, problems),
        content=load_content(folders, programme.languages, kinds.folders, problems, memory),
        articles=tuple(text for found in articles.values() for text in found.texts),
        pages=page_names(folders, programme.languages),
        pictures=load_pictures(folders, programme.languages, problems, memory),
        photographs=load_photographs(folders, problems, memory),
        assets=load_assets(folders, problems),
        ledger=load_ledger(folders, problems),
        promised=load_promised(folders, problems),
    )
    return Loaded(dataset, problems)


def _day(commit: Commit, programme: Programme, read: Mapping[str, Records], problems: list[Problem]) -> datetime.date:
    checked = [getattr(record, "checked", None) for records in read.values() for record in records.valid.values()]
    return day_of(commit, programme.time_zone, (moment for moment in checked if moment is not None), problems)


def _text(path: Path, name: str, memory: Memory) -> tuple[str, Problem | None]:
    data, problem = read_bytes(path, name)
    return ("", problem) if problem else memory.once((name, "text"), data, lambda: text_of(data, name))


def _read(folders: Folders, path: Path, memory: Memory, problems: list[Problem], if_empty: str) -> Document:
    name = folders.name(path)
    text, problem = _text(path, name, memory)
    parsed = lambda: parse(text, name, if_empty=if_empty)  # noqa: E731 - called only where it was not read before
    document = Document(name, None, [problem]) if problem else memory.once((name, "document"), text, parsed)
    problems.extend(document.problems)
    return document


def _load_programme(folders: Folders, memory: Memory, problems: list[Problem]) -> tuple[Programme | None, Node | None]:
    document = _read(folders, folders.data / PROGRAMME.file, memory, problems, "begin-programme")
    root = document.root
    if root is None:
        return None, None
    if not isinstance(root.value, dict):
        values = {"found": written(root.plain())}
        problems.append(Problem(root.location, "not-a-record", "compare-with-reference", values=values))
        return None, None
    programme, faults = validate(Programme, root, document.reported)
    problems.extend(faults)
    return programme, root


def _load_kind(kind: RecordKind, folders: Folders, memory: Memory, problems: list[Problem]) -> Records:
    path = folders.data / kind.file
    parts = [_load_file(kind, path, folders, memory)] if is_there(path) else []
    parts += [_load_file(kind, own, folders, memory) for own in own_files(folders, kind)]
    records = parts[0] if len(parts) == 1 else together(parts)  # a programme may have none, and no file of them
    problems.extend(records.problems)
    return records


def _load_file(kind: RecordKind, path: Path, folders: Folders, memory: Memory) -> Records:
    name = folders.name(path)
    text, problem = _text(path, name, memory)
    if path.parent != folders.data:
        problem = own_file_problem(path, folders) or problem
        return memory.once((name, kind.name), (text, problem), lambda: read_own_file(kind, text, name, problem))
    if problem:
        return Records(is_readable=False, problems=[problem])
    return memory.once((name, kind.name), text, lambda: read_records(kind, text, name, memory))


def _load_articles(
    folders: Folders, kinds: Kinds, languages: tuple[str, ...], memory: Memory, problems: list[Problem]
) -> dict[str, Articles]:
    found = {}
    for kind in kinds.folders.values():
        found[kind.name] = read_articles(kind, article_files(folders, kind, languages, problems), memory)
        problems.extend(found[kind.name].records.problems)
    return found


def _load_locales(
    folders: Folders, kinds: Kinds, languages: tuple[str, ...], node: Node, memory: Memory, problems: list[Problem]
) -> dict[str, Locale]:
    locales: dict[str, Locale] = {}
    for position, language in enumerate(languages):
        if not is_known(language):
            where = node.at(("languages", position)).location
            problems.append(Problem(where, "no-dates-for-language", "use-known-language", values={"found": language}))
            continue
        path = folders.words(language)
        document = _read(folders, path, memory, problems, "write-or-remove-words") if is_there(path) else None
        locale = load_locale(folders, language, kinds, document, problems)
        if locale is not None:
            locales[language] = locale
    return locales


def _strays(folders: Folders) -> Iterator[Problem]:
    """What is no file of the project is never read: a link to elsewhere would publish what stands there, a device has no end."""
    for folder in (folders.data, folders.content, folders.locales, folders.overrides):
        for path in strays_in(folder):
            yield Problem(Location(folders.name(path)), "not-a-file", "put-file-itself", values={"found": path.name})


def _unknown_files(folders: Folders, kinds: Kinds, languages: tuple[str, ...] | None) -> Iterator[Problem]:
    """A file under a wrong name, or in another folder, would be passed over in silence."""
    expected = {folders.data: [PROGRAMME.file, *(kind.file for kind in kinds.records if not kind.folder)]}
    if languages is not None:
        expected[folders.locales] = [f"{language}.yaml" for language in languages]
    for folder, known in expected.items():
        for path in files_in(folder):
            name = path.relative_to(folder).as_posix()
            is_elsewhere = name.startswith((f"{SCHEMAS}/", f"{PHOTOS}/")) or name in (
                LEDGER,
                ADDRESSES,
            )  # made by us; looked at elsewhere
            if name not in known and not is_elsewhere and not (folder == folders.data and is_own_file(kinds, name)):
                yield _unknown_file(folders, folder, path, known)


def _unknown_file(folders: Folders, folder: Path, path: Path, known: Sequence[str]) -> Problem:
    name = path.relative_to(folder).as_posix()
    meant = nearest(path.name.removesuffix(".txt"), known) if folder == folders.data else ""  # codes of languages are all alike
    hint = "rename-file" if not meant else "move-to-file" if (folder / meant).exists() else "name-file"
    values = {"found": name, "known": ", ".join(sorted(known)), "suggestion": meant}
    return Problem(Location(folders.name(path)), "unknown-file", hint, values=values)
