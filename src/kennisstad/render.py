"""View + template → HTML. Undefined names are errors and everything is escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

ICON_FOLDER = ".icons"


class Renderer:
    """Renders the body templates of a folder; icons are included from `.icons/` beside it."""

    def __init__(self, templates: Path) -> None:
        loader = jinja2.FileSystemLoader([templates, templates.parent])
        self._environment = jinja2.Environment(
            loader=loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a build reads each template once; `serve` makes a new renderer for each build
        )

    def render(self, template: str, **context: Any) -> str:
        """Gives the HTML of a template. Raises jinja2.TemplateError for a fault in the template itself."""
        return self._environment.get_template(f"{template}.html").render(context)
