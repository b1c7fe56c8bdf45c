"""Advice that an editor leaves as it is, with a reason: it is not told of that record again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kennisstad.model import Dataset
from kennisstad.model.base import Advised
from kennisstad.problem import Location, Problem, Severity, nearest

ADVICE = frozenset(
    {
        "ends-in-the-past",
        "few-leads",
        "few-partners",
        "hard-text",
        "name-of-another",
        "news-of-later",
        "no-index",
        "no-source",
        "not-checked-lately",
        "not-translated",
        "one-sided",
        "partner-without-project",
        "personal-address",
        "row-without-project",
        "same-summary",
        "same-title",
        "source-without-place",
        "translation-older",
        "vague-label",
    }
)
"""The advice about a record that may be left as it is."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One piece of advice that a record leaves as it is: of which files it is told, and where that is written."""

    rule: str
    record: str
    files: frozenset[str]
    written_at: Location


def accepted_rules_are_advice(dataset: Dataset) -> Iterator[Problem]:
    """What a record leaves as it is, is advice: what stops the site cannot be left, and a word that is no rule leaves nothing.

    Passes: `accepted: {no-source: Verteld door de buurt.}`. Fails: `accepted: {no-sources: …}`, `accepted: {missing-field: …}`.
    """
    for accepted in accepted_in(dataset):
        if accepted.rule not in ADVICE:
            suggestion = nearest(accepted.rule, ADVICE)
            values = {"found": accepted.rule, "suggestion": suggestion, "known": ", ".join(sorted(ADVICE))}
            hint = "did-you-mean-of" if suggestion else "choose"
            yield Problem(accepted.written_at, "accepts-no-advice", hint, accepted.record, values)


def without_accepted(dataset: Dataset, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Gives the problems without the advice that records leave as it is, and what is left though there is no such advice."""
    left = {(file, one.record, one.rule): one for one in accepted_in(dataset) for file in one.files if one.rule in ADVICE}
    needed = set()
    for problem in problems:
        accepted = left.get((problem.location.file, problem.record, problem.rule)) if problem.severity is Severity.ADVICE else None
        if accepted is None:
            yield problem
        else:
            needed.add(accepted)
    for accepted in sorted(set(left.values()) - needed, key=lambda one: one.written_at):
        values = {"found": accepted.rule}
        yield Problem(accepted.written_at, "accepted-in-vain", "remove-line", accepted.record, values, Severity.ADVICE)


def accepted_in(dataset: Dataset) -> Iterator[Accepted]:
    """Gives all that records and pages leave as it is."""
    folders = {kind.name: kind.folder for kind in dataset.kinds.records}
    for kind, record in dataset.records():
        for rule in record.accepted if isinstance(record, Advised) else ():
            where = dataset.key_place(kind, record.id, ("accepted", rule))
            yield Accepted(rule, record.id, _files(dataset, folders.get(kind, ""), record.id, where), where)
    for page in dataset.content:
        where = Location(page.file, page.lines.get("accepted", 1))
        yield from (Accepted(rule, page.name, frozenset({page.file}), where) for rule in page.front.accepted)


def _files(dataset: Dataset, folder: str, record: str, where: Location) -> frozenset[str]:
    """Gives the files of a record; an article has one in each language."""
    if not folder:
        return frozenset({where.file})
    content = dataset.folders.content
    return frozenset(dataset.folders.name(content / code / folder / f"{record}.md") for code in dataset.programme.languages)
