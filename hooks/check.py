"""Checks everything and makes the whole site in memory, before MkDocs empties `site/`: bad data leaves the old site standing."""

from __future__ import annotations

import gc
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import Folders
from kennisstad.site import BadData, make_site

log = get_plugin_logger("kennisstad")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Keeps the site for the other hooks in `config.extra["site"]`."""
    if not config.site_url:
        raise PluginError(messages(LANGUAGES[0]).say("no-site-url"))
    root = Path(config.config_file_path).parent
    theme = Path(config.theme.custom_dir or root / "overrides")
    folders = Folders(root, root / config.extra["data"], Path(config.docs_dir), root / config.extra["locales"], theme / ".icons")
    # A site is one large heap that lives until the build ends; walking it again and again to look for garbage cost a tenth
    # of the build at 1,200 projects, and made the cost of a page grow with their number.
    gc.unfreeze()
    gc.disable()
    try:
        site = make_site(folders, theme / "records", config.site_url)
    except BadData as bad:
        raise PluginError(f"\n{bad}") from None
    finally:
        gc.enable()
    gc.freeze()
    if site.advice:
        log.info(messages(LANGUAGES[0]).tell_all(site.advice))
    config.extra["site"] = site
    return config
