"""A hand-written page: Markdown with front matter, one file a language, the same file name in every language."""

from __future__ import annotations

from functools import cached_property

from pydantic import Field, StrictInt, StrictStr

from kennisstad.model.base import Part
from kennisstad.model.values import Line, Slug

HOME = "index"
"""The file whose text opens the home page; its address is that of the language."""
NEWSLETTER = "newsletter"
"""The name of the page that tells of the newsletter."""
CONTACT = "contact"
"""The name of the page that tells how to reach the programme."""


class FrontMatter(Part):
    """What stands between the two lines of dashes at the top of a page."""

    title: Line
    description: Line
    slug: Slug | None = None
    menu: Line | None = None
    order: StrictInt = 0
    accepted: dict[StrictStr, Line] = Field(default_factory=dict)


class ContentPage(Part):
    """One hand-written page in one language; `name` is the file's name without `.md`, `file` its path in the project."""

    name: str
    language: str
    file: str
    path: str
    """Within the content folder, e.g. `nl/about.md`."""
    front: FrontMatter
    markdown: str
    first_line: int
    """The line of the file on which the Markdown starts."""
    lines: dict[str, int]
    """The line of the file on which each field of the head stands."""

    @cached_property
    def text_lines(self) -> list[str]:
        """The lines of the Markdown."""
        return self.markdown.splitlines()

    @property
    def slug(self) -> str:
        """The last part of its address."""
        return self.front.slug or self.name
