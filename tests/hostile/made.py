"""A small programme with every field that the model knows, in every kind of records: made by walking the model.

A field that is added to the model is in it by itself. Whoever attacks a site gives the words of all texts.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel

from kennisstad.kinds import RECORDS
from kennisstad.model import PROGRAMME, Folders
from kennisstad.model import values as of_values
from kennisstad.model.choices import ChosenFrom
from kennisstad.model.ids import RefersTo
from kennisstad.model.instants import Day, Instant
from kennisstad.model.values import LineRange, Moment, Text
from tests.site.small import PAGE, write_small


@cache
def hints_of(model: type[BaseModel]) -> dict[str, Any]:
    """Gives what each field of a class is, with all that its annotation says."""
    return get_type_hints(model, include_extras=True)


Words = Callable[[str], str]
"""Gives the text of a field, by the dotted path of the field: `projects.title`."""

LANGUAGE = "en"
FIRST = "one"
"""The id of the record of each kind."""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h24v24H0z"/></svg>'
PICTURE = (Path(__file__).parent.parent / "programme" / "data" / "photos" / "Quay-at-noon.JPG").read_bytes()
_PLAIN: Mapping[Any, Any] = {
    of_values.Slug: FIRST,
    of_values.Address: "https://www.example.org/",
    of_values.WebAddress: "https://www.example.org/",
    of_values.MailAddress: "mailto:desk@example.org",
    of_values.Colour: "#0f4c8a",
    of_values.IconName: "leaf",
    of_values.LanguageCode: LANGUAGE,
    of_values.PhotoName: "one.jpg",
    of_values.Year: 2020,
    of_values.SustainableDevelopmentGoal: 11,
    of_values.Number: 40,
    of_values.TimeZone: "Europe/Amsterdam",
    Moment: 2020,
    Day: "2020-05-06",
    Instant: "2020-05-06 10:00",
    LineRange: 3,
    bool: False,
    int: 1,
    Decimal: 4,
}
_BY_HAND: Mapping[str, Any] = {
    "programme.languages": [LANGUAGE],
    "programme.security": "https://www.example.org/",
    "programme.words": {"menu.projects": None},
    "programme.accessibility.status": "partially-compliant",
    "programme.accessibility.model": "eu",
    "programme.agendas.id": "list",
    "programme.statuses.id": "begun",
    "programme.partner_kinds.id": "guild",
    "programme.topics.id": "apples",
    "projects.status": "begun",
    "partners.kind": "guild",
    "figures.topic": "apples",
    "actions.agenda": "list",
    "redirects.old": ["/gone/"],
}
"""What has to fit what stands elsewhere."""
_BY_NAME: Mapping[str, Any] = {
    "dark": "#8ec1f5",
    "field": "id",
    "end": 2021,
    "until": 2021,
    "until_year": 2022,
    "changed": [f"project:{FIRST}"],
    "moved_from": "2020-05-05 10:00",
    "projects.partners": ["two"],
    "projects.intended_partners": ["three"],
    "events.end": "2020-05-06 12:00",
    "memberships.agreement": FIRST,
}
"""What has to fit what stands beside it: by the last part of a field's path, or the last two."""
_LEFT_OUT = frozenset(
    (
        "programme.history_from",  # there is no history in a folder without commits
        "programme.erased",
        "projects.no_track",  # it has a track
        "projects.continues",
        "projects.part_of",
        "partners.parent",
        "places.within",
        "governance.answers_to",
        "figures.not_the_same_as",
        "documents.no_link",
        "redirects.to",
        "documents.text",
        "documents.publisher_name",
    )
)
"""What cannot stand beside what else is there, or would have a record name itself."""


def full(words: Words) -> dict[str, list[dict[str, Any]]]:
    """Gives the records of each kind, the programme's own under "programme"."""
    made = {kind.name: [_record(kind.model, kind.name, words)] for kind in (PROGRAMME, *RECORDS)}
    made["figures"].append({**made["figures"][0], "id": "two", "value": 50, "year": 2021})
    made["partners"] += [{**made["partners"][0], "id": other, "aliases": []} for other in ("two", "three")]
    made["redirects"].append({"id": "two", "old": ["/old/"], "to": "/about/"})
    made["charts"][0]["bars"][1:] = [{**made["charts"][0]["bars"][0], "figure": "two"}]
    return made


