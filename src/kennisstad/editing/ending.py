"""A project ends: its status, the year of that, when it ended and perhaps what came of it, in one step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kennisstad.editing.desk import Desk, Refused
from kennisstad.editing.fields import put_field, put_items
from kennisstad.editing.mentions import Head
from kennisstad.editing.renaming import kind_named, record_named
from kennisstad.editing.spelling import Given, spelled_in_flow, value_lines
from kennisstad.model import Project, Result
from kennisstad.problem import Edit

COMPLETED = "completed"
_ON = re.compile(r"([0-9]{4})(-[0-9]{2}){0,2}")
_RESULTS = "results"
Left = tuple[str, dict[str, str]]
"""A sentence of what is left to do, and what it names."""


def end(desk: Desk, identity: str, on: str, status: str, result: Mapping[str, str]) -> list[Left]:
    """Ends a project on the desk; gives what is left for somebody to write."""
    kind = kind_named(desk, "project")
    head = record_named(desk, kind, identity)[0]
    choices = desk.checked.dataset.choices.statuses if desk.checked.dataset else {}
    ended = [name for name, one in choices.items() if one.is_ended]
    if status not in ended:
        raise Refused("edit-no-end", found=status, known=", ".join(ended))
    year = _ON.fullmatch(on)
    if year is None:
        raise Refused("edit-no-day", found=on)
    edits = list(_edits(head, {"status": status, "status_year": year[1], "end": on}))
    if result:
        edits.append(_result(head, result, year[1], desk.languages[0]))
    desk.change(head.place.path, _joined(edits))
    return list(_left(head, result, desk.languages))


def _edits(head: Head, values: Mapping[str, str]) -> Iterator[Edit]:
    fields, order = head.value.fields, list(Project.model_fields)
    for name, value in values.items():
        [line] = value_lines(Project.model_fields[name].annotation, value, "")
        if name not in fields:
            yield put_field(head.typed, head.value, order, name, [line])
        elif fields[name].text != value:
            yield fields[name].span.replaced(line)


def _joined(edits: list[Edit]) -> list[Edit]:
    """Gives what is put in at one place as one edit, in the order of the fields."""
    together: dict[tuple[tuple[int, int], tuple[int, int]], str] = {}
    for edit in edits:
        together[edit.start, edit.end] = together.get((edit.start, edit.end), "") + edit.text
    return [Edit(start, end, text) for (start, end), text in together.items()]


def _result(head: Head, result: Mapping[str, str], year: str, language: str) -> Edit:
    texts: Given = dict(result)
    first, *rest = value_lines(Result.model_fields["text"].annotation, texts, language)
    item = [f"text: {first}".rstrip(), *rest, f"year: {year}"]
    there = head.value.fields.get(_RESULTS)
    in_one = f"{{text: {{{', '.join(f'{code}: {spelled_in_flow(text)}' for code, text in result.items())}}}, year: {year}}}"
    if there is not None and there.items:
        return put_items(head.typed, there, [[in_one] if there.is_flow else item])
    if head.value.is_flow:
        return put_field(head.typed, head.value, list(Project.model_fields), _RESULTS, [f"[{in_one}]"])
    lines = ["", *(f"  {'  ' if number else '- '}{line}" for number, line in enumerate(item))]
    return put_field(head.typed, head.value, list(Project.model_fields), _RESULTS, lines)


def _left(head: Head, result: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[Left]:
    results = head.value.fields.get(_RESULTS)
    if not result and not (results and results.items):
        yield "end-left-result", {"found": head.id, "languages": ", ".join(languages)}
    lacking = [language for language in languages if language not in result]
    if result and lacking:
        yield "end-left-translation", {"found": head.id, "languages": ", ".join(lacking)}
    for field in ("status_explanation", "intended_partners"):
        if field in head.value.fields:
            line = head.value.fields[field].span.start[0]
            yield "end-left-look", {"found": field, "line": str(line)}
