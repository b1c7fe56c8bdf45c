"""How a value is typed in YAML, so that it is read as what was meant."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

from kennisstad.model import Text
from kennisstad.reading.scalars import read_plain

LONGEST_FLOW = 100
"""Characters of a text in all its languages that stand on one line."""
_PLAIN = re.compile(r"[^\W_][\w ./()%+&'’–:-]*")
_APOSTROPHE = re.compile(r"(?i)[stnkm][ -]\w")
Given = str | Mapping[str, "Given"]
"""A value as somebody gave it, or the values of the fields within it."""


def spelled(text: str) -> str:
    """Gives a text as YAML on one line: as it is where that is read as the same text, else in quotes."""
    text = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(text) and ": " not in text and not text.endswith(":") and read_plain(text).value == text
    if is_plain:
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if _APOSTROPHE.match(text):  # it would look as if an apostrophe had opened the quotes
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "'" + text.replace("'", "''") + "'"


def value_lines(annotation: Any, given: Given, language: str) -> list[str]:
    """Gives the lines that say a value of a field; a text without a language is in `language`."""
    if is_text(annotation):
        return _text_lines({language: given} if isinstance(given, str) else given)
    if isinstance(given, Mapping):
        inside = model_in(annotation)
        fields = inside.model_fields if inside else {}
        lines = [""]
        for name, value in given.items():
            first, *rest = value_lines(fields[name].annotation if name in fields else str, value, language)
            lines += [f"  {name}: {first}".rstrip(), *(f"  {line}" for line in rest)]
        return lines
    given = " ".join(given.split())
    if given.startswith(("[", "{")):
        return [given]
    if _is_list(annotation):
        words = _says_words(_item(annotation))
        return [f"[{', '.join(spelled(part) if words else part.strip() for part in given.split(',') if part.strip())}]"]
    is_typed_so = _PLAIN.fullmatch(given) and not read_plain(given).rule and not _says_words(annotation)
    return [given if is_typed_so else spelled(given)]


def _text_lines(texts: Mapping[str, Given]) -> list[str]:
    said = {code: text for code, text in texts.items() if isinstance(text, str)}
    if not any("\n" in text.strip() for text in said.values()) and sum(map(len, said.values())) <= LONGEST_FLOW:
        return [f"{{{', '.join(f'{code}: {spelled_in_flow(text)}' for code, text in said.items())}}}"]
    lines = [""]
    for code, text in said.items():
        if "\n" in text.strip():
            lines += [f"  {code}: |", *(f"    {line}".rstrip() for line in text.strip().split("\n"))]
        else:
            lines.append(f"  {code}: {spelled(text)}")
    return lines


def spelled_in_flow(text: str) -> str:
    """Gives a text as YAML between brackets."""
    typed = spelled(text)
    return f'"{typed}"' if typed[0] not in "'\"" and re.search(r"[\[\]{},]", typed) else typed


def is_text(annotation: Any) -> bool:
    """Whether a field holds a text for each language."""
    found = model_in(annotation)
    return found is not None and issubclass(found, Text) and not _is_list(annotation)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Gives the model of a field, alone, in a list or beside None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inside in get_args(annotation) if (found := model_in(inside)) is not None), None)


def _is_list(annotation: Any) -> bool:
    return get_origin(annotation) is tuple or (get_origin(annotation) is Annotated and _is_list(get_args(annotation)[0]))


def _item(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is tuple else _item(get_args(annotation)[0])


def _says_words(annotation: Any) -> bool:
    """Whether a value is words, which are put in quotes where they look like a number or a date."""
    if annotation is str:
        return True
    if get_origin(annotation) in (Annotated, Union, types.UnionType):
        return any(_says_words(inside) for inside in get_args(annotation))
    return isinstance(annotation, type) and issubclass(annotation, str) and not issubclass(annotation, RootModel)
