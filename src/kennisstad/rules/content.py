"""Hand-written pages are there in every language, link to what exists and hold no HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from kennisstad.addresses.pagelinks import PAGE, Leads, find_target, headings, is_record_link, leads_to_empty_page
from kennisstad.markdown.longform import PageLink, read_longform
from kennisstad.markdown.marks import Mark
from kennisstad.model import ContentPage, Dataset
from kennisstad.model.content import HOME
from kennisstad.problem import Edit, Location, Problem, Severity, nearest
from kennisstad.rules.markdown import link_problem
from kennisstad.rules.marks import known_ids, outside_problem, problem_of, told_of


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
    """A page, a news item or an event links to addresses, records, pages, headings and pictures that exist, and holds no HTML.

    Passes: `[LUMC](partner:lumc)`, `[contact](contact.md)`. Fails: `[LUMC](partner:lmuc)`, `[over](/over/)`, `<b>vet</b>`.
    """
    for page in (*dataset.content, *dataset.articles):
        read = read_longform(page.markdown)
        for link in read.links:
            problem = _link_problem(dataset, page, link)
            if problem:
                yield problem
        for line in read.titles:
            yield Problem(_place(page, line, ""), "second-title", "lower-heading", page.name)
        for picture in read.undescribed:
            where = _place(page, picture.line, picture.url)
            yield Problem(where, "picture-without-text", "describe-picture", page.name, {"found": picture.url})
        for piece in read.empty_links:
            yield Problem(_place(page, piece.line, piece.text), "lost-link", "write-link", page.name, {"found": piece.text[:80]})
        for line, found in read.html:
            values = {"found": " ".join(found.split())[:80]}
            yield Problem(_place(page, line, found), "markup-not-allowed", "markdown-only", page.name, values)


def nothing_is_published_as_typed(dataset: Dataset) -> Iterator[Problem]:
    """No mark in a page, a news item or an event comes out as text, and nothing that it says is lost.

    Passes: `## Kop`, `[over ons](page:about)`. Fails: `##Kop`, `[over ons][about]`, `{ .knop }`; a footnote that nothing refers to.
    """
    for page in (*dataset.content, *dataset.articles):
        for mark in read_longform(page.markdown).marks:
            told = told_of(dataset, mark, page.markdown, is_field=False)
            if told:
                yield problem_of(told, _place_of(page, mark), page.name, mark, _fix(page, mark))


def _fix(page: ContentPage, mark: Mark) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    for one in (mark, *mark.also):
        if one.instead is None or one.column < 0:
            return ()
        edits += _change(_place_of(page, one), one.found, one.instead)
    return tuple(edits)


def _place_of(page: ContentPage, mark: Mark) -> Location:
    return Location(page.file, page.first_line + mark.line, max(mark.column, 0) + 1)


def _change(where: Location, found: str, instead: str) -> tuple[Edit, ...]:
    return (Edit((where.line, where.column), (where.line, where.column + len(found)), instead),)


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


def _link_problem(dataset: Dataset, page: ContentPage, link: PageLink) -> Problem | None:
    where, url = _place(page, link.line, link.url), link.url
    is_record = is_record_link(dataset.kinds, url)
    if is_record and not link.is_picture and (not url.startswith(f"{PAGE}:") or leads_to_empty_page(dataset, url)):
        return link_problem(dataset, url, where, page.name)
    target = find_target(dataset, page, url)
    if target and (target.leads == Leads.FILE or not link.is_picture):
        return None  # a picture of another site would tell that site of every visitor
    if link.is_picture:
        return Problem(where, "dead-picture", "picture-beside-page", page.name, {"found": unquote(url)})
    outside = outside_problem(url, where, page.name)
    if outside.rule != "address" or outside.hint == "write-instead":
        is_exact = page.text_lines[link.line].startswith(url, where.column - 1)
        return (
            replace(outside, fix=_change(where, url, outside.values["instead"]))
            if is_exact and "instead" in outside.values
            else outside
        )
    base, hash_sign, _ = url.partition("#")
    if hash_sign and (not base or (here := find_target(dataset, page, base))):
        ids = headings(dataset, here) if base and here else sorted(read_longform(page.markdown).ids)
        known = ", ".join(f"#{heading}" for heading in ids) or "–"
        return Problem(where, "dead-heading", "choose", page.name, {"found": url, "known": known})
    if is_record:
        suggestion = nearest(base.partition(":")[2], sorted(known_ids(dataset, PAGE) or ()))
        if suggestion and suggestion != base.partition(":")[2]:  # there in another language only: the same again helps nobody
            return Problem(where, "dead-record-link", "did-you-mean", page.name, {"found": url, "suggestion": f"page:{suggestion}"})
    return Problem(where, "dead-page-link", "link-to-page", page.name, {"found": unquote(url)})


def _place(page: ContentPage, line: int, found: str) -> Location:
    """Gives where a piece of text stands: its line, and its column where it is typed as it was read."""
    typed = page.text_lines[line] if line < len(page.text_lines) else ""
    column = next((at for at in (typed.find(found or "]("), typed.find(unquote(found))) if at >= 0), 0)
    return Location(page.file, page.first_line + line, column + 1)
