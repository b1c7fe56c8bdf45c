"""What an editor meant who wrote something that cannot stand where it stands: the right rule, what to write, and the certain edit.

Each look takes a problem with the value as it was typed, and gives the problem that teaches more, or None. Only problems come here:
what is right costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from kennisstad.model import Dataset
from kennisstad.problem import Problem, Severity
from kennisstad.rules.meant.addresses import meant_address
from kennisstad.rules.meant.characters import meant_characters, meant_letters
from kennisstad.rules.meant.days import meant_date
from kennisstad.rules.meant.fields import meant_comma, meant_field, meant_place_of_field
from kennisstad.rules.meant.kinds import meant_kind, meant_record
from kennisstad.rules.meant.lists import meant_list, meant_members
from kennisstad.rules.meant.numbers import meant_number, meant_truth
from kennisstad.rules.meant.parts import meant_part
from kennisstad.rules.meant.periods import meant_period, meant_time
from kennisstad.rules.meant.single import meant_single
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.rules.meant.words import meant_id, meant_instead, meant_text, meant_word

Look = Callable[[Dataset, Problem, Value, TypedFiles], Problem | None]

_LOOKS: tuple[Look, ...] = (
    meant_characters,
    meant_letters,
    meant_record,
    meant_place_of_field,
    meant_field,
    meant_comma,
    meant_single,
    meant_part,
    meant_members,
    meant_list,
    meant_time,
    meant_period,
    meant_date,
    meant_address,
    meant_truth,
    meant_number,
    meant_word,
    meant_instead,
    meant_kind,
    meant_id,
    meant_text,
)


def explained(dataset: Dataset, problem: Problem, files: TypedFiles) -> Problem:
    """Gives a problem with what was meant, where that can be told; else the problem as it is."""
    if problem.fix or problem.severity is Severity.ADVICE or "found" not in problem.values:
        return problem
    value = files.value(problem.location)
    if value is None:
        return problem
    for look in _LOOKS:
        meant = look(dataset, problem, value, files)
        if meant is not None:
            return meant
    return problem


__all__ = ["TypedFiles", "explained"]
