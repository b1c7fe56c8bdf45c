"""For each rule what somebody typed and what to write instead; the tests make each of these mistakes (`tests/golden`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Example:
    """A mistake against one rule: what stood in a file, what was typed in its place, and where in that the mistake is."""

    rule: str
    file: str
    right: str = ""
    """"" where there was nothing, or a whole file is wrong."""
    wrong: str = ""
    """"" where no line is wrong but a picture, a name or a whole file."""
    line: int = 0
    column: int = 0
    hint: str = ""
    record: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    case: str = ""
    """The golden case that makes the mistake, where that takes more than one change."""
    besides: tuple[str, ...] = ()
    """Rules that the same mistake goes against."""
    tested: str = ""
    """The file of tests that makes a mistake which no file of a programme holds."""


@cache
def all_examples() -> Mapping[str, Example]:
    """Gives the example of each rule."""
    text = resources.files(__package__).joinpath("examples.yaml").read_text("utf-8")
    found: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader) or {}
    return {rule: Example(rule, **{**parts, "besides": tuple(parts.get("besides", ()))}) for rule, parts in found.items()}
