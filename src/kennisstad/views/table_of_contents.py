"""Links to the headings of a long page, below its introduction."""

from __future__ import annotations

from collections.abc import Iterable

from kennisstad.views.components import ProjectsUnderHeading, TextView, view
from kennisstad.views.edition import Edition

SHORT = 10
"""A page with this many projects is seen at a glance; links within it would only be in the way."""


@view
class ContentsEntry:
    """A line of a table of contents: a link to a heading; `number` is how many projects stand below it, or ""."""

    anchor: str
    title: TextView
    number: str = ""


Section = tuple[str, str, object]
"""The anchor of a section, the key of its heading in the locale, and what stands below it."""


def entries_to(edition: Edition, *sections: Section) -> tuple[ContentsEntry, ...]:
    """Gives links to the sections that have something below them."""
    return tuple(ContentsEntry(anchor, TextView(edition.locale.say(key))) for anchor, key, content in sections if content)


def table_of_contents(
    edition: Edition, groups: Iterable[ProjectsUnderHeading], sections: Iterable[Section]
) -> tuple[ContentsEntry, ...]:
    """Gives links to groups of projects, then to the other sections of a page; nothing where the page is short."""
    found = tuple(groups)
    if sum(group.number for group in found) <= SHORT:
        return ()
    below = (ContentsEntry(group.anchor, group.title, edition.locale.number(group.number)) for group in found)
    return (*below, *entries_to(edition, *sections))
