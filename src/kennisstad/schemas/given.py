"""What the data of a programme give to choose from, as definitions of JSON Schema: ids of records with their names, and words.

An id that is not among them is no fault of the schema: another proposal may add the record, and the check knows better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, get_args

from kennisstad.model import PROGRAMME, Dataset
from kennisstad.model.choices import ChosenFrom, word_key
from kennisstad.model.ids import OfferedFrom
from kennisstad.model.values import Text
from kennisstad.model.walk import models_in
from kennisstad.opendata.schema import DIALECT
from kennisstad.opendata.words import word_for
from kennisstad.schemas.typed import TEXTS, Schema, in_both, line_of

_MEANINGS = {"statuses": "status.meaning", "partner_kinds": "", "topics": ""}
"""The lists that a programme may add to, each with the group of words that explain what is in it, if there are any."""
_ID = {"type": "string", "pattern": "^[a-z0-9-]+$"}


def definitions_given(dataset: Dataset) -> Schema:
    """Gives a definition for each kind of records that others name, for each list to choose from, and for texts."""
    marks = _marks_of(dataset)
    ids = {name: _records(dataset, name) for name in sorted({mark.kind for mark in marks if isinstance(mark, OfferedFrom)} - {""})}
    lists = {name: _choices(dataset, ChosenFrom(name), dataset.choices.of(name)) for name in _MEANINGS}
    enums = sorted((mark for mark in marks if isinstance(mark, type)), key=lambda mark: mark.__name__)
    words = {enum.__name__: _choices(dataset, enum, [str(choice.value) for choice in enum]) for enum in enums}
    return {"$schema": DIALECT, "$defs": ids | lists | words | _texts(dataset)}


def _marks_of(dataset: Dataset) -> set[OfferedFrom | type[Enum]]:
    """Gives what the fields of all records say of their values: which records they name, and which lists they choose from."""
    parts = {part for kind in (PROGRAMME, *dataset.kinds.records) for part in models_in(kind.model)}
    return {mark for part in parts for field in part.model_fields.values() for mark in _marks(field)}


def _marks(value: Any) -> Iterator[OfferedFrom | type[Enum]]:
    """Gives the marks of ids, and the lists of words, in a field and within its type."""
    if isinstance(value, type) and issubclass(value, Enum):
        yield value
    yield from (
        mark for mark in (*getattr(value, "metadata", ()), *getattr(value, "__metadata__", ())) if isinstance(mark, OfferedFrom)
    )
    for inside in (getattr(value, "annotation", None), *get_args(value)):
        if inside is not None:
            yield from _marks(inside)


def _records(dataset: Dataset, kind: str) -> Schema:
    named = ((record.id or "", _names(dataset, record)) for record in dataset.valid[kind].values())
    return {"anyOf": [*(_one(identity, names) for identity, names in sorted(named)), _ID]}


def _names(dataset: Dataset, record: Any) -> Mapping[str, str]:
    """Gives what a record is called, by language."""
    title = getattr(record, "title", None) or getattr(record, "name", None)
    if isinstance(title, Text):
        return {language: title.root[language] for language in dataset.programme.languages if language in title.root}
    return {dataset.programme.languages[0]: title} if isinstance(title, str) else {}


def _choices(dataset: Dataset, chosen_from: ChosenFrom | type[Enum], choices: Iterable[str]) -> Schema:
    return {"anyOf": [_one(choice, *_words(dataset, chosen_from, choice)) for choice in choices]}


def _words(dataset: Dataset, chosen_from: ChosenFrom | type[Enum], choice: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Gives what a choice is called and what that means, by language."""
    languages = dataset.programme.languages
    words = {language: word_for(dataset.locales[language], chosen_from, choice) or "" for language in languages}
    group = _MEANINGS.get(chosen_from.list, "") if isinstance(chosen_from, ChosenFrom) else ""
    key = word_key(group, choice)
    return words, {language: dataset.locales[language].words.get(key, "") for language in languages}


def _one(value: str, names: Mapping[str, str], meanings: Mapping[str, str] | None = None) -> Schema:
    """Gives one choice with its name, and what it means where that is told."""
    shown = {language: name for language, name in names.items() if name}
    told = {language: meaning for language, meaning in (meanings or {}).items() if meaning} or shown
    titles = {"title": in_both(shown), "titles": shown} if shown else {}
    return {"const": value, **titles, **({"description": in_both(told), "descriptions": told} if told else {})}


def _texts(dataset: Dataset) -> dict[str, Schema]:
    """Gives the texts, with the languages of the programme, the first of them always."""
    found = {}
    for text in TEXTS:
        line = line_of(text.model_json_schema())
        found[text.__name__] = {
            "type": "object",
            "properties": dict.fromkeys(dataset.programme.languages, line),
            "required": [dataset.programme.languages[0]],
            "additionalProperties": False,
        }
    return found
