"""`content/<language>/*.md` → hand-written pages. python-frontmatter only splits; the values are read by `source.py`.

(python-frontmatter's own YAML reading keeps the last of two equal keys and knows no places.)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from kennisstad.loading.photos import file_beside_page
from kennisstad.loading.validation import validate
from kennisstad.model.content import ContentPage, FrontMatter
from kennisstad.model.folders import Folders
from kennisstad.model.photograph import Photograph
from kennisstad.problem import Edit, Location, Problem
from kennisstad.reading.files import garbled_words, read_text
from kennisstad.reading.folders import Fault, fault_of, files_in
from kennisstad.reading.memory import Memory, stamp
from kennisstad.reading.source import Document, parse
from kennisstad.text import suggest_slug

TEXTS = (".md", ".mdx", ".markdown", ".mdown", ".mkd", ".txt", ".docx", ".html", ".htm")
"""Endings of files that were meant as a page."""
PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".webp")
"""Endings of the files that may stand beside pages."""
LEVELS = 2
"""Parts of a page's path: the language and the file; that of an article has its folder between them."""
_DASHES = "---"
_OPENED = re.compile(r"---[ \t]*\n[\w-]+\s*:(?:\s|$)")
_MISTYPED = re.compile(r"\s*(?:-{1,2}|-{4,}|[–—][-–—]*|(?:- ){2,}-|={3,}|\*{3,}|_{3,})\s*")
_IN_HEAD = re.compile(r"(?:[\w-]+\s*:(?:\s|$)|[ \t]+\S|- |#[^#])")
"""What may stand in a head: a field, what belongs to it, a remark."""
_splitter = YAMLHandler()