def write_full(folder: Path, words: Words, records: Mapping[str, list[dict[str, Any]]] | None = None) -> Folders:
    """Writes them as the files of a programme in one language, with a page, a photograph and an icon."""
    records = records or full(words)
    texts = {kind: dumped(one) for kind, one in records.items() if kind not in _FOLDERS}
    texts["programme"] = dumped(records["programme"][0])
    folders = write_small(folder, texts, {"about": PAGE})
    (folder / "data" / "photos").mkdir()
    (folder / "data" / "photos" / "one.jpg").write_bytes(PICTURE)
    (folder / "overrides" / ".icons").mkdir(parents=True)
    (folder / "overrides" / ".icons" / "leaf.svg").write_text(ICON, "utf-8")
    for kind in (kind for kind in RECORDS if kind.folder):
        for record in records[kind.name]:
            path = folder / "content" / LANGUAGE / kind.folder / f"{record['id']}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(record), "utf-8")
    return folders


_FOLDERS = {kind.name for kind in RECORDS if kind.folder}


def article(record: Mapping[str, Any]) -> str:
    """Gives the file of a record that has one of its own: what is per language stands in it as the text of this language."""
    head = {key: value[LANGUAGE] if _is_text(value) else value for key, value in record.items() if key not in ("id", "text")}
    photo: Any = head.get("photo")
    if isinstance(photo, dict):
        head["photo"] = {key: value[LANGUAGE] if _is_text(value) else value for key, value in photo.items()}
    body: Any = record.get("text")
    return f"---\n{dumped(head)}---\n{body[LANGUAGE] if _is_text(body) else body}\n"


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and set(value) == {LANGUAGE}


class _Plain(yaml.SafeDumper):
    """Writes a value in full wherever it stands."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(value: Any) -> str:
    """Gives YAML as an editor's program would write it: each key on a line of its own, in the order of the model."""
    return str(yaml.dump(value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000))


def _record(model: type[BaseModel], path: str, words: Words) -> dict[str, Any]:
    hints = hints_of(model)
    fields = {name: hints[name] for name in model.model_fields if f"{path}.{name}" not in _LEFT_OUT and name != "accepted"}
    return {name: _value(hint, f"{path}.{name}", words) for name, hint in fields.items() if name != "formerly"}


def _value(hint: Any, path: str, words: Words) -> Any:
    if path in _BY_HAND:
        return _filled(_BY_HAND[path], path, words)
    *_, above, last = path.split(".")
    for name in (f"{above}.{last}", last):
        if name in _BY_NAME:
            return _BY_NAME[name]
    if hint in _PLAIN:
        return _PLAIN[hint]
    parts, origin = get_args(hint), get_origin(hint)
    if origin in (types.UnionType, Union):
        return _value(next(part for part in parts if part is not type(None)), path, words)
    if origin is Annotated:
        return _annotated(hint, path, words)
    if origin is tuple:
        return [_value(parts[0], path, words)]
    if origin is dict:
        return {LANGUAGE if parts[0] == of_values.LanguageCode else "list": _value(parts[1], f"{path}.of", words)}
    return _of_class(hint, path, words)


def _annotated(hint: Any, path: str, words: Words) -> Any:
    kind, *marks = get_args(hint)
    for mark in marks:
        if isinstance(mark, RefersTo):
            return FIRST if mark.kind else f"project:{FIRST}"
        if isinstance(mark, ChosenFrom):
            return FIRST
    if hint in (of_values.Line, of_values.ShortLine):
        is_row = path.endswith(".row") or path == "projects.codes.of"
        return words("documents.sections.rows" if is_row else path)  # a row is named as its document names it
    return FIRST if kind is str else _PLAIN.get(kind, FIRST)


def _of_class(kind: Any, path: str, words: Words) -> Any:
    if issubclass(kind, Enum):
        return next(iter(kind)).value
    if issubclass(kind, Text):
        return {LANGUAGE: words(path)}
    return _record(kind, path, words)


def _filled(value: Any, path: str, words: Words) -> Any:
    return {key: {LANGUAGE: words(path)} for key in value} if isinstance(value, dict) else value
