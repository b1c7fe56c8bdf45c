"""Hand-written pages are there in every language, link to what exists and hold no HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from kennisstad import markup
from kennisstad.model import ContentPage, Dataset
from kennisstad.model.content import HOME
from kennisstad.problem import Location, Problem, Severity
from kennisstad.rules.markdown import link_problem

_LINK = re.compile(r"\]\(\s*<?([^\s)>]*)|^\s{0,3}\[[^\]^][^\]]*\]:\s*<?([^\s>]+)|<((?:https?|mailto|ftp|javascript|data):[^>]*)>")
"""Where Markdown links: `[text](target)`, `[name]: target` and `<https://…>`. Read line by line, so that a link inside a
note or a list, where readers of Markdown differ, is seen as well."""
_HTML = re.compile(r"<(?:/?[a-zA-Z][\w-]*(?:\s[^<>]*|/)?>|!--)")
_FENCE = re.compile(r"\s*(```|~~~)")
_CODE = re.compile(r"`[^`]*`")


def pages_are_translated(dataset: Dataset) -> Iterator[Problem]:
    """A page is there in the default language, and should be in all others (advice).

    Passes: `content/nl/about.md` with `content/en/about.md`. Fails: `content/en/about.md` alone.
    """
    languages = dataset.programme.languages
    for page in dataset.content:
        others = {other for other, name in dataset.pages if name == page.name}
        where = Location(page.file)
        if languages[0] not in others:
            yield Problem(where, "no-default-page", "write-default-page", page.name, {"language": languages[0]})
        elif page.language == languages[0]:
            for missing in (other for other in languages if other not in others):
                values = {"field": page.file, "language": missing}
                yield Problem(where, "not-translated", "translate-page", page.name, values, Severity.ADVICE)


def pages_are_safe(dataset: Dataset) -> Iterator[Problem]:
    """A page links to addresses, records, pages and pictures that exist, and holds no HTML.

    Passes: `[LUMC](partner:lumc)`, `[contact](contact.md)`. Fails: `[LUMC](partner:lmuc)`, `[over](/over/)`, `<b>vet</b>`.
    """
    root, languages = dataset.folders.content, dataset.programme.languages
    files = {PurePosixPath(path.relative_to(root).as_posix()) for path in root.rglob("*") if path.is_file()}
    # A page that is not translated yet is there in the default language.
    files |= {
        PurePosixPath(other, f"{name}.md") for language, name in dataset.pages if language == languages[0] for other in languages
    }
    for page in dataset.content:
        for number, line in _lines(page):
            for found in _LINK.finditer(line):
                where = Location(page.file, number, found.start(found.lastindex or 0) + 1)
                problem = _link_problem(dataset, page, found.group(found.lastindex or 0), where, files)
                if problem:
                    yield problem
            for tag in _HTML.finditer(line):
                where = Location(page.file, number, tag.start() + 1)
                yield Problem(where, "markup-not-allowed", "markdown-only", page.name, {"found": tag.group()})


def home_has_no_address_of_its_own(dataset: Dataset) -> Iterator[Problem]:
    """The home page stands at the address of its language and above the menu.

    Passes: `index.md` with `title` and `description`. Fails: `index.md` with `slug: start` or `menu: Start`.
    """
    for page in dataset.content:
        for field in ("slug", "menu"):
            found = getattr(page.front, field)
            if page.name == HOME and found:
                values = {"field": field, "found": str(found)}
                yield Problem(Location(page.file, page.lines.get(field, 1)), "not-for-home", "remove-field", page.name, values)


def _lines(page: ContentPage) -> Iterator[tuple[int, str]]:
    """Gives the lines of a page outside blocks of code, code within a line blotted out."""
    is_code = False
    for number, line in enumerate(page.markdown.splitlines(), page.first_line):
        if _FENCE.match(line):
            is_code = not is_code
        elif not is_code:
            yield number, _CODE.sub(lambda code: " " * len(code.group()), line)


def _link_problem(dataset: Dataset, page: ContentPage, url: str, where: Location, files: set[PurePosixPath]) -> Problem | None:
    target = url.partition("#")[0].partition("?")[0]
    if not target and url:
        return None
    if markup.is_record_link(url) or re.match(r"[a-zA-Z][\w+.-]*:", url):
        return link_problem(dataset, url, where, page.name)
    if target and not target.startswith(("/", "www.")) and _resolve(page, target) in files:
        return None
    return Problem(where, "dead-page-link", "link-to-page", page.name, {"found": url})


def _resolve(page: ContentPage, target: str) -> PurePosixPath:
    """Gives the file that a relative link names, from the content folder on."""
    parts: list[str] = list(PurePosixPath(page.path).parent.parts)
    for part in PurePosixPath(target).parts:
        if part == ".." and parts:
            parts.pop()
        elif part != ".":
            parts.append(part)
    return PurePosixPath(*parts)
