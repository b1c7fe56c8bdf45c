"""Gives each page the frame of its own language, and makes the theme's templates as strict as ours."""

from __future__ import annotations

from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from kennisstad.site import Site


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The site has a 404 page and a sitemap of its own in each language; the theme's are for one."""
    config.theme.static_templates.clear()
    return config


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Escapes everything and lets no undefined name pass."""
    env.autoescape, env.undefined = True, jinja2.StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    return env


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Sets the frame, and the theme's own language for whatever of the theme a template uses."""
    site: Site = config.extra["site"]
    context["shell"] = shell = site.pages.shell(page.file.dest_uri)
    config.theme["language"] = shell.language
    return context
