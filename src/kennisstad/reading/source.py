"""YAML text → nodes that know their line and column; nothing an editor typed is dropped or silently changed.

YAML 1.1 as PyYAML reads it has surprises: `no` is False, `0123` is 83, `12:30` is 750, `1.10` is 1.1, the last of two equal
keys wins, and an alias can unfold into gigabytes. Here each of these is a problem, at its place. The text is read as a
stream of events, so that nothing is built before it has been looked at and depth costs no recursion.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from kennisstad.problem import Location, Problem, Severity
from kennisstad.reading.builder import DEEPEST, Builder, TooDeep
from kennisstad.reading.files import garbled_words, read_text
from kennisstad.reading.nodes import Document, Keys, Node
from kennisstad.reading.shapes import syntax_problem

__all__ = ["DEEPEST", "Document", "Keys", "Node", "parse", "read"]


def read(path: Path, name: str) -> Document:
    """Reads a YAML file; `name` is how problems call it. Raises nothing: what is wrong stands in `problems`."""
    text, problem = read_text(path, name)
    return Document(name, None, [problem]) if problem else parse(text, name)


def parse(text: str, name: str, first_line: int = 1, if_empty: str = "write-empty-list") -> Document:
    """Reads YAML text whose first line is line `first_line` of the file `name`; `if_empty` names the advice where there is none."""
    if not text.strip():
        return Document(name, None, [Problem(Location(name, first_line), "file-empty", if_empty)])
    builder = Builder(name, text.splitlines(), first_line)
    builder.problems.extend(garbled_words(text, name, first_line))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        builder.problems.append(syntax_problem(error, text, name, first_line, _read_faultless))
        return Document(name, None, builder.problems)
    except TooDeep:
        return Document(name, None, builder.problems)
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem(Location(name, first_line), "file-empty", if_empty))
    return Document(name, builder.root, builder.problems)


def _read_faultless(text: str) -> Node | None:
    """Gives the root of a text in which nothing is wrong, else None."""
    builder = Builder("", text.splitlines(), 1)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except (yaml.YAMLError, TooDeep):
        return None
    return None if any(problem.severity == Severity.ERROR for problem in builder.problems) else builder.root