def page_names(folders: Folders, languages: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Gives the language and name of every page there is, readable or not."""
    return frozenset((language, path.stem) for language in languages for path in _pages(folders, language))


def load_content(
    folders: Folders, languages: Iterable[str], sections: Collection[str], problems: list[Problem], memory: Memory
) -> tuple[ContentPage, ...]:
    """Reads the pages of every language; adds what is wrong to `problems`. `sections` are the folders that hold articles."""
    known = tuple(languages)
    problems.extend(_lost_files(folders, known, sections))
    found = ((language, path) for language in known for path in _pages(folders, language))
    return tuple(page for language, path in found if (page := _load_page(folders, language, path, problems, memory)) is not None)


def _pages(folders: Folders, language: str) -> Iterator[Path]:
    folder = folders.content / language
    return (path for path in files_in(folder) if path.suffix == ".md" and path.parent == folder)


def load_pictures(folders: Folders, languages: Iterable[str], problems: list[Problem], memory: Memory) -> dict[str, Photograph]:
    """Gives the files beside pages by their path in the content folder as it is typed, with where they are and what they measure.

    A Mac writes é in a file's name as two characters. What is wrong with a picture the rules tell (`rules/photos.py`).
    """
    found = {}
    for path in (path for language in languages for path in files_in(folders.content / language)):
        if not _is_picture(path):
            continue
        fault = fault_of(path, folders.root)
        if fault:
            problems.append(Problem(Location(folders.name(path)), *fault, values={"found": path.name}))
        name = path.relative_to(folders.content).as_posix()
        picture = memory.once(path, stamp(path), partial(file_beside_page, path, name, folders.root))
        found[picture.name] = picture
    return found


def _is_picture(path: Path) -> bool:
    """A camera writes `.JPG`."""
    return path.suffix.lower() in PICTURES


def _lost_files(folders: Folders, languages: tuple[str, ...], sections: Collection[str]) -> Iterator[Problem]:
    """A page in another place or under another name would be passed over, any other file could stand in a page's way."""
    if not folders.content.is_dir():
        yield Problem(Location(folders.name(folders.content)), "file-missing", "begin-content")
    for path in files_in(folders.content):
        parts = path.relative_to(folders.content).parts
        values = {
            "found": "/".join(parts),
            "known": ", ".join(languages),
            "sections": ", ".join(sections),
            "instead": f"{suggest_slug(path.stem)}.md",
        }
        problem = _lost_file(path, parts, languages, sections)
        if problem:
            rule, hint = problem
            yield Problem(Location(folders.name(path)), rule, hint, values=values | {"endings": ", ".join((".md", *PICTURES))})


def _lost_file(path: Path, parts: tuple[str, ...], languages: tuple[str, ...], sections: Collection[str]) -> Fault | None:
    if path.is_symlink():
        return None if _is_picture(path) or path.suffix == ".md" else ("not-a-file", "put-file-itself")
    if len(parts) == 1 or parts[0] not in languages:
        return "not-in-language-folder", "move-to-language"
    if _is_picture(path):
        return None
    if path.suffix.lower() not in TEXTS:
        return "content-file", "content-endings"
    if len(parts) > LEVELS + (parts[1] in sections):
        return "page-in-subfolder", "move-to-language"
    return None if path.suffix == ".md" else ("page-file-name", "write-instead")


def _load_page(folders: Folders, language: str, path: Path, problems: list[Problem], memory: Memory) -> ContentPage | None:
    text, name = text_of_page(folders, path, problems), folders.name(path)
    if text is None:
        return None
    page, faults = memory.once((name, language), text, lambda: _read_page(text, name, language, path))
    problems.extend(faults)
    return page


def text_of_page(folders: Folders, path: Path, problems: list[Problem]) -> str | None:
    """Gives the text of a file whose name is that of a page, or None where it cannot be read."""
    name = folders.name(path)
    if suggest_slug(path.stem) != path.stem:
        values = {"found": path.name, "instead": f"{suggest_slug(path.stem)}.md"}
        problems.append(Problem(Location(name), "page-file-name", "write-instead", values=values))
        return None
    fault = fault_of(path, folders.root)
    if fault:
        problems.append(Problem(Location(name), *fault, values={"found": path.name}))
        return None
    text, problem = read_text(path, name)
    if problem:
        problems.append(problem)
        return None
    return text


def read_head(text: str, name: str, identity: str) -> tuple[Document, str, int]:
    """Gives the head of a file as nodes with what is wrong in the file, the Markdown below it, and the line it starts on."""
    parts = _split(text)
    if parts is None and _OPENED.match(text):
        return Document(name, None, [_open_head(text, name, identity)]), "", 1
    if parts is None:
        return Document(name, None, [Problem(Location(name), "no-front-matter", "add-front-matter", identity)]), "", 1
    head, body = parts
    document = parse(head, name, 1 + text[: text.find(head)].count("\n"), "add-front-matter")
    first_line = 1 + text[: len(text) - len(body)].count("\n")
    document.problems.extend(garbled_words(body, name, first_line))
    return document, body, first_line


def _open_head(text: str, name: str, identity: str) -> Problem:
    """A head without its last line of dashes: it ends where the line of dashes was mistyped, or else where no field is any more."""
    lines = text.split("\n")
    mistyped = next((number for number, line in enumerate(lines[1:], 2) if _MISTYPED.fullmatch(line)), 0)
    if mistyped:
        fix = Edit((mistyped, 1), (mistyped, len(lines[mistyped - 1]) + 1), _DASHES)
        return Problem(Location(name, mistyped), "head-open", "write-instead", identity, {"instead": _DASHES}, fix=(fix,))
    end = next((number for number, line in enumerate(lines[1:], 2) if not _IN_HEAD.match(line)), len(lines))
    fix = Edit((end, 1), (end, 1), f"{_DASHES}\n")
    return Problem(Location(name, end), "head-open", "close-head", identity, fix=(fix,))


def _read_page(text: str, name: str, language: str, path: Path) -> tuple[ContentPage | None, list[Problem]]:
    document, body, first_line = read_head(text, name, path.stem)
    problems = document.problems
    front = _front_matter(document, path.stem, problems)
    if front is None or document.root is None:
        return None, problems
    lines = {field: place.line for field, place in document.root.keys.items()}
    place = f"{language}/{path.name}"
    page = ContentPage(
        name=path.stem, language=language, file=name, path=place, front=front, markdown=body, first_line=first_line, lines=lines
    )
    return page, problems


def _split(text: str) -> tuple[str, str] | None:
    """Gives the head, from the line of the first dashes on, and the Markdown; or None where there is no head."""
    try:
        head, body = _splitter.split(text)
    except ValueError:
        return None
    return (head, body) if _splitter.detect(text) else None


def _front_matter(document: Document, page: str, problems: list[Problem]) -> FrontMatter | None:
    if document.root is None:
        return None
    front, faults = validate(FrontMatter, document.root, document.reported, page)
    problems.extend(faults)
    # A fault in the head hides no dead link in the text; with errors nothing is built of it.
    return front or FrontMatter.model_construct(title=page, description=page)
