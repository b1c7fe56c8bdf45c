"""View + template → HTML. Undefined names are errors and everything is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import jinja2


class Renderer(Protocol):
    """Renders templates; `overrides/main.html` is the frame, `overrides/records/` holds what stands in it."""

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template, named by its path without `.html`."""


class JinjaRenderer:
    """Renders the templates of some folders, those of the first before those of the next."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader([place for folder in folders for place in (folder, folder / "records")]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a build reads each template once; a preview makes a new renderer after a change
        )

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template. Raises jinja2.TemplateError for a fault in the template itself."""
        return self._environment.get_template(f"{template}.html").render(context)
