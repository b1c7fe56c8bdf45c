"""Every place in a programme that names a record: in fields, in links of records, in heads and texts of articles and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kennisstad.editing.desk import Desk, Place
from kennisstad.editing.lines import Span, Typed
from kennisstad.editing.naming import Named, Target, named_in
from kennisstad.editing.spans import RecordSpan, record_spans, value_of
from kennisstad.editing.spelling import spelled
from kennisstad.editing.values import Value, composed
from kennisstad.model import RecordKind
from kennisstad.problem import Edit

_DASHES = re.compile(r"^-{3,}[^\S\n]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Head:
    """A record in its file: what was typed of it, and the file. Of an article it is the head of one of its files."""

    place: Place
    typed: Typed
    value: Value
    id: str
    span: RecordSpan | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a record: where its id stands, and the value that does, None where it is a link in a text."""

    place: Place
    typed: Typed
    span: Span
    named: Named | None = None
    head: Head | None = None

    def saying(self, identity: str) -> Edit:
        """Gives the edit that names another id there; where that looks like a number or a date it gets quotes."""
        if self.named is not None and self.named.value.span == self.span:
            return self.span.replaced(spelled(identity))
        return self.span.replaced(identity)


def heads(desk: Desk, place: Place, having: str = "") -> Iterator[Head]:
    """Gives the records in a file, of those with a piece of text in them; of an article its head."""
    typed = desk.typed(place.path)
    if place.kind is None or having not in typed.text:
        return
    if place.language:
        parts = parts_of(typed.text)
        value = composed(parts[0][1], parts[0][0]) if parts else None
        if value is not None:
            yield Head(place, typed, value, place.path.stem)
        return
    for span in record_spans(typed.text):
        if having in typed.at(span.span):
            value = value_of(typed.text, span)
            if value is not None:
                yield Head(place, typed, value, span.id or ("" if span.dashed else place.path.stem), span)


def parts_of(text: str) -> tuple[tuple[int, str], tuple[int, str]] | None:
    """Gives the head and the Markdown of a text, each after the number of lines above it; None where there is no head."""
    marks = [found for _, found in zip(range(2), _DASHES.finditer(text), strict=False)]
    if len(marks) < 2 or text[: marks[0].start()].strip():
        return None
    head = text[marks[0].end() + 1 : marks[1].start()]
    body = text[marks[1].end() :]
    return (text.count("\n", 0, marks[0].end() + 1), head), (text.count("\n", 0, marks[1].end()), body)


def heads_of(desk: Desk, kind: RecordKind, identity: str) -> list[Head]:
    """Gives a record: one head, or of an article one for each language it is written in, the first language first."""
    found = []
    for place in desk.places():
        if place.kind is kind and (not place.language or place.path.stem == identity):
            found += [head for head in heads(desk, place) if head.id == identity]
    return found


def mentions(desk: Desk, target: Target) -> Iterator[Mention]:
    """Gives every place that names a record."""
    for place in desk.places():
        typed = desk.typed(place.path)
        if target.id not in typed.text:
            continue
        for head in heads(desk, place, target.id):
            model = place.kind.model if place.kind else None
            for named in named_in(model, head.value) if model else ():
                yield from _in_value(target, head, named)
        if place.language:
            yield from _in_body(desk, target, place, typed)


def _in_value(target: Target, head: Head, named: Named) -> Iterator[Mention]:
    if named.kind is not None:
        if target.is_named(named):
            yield Mention(head.place, head.typed, target.id_in(named, head.typed.at), named, head)
        return
    raw = head.typed.at(named.value.span)
    if target.id in raw:
        start = head.typed.text_offset(named.value.span.start)
        for first, last in _typed_links(target, named.value, raw):
            yield Mention(head.place, head.typed, head.typed.span_of(start + first, start + last), None, head)


def _typed_links(target: Target, value: Value, raw: str) -> list[tuple[int, int]]:
    """Gives the links of a text that stands in YAML, where they are typed; they are as many there as in what it says."""
    said = list(re.finditer(re.escape(target.id), value.text))
    written = list(re.finditer(re.escape(target.id), raw))
    links = {start for start, _ in target.links_in_field(value.text)}
    pairs = zip(said, written, strict=False)
    return [there.span() for here, there in pairs if here.start() in links]


def _in_body(desk: Desk, target: Target, place: Place, typed: Typed) -> Iterator[Mention]:
    parts = parts_of(typed.text)
    if parts is None:
        return
    body = parts[1][1]
    start = len(typed.text) - len(body)
    path = place.path.relative_to(desk.folders.content).as_posix()
    for first, last in target.links_in_page(body, path):
        yield Mention(place, typed, typed.span_of(start + first, start + last))
