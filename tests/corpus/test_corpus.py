"""Whoever breaks a file is told which line, which mistake and what to write; and what is written for them is what they meant."""

from __future__ import annotations

import pytest

from kennisstad.edits import Typed
from kennisstad.problem import Severity
from tests.corpus.broken import CASES, CLEAN, Case, Desk, records, sentences, write_programme

MOST_MESSAGES = 2
"""Messages that one mistake may give."""
FEWEST_CASES = 160


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(write_programme(tmp_path_factory.mktemp("corpus")))


@pytest.mark.parametrize("case", [case for case in CASES if case.rule != CLEAN], ids=lambda case: case.name)
def test_a_mistake_is_told_where_it_is_with_what_to_write(desk: Desk, case: Case) -> None:
    told = desk.told(case)

    assert told, "nobody would know"
    first = told[0]
    assert (first.location.file, first.location.line) == desk.place(case)
    assert first.rule == case.rule
    assert len(told) <= MOST_MESSAGES, [problem.rule for problem in told]
    for sentence in sentences(first):
        assert all(word in sentence for word in case.says)
    assert bool(first.fix) == ("fix" in case.flags)
    if first.fix:
        mended = Typed(desk.changed(case, case.typed)).applied(first.fix)
        meant = desk.changed(case, case.right)
        if mended != meant:  # it may be spelled otherwise, between other quotes for instance
            checked = desk.with_text(case.file, mended)
            assert not checked.errors
            assert records(checked) == records(desk.wanted(case))


@pytest.mark.parametrize("case", [case for case in CASES if case.rule == CLEAN], ids=lambda case: case.name)
def test_what_is_right_is_read_as_it_was_typed(desk: Desk, case: Case) -> None:
    assert not desk.told(case)
    assert records(desk.with_text(case.file, desk.changed(case, case.typed))) == records(desk.wanted(case))


@pytest.mark.parametrize("case", [case for case in CASES if case.right != case.old], ids=lambda case: case.name)
def test_what_was_meant_is_right(desk: Desk, case: Case) -> None:
    assert not desk.wanted(case).errors


def test_the_programme_of_the_corpus_has_no_fault_and_cases_enough(desk: Desk) -> None:
    assert not [problem for problem in desk.untouched.problems if problem.severity is Severity.ERROR]
    assert len(CASES) >= FEWEST_CASES
    assert len({case.name for case in CASES}) == len(CASES)
