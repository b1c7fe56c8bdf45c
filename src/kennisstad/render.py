"""View + template → HTML. Undefined names are errors and everything is escaped."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import jinja2


class Renderer(Protocol):
    """Renders templates; `overrides/main.html` is the frame, `overrides/records/` holds what stands in it."""

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template, named by its path without `.html`."""


class _Environment(jinja2.Environment):
    """Finds a template that was loaded by its name alone; a page asks for dozens, and Jinja2 asks its loader about each."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._loaded: dict[str, jinja2.Template] = {}
        super().__init__(
            loader=jinja2.FileSystemLoader([place for folder in folders for place in (folder, folder / "records")]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # a build reads each template once; a preview makes a new renderer after a change
        )

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        """Gives a template by its name."""
        if not isinstance(name, str):
            return name
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]


class JinjaRenderer:
    """Renders the templates of some folders, those of the first before those of the next."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._environment = _Environment(folders)

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template. Raises jinja2.TemplateError for a fault in the template itself."""
        return self._environment.get_template(f"{template}.html").render(context)
