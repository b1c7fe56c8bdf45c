"""A new record: what its kind asks for, at its place in the file, or in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kennisstad.editing.desk import Desk, Refused
from kennisstad.editing.fields import dash_of
from kennisstad.editing.lines import Typed
from kennisstad.editing.renaming import ids_of, new_id
from kennisstad.editing.spans import RecordSpan, record_spans, value_of
from kennisstad.editing.spelling import Given, is_text, spelled, value_lines
from kennisstad.loading.single import own_files
from kennisstad.model import Addressed, Dataset, RecordKind
from kennisstad.model.values import LONGEST_SLUG
from kennisstad.problem import Edit
from kennisstad.text import suggest_slug

_BODY = "text"
_NAMES = ("title", "name")
"""The field that says what a record is called, whichever its kind has."""
_USUAL = {"status": "unknown"}
"""What is said of a field that nobody filled in."""
_TODAY = ("checked", "date")
_BESIDE = ("track", "topic", "agenda", "kind")
"""Fields by which files are in order: a record stands after the last one of the same."""


def begin(desk: Desk, kind: RecordKind, title: str, identity: str, given: dict[str, Given], *, alone: bool = False) -> str:
    """Puts a new record on the desk and gives its id, which is made of the title where none is given."""
    dataset = desk.checked.dataset
    if dataset is None:
        raise Refused("edit-unreadable", desk.checked.errors)
    fields = kind.model.model_fields
    name = next((name for name in _NAMES if name in fields), "")
    if title and name:
        before = given.get(name, {})
        given[name] = (
            {desk.languages[0]: title} | (dict(before) if isinstance(before, Mapping) else {}) if _speaks(kind, name) else title
        )
    unknown = next((field for field in given if field not in fields), "")
    if unknown:
        raise Refused("edit-no-field", found=unknown, known=", ".join(fields))
    values = {**_asked_for(dataset, kind), **given}
    _refuse_lacking(dataset, kind, values)
    identity = identity or _suggested(desk, kind, title)
    new_id(desk, kind, identity)
    if kind.folder:
        _put_article(desk, kind, identity, values)
    else:
        _put_record(desk, kind, identity, values, alone=alone)
    return identity


def _speaks(kind: RecordKind, field: str) -> bool:
    return is_text(kind.model.model_fields[field].annotation)


def _asked_for(dataset: Dataset, kind: RecordKind) -> dict[str, Given]:
    """Gives what can be said of required fields without asking."""
    usual = {**_USUAL, **dict.fromkeys(_TODAY, dataset.day.isoformat())}
    orders = [getattr(record, "order", 0) for record in dataset.valid.get(kind.name, {}).values()]
    usual["order"] = str(max(orders, default=0) + 1)
    return {name: usual[name] for name, field in kind.model.model_fields.items() if field.is_required() and name in usual}


def _refuse_lacking(dataset: Dataset, kind: RecordKind, values: Mapping[str, Given]) -> None:
    lacking = [name for name, field in kind.model.model_fields.items() if field.is_required() and name not in (*values, "id")]
    has_track = not dataset.tracks or {"track", "no_track"} & values.keys()
    if "track" in kind.model.model_fields and not has_track:
        lacking.append("track")
    if lacking:
        raise Refused("edit-lacks", found=", ".join(lacking), example=f"{lacking[0]}=…")


def _suggested(desk: Desk, kind: RecordKind, title: str) -> str:
    """Gives an id made of a title, with a number where it is taken, also by what a record was called before."""
    dataset = desk.checked.dataset
    records = dataset.valid.get(kind.name, {}).values() if dataset else ()
    taken = {*ids_of(desk, kind), *(old for record in records if isinstance(record, Addressed) for old in record.formerly)}
    wanted = suggest_slug(title)[:LONGEST_SLUG].strip("-")
    number = 1
    while (wanted if number == 1 else f"{wanted}-{number}") in taken:
        number += 1
    return wanted if number == 1 else f"{wanted}-{number}"


def record_lines(kind: RecordKind, values: Mapping[str, Given], language: str, outside: Sequence[str] = ()) -> list[str]:
    """Gives the lines of fields in the order of the model."""
    lines = []
    for name, field in kind.model.model_fields.items():
        if name in values and name not in outside:
            first, *rest = value_lines(field.annotation, values[name], language)
            lines += [f"{name}: {first}".rstrip(), *rest]
    return lines


def _put_record(desk: Desk, kind: RecordKind, identity: str, values: Mapping[str, Given], *, alone: bool) -> None:
    path = desk.folders.data / kind.file
    lines = record_lines(kind, values, desk.languages[0], ("id",))
    if alone or next(own_files(desk.folders, kind), None) is not None:
        schema = f"# yaml-language-server: $schema=../schema/{kind.stem}-alone.json"
        desk.put(desk.folders.data / kind.own_file(identity), Typed("\n".join([schema, f"id: {spelled(identity)}", *lines, ""])))
        return
    typed = desk.typed(path) if path.is_file() else Typed("")
    spans = record_spans(typed.text)
    if not spans:
        if typed.text.strip() not in ("", "[]"):
            raise Refused("edit-not-lines", found=desk.folders.name(path))
        desk.put(path, Typed("\n".join([f"- id: {spelled(identity)}", *(f"  {line}" for line in lines), ""]), typed.mark))
        return
    desk.change(path, [_after(typed, spans, _neighbour(typed, spans, values), [f"id: {spelled(identity)}", *lines])])


def _neighbour(typed: Typed, spans: list[RecordSpan], values: Mapping[str, Given]) -> int:
    """Gives the position of the record that a new one stands after: the last of its group or before its date, else the last."""
    group = next((name for name in _BESIDE if name in values), "date" if "date" in values else "")
    said = [value.text_of(group) if group and (value := value_of(typed.text, span)) else "" for span in spans]
    fits = [
        place for place, text in enumerate(said) if text == values.get(group) or (group == "date" and text <= str(values["date"]))
    ]
    return fits[-1] if fits else len(spans) - 1


def _after(typed: Typed, spans: list[RecordSpan], position: int, lines: list[str]) -> Edit:
    span = spans[position]
    value = value_of(typed.text, span)
    indent = " " * (dash_of(typed, value)[1] - 1) if value else ""
    text = "".join(f"\n{indent}{'  ' if number else '- '}{line}" for number, line in enumerate(lines))
    is_apart = any(not typed.lines[other.above[0] - 2].strip() for other in spans[1:])
    last = span.end[0] - 1 if span.end[1] == 1 else span.end[0]
    end = (last, len(typed.lines[last - 1]) + 1)
    return Edit(end, end, f"\n{text}" if is_apart else text)


def _put_article(desk: Desk, kind: RecordKind, identity: str, values: Mapping[str, Given]) -> None:
    """Writes the file of the first language, and one in each other language that there are texts in."""
    first = desk.languages[0]
    for language in desk.languages:
        said = dict(_in_language(kind, values, language, first))
        if language != first and not said:
            continue
        body = said.pop(_BODY, "")
        lines = []
        for name, value in said.items():
            annotation = str if _speaks(kind, name) else kind.model.model_fields[name].annotation
            head, *rest = value_lines(annotation, value, language)
            lines += [f"{name}: {head}".rstrip(), *rest]
        text = "\n".join(["---", *lines, "---", *([str(body).strip()] if body else []), ""])
        desk.put(_article_path(desk, kind, language, identity), Typed(text))


def _article_path(desk: Desk, kind: RecordKind, language: str, identity: str) -> Path:
    return desk.folders.content / language / kind.folder / f"{identity}.md"


def _in_language(kind: RecordKind, values: Mapping[str, Given], language: str, first: str) -> Iterator[tuple[str, Given]]:
    for name in kind.model.model_fields:
        if name not in values or name == "id":
            continue
        value = values[name]
        if not _speaks(kind, name) or isinstance(value, str):
            if language == first:
                yield name, value
        elif language in value:
            yield name, value[language]
