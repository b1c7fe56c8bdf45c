"""The sentences in which problems are told, and what each field means, in Dutch and in English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from kennisstad.problem import Problem, Severity

LANGUAGES = ("nl", "en")
"""The languages problems can be told in; the first is the default."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The sentences of one language."""

    rules: Mapping[str, str]
    hints: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]

    def tell(self, problem: Problem) -> str:
        """Gives a problem in two lines: where, whose record and what; then what to write instead."""
        whose = f" {problem.record}:" if problem.record else ""
        kind = f" ({self.words['advice']})" if problem.severity == Severity.ADVICE else ""
        message = self.rules[problem.rule].format_map(problem.values)
        hint = self.hints[problem.hint].format_map(problem.values)
        return f"{problem.location}:{whose} {message} [{problem.rule}]{kind}\n    → {hint}"

    def tell_all(self, problems: Iterable[Problem]) -> str:
        """Gives problems one after the other."""
        return "\n".join(self.tell(problem) for problem in problems)

    def say(self, key: str, **values: object) -> str:
        """Gives a word or sentence of the command itself."""
        return self.words[key].format(**values)


@cache
def messages(language: str) -> Messages:
    """Gives the sentences of a language. Raises KeyError for a language that has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    text = resources.files(__package__).joinpath(f"{language}.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)  # noqa: S506 (the safe loader, in C)
    return Messages(found["rules"], found["hints"], found["fields"], found["words"])
