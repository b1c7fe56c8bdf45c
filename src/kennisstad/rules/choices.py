"""What records choose from a list is in that list, and what a programme adds to one is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kennisstad.i18n import words_needed
from kennisstad.loading.validation import written
from kennisstad.model import Dataset, Record, word_key
from kennisstad.model.choices import ChosenFrom
from kennisstad.problem import Problem, nearest

_GROUPS = {"statuses": "status", "partner_kinds": "kind", "topics": "topic"}
"""The words of each list, by the programme's field that adds to it."""
_TAKEN = ("status.core", "status.word", "status.year", "kind.core")
"""What the style of a status, and a heading of the list of partners, is called in a page already."""


def choices_exist(dataset: Dataset) -> Iterator[Problem]:
    """A status, a kind of partner and a topic stand in the list of every programme, or are the programme's own.

    Passes: `status: running`; `status: paused` where the programme has `statuses: [{id: paused, like: stopped, …}]`.
    Fails: `status: runing`.
    """
    for collection, record in dataset.records():
        for field, name in lists_of(type(record)).items():
            found, known = getattr(record, field), dataset.choices.of(name)
            if found is not None and found not in known and _is_read(dataset, name):
                suggestion = nearest(found, known)
                values = {"found": written(found), "field": field, "known": ", ".join(known), "suggestion": suggestion}
                where = dataset.place(collection, record.id, (field,))
                yield Problem(where, "not-in-list", "did-you-mean-of" if suggestion else "choose", record.id, values)


def own_choices_are_new(dataset: Dataset) -> Iterator[Problem]:
    """What a programme adds to a list is not there already.

    Passes: `topics: [{id: boats, …}]`. Fails: `topics: [{id: jobs, …}]`.
    """
    programme = dataset.programme
    for name, group in _GROUPS.items():
        for position, own in enumerate(getattr(programme, name)):
            key = word_key(group, own.id)
            if key in _TAKEN or any(word == key or word.startswith(f"{key}.") for word in words_needed()):
                where = dataset.place("programme", programme.id, (name, position, "id"))
                yield Problem(where, "own-choice-known", "other-id-or-word", programme.id, {"found": own.id, "word": key})


def _is_read(dataset: Dataset, name: str) -> bool:
    """Whether what the programme adds to a list could be read; what it may not have is not judged."""
    programme = dataset.programme
    added = dataset.nodes["programme", programme.id or ""].child(name)
    return dataset.is_programme_whole or added is None or added.value is None or bool(getattr(programme, name))


@cache
def lists_of(model: type[Record]) -> Mapping[str, str]:
    """Gives the fields of a class of records whose value is chosen from a list, each with that list."""
    marked = ((name, mark) for name, field in model.model_fields.items() for mark in field.metadata)
    return {name: mark.list for name, mark in marked if isinstance(mark, ChosenFrom)}
