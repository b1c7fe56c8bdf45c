"""Longer texts hold only the markup that they may have, and their links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from kennisstad.addresses.pagelinks import is_record_link, leads_elsewhere, leads_to_empty_page
from kennisstad.markdown import fields as markup
from kennisstad.markdown.marks import Mark
from kennisstad.model import Dataset, LongText, Prose
from kennisstad.problem import Edit, Location, Problem, Severity, nearest
from kennisstad.reading.source import Node
from kennisstad.reading.spots import edits, spot
from kennisstad.rules.destinations import CERTAIN, link_meant
from kennisstad.rules.marks import known_ids, outside_problem, plain_mark, problem_of, told_of, told_of_plain


def prose_is_safe(dataset: Dataset) -> Iterator[Problem]:
    """Paragraphs, emphasis, links and lists; links to a web address or to a record that exists.

    Passes: `Zie [het Fieldlab](project:lef).` Fails: `# Kop`, `<b>vet</b>`, `[x](javascript:alert(1))`, `[x](project:leff)`.
    """
    called = {kind.name: kind.one for kind in dataset.kinds.records}
    for collection, record, keys, prose in dataset.texts:
        for language, text in prose.root.items() if isinstance(prose, Prose) else ():
            node = dataset.nodes[collection, record.id].at((*keys, language))
            own = f"{called.get(collection, '')}:{record.id}"
            if f"({own})" in text:
                values = {"found": own}
                yield Problem(node.location, "links-to-itself", "rewrite-sentence", record.id, values, Severity.ADVICE)
            yield from _field_problems(dataset, markup.read_field(text), text, node, record.id)


def _field_problems(dataset: Dataset, examined: markup.Field, text: str, node: Node, record: str) -> Iterator[Problem]:
    lines = text.split("\n")
    for piece in examined.not_allowed:
        where, _ = spot(node, piece.line, lines[piece.line].find(piece.text), piece.text)
        yield Problem(where, "markup-not-allowed", "allowed-markup", record, {"found": piece.text[:80]})
    for piece in examined.empty_links:
        where, _ = spot(node, piece.line, lines[piece.line].find(piece.text), piece.text)
        yield Problem(where, "lost-link", "write-link", record, {"found": piece.text[:80]})
    for mark in examined.marks:
        told = told_of(dataset, mark, text, is_field=True)
        if told:
            where, _ = spot(node, mark.line, mark.column, mark.found)
            yield problem_of(told, where, record, mark, _fix(node, mark))
    for link in examined.links:
        typed = next((each for each in (link.url, unquote(link.url)) if each in lines[link.line]), "")
        behind = lines[link.line].find(f"]({typed})") if typed else -1  # its text may have the same letters
        column = behind + 2 if behind >= 0 else lines[link.line].find(typed) if typed else -1
        where, is_exact = spot(node, link.line, column, typed)
        problem = link_problem(dataset, link.url, where, record)
        if problem:
            is_certain = is_exact and problem.hint in CERTAIN and "instead" in problem.values
            yield replace(problem, fix=edits(node, where, typed, problem.values["instead"])) if is_certain else problem


def _fix(node: Node, mark: Mark) -> tuple[Edit, ...]:
    """Gives the changes that mend a mark and those that belong with it, or nothing where one of them is not certain."""
    found: list[Edit] = []
    for one in (mark, *mark.also):
        where, is_exact = spot(node, one.line, one.column, one.found)
        changes = edits(node, where, one.found, one.instead) if is_exact and one.instead is not None else ()
        if not changes:
            return ()
        found += changes
    return tuple(found)


def plain_text_is_plain(dataset: Dataset) -> Iterator[Problem]:
    """A title or a summary has no markup; it would be shown as it is typed.

    Passes: `title: {nl: Leren met de Stad}`. Fails: `title: {nl: "**Leren** met <b>de</b> [Stad](project:x)"}`,
    `title: {nl: Kunst &amp; cultuur}`.
    """
    for collection, record, keys, text in dataset.texts:
        for language, line in () if isinstance(text, Prose | LongText) else text.root.items():
            found = plain_mark(line)
            if found:
                node = dataset.nodes[collection, record.id].at((*keys, language))
                yield _plain_problem(found, line, node, record.id)
    for page in dataset.content:
        for field, line in (("title", page.front.title), ("description", page.front.description), ("menu", page.front.menu or "")):
            found = plain_mark(line)
            if found:
                rule, hint, values = told_of_plain(found.group())
                yield Problem(Location(page.file, page.lines.get(field, 1)), rule, hint, page.name, values)


def _plain_problem(found: re.Match[str], text: str, node: Node, record: str) -> Problem:
    rule, hint, values = told_of_plain(found.group())
    before = text[: found.start()]
    where, is_exact = spot(node, before.count("\n"), found.start() - before.rfind("\n") - 1, found.group())
    fix = edits(node, where, found.group(), values["instead"]) if is_exact and "instead" in values else ()
    return Problem(where, rule, hint, record, values, fix=fix)


def link_problem(dataset: Dataset, url: str, where: Location, record: str) -> Problem | None:
    """Gives what is wrong with a link in a text, or None."""
    scheme, _, identity = url.partition(":")
    if not is_record_link(dataset.kinds, url):
        return None if leads_elsewhere(url) else link_meant(dataset, outside_problem(url, where, record))
    if leads_to_empty_page(dataset, url):
        return Problem(where, "dead-record-link", "page-is-empty", record, {"found": url})
    known = known_ids(dataset, scheme)
    if known is None or identity in known:
        return None
    suggestion = nearest(identity, sorted(known))
    above = dataset.kinds.schemes[scheme].above if scheme in dataset.kinds.schemes else scheme
    values = {"found": url, "suggestion": f"{scheme}:{suggestion}", "file": f"{above}.yaml"}
    return Problem(where, "dead-record-link", "did-you-mean" if suggestion else "change-link", record, values)
