"""Writes what is no page, open data, sitemap and stylesheet, and has the search index made of the pages."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from kennisstad.search import IndexFailed, make_index
from kennisstad.site import Site


def on_post_build(config: MkDocsConfig) -> None:
    """Runs after every page is written."""
    site: Site = config.extra["site"]
    target = Path(config.site_dir)
    site.write_files(target)
    if config.extra.get("search", True):
        try:
            make_index(target)
        except IndexFailed as failed:
            raise PluginError(str(failed)) from None
