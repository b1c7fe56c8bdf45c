"""The examples of the handbook: each gives the rule that it explains, and the programme without it does not.

`src/kennisstad/messages/examples.yaml` has one for each rule. `GOLDEN=write pytest tests/golden/test_examples.py` looks for an
example of each rule that has none among the golden cases, takes the shortest, and writes down where its mistake stands.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kennisstad.checking import check
from kennisstad.messages import messages
from kennisstad.messages.examples import Example, all_examples
from kennisstad.model import Folders
from kennisstad.problem import Problem, Severity
from kennisstad.rules import languages
from tests.conftest import ROOT
from tests.golden.test_golden import CASES, change, sections
from tests.site.programmes import INVENTED, copy_invented

MOST_LINES = 30
"""Lines of a file that an example may show in whole."""
EXAMPLES, RULES = all_examples(), frozenset(messages("en").rules)
FILE = ROOT / "src" / "kennisstad" / "messages" / "examples.yaml"
WRITE = os.environ.get("GOLDEN") == "write"


class Change(NamedTuple):
    """A section of a golden case, or all of them together."""

    case: str
    parts: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> int:
        """The fewer sections and the less text, the better an example."""
        return 10_000 * (len(self.parts) > 1) + sum(len(text) for _, text in self.parts)


def beyond(base: list[Problem], problems: list[Problem]) -> list[Problem]:
    """Gives the problems that a mistake made; those of the programme as it is may stand on other lines now."""
    known = [(problem.rule, problem.record, dict(problem.values)) for problem in base]
    return [problem for problem in problems if (problem.rule, problem.record, dict(problem.values)) not in known]


def found(values: Mapping[str, str]) -> dict[str, str]:
    """Gives what a message says of the mistake; what one may choose from grows with the programme and the model."""
    return {name: value for name, value in values.items() if name != "known"}


def told(folder: Path, parts: tuple[tuple[str, str], ...]) -> list[Problem]:
    copy_invented(folder)
    for head, text in parts:
        change(folder, head, text)
    return check(Folders.of(folder)).problems


@pytest.fixture(autouse=True)
def without_larger_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "find_spec", lambda name: None)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """What the check tells of the invented programme as it is."""
    return told(tmp_path_factory.mktemp("base"), ())


@pytest.mark.skipif(not WRITE, reason="looks for examples only where it is asked to")
def test_look_for_examples(tmp_path: Path, base: list[Problem]) -> None:
    lacking = sorted(RULES - EXAMPLES.keys())
    best: dict[str, tuple[tuple[object, ...], Example]] = {}
    for number, one in enumerate(_changes(set(lacking))):
        try:
            problems = beyond(base, told(tmp_path / str(number), one.parts))
        except (AssertionError, OSError):
            continue  # a section that only makes sense after the one before it
        for problem in problems:
            others = tuple(sorted({other.rule for other in problems} - {problem.rule}))
            example = replace(_example(one, problem), besides=others if len(one.parts) == 1 else ())
            weight = (bool(example.case), not example.wrong, len(others), not example.line, one.weight)
            if problem.rule in lacking and (problem.rule not in best or weight < best[problem.rule][0]):
                best[problem.rule] = weight, example
    new = {rule: _plain(example) for rule, (_, example) in best.items()}
    if new:
        kept = yaml.load(FILE.read_text("utf-8"), Loader=yaml.CSafeLoader) or {}
        head = "".join(line for line in FILE.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
        FILE.write_text(head + yaml.dump(dict(sorted({**kept, **new}.items())), Dumper=_Dumper, **_FORM), "utf-8")
    assert sorted(set(lacking) - set(new)) == [], "write an example of these by hand"


def _changes(lacking: set[str]) -> Iterator[Change]:
    for case in CASES:
        text = case.read_text("utf-8")
        if any(f"[{rule}]" in text for rule in lacking):
            parts = tuple((head, body) for head, body in sections(text) if head not in ("nl", "en"))
            yield Change(case.stem, parts)
            if len(parts) > 1:
                alone = [Change(case.stem, (part,)) for part in parts]
                yield from (one for one in alone if not one.parts[0][0].endswith((" picture", " link", " bytes")))


def _example(one: Change, problem: Problem) -> Example:
    """Gives the part of a change that holds the problem, as an example; where that is too long, only what was found."""
    where, shown = problem.location, ("", "", 0)
    for head, text in one.parts:
        name, _, verb = head.partition(" ")
        if name == where.file and verb in ("", "replace"):
            start, right, wrong = _whole_lines(name, text) if verb else (1, "", text.rstrip("\n"))
            if start <= where.line <= start + wrong.count("\n") < start + MOST_LINES:
                shown = right, wrong, where.line - start + 1
                break
    right, wrong, line = shown
    if not wrong and [head for head, _ in one.parts] == [f"{where.file} replace"]:
        _, right, wrong = _whole_lines(where.file, one.parts[0][1])  # what is wrong there is told at the start of the record
    case = "" if wrong and len(one.parts) == 1 else one.case
    column = where.column if line else 0
    values = dict(problem.values)
    return Example(problem.rule, where.file, right, wrong, line, column, problem.hint, problem.record, values, case)


def _whole_lines(file: str, text: str) -> tuple[int, str, str]:
    """Gives the line where a replacement begins, and its old and new text with all else that stands on their lines."""
    old, _, new = text.rstrip("\n").partition("\n---8<---")
    whole = (INVENTED / file).read_text("utf-8")
    start = whole.find(old)
    if start < 0:
        return 1, "", ""  # it changes what another section wrote
    end = whole.find("\n", start + len(old))
    before = whole[whole.rfind("\n", 0, start) + 1 : start]
    after = whole[start + len(old) : end if end >= 0 else len(whole)]
    return whole[:start].count("\n") + 1, f"{before}{old}{after}", f"{before}{new.removeprefix(chr(10))}{after}"


class _Dumper(yaml.SafeDumper):
    """Writes texts of more than one line as they are."""


_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)
)
_FORM: dict[str, Any] = {"allow_unicode": True, "width": 130, "sort_keys": False}


def _plain(example: Example) -> dict[str, Any]:
    parts = {name: getattr(example, name) for name in Example.__slots__ if name != "rule"}
    return {name: part for name, part in parts.items() if part}


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_an_example_gives_its_rule_and_what_is_right_does_not(rule: str, tmp_path: Path, base: list[Problem]) -> None:
    example = EXAMPLES[rule]
    if example.tested:
        assert f'"{rule}"' in (ROOT / example.tested).read_text("utf-8")
        return
    if example.case:
        case = ROOT / "tests" / "golden" / "cases" / f"{example.case}.txt"
        parts = tuple((head, body) for head, body in sections(case.read_text("utf-8")) if head not in ("nl", "en"))
    else:
        body = f"{example.right}\n---8<---\n{example.wrong}" if example.right else f"{example.wrong}\n"
        parts = ((f"{example.file} replace" if example.right else example.file, body),)
    new = beyond(base, told(tmp_path, parts))
    same = [problem for problem in new if problem.rule == rule and found(problem.values) == found(example.values)]
    same.sort(key=lambda problem: problem.record != example.record)

    assert [(problem.hint, problem.record) for problem in same][:1] == [(example.hint, example.record)]
    if not example.case:
        assert {problem.rule for problem in new if problem.severity is Severity.ERROR} <= {rule, *example.besides}
    of_record = (rule, example.record, found(example.values))
    assert of_record not in [(problem.rule, problem.record, found(problem.values)) for problem in base]


def test_every_rule_has_an_example() -> None:
    assert EXAMPLES.keys() == RULES
