"""What is told of a field, by its type in the model and a small table: old and new values, that a text was revised, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from kennisstad.model.base import Part, Record, Source
from kennisstad.model.choices import ChosenFrom
from kennisstad.model.history import Did, Form, Told
from kennisstad.model.ids import RefersTo
from kennisstad.model.instants import Instant, LongText
from kennisstad.model.values import Moment, Prose, Text

_SHOWN = ("order", "colour", "icon", "words", "languages", "address", "licence", "repository")
_KEPT = ("id", "formerly", "checked", "read", "history_from", "erased", "accepted")
_REACHED = ("contact", "email", "telephone", "security")
QUIET = frozenset((*_SHOWN, *_KEPT, *_REACHED))
"""Fields of which nothing is told: how something is shown, kept and looked through, and how to reach people."""
NAMES = ("title", "short_title", "name", "short_name", "shown")
"""Short texts that are told as they were and as they are; of any other text only that it was revised."""
AS_WRITTEN = ("year", "until_year", "status_year", "time_zone")
"""Short values that are told as they were and as they are written."""
GOALS, GOAL = "sdgs", "goal"
DOCUMENTS = "documents"
_NAMED_BY = ("title", "name", "counts")
_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n|\s*[-*+>#]\s|\s*\d+\.\s)[ \t]*")
"""Where a paragraph goes on in a new line."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different in one field of a record."""

    did: Did
    field: str = ""
    old: Told | None = None
    new: Told | None = None
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """How the two states call other records: `same` gives the id that an older one stands for, `names` what one was called.

    `read` gives a text that names records (`project:quay-garden`) with the ids of the newer state; `zone` is the programme's.
    """

    read: Callable[[str], str] = lambda line: line
    same: Callable[[str, str], str] = lambda kind, identity: identity
    names: Callable[[str, str], Mapping[str, str]] = lambda kind, identity: {}
    zone: str = "UTC"


_FORMS: Mapping[type, Form] = {Moment: Form.MOMENT, Instant: Form.INSTANT, Decimal: Form.NUMBER}
_TRUTHS = ("no", "yes")
Teller = Callable[[str, Any, Any, Sides], Iterator[Difference]]


def differences(old: Record, new: Record, sides: Sides) -> Iterator[Difference]:
    """Gives what is different in a record, as far as it is told; a new translation once for all texts of the record."""
    translated: dict[str, None] = {}
    for name, teller in _tellers(type(new)).items():
        before, after = getattr(old, name, None), getattr(new, name)
        if before is after or before == after:
            continue
        for difference in teller(name, before, after, sides):
            if difference.did is Did.TRANSLATED:
                translated.update(dict.fromkeys(difference.languages))
            else:
                told = replace(difference, old=_in_zone(difference.old, old), new=_in_zone(difference.new, new))
                if not _is_same_instant(told.old, told.new, sides.zone):
                    yield told
    if translated:
        yield Difference(Did.TRANSLATED, languages=tuple(translated))


def _in_zone(told: Told | None, record: Record) -> Told | None:
    """Gives an instant with the zone that the record tells its times in, where it names one."""
    return replace(told, kind=getattr(record, "time_zone", None) or "") if told and told.form is Form.INSTANT else told


def _is_same_instant(old: Told | None, new: Told | None, usual: str) -> bool:
    """Whether a time is only written in another way."""
    if old is None or new is None or {old.form, new.form} != {Form.INSTANT}:
        return False
    before, after = Instant(old.plain), Instant(new.plain)
    same = before.at(ZoneInfo(old.kind or usual)) == after.at(ZoneInfo(new.kind or usual))
    return same and before.has_time == after.has_time


def name_of(record: Record | None) -> dict[str, str]:
    """Gives what a record is called, by language."""
    found = next((text for field in _NAMED_BY if isinstance(text := getattr(record, field, None), Text)), None)
    return {} if found is None else {code: " ".join(line.split()) for code, line in found.root.items()}


@cache
def _tellers(model: type[BaseModel]) -> Mapping[str, Teller]:
    found = {name: _teller(name, (field.annotation, *field.metadata)) for name, field in model.model_fields.items()}
    return {name: teller for name, teller in found.items() if teller is not None}


def _teller(name: str, annotation: tuple[Any, ...]) -> Teller | None:
    marks = list(_marks(annotation))
    classes = [mark for mark in marks if isinstance(mark, type)]
    refers = next((mark.kind for mark in marks if isinstance(mark, RefersTo)), GOAL if name == GOALS else "")
    chosen = next((mark.list for mark in marks if isinstance(mark, ChosenFrom)), "")
    is_list = any(get_origin(mark) in (tuple, dict) for mark in marks)
    if name in QUIET:
        return None
    if any(issubclass(one, Part) for one in classes):
        return _sources if Source in classes else _revised
    if refers:
        return _members(refers) if is_list else _values(Form.RECORD, refers)
    if is_list:
        return _revised
    if any(issubclass(one, Text) for one in classes):
        return _name if name in NAMES else _text
    if bool in classes:
        return _truth
    form = (
        Form.CHOICE
        if chosen
        else next((form for kind, form in _FORMS.items() if any(issubclass(one, kind) for one in classes)), None)
    )
    return _values(form or Form.PLAIN, chosen) if form or name in AS_WRITTEN else _revised


