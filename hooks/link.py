"""Makes links to records in hand-written pages, `[tekst](project:id)`, lead to the record's page."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig

from kennisstad.markup import is_record_link
from kennisstad.site import Site


class RecordLinks(Extension):
    """Registers the treeprocessor; what the current page is, MkDocs' configuration knows."""

    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__()
        self.mkdocs = config

    def extendMarkdown(self, md: Markdown) -> None:
        """Runs after MkDocs has looked at the links to files."""
        md.treeprocessors.register(_Resolver(self.mkdocs), "record-links", -1)


class _Resolver(Treeprocessor):
    def __init__(self, config: MkDocsConfig) -> None:
        super().__init__()
        self.mkdocs = config

    def run(self, root: ElementTree.Element) -> Any:
        site: Site = self.mkdocs.extra["site"]
        page = self.mkdocs._current_page
        if page is None:
            return
        for link in root.iter("a"):
            url = link.get("href", "")
            if is_record_link(url):
                link.set("href", site.pages.resolve(page.file.dest_uri, url))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Adds the extension to those of the configuration."""
    config.markdown_extensions.append(RecordLinks(config))  # type: ignore[arg-type]
    return config
