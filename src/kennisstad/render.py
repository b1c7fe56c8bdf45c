"""View + template → HTML. Undefined names are errors and everything is escaped."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import jinja2


class TemplateFault(Exception):
    """A template cannot be rendered: `rule` names the problem, `found` says what stands there."""

    def __init__(self, file: Path, line: int, rule: str, found: str) -> None:
        super().__init__(f"{file}:{line}: {found}")
        self.file, self.line, self.rule, self.found = file, line, rule, found


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
        """Gives the HTML of a template. Raises TemplateFault for a fault in the template itself."""
        try:
            return self._environment.get_template(f"{template}.html").render(context)
        except Exception as error:
            fault = _fault(error)
            if fault is None:
                raise
            raise fault from error


def _fault(error: Exception) -> TemplateFault | None:
    """Gives the place in a template where rendering stopped, or None where the fault is in a view and not in a template."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return TemplateFault(Path(error.filename or error.name or ""), error.lineno, "template-fault", str(error.message))
    frames = traceback.extract_tb(error.__traceback__)
    places = [frame for frame in frames if frame.filename.endswith((".html", ".svg"))]
    is_of_a_template = isinstance(error, jinja2.TemplateError) or (frames[-1] in places)
    if not places or not is_of_a_template:
        return None
    file, line = Path(places[-1].filename), places[-1].lineno or 1
    if isinstance(error, jinja2.TemplateNotFound):
        return TemplateFault(file, line, "template-missing", str(error.name))
    return TemplateFault(file, line, "template-name" if isinstance(error, jinja2.UndefinedError) else "template-fault", str(error))
