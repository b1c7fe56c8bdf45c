"""Hands MkDocs the pages, each with its body made, at the address of its language."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from kennisstad.pages import Page
from kennisstad.site import Site


class GeneratedPage(MkDocsPage):
    """A page that is HTML already; the Markdown parser, the larger part of a page's cost, is left out."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.body = page.body

    def read_source(self, config: MkDocsConfig) -> None:
        """There is nothing to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Gives the body as it was made."""
        self.content = self.body


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replaces MkDocs' own choice of files by the site's pages; of the theme's assets only ours are sent to visitors."""
    site: Site = config.extra["site"]
    kept = [file for file in files if not file.is_documentation_page() and _is_ours(file, config)]
    return Files([*kept, *(_file(page, config) for page in site.pages.all)])


def _is_ours(file: File, config: MkDocsConfig) -> bool:
    folders = {Path(folder) for folder in (config.docs_dir, config.theme.custom_dir) if folder}
    return file.src_dir is not None and Path(file.src_dir) in folders


def _file(page: Page, config: MkDocsConfig) -> File:
    target = page.route.file
    file = File.generated(config, f"{target.removesuffix('.html')}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = target
    GeneratedPage(page, file, config)
    return file