def _marks(annotation: Any) -> Iterator[Any]:
    """Gives everything an annotation is made of."""
    inside = annotation if isinstance(annotation, tuple) else (*get_args(annotation), *getattr(annotation, "__metadata__", ()))
    yield from () if isinstance(annotation, tuple) else (annotation,)
    for part in inside:
        yield from _marks(part)


def _values(form: Form, kind: str) -> Teller:
    def told(value: Any, sides: Sides) -> Told | None:
        plain = value.root if isinstance(value, Moment | Instant) else str(value)
        return None if value is None else Told(form, plain, sides.names(kind, plain) if form is Form.RECORD else {}, kind)

    def teller(name: str, old: Any, new: Any, sides: Sides) -> Iterator[Difference]:
        if form is not Form.RECORD or old is None or sides.same(kind, old) != new:
            yield Difference(Did.CHANGED, name, told(old, sides), told(new, sides))

    return teller


def _truth(name: str, old: bool | None, new: bool | None, sides: Sides) -> Iterator[Difference]:
    yield Difference(Did.CHANGED, name, Told(Form.TRUTH, _TRUTHS[bool(old)]), Told(Form.TRUTH, _TRUTHS[bool(new)]))


def _members(kind: str) -> Teller:
    def teller(name: str, old: Any, new: Any, sides: Sides) -> Iterator[Difference]:
        before = {sides.same(kind, str(one)): str(one) for one in old or ()}
        after = dict.fromkeys(map(str, new or ()))
        for one in (one for one in after if one not in before):
            yield Difference(Did.JOINED, name, new=Told(Form.RECORD, one, sides.names(kind, one), kind))
        for one in (was for one, was in before.items() if one not in after):
            yield Difference(Did.LEFT, name, old=Told(Form.RECORD, one, sides.names(kind, one), kind))

    return teller


def _sources(name: str, old: Any, new: Any, sides: Sides) -> Iterator[Difference]:
    """Of sources the documents are told, not the lines in them."""
    before, after = ([source.document for source in side or () if isinstance(source, Source)] for side in (old, new))
    yield from _members(DOCUMENTS)(name, before, after, sides)


def _name(name: str, old: Text | None, new: Text | None, sides: Sides) -> Iterator[Difference]:
    for difference in _text(name, old, new, sides):
        if difference.did is Did.REVISED:
            before, after = (None if side is None else Told(Form.TEXT, texts=_lines(side)) for side in (old, new))
            yield Difference(Did.CHANGED, name, before, after, difference.languages)
        else:
            yield difference


def _text(name: str, old: Text | None, new: Text | None, sides: Sides) -> Iterator[Difference]:
    """A text in a language more is translated; whatever else became of it, it is revised."""
    before = {code: sides.read(line) for code, line in _lines(old).items()} if old is not None else {}
    after = _lines(new) if new is not None else {}
    revised = tuple(code for code in {**before, **after} if before.get(code) != after.get(code) and (code in before or not before))
    translated = tuple(code for code in after if before and code not in before)
    if revised:
        yield Difference(Did.REVISED, name, languages=revised)
    if translated:
        yield Difference(Did.TRANSLATED, languages=translated)


def _lines(text: Text) -> dict[str, str]:
    """Gives a text by language as it reads, however its lines were broken."""
    if not isinstance(text, Prose | LongText):
        return {code: " ".join(line.split()) for code, line in text.root.items()}
    return {code: _WRAPPED.sub(" ", _ENDS.sub("", line.strip())) for code, line in text.root.items()}


def _revised(name: str, old: Any, new: Any, sides: Sides) -> Iterator[Difference]:
    if not isinstance(old, tuple) or tuple(sides.read(one) if isinstance(one, str) else one for one in old) != new:
        yield Difference(Did.REVISED, name)


def likeness(old: Record, new: Record) -> float:
    """Gives how much of two records is the same, from 0 to 1, their ids left out."""
    names = [name for name in type(new).model_fields if name not in ("id", "formerly", "checked", "accepted")]
    pairs = [(getattr(old, name, None), getattr(new, name)) for name in names]
    filled = [(one, other) for one, other in pairs if one or other]
    return sum(one == other for one, other in filled) / len(filled) if filled else 0.0
