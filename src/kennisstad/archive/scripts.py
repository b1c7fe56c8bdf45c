"""Scripts that run from a file: a browser loads no module from one, so a script comes with its modules in it.

Only the forms that our own scripts have are known (decisions/0013 on what others wrote: `form/`). What a module fetches while it
runs (`import(…)`) stays as it is: a page that opens from a folder does not ask for it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

_IMPORT = re.compile(r"""^import\s*(?:\{([^}]*)\}\s*from\s*)?["'](\.{1,2}/[^"']+)["'];?[ \t]*$""", re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function\*? |class )|const |let )((?:async )?(?:function\*?|class|const|let) )([\w$]+)", re.M
)
_UNKNOWN = re.compile(r"^(?:import\b(?!\()|export\b)|\bimport\.meta\b", re.MULTILINE)
_OWN_ADDRESS, _KNOWN_ADDRESS = "import.meta.url", "_url"
_RENAMED = re.compile(r"\bas\b")


class UnknownForm(Exception):
    """A module imports or exports in a form that is not known here, or in a circle."""


def is_named_by_pages(script: str) -> bool:
    """Whether a module gives nothing to others, so that it is there for pages."""
    return not re.search(r"^export\b", script, re.MULTILINE)


def classic(path: str, read: Callable[[str], str]) -> str:
    """Gives a module and all that it imports as one script that needs no other file. Raises UnknownForm; `read` raises its own."""
    written: dict[str, str] = {}
    _add(path, read, written, ())
    body = "".join(written.values())
    address = f"const {_KNOWN_ADDRESS}=document.currentScript.src;\n" if _KNOWN_ADDRESS in body else ""
    return f'"use strict";(()=>{{\n{address}{body}}})();\n'


def _add(path: str, read: Callable[[str], str], written: dict[str, str], above: tuple[str, ...]) -> None:
    """Adds a module after those that it needs."""
    if path in above:
        raise UnknownForm(path)
    if path in written:
        return
    text = read(path)
    if posixpath.dirname(path) == posixpath.dirname((*above, path)[0]):
        text = text.replace(_OWN_ADDRESS, _KNOWN_ADDRESS)  # from there it counts to the same files as from the whole script
    for _, address in _IMPORT.findall(text):
        _add(_named(path, address), read, written, (*above, path))
    names = [name for _, name in _EXPORT.findall(text)]
    own = {name: f"_{position}" for position, name in enumerate(written)}
    text = _EXPORT.sub(r"\1\2", _IMPORT.sub(lambda found: _taken(found[1], own[_named(path, found[2])]), text))
    if _UNKNOWN.search(text):
        raise UnknownForm(path)
    gives = f"return {{{','.join(names)}}};\n" if names else ""
    written[path] = f"const _{len(written)}=(()=>{{\n{text}\n{gives}}})();\n"


def _named(path: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def _taken(names: str | None, module: str) -> str:
    """Gives what takes names from a module that stands before: `import { a as b }` → `const { a : b }`."""
    return f"const {{{_RENAMED.sub(':', names)}}}={module};" if names else ""
