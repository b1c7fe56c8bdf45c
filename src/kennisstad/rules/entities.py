"""A text has letters, not their codes of HTML: a title is shown as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from kennisstad.model import Dataset, LongText, Prose, Text
from kennisstad.model.walk import values_of
from kennisstad.problem import Location, Problem

_CODE = re.compile(r"&(?:[a-zA-Z]{2,31}[0-9]{0,2}|#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6});")


def plain_text_has_letters(dataset: Dataset) -> Iterator[Problem]:
    """A title, a name or a summary says what it means in letters.

    Passes: `title: {nl: Kunst & Cultuur}`. Fails: `title: {nl: Kunst &amp; Cultuur}`.
    """
    for collection, record in dataset.records():
        for keys, text in values_of(Text, record):
            for language, line in () if isinstance(text, Prose | LongText) else text.root.items():
                for found in codes_in(line):
                    where = dataset.place(collection, record.id, (*keys, language))
                    yield _problem(where, record.id, found)


def heads_have_letters(dataset: Dataset) -> Iterator[Problem]:
    """The title and the description of a page have letters too.

    Passes: `title: Kunst & Cultuur`. Fails: `title: Kunst &amp; Cultuur`.
    """
    for page in dataset.content:
        for field in ("title", "description"):
            for found in codes_in(str(getattr(page.front, field))):
                yield _problem(Location(page.file, page.lines.get(field, 1)), page.name, found)


def codes_in(text: str) -> Iterator[str]:
    """Gives the codes of letters in a text; what HTML knows no letter for is a text like any other."""
    for code in _CODE.finditer(text) if "&" in text and ";" in text else ():
        if unescape(code.group()) != code.group():
            yield code.group()


def _problem(where: Location, record: str, code: str) -> Problem:
    return Problem(
        where, "entity", "write-letter", record, {"found": code, "instead": unescape(code).replace("\u00a0", " ").strip() or " "}
    )
