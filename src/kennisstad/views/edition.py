"""One language's edition of the site: its texts, its links, and who belongs to what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from kennisstad.addresses.routes import Addresses
from kennisstad.markdown.fields import to_html
from kennisstad.model import Dataset, Prose, Record
from kennisstad.views.components import ProjectCard, ProseView
from kennisstad.views.links import Links, Title
from kennisstad.views.relations import Relations
from kennisstad.views.texts import Texts


class Edition(Texts):
    """The dataset as seen in one language."""

    def __init__(
        self,
        dataset: Dataset,
        relations: Relations,
        addresses: Addresses,
        titles: Mapping[str, Title],
        language: str,
        others: dict[str, Edition] | None = None,
    ) -> None:
        super().__init__(dataset, language)
        self.relations, self.addresses, self._titles = relations, addresses, titles
        self.links = Links(self, addresses, titles)
        self._others = {} if others is None else others
        self._others[language] = self
        self.cards: dict[str, ProjectCard] = {}
        """Projects as lists show them, each made once."""

    def prose(self, prose: Prose | None, root: str) -> ProseView | None:
        """Gives Markdown as HTML for a page whose way to the root is `root`."""
        if prose is None:
            return None
        own = prose.in_language(self.language)
        markdown = prose.in_language(self.default) or "" if own is None else own
        html = to_html(markdown, lambda url: self.links.address(url, root))
        return ProseView(html) if own is not None else ProseView(html, self.default, self.default_direction)

    @cached_property
    def is_whole(self) -> bool:
        """Whether every text of every record and page is in this language."""
        dataset = self.dataset
        has_pages = {name for language, name in dataset.pages if language == self.default} <= {
            name for language, name in dataset.pages if language == self.language
        }
        return self.language == self.default or (
            has_pages and all(self.language in self.relations.languages_of(record) for _, record in dataset.records())
        )

    def untranslated(self, record: Record) -> str:
        """Gives the notice that part of a record is in the default language only, or ""."""
        if self.language == self.default or self.language in self.relations.languages_of(record):
            return ""
        return self.fallback_notice()

    def in_language(self, language: str) -> Edition:
        """Gives the edition of another language."""
        if language not in self._others:
            self._others[language] = Edition(self.dataset, self.relations, self.addresses, self._titles, language, self._others)
        return self._others[language]
