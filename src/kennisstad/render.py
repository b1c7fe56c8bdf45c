"""View + template → HTML. Undefined names are errors and everything is escaped."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, MutableMapping, Sequence
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


_INCLUDE = re.compile(r'\{% include "([^"]+)" %\}\n?')
_IMPORT = re.compile(r'\{% from "([^"]+)" import (\w+) %\}\n')
_SHORT = 1000
"""How many letters of a part are put in place: what is longer stands in few pages, and compiling it again for each costs more."""
_MACRO = r"\{%% macro %s\((\w+)\) %%\}(.*?)\{%% endmacro %%\}"


class _Loader(jinja2.FileSystemLoader):
    """Reads a template with the short parts that it includes in place, and macros of one argument where they are called.

    An include costs a new context each time it is met, a macro a call: together a sixth of a page.
    """

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Gives the text of a template, where it stands, and whether it still does."""
        source, path, is_fresh = super().get_source(environment, template)
        whole = self._whole(environment, source)
        imports = "".join(found[0] for found in _IMPORT.finditer(source)) if _INCLUDE.search(whole) else ""
        return imports + whole, path, is_fresh

    def _whole(self, environment: jinja2.Environment, source: str) -> str:
        for file, macro in _IMPORT.findall(source):
            source = self._with_macro(environment, file, macro, source)
        return _IMPORT.sub("", _INCLUDE.sub(lambda found: self._included(environment, found), source))

    def _with_macro(self, environment: jinja2.Environment, file: str, macro: str, source: str) -> str:
        made = re.search(_MACRO % macro, super().get_source(environment, file)[0], re.DOTALL)
        if made is None:
            return source
        argument, body = re.compile(rf"\b{made[1]}\b(?=\.)"), made[2]
        whole = self._whole(environment, _IMPORT.sub("", source))
        return re.sub(rf"\{{\{{ {macro}\(([\w.]+)\) \}}\}}", lambda call: argument.sub(call[1], body), whole)

    def _included(self, environment: jinja2.Environment, include: re.Match[str]) -> str:
        part = self._whole(environment, super().get_source(environment, include[1])[0].removesuffix("\n"))
        return part if len(part) <= _SHORT else include[0]


class _Environment(jinja2.Environment):
    """Finds a template that was loaded by its name alone; a page asks for dozens, and Jinja2 asks its loader about each."""

    getattr = staticmethod(getattr)  # type: ignore[assignment] # views are objects: their fields need no second try as items

    def __init__(self, folders: Sequence[Path]) -> None:
        self._loaded: dict[str, jinja2.Template] = {}
        super().__init__(
            loader=_Loader(_places(folders)),
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
        self._folders = folders
        self._environment = _Environment(folders)

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template. Raises TemplateFault for a fault in the template itself."""
        try:
            return self._environment.get_template(f"{template}.html").render(context)
        except Exception as error:
            fault = _fault_in(self._folders, template, context)
            if fault is None:
                raise
            raise fault from error


def _places(folders: Sequence[Path]) -> list[Path]:
    return [place for folder in folders for place in (folder, folder / "records")]


def _fault_in(folders: Sequence[Path], template: str, context: dict[str, object]) -> TemplateFault | None:
    """Renders once more, each template in its own file and line, and gives the place where that stops.

    None where the fault is in a view, and not in a template.
    """
    loader = jinja2.FileSystemLoader(_places(folders))
    plain = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    try:
        plain.get_template(f"{template}.html").render(context)
    except Exception as error:
        return _fault(error)
    return None


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
