"""What a link in a text leads to: a record, another page, a file beside it, a heading, or another site."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from kennisstad.addresses.routes import exists
from kennisstad.markdown.longform import named_file, read_longform
from kennisstad.model import ContentPage, Dataset, Kinds
from kennisstad.model.content import HOME
from kennisstad.model.telephone import is_telephone
from kennisstad.model.values import is_web_address

PAGE, OPEN_DATA = "page", "open-data"
"""The schemes of links that lead to no record: `page:figures`, `open-data:projects.json`."""


def is_record_link(kinds: Kinds, url: str) -> bool:
    """Whether a link names a record, a page or a file of open data: `project:leren-met-de-stad`."""
    scheme, colon, _ = url.partition(":")
    return bool(colon) and (scheme in kinds.schemes or scheme in (PAGE, OPEN_DATA))


def leads_elsewhere(url: str) -> bool:
    """Whether a link in a text leads out of the site: to a web or mail address, or to a telephone number."""
    return is_web_address(url) or is_telephone(url)


def leads_to_empty_page(dataset: Dataset, url: str) -> bool:
    """Whether a link names a page that the site has only once there is something on it: `page:figures` without figures.

    Where a record could not be read nobody can tell, and the answer is no.
    """
    scheme, _, name = url.partition(":")
    place = dataset.kinds.by_name.get(name) if scheme == PAGE and name in dataset.kinds.sections else None
    return place is not None and dataset.is_whole and not exists(dataset, place)


class Leads(StrEnum):
    """Where a link leads."""

    ELSEWHERE = "elsewhere"
    RECORD = "record"
    PAGE = "page"
    FILE = "file"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads; `name` is a page's name, a file's path in the content folder or the link itself."""

    leads: Leads
    name: str
    language: str
    heading: str = ""


def find_target(dataset: Dataset, page: ContentPage, url: str) -> Target | None:
    """Gives what a link in a page leads to, or None where there is nothing of that name."""
    if url.startswith("#"):
        heading = named_file(url)[1]
        has_heading = not heading or heading in read_longform(page.markdown).ids
        return Target(Leads.HERE, page.name, page.language, heading) if has_heading else None
    scheme, _, identity = url.partition(":")
    if is_record_link(dataset.kinds, url) and (scheme != PAGE or identity in dataset.kinds.sections):
        return Target(Leads.RECORD, url, page.language)
    if leads_elsewhere(url):
        return Target(Leads.ELSEWHERE, url, page.language)
    target = _named_page(page, identity) if scheme == PAGE else _named_file(dataset, page, url)
    return target if target and (target.leads in (Leads.FILE, Leads.RECORD) or _is_page(dataset, target)) else None


def _named_page(page: ContentPage, identity: str) -> Target:
    name, heading = named_file(identity)
    return Target(Leads.PAGE, name, page.language, heading)


def _named_file(dataset: Dataset, page: ContentPage, url: str) -> Target | None:
    path, heading = named_file(url)
    if not path or path.startswith("/") or ":" in path.partition("/")[0]:
        return None
    parts = list(PurePosixPath(page.path).parent.parts)
    for part in PurePosixPath(path).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part.startswith(".") or "\\" in part:
            return None
        else:
            parts.append(part)
    file = PurePosixPath(unicodedata.normalize("NFC", str(PurePosixPath(*parts))))
    if file.suffix == ".md" and len(file.parts) == 2:
        return Target(Leads.PAGE, file.stem, file.parts[0], heading)
    if file.suffix == ".md" and len(file.parts) == 3:
        return _named_article(dataset, file, page.language)
    return Target(Leads.FILE, str(file), page.language) if str(file) in dataset.pictures else None


def _named_article(dataset: Dataset, file: PurePosixPath, language: str) -> Target | None:
    """Gives the record that a file of news or events is part of; it is linked to as a whole, in the reader's language."""
    kind = dataset.kinds.folders.get(file.parts[1])
    is_there = kind is not None and file.parts[0] in dataset.programme.languages and file.stem in dataset.ids.get(kind.name, ())
    place = dataset.kinds.by_name.get(kind.one) if kind is not None and is_there else None
    return Target(Leads.RECORD, f"{place.scheme}:{file.stem}", language) if place else None


def headings(dataset: Dataset, target: Target) -> list[str]:
    """Gives the ids of the headings of the page that a link leads to."""
    pages = {page.language: page for page in dataset.content if page.name == target.name}
    page = pages.get(target.language) or pages.get(dataset.programme.default_language)
    return sorted(read_longform(page.markdown).ids) if page else []


def _is_page(dataset: Dataset, target: Target) -> bool:
    """A page that is not translated yet is there in the default language."""
    default = dataset.programme.default_language
    is_known = target.name == HOME or {(target.language, target.name), (default, target.name)} & dataset.pages
    return bool(target.language in dataset.programme.languages and is_known and _has_heading(dataset, target))


def _has_heading(dataset: Dataset, target: Target) -> bool:
    return not target.heading or target.heading in headings(dataset, target)
