"""View + template → HTML. Undefined names are errors and everything is escaped."""

from __future__ import annotations

import traceback
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any, Protocol

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
        """Gives the HTML of a template. Raises TemplateFault for a fault in the template itself."""
        try:
            return self._environment.get_template(f"{template}.html").render(context)
        except Exception as error:
            fault = _fault(error)
            if fault is None:
                raise
            raise fault from error


class MiniJinjaRenderer:
    """Renders the same templates to the same bytes with MiniJinja, where that is installed (`kennisstad[fast]`)."""

    def __init__(self, folders: Sequence[Path]) -> None:
        import minijinja  # noqa: PLC0415 - an extra

        self._error = minijinja.TemplateError
        self._places = [place for folder in folders for place in (folder, folder / "records")]
        self._environment = minijinja.Environment(
            loader=self._load,
            undefined_behavior="strict",
            trim_blocks=True,
            lstrip_blocks=True,
            auto_escape_callback=lambda name: "html",
        )

    def _load(self, name: str) -> str | None:
        path = self._find(name)
        return path.read_text("utf-8") if path else None

    def _find(self, name: str) -> Path | None:
        return next((path for place in self._places if (path := place / name).is_file()), None)

    def _fault(self, error: Any) -> TemplateFault:
        """Gives the place that MiniJinja tells, and its words; Jinja2 tells more."""
        file = self._find(error.name or "") or Path(error.name or "")
        return TemplateFault(file, error.line or 1, "template-fault", str(error.message))

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template, with the quotes spelled as Jinja2 spells them."""
        try:
            html: str = self._environment.render_template(f"{template}.html", **context)
        except self._error as error:
            raise self._fault(error) from error
        return html.replace("&#x27;", "&#39;").replace("&#x2f;", "/").replace("&quot;", "&#34;")


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
