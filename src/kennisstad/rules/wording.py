"""Can everybody read it, and may everybody? Advice about texts: hard ones, vague links, addresses of somebody's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.model import Dataset, Prose, Summary
from kennisstad.problem import Location, Problem, Severity
from kennisstad.readability import readability

VAGUE = re.compile(
    r"\[\s*((?:klik |lees |zie )?hier|lees (?:meer|verder)|meer(?: info(?:rmatie)?)?|deze (?:link|pagina|site)|link"
    r"|(?:click |read |see )?here|read more|more(?: info(?:rmation)?)?|this (?:link|page|site))\s*[.!…]*\s*\]\(",
    re.IGNORECASE,
)
"""What says nothing to who hears only the links of a page, in Dutch and in English."""
PERSONAL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|aol|gmx|proton|protonmail|ziggo|kpnmail|kpnplanet"
    r"|planet|hetnet|xs4all|upcmail|home|casema|chello|quicknet|telfort|tele2|zonnet|wanadoo|solcon|caiway)\.[a-z]{2,3}(?:\.[a-z]{2})?\b"
    r"|(?<![\w/.-])(?:\+31|0031|0)[ -]?\(?0?\)?6(?:[ -]?\d){8}(?!\d)",
    re.IGNORECASE,
)
"""Mail addresses that people take for themselves, and Dutch numbers of mobile telephones."""

_MOBILE = ("06", "+31", "0031", "0 6", "0-6")
"""What a line has at least that holds a number of a mobile telephone."""


def texts_are_plain(dataset: Dataset) -> Iterator[Problem]:
    """A summary or a description reads easily: short sentences, words that everybody knows (advice).

    Passes: `Buren maken een tuin.` Fails: one sentence of forty words.
    """
    for kind, record, keys, text in dataset.texts:
        for language in text.languages if isinstance(text, Summary | Prose) else ():
            reads = readability(text.root[language], language)
            if language in dataset.programme.languages and reads.is_hard:
                begins = text.root[language].find(reads.longest)
                line = text.root[language].count("\n", 0, max(begins, 0))
                where = dataset.nodes[kind, record.id].at((*keys, language)).line_location(line)
                found = " ".join(reads.longest.split())[:80]
                values = {"field": f"{keys[-1]}.{language}", "longest": str(reads.longest_length), "found": found}
                values |= {"mean": f"{reads.mean_sentence:.0f}", "ease": "-" if reads.ease is None else f"{reads.ease:.0f}"}
                yield Problem(where, "hard-text", "shorter-sentences", record.id, values, Severity.ADVICE)


def links_say_where_they_lead(dataset: Dataset) -> Iterator[Problem]:
    """The words of a link say where it leads, for a screen reader tells links by themselves (advice).

    Passes: `[Het verslag](https://…)`. Fails: `[hier](https://…)`.
    """
    for record, where, line in _lines(dataset, "]("):
        for found in VAGUE.finditer(line):
            yield _told(where, found.start(), "vague-label", "say-where", record, found[1])


def nobody_is_shown_unasked(dataset: Dataset) -> Iterator[Problem]:
    """A mail address or a telephone number is of an organisation, not of a person at home (advice).

    Passes: `mailto:info@museum.example.org`. Fails: `mailto:jan.jansen@gmail.com`, `06 12345678`.
    """
    for record, where, line in _lines(dataset, "@", *_MOBILE):
        for found in PERSONAL.finditer(line):
            yield _told(where, found.start(), "personal-address", "ask-or-office", record, found[0])


def _told(where: Location, column: int, rule: str, hint: str, record: str, found: str) -> Problem:
    return Problem(where._replace(column=where.column + column), rule, hint, record, {"found": found}, Severity.ADVICE)


def _lines(dataset: Dataset, *marks: str) -> Iterator[tuple[str, Location, str]]:
    """Gives every line of text that has one of the marks: whose, where it begins, and the line."""
    for record, node in dataset.written:
        if any(mark in node.value for mark in marks):
            yield from ((record, node.line_location(number), line) for number, line in enumerate(node.value.splitlines()))
    for page in dataset.content:
        for number, line in enumerate(page.text_lines):
            if any(mark in line for mark in marks):
                yield page.name, Location(page.file, page.first_line + number), line
