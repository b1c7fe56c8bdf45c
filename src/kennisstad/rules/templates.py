"""The templates that a programme wrote over those of every programme can be read, and name what is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import jinja2
from jinja2 import nodes

from kennisstad.i18n import words_needed
from kennisstad.model import Dataset, Folders
from kennisstad.model.folders import OVERRIDES
from kennisstad.problem import Location, Problem, nearest
from kennisstad.reading.files import read_text
from kennisstad.reading.folders import fault_of, files_in

BODIES = "records"
"""Within the overrides: the templates of what stands in the frame; they name each other from there."""
_INCLUDES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_environment = jinja2.Environment(autoescape=True)


def templates_can_be_read(dataset: Dataset) -> Iterator[Problem]:
    """A template in `overrides/` takes the place of the one of the same name, is read by Jinja, and names what is there.

    Passes: `overrides/records/project.html` with `{% include "components/notice.html" %}`. Fails: `overrides/records/projekt.html`,
    `{% if view.title }`, `{% include "components/notise.html" %}`, `{{ words.projects.titel }}`.
    """
    folders = dataset.folders
    own = {path.relative_to(folders.overrides).as_posix(): path for path in _templates(folders.overrides)}
    if not folders.has_own_looks or not own:
        return
    known = {path.relative_to(looks).as_posix() for looks in folders.looks for path in _templates(looks)}
    used: set[str] = set()
    for path in own.values():
        tree, problems = _read(path, folders)
        yield from problems
        for node in tree.find_all(_INCLUDES) if tree else ():
            used |= set(_included(node))
            yield from _not_there(node, known, folders.name(path))
        yield from _unknown_words(tree, dataset.kinds.vocabulary, folders.name(path)) if tree else ()
    expected = {path.relative_to(folders.base / "overrides").as_posix() for path in _templates(folders.base / OVERRIDES)}
    expected |= {f"{BODIES}/{getattr(place, 'template', '') or place.name}.html" for place in dataset.kinds.places}
    for name, path in own.items():
        if name not in expected and not used & {name, name.removeprefix(f"{BODIES}/")}:
            suggestion = nearest(name, sorted(expected))
            values = {"found": name, "suggestion": f"overrides/{suggestion}"}
            hint = "did-you-mean" if suggestion else "remove-template"
            yield Problem(Location(folders.name(path)), "template-unused", hint, values=values)


def _templates(folder: Path) -> Iterator[Path]:
    return (path for path in files_in(folder) if path.suffix == ".html")


def _read(path: Path, folders: Folders) -> tuple[nodes.Template | None, list[Problem]]:
    name = folders.name(path)
    fault = fault_of(path, folders.root)
    if fault:
        return None, [Problem(Location(name), *fault, values={"found": path.name})]
    text, problem = read_text(path, name)
    if problem:
        return None, [problem]
    if _is_of_every_programme(text, path.relative_to(folders.overrides), folders):
        return None, []
    read = _parsed(text)
    if isinstance(read, jinja2.TemplateSyntaxError):
        return None, [Problem(Location(name, read.lineno), "template-fault", "mend-template", values={"found": str(read.message)})]
    return read, []


def _is_of_every_programme(text: str, name: Path, folders: Folders) -> bool:
    """A copy that nobody changed says no more than what it was copied from."""
    original = folders.base / OVERRIDES / name
    return original.is_file() and original.read_text("utf-8") == text


@lru_cache(maxsize=512)
def _parsed(text: str) -> nodes.Template | jinja2.TemplateSyntaxError:
    """A preview checks again after each change, and most templates are as they were."""
    try:
        tree = _environment.parse(text)
        _environment.compile(tree, raw=True)  # parsing alone knows no filters
    except jinja2.TemplateSyntaxError as error:
        return error
    return tree


def _included(node: nodes.Node) -> list[str]:
    """Gives the names that a template includes or imports, where these are plain texts."""
    template = getattr(node, "template", None)
    parts = template.items if isinstance(template, nodes.List | nodes.Tuple) else [template]
    return [part.value for part in parts if isinstance(part, nodes.Const) and isinstance(part.value, str)]


def _not_there(node: nodes.Node, known: set[str], file: str) -> Iterator[Problem]:
    if getattr(node, "ignore_missing", False):
        return
    for name in _included(node):
        if name not in known and f"{BODIES}/{name}" not in known:
            suggestion = nearest(name, sorted(other.removeprefix(f"{BODIES}/") for other in known))
            hint = "did-you-mean" if suggestion else "mend-template"
            yield Problem(Location(file, node.lineno), "template-missing", hint, values={"found": name, "suggestion": suggestion})


def _unknown_words(tree: nodes.Template, more: tuple[str, ...], file: str) -> Iterator[Problem]:
    for node in tree.find_all(nodes.Getattr):
        word = _word(node)
        if word and word not in _words_and_groups(more):
            suggestion = nearest(word, words_needed(more))
            values = {"found": f"words.{word}", "suggestion": f"words.{suggestion}"}
            hint = "did-you-mean" if suggestion else "mend-template"
            yield Problem(Location(file, node.lineno), "template-name", hint, values=values)


def _word(node: nodes.Expr) -> str:
    """Gives the key of the word that an expression names: `words.project.status` → `project.status`; "" for any other."""
    keys: list[str] = []
    while isinstance(node, nodes.Getattr):
        keys.insert(0, node.attr)
        node = node.node
    return ".".join(keys) if isinstance(node, nodes.Name) and node.name == "words" else ""


@cache
def _words_and_groups(more: tuple[str, ...]) -> frozenset[str]:
    parts = [word.split(".") for word in words_needed(more)]
    return frozenset(".".join(keys[:length]) for keys in parts for length in range(1, len(keys) + 1))
