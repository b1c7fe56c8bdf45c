"""The small views that the views of whole pages are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeVar, dataclass_transform


class View:
    """What the template of a page is given."""

    __slots__ = ()


Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True)
def view(made: type[Kind]) -> type[Kind]:
    """Makes a class of what templates are given. Nothing changes it, as the type checker sees; being frozen at run time, equal or
    shown costs each of a hundred thousand objects more than it is worth.
    """
    return dataclass(slots=True, eq=False, repr=False)(made)


@view
class TextView:
    """A line of text; `lang` is "" in the page's own language, else the language the text is in.

    `dir` is its direction (`ltr`, `rtl`) where that is not the page's own, else "".
    """

    text: str
    lang: str = ""
    dir: str = ""


@view
class ProseView:
    """Safe HTML made of a record's Markdown."""

    html: str
    lang: str = ""
    dir: str = ""


@view
class LinkView:
    """A link within the site; `path` is relative to the site's root."""

    title: TextView
    path: str


@view
class OutsideLinkView:
    """A link to another site."""

    title: TextView
    url: str


@view
class TrackLabel:
    """A track as a label; `style` is the class that carries its colour."""

    title: TextView
    path: str
    style: str


@view
class StatusView:
    """A status as a word, with the year it was true ("" where unknown) and what it means; `like` is the one whose sign it has."""

    key: str
    like: str
    word: TextView
    year: str
    meaning: TextView
    explanation: TextView | None


@view
class ProjectCard:
    """A project in a list; `style` carries its track's colour."""

    title: TextView
    path: str
    summary: TextView
    status: StatusView
    track: TrackLabel | None
    style: str
    leads: tuple[TextView, ...]


@view
class PartnerCard:
    """A partner in a list."""

    title: TextView
    path: str
    summary: TextView | None
    count: str


@view
class TrackCard:
    """A track in a list."""

    id: str
    title: TextView
    short_title: TextView
    path: str
    summary: TextView
    style: str
    icon: str
    number: int
    counted: str


@view
class Pair:
    """A name with a value: a row in a list of facts."""

    name: str
    value: str


@view
class ProjectsUnderHeading:
    """Projects that relate to a page in one way; `anchor` is the heading's id, `hint` a sentence below it or "".

    Of many only the first are shown at once; `more` opens the rest.
    """

    anchor: str
    title: TextView
    counted: str
    hint: str
    first: tuple[ProjectCard, ...]
    rest: tuple[ProjectCard, ...]
    more: str
    says_lead: bool = True
    """Whether a project with one lead says who that is; not where it is the page's own partner, nor where there are no partners."""

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.first) + len(self.rest)


def heading_fit(title: str) -> str:
    """Gives the class of a heading with a word too long for a phone at full size, or "".

    Dutch writes compounds as one word (Toegankelijkheidsverklaring), and not every browser knows where to break them.
    """
    longest = max(map(len, re.split(r"[\s/-]+", title)))
    return next((f"letters-{letters}" for letters in _LETTERS if longest >= letters), "")


_LETTERS = (24, 20, 16, 13)
"""How many letters the longest word of a heading has at least; each has a class that makes the heading smaller on a phone."""


def has_foreign_text(view: object) -> bool:
    """Whether any text in a view is not in the page's own language."""
    if isinstance(view, TextView):
        return bool(view.lang)
    if isinstance(view, tuple):
        return any(map(has_foreign_text, view))
    return is_dataclass(view) and any(has_foreign_text(getattr(view, part.name)) for part in fields(view))


def years(first: int | None, last: int | None) -> str:
    """Gives a year, or the first and the last of several; "" where there is none."""
    return f"{first}–{last}" if first and last else str(first or "")
