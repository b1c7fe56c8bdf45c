"""The sentences in which problems are told, and what each field means, in Dutch and in English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from kennisstad.messages.drawing import escaped, mended_lines, typed_line
from kennisstad.messages.sources import NOWHERE, Sources
from kennisstad.problem import Problem, Severity

LANGUAGES = ("nl", "en")
"""The languages problems can be told in; the first is the default."""

LONGEST_TITLE = 50
"""Characters of a title that are shown beside an id."""
_FIELDS = "known-fields"
MOST_OF_A_KIND = {Severity.ERROR: 50, Severity.ADVICE: 3}
"""Times that one rule is told of one file before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Messages:
    """The sentences of one language."""

    rules: Mapping[str, str]
    hints: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]
    words: Mapping[str, str]
    labels: Mapping[str, str]
    """What each field is called, in a form and in editors' tools."""

    def message(self, problem: Problem) -> str:
        """Gives what is wrong, in one sentence on one line."""
        return escaped(self.rules[problem.rule].format_map(problem.values))

    def remedy(self, problem: Problem) -> str:
        """Gives what to do about it, on one line; the names of fields with what each is called in this language."""
        values = problem.values
        if problem.hint == _FIELDS:
            values = {**values, "known": ", ".join(map(self._called, values["known"].split(", ")))}
        return escaped(self.hints[problem.hint].format_map(values))

    def _called(self, field: str) -> str:
        label = self.labels.get(field, "").partition(" (")[0]
        return field if label.casefold() in ("", field.replace("_", " ")) else f"{field} ({label})"

    def whose(self, problem: Problem) -> str:
        """Gives the id of a problem's record, with its title where the id does not say it; "" where it is of no record."""
        title = problem.title if len(problem.title) <= LONGEST_TITLE else f"{problem.title[: LONGEST_TITLE - 1].rstrip()}…"
        return f"{problem.record} ({title})" if title else problem.record

    def place(self, problem: Problem) -> str:
        """Gives the file, line and column of a problem."""
        place = escaped(str(problem.location))
        return f"./{place}" if place.startswith("::") else place

    def tell(self, problem: Problem, sources: Sources = NOWHERE) -> str:
        """Gives a problem: where, whose record and what; the line as typed; what to write instead, and the line as it should be."""
        whose = f" {escaped(self.whose(problem))}:" if problem.record else ""
        kind = f" ({self.words['advice']})" if problem.severity == Severity.ADVICE else ""
        lines = [f"{self.place(problem)}:{whose} {self.message(problem)} [{problem.rule}]{kind}"]
        typed = sources.typed(problem.location.file)
        lines += typed_line(problem, typed) if typed else []
        lines.append(f"    → {self.remedy(problem)}")
        lines += mended_lines(problem.fix, typed) if typed else []
        return "\n".join(lines)

    def tell_all(self, problems: Iterable[Problem], sources: Sources | Path = NOWHERE, *, whole: bool = False) -> str:
        """Gives problems one after the other, with the lines of the files in a folder.

        What is told of one file many times is counted from then on, advice soon; but for who wants the `whole` of it.
        """
        sources = Sources(sources) if isinstance(sources, Path) else sources
        seen: Counter[tuple[str, str]] = Counter()
        left: Counter[tuple[Severity, str, str]] = Counter()
        lines = []
        for problem in problems:
            kind = (problem.location.file, problem.rule)
            seen[kind] += 1
            if whole or seen[kind] <= MOST_OF_A_KIND[problem.severity]:
                lines.append(self.tell(problem, sources))
            else:
                left[problem.severity, *kind] += 1
        for (severity, file, rule), count in left.items():
            key = "more-advice" if severity == Severity.ADVICE else "more"
            lines.append(self.say(key, count=count, file=escaped(file), rule=rule))
        return "\n".join(lines)

    def say(self, key: str, **values: object) -> str:
        """Gives a word or sentence of the command itself."""
        return self.words[key].format(**values)


@cache
def messages(language: str) -> Messages:
    """Gives the sentences of a language. Raises KeyError for a language that has none."""
    if language not in LANGUAGES:
        raise KeyError(language)
    text = resources.files(__package__).joinpath(f"{language}.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return Messages(found["rules"], found["hints"], found["fields"], found["words"], found["labels"])
