"""`content/<language>/*.md` → hand-written pages. python-frontmatter only splits; the values are read by `source.py`.

(python-frontmatter's own YAML reading keeps the last of two equal keys and knows no places.)
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from frontmatter.default_handlers import YAMLHandler

from kennisstad.model.content import ContentPage, FrontMatter
from kennisstad.model.dataset import Folders
from kennisstad.model.values import suggest_slug
from kennisstad.problem import Location, Problem
from kennisstad.source import parse, read_text
from kennisstad.validation import validate

_splitter = YAMLHandler()


def page_names(folders: Folders, languages: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Gives the language and name of every page there is, readable or not."""
    return frozenset((language, path.stem) for language in languages for path in (folders.content / language).glob("*.md"))


def load_content(folders: Folders, languages: Iterable[str], problems: list[Problem]) -> tuple[ContentPage, ...]:
    """Reads the pages of every language; adds what is wrong to `problems`."""
    known = tuple(languages)
    pages = [
        page
        for language in known
        for path in sorted((folders.content / language).glob("**/*.md"))
        if (page := _load_page(folders, language, path, problems)) is not None
    ]
    for folder in sorted(folders.content.iterdir()) if folders.content.is_dir() else ():
        if folder.name not in known and not folder.name.startswith(".") and any(folder.glob("**/*.md")):
            values = {"found": folder.name, "known": ", ".join(known)}
            problems.append(Problem(Location(folders.name(folder)), "unknown-language-folder", "rename-file", values=values))
    return tuple(pages)


def _load_page(folders: Folders, language: str, path: Path, problems: list[Problem]) -> ContentPage | None:
    name = folders.name(path)
    if path.parent != folders.content / language or suggest_slug(path.stem) != path.stem:
        values = {"found": path.name, "instead": f"{suggest_slug(path.stem)}.md"}
        problems.append(Problem(Location(name), "page-file-name", "write-instead", values=values))
        return None
    text, problem = read_text(path, name)
    parts = None if problem else _split(text)
    if parts is None:
        problems.append(problem or Problem(Location(name), "no-front-matter", "add-front-matter", path.stem))
        return None
    head, body = parts
    front = _front_matter(head, name, path.stem, problems)
    if front is None:
        return None
    first_line = 1 + text[: len(text) - len(body)].count("\n")
    place = f"{language}/{path.name}"
    return ContentPage(name=path.stem, language=language, file=name, path=place, front=front, markdown=body, first_line=first_line)


def _split(text: str) -> tuple[str, str] | None:
    """Gives the head, from the line of the first dashes on, and the Markdown; or None where there is no head."""
    try:
        head, body = _splitter.split(text)
    except ValueError:
        return None
    return (head, body) if _splitter.detect(text) else None


def _front_matter(head: str, file: str, page: str, problems: list[Problem]) -> FrontMatter | None:
    document = parse(head, file)
    problems.extend(document.problems)
    if document.root is None:
        return None
    front, faults = validate(FrontMatter, document.root, document.reported, page)
    problems.extend(faults)
    return front
