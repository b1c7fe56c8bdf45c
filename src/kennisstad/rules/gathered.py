"""One message for one mistake: what follows from another fault is not told beside it, and faults of one cause are one message."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kennisstad.model import Addressed, Dataset
from kennisstad.model.kinds import RecordKind
from kennisstad.problem import Edit, Location, Problem, Severity, nearest
from kennisstad.rules.meant.dashes import without_torn_records
from kennisstad.rules.meant.typed import TypedFiles
from kennisstad.rules.references import every_name

_FEWEST = 2
"""Places that name a record which is not there, from which on it is the record that is gone, not a name that was mistyped."""
_DIFFERS = "differs-by-language"
_MOST_PLACES = 3
"""Places that a message names; the others are counted."""


def gathered(dataset: Dataset, problems: Iterable[Problem], files: TypedFiles) -> list[Problem]:
    """Gives the problems with those of one cause as one."""
    told = without_torn_records(dataset, _without_echoes(problems), files)
    return _with_swaps(_with_gone_records(dataset, told), files)


def _without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """A field under another name is not also told to be missing; nor is a text in quotes that was told to be no address."""
    told = list(problems)
    meant = {
        (problem.location.file, problem.record, problem.values.get("suggestion", ""))
        for problem in told
        if problem.rule in ("unknown-field", "hidden-character", "wide-character")
    }
    curly = {problem.location for problem in told if problem.rule == "curly-quotes"}
    wrong = {str(problem.location) for problem in told if problem.severity is Severity.ERROR and problem.rule != _DIFFERS}

    def is_echo(problem: Problem) -> bool:
        if problem.rule == "missing-field":
            return (problem.location.file, problem.record, problem.values.get("last", "")) in meant
        if problem.rule == _DIFFERS:  # from a value that is wrong itself
            return bool(wrong & {str(problem.location), problem.values["where"]})
        return problem.location in curly and problem.rule != "curly-quotes" and problem.severity is Severity.ERROR

    echoes = {problem.location for problem in told if is_echo(problem) and problem.rule not in ("missing-field", _DIFFERS)}
    return [_as_error(problem) if problem.location in echoes else problem for problem in told if not is_echo(problem)]


def _as_error(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.ERROR)


def _with_gone_records(dataset: Dataset, problems: list[Problem]) -> list[Problem]:
    """A record that was removed or renamed is one message, that lists who names it."""
    naming: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    named = every_name(dataset) if any(map(_is_of_gone, problems)) else frozenset()
    for problem in filter(_is_of_gone, problems):
        key = _gone(dataset, problem, named)
        if key is not None:
            naming[key].append(problem)
    gone = {key: told for key, told in naming.items() if len({problem.location for problem in told}) >= _FEWEST}
    if not gone:
        return problems
    echoes = {id(problem) for told in gone.values() for problem in told}
    ones = [_record_gone(dataset, *key, told, named) for key, told in gone.items()]
    return [*(problem for problem in problems if id(problem) not in echoes), *ones]


def _is_of_gone(problem: Problem) -> bool:
    return problem.rule.startswith("unknown-") or problem.rule == "dead-record-link"


def _gone(dataset: Dataset, problem: Problem, named: frozenset[tuple[str, str]]) -> tuple[str, str] | None:
    """Gives the file and id of the record that a problem says is not there."""
    file, found = problem.values.get("file", ""), problem.values.get("found", "").rpartition(":")[2]
    kind = next((kind.name for kind in dataset.kinds.records if kind.file == file), "")
    # Who is called by name, and named by id elsewhere, is not gone.
    is_called = bool(problem.fix) and (kind, problem.values.get("suggestion", "")) in named
    return (file, found) if found and kind and not is_called else None


def _record_gone(dataset: Dataset, file: str, found: str, told: list[Problem], named: frozenset[tuple[str, str]]) -> Problem:
    kind = next(kind for kind in dataset.kinds.records if kind.file == file)
    told = sorted(told, key=lambda problem: problem.location)
    first = told[0]
    places = [
        f"{where.file}:{where.line} ({record})" if record else f"{where.file}:{where.line}" for where, record in _places(told)
    ]
    more = ", …" if len(places) > _MOST_PLACES else ""
    suggestion = _now_called(dataset, kind, found, named)
    values = {
        "found": found,
        "file": file,
        "count": str(len(places)),
        "places": ", ".join(places[:_MOST_PLACES]) + more,
        "suggestion": suggestion,
    }
    if not suggestion:
        return Problem(first.location, "record-gone", "mend-names", values=values)
    hint = "renamed-with-formerly" if issubclass(kind.model, Addressed) else "renamed"
    return Problem(dataset.place(kind.name, suggestion, ("id",)), "record-gone", hint, suggestion, values)


def _places(told: list[Problem]) -> list[tuple[Location, str]]:
    return list(dict.fromkeys((problem.location, problem.record) for problem in told))


def _now_called(dataset: Dataset, kind: RecordKind, found: str, named: frozenset[tuple[str, str]]) -> str:
    """Gives the record that nothing names and that is called almost so, or in most of the same words."""
    new = [identity for identity in dataset.valid.get(kind.name, {}) if (kind.name, identity) not in named]
    new = [identity for identity in new if _without_numbers(identity) != _without_numbers(found)]
    words = set(found.split("-"))
    alike = [identity for identity in new if len(words & set(identity.split("-"))) * 2 > len(words)]
    return nearest(found, new) or next(iter(alike), "")


def _without_numbers(identity: str) -> str:
    """What differs in a number only is of another year, or another of the same kind."""
    return re.sub("[0-9]+", "0", identity)


def _with_swaps(problems: list[Problem], files: TypedFiles) -> list[Problem]:
    """Two fields of a record that have each other's ids are swapped."""
    others = [problem for problem in problems if problem.rule == "other-kind"]
    for one in others:
        for other in others:
            is_pair = one.location < other.location and (one.location.file, one.record) == (other.location.file, other.record)
            crosses = one.values["there"] == other.values["file"] and other.values["there"] == one.values["file"]
            if is_pair and crosses and one in problems and other in problems:
                problems = [problem for problem in problems if problem not in (one, other)]
                problems.append(_swapped(one, other, files))
    return problems


def _swapped(one: Problem, other: Problem, files: TypedFiles) -> Problem:
    values = {**one.values, "other": other.values["field"]}
    edits: list[Edit] = []
    for problem, text in ((one, other.values["found"]), (other, one.values["found"])):
        value = files.value(problem.location)
        edits += [value.replaced(text)] if value is not None else []
    return replace(one, rule="swapped-fields", hint="swap-values", values=values, fix=tuple(edits))
