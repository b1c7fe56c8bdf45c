"""Where a value names a record: fields that hold an id or a name of a record, and links in texts."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Any, Union, get_args, get_origin

import yaml
from pydantic import BaseModel, RootModel

from kennisstad.addresses.open_data import record_file
from kennisstad.addresses.pagelinks import OPEN_DATA
from kennisstad.editing.lines import Span
from kennisstad.editing.values import Value
from kennisstad.markdown.fields import read_field
from kennisstad.markdown.longform import read_longform
from kennisstad.model import Kinds, Newsletter, Prose, RecordKind, Redirected, Source
from kennisstad.model.ids import RefersTo
from kennisstad.reading.source import Keys

_AFTER = r"(?=[)>\s]|$)"
"""What follows the address of a link."""
_BESIDE: dict[tuple[type[BaseModel], str], RefersTo] = {
    (Source, "document"): RefersTo("documents"),
    (Newsletter, "changed"): RefersTo(""),
    (Redirected, "to"): RefersTo(""),
}
"""Fields that name records though their type does not say so: rules of their own look at them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A value that names a record of a kind (of any, where `kind` is ""), or, where that is None, a text that may link to some.

    `around` are the values that it stands in, from the outside in.
    """

    keys: Keys
    value: Value
    kind: str | None
    around: tuple[Value, ...]


def named_in(model: type[BaseModel], value: Value, keys: Keys = (), around: tuple[Value, ...] = ()) -> Iterator[Named]:
    """Gives all that names records in a record, right or wrong, as far as its model tells."""
    for key, child in value.pairs:
        field = model.model_fields.get(key.text)
        if field is not None:
            marks = (*field.metadata, *filter(None, [_BESIDE.get((model, key.text))]))
            yield from _in(field.annotation, marks, Named((*keys, key.text), child, None, (*around, value)))


def _in(annotation: Any, marks: tuple[Any, ...], here: Named) -> Iterator[Named]:
    mark = next((mark for mark in marks if isinstance(mark, RefersTo)), None)
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _in(inside[0], (*marks, *inside[1:]), here)
    elif origin in (Union, types.UnionType):
        for one in inside:
            yield from _in(one, marks, here)
    elif origin is tuple:
        for position, item in enumerate(here.value.items):
            yield from _in(inside[0], marks, _below(here, position, item))
    elif origin is dict:
        for key, child in here.value.pairs:
            yield from _in(inside[1], (), _below(here, key.text, child))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _in_model(annotation, here)
    elif mark is not None and isinstance(here.value.node, yaml.ScalarNode):
        yield Named(here.keys, here.value, mark.kind, here.around)


def _in_model(model: type[BaseModel], here: Named) -> Iterator[Named]:
    if issubclass(model, Prose):
        for key, child in here.value.pairs:
            yield _below(here, key.text, child)
    elif not issubclass(model, RootModel):
        yield from named_in(model, here.value, here.keys, here.around)


def _below(here: Named, key: str | int, child: Value) -> Named:
    return Named((*here.keys, key), child, here.kind, (*here.around, here.value))


@dataclass(frozen=True)
class Target:
    """The record that is looked for: its kind and id."""

    kinds: Kinds
    kind: RecordKind
    id: str

    def is_named(self, named: Named) -> bool:
        """Whether a value names it."""
        if named.kind == "":
            return named.value.text == f"{self.kind.one}:{self.id}" and bool(self.kind.one)
        return named.kind == self.kind.name and named.value.text == self.id

    def id_in(self, named: Named, typed: Callable[[Span], str]) -> Span:
        """Gives where the id stands in a value that names it."""
        span = named.value.span
        start = typed(span).rfind(self.id)
        line, column = span.start
        return Span((line, column + start), (line, column + start + len(self.id)))

    def links_in_field(self, text: str) -> list[tuple[int, int]]:
        """Gives from where up to where its id stands in the links of a small text, in characters from its start."""
        return self._links(text, lambda markdown: [link.url for link in read_field(markdown).links], None)

    def links_in_page(self, text: str, path: str) -> list[tuple[int, int]]:
        """Gives the same of a page or an article; `path` is its place in the content folder, which links to files start from."""
        return self._links(text, lambda markdown: [link.url for link in read_longform(markdown).links], path)

    def _links(self, text: str, urls: Callable[[str], Iterable[str]], path: str | None) -> list[tuple[int, int]]:
        found = [
            span
            for pattern in self._patterns(path)
            for span in _ids(pattern, text)
            if path is None or self._leads(text, span, path)
        ]
        if not found:
            return []
        before = sorted(urls(text))
        # What stands there as an example, in code for instance, is no link: to change it changes none.
        return [(start, end) for start, end in found if sorted(urls(f"{text[:start]}x{text[start:]}")) != before]

    def _patterns(self, path: str | None) -> Iterator[re.Pattern[str]]:
        identity = f"(?P<id>{re.escape(self.id)})"
        for scheme, place in self.kinds.schemes.items():
            if place.above == self.kind.name:
                yield re.compile(rf"(?<=[(<\s]){re.escape(scheme)}:{identity}{_AFTER}")
        served = re.escape(record_file(self.kind, "\0")).replace("\0", identity)
        yield re.compile(rf"(?<=[(<\s]){OPEN_DATA}:{served}{_AFTER}")
        if self.kind.folder and path is not None:
            yield re.compile(rf"(?<=[(<\s])(?P<way>(?:[\w.-]+/)*){identity}\.md(?=[)>\s#?]|$)")

    def _leads(self, text: str, span: tuple[int, int], path: str) -> bool:
        """Whether the file that a link names is one of this record's; a link by name needs no look."""
        if not text.startswith(".md", span[1]):
            return True
        way = re.search(r"[\w./-]*$", text[: span[0]])
        parts = list(PurePosixPath(path).parent.parts)
        for part in PurePosixPath(f"{way[0] if way else ''}{self.id}.md").parts:
            if part == "..":
                parts[-1:] = []
            else:
                parts.append(part)
        return len(parts) == 3 and parts[1:] == [self.kind.folder, f"{self.id}.md"]


def _ids(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (found.span("id") for found in pattern.finditer(text))
