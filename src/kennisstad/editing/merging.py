"""Two records become one: what named the first names the second, which takes over what it lacks; what it does not take is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from kennisstad.editing.desk import Desk, Refused
from kennisstad.editing.fields import last_line, take_field, take_items
from kennisstad.editing.lines import Span
from kennisstad.editing.mentions import Head, Mention, heads_of, mentions
from kennisstad.editing.naming import Named, Target
from kennisstad.editing.renaming import FORMERLY, formerly, record_named
from kennisstad.editing.taking import Left, Takeover
from kennisstad.editing.values import Value
from kennisstad.model import Addressed, RecordKind
from kennisstad.problem import Edit, Problem

_ROLES = ("leads", "partners", "intended_partners")
"""Lists of which a partner stands in one only; the first counts."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of a merge: the fields taken over, and what was left of the first record, as it was typed."""

    fields: list[str]
    left: list[Left]


def merge(desk: Desk, kind: RecordKind, old: str, into: str, prefer: Collection[str] = (), without: Collection[str] = ()) -> Merged:
    """Merges a record into another on the desk.

    Of the fields in `prefer` the first record's value counts; those in `without` are not taken over.
    """
    if kind.folder:
        raise Refused("edit-no-merge", found=kind.one)
    if old == into:
        raise Refused("edit-same", found=old)
    _name_the_other(desk, kind, old, into)
    gone, kept = record_named(desk, kind, old)[0], record_named(desk, kind, into)[0]
    edits: dict[Path, list[Edit]] = defaultdict(list)
    taken = Takeover(gone, kept, list(kind.model.model_fields))
    taken.take(prefer, without)
    edits[kept.place.path] += taken.edits
    if issubclass(kind.model, Addressed):
        before = [item.text for item in _items(gone, FORMERLY)]
        edits[kept.place.path] += formerly(kept, kind, [*before, old], without=[into])
    if gone.span is not None and gone.span.dashed:
        edits[gone.place.path].append(_taken_away(gone))
    for path, some in edits.items():
        desk.change(path, _clean(some))
    if gone.span is None or not gone.span.dashed:
        desk.remove(gone.place.path)
    return Merged(taken.fields, [*taken.left, *_remarks(gone)])


def _name_the_other(desk: Desk, kind: RecordKind, old: str, into: str) -> None:
    """Lets every place that names a record name another; what the two say is put together only after that."""
    gone, kept = record_named(desk, kind, old)[0], record_named(desk, kind, into)[0]
    edits: dict[Path, list[Edit]] = defaultdict(list)
    for mention in mentions(desk, Target(desk.kinds, kind, old)):
        is_gone = mention.head is not None and _is_in(mention.head, gone)
        edits[mention.place.path] += [mention.saying(into)] if is_gone else _mended(mention, old, into, kept)
    for path, some in edits.items():
        desk.change(path, _clean(some))


def merge_well(desk: Desk, kind: RecordKind, old: str, into: str, prefer: Collection[str] = ()) -> tuple[Merged, list[Problem]]:
    """Merges a record into another without the fields that the check refuses there; gives the errors that are left too."""
    without: set[str] = set()
    while True:
        desk.clear()
        merged = merge(desk, kind, old, into, prefer, without)
        errors = desk.new_errors(desk.outcome(), {old: into})
        wrong = set(_fields_with(desk, kind, into, errors)) & {name.partition(".")[0] for name in merged.fields} - without
        if not wrong:
            return merged, errors
        without |= wrong


def _fields_with(desk: Desk, kind: RecordKind, identity: str, errors: list[Problem]) -> Iterator[str]:
    """Gives the fields of a record that an error stands in."""
    for head in heads_of(desk, kind, identity):
        lines = {error.location.line for error in errors if error.location.file == desk.folders.name(head.place.path)}
        for key, value in head.value.pairs:
            if any(key.span.start[0] <= line <= last_line(head.typed, value) for line in lines):
                yield key.text


def _is_in(head: Head, gone: Head) -> bool:
    return head.place.path == gone.place.path and head.value.span == gone.value.span


def _items(head: Head, name: str) -> list[Value]:
    found = head.value.fields.get(name)
    return found.items if found else []


def _mended(mention: Mention, old: str, into: str, kept: Head) -> Iterator[Edit]:
    """Gives the edits of a place that named the first record; a list names the second once, and no record names itself."""
    named, head = mention.named, mention.head
    if named is None or head is None:
        yield mention.span.replaced(into)
        return
    is_own = _is_in(head, kept)
    name = named.value.text.replace(old, into)
    listed = named.around[-1]
    if not isinstance(named.keys[-1], int):
        yield take_field(head.typed, head.value, str(named.keys[0])) if is_own and len(named.keys) == 1 else mention.saying(into)
    elif is_own or name in [item.text for item in listed.items] or _has_other_role(named, head.value, name):
        yield from _out_of_list(head, named, listed)
    else:
        yield mention.saying(into)
        yield from _out_of_lower_roles(head, named, name)


def _out_of_list(head: Head, named: Named, listed: Value) -> Iterator[Edit]:
    if len(listed.items) == 1 and len(named.keys) == 2:
        yield take_field(head.typed, head.value, str(named.keys[0]))
    elif len(listed.items) > 1:
        yield from take_items(head.typed, listed, [int(named.keys[-1])])


def _has_other_role(named: Named, record: Value, name: str) -> bool:
    """Whether the record that stays has a role that counts more already."""
    higher = _ROLES[: _ROLES.index(str(named.keys[0]))] if named.keys[0] in _ROLES else ()
    return any(name in [item.text for item in found.items] for role in higher if (found := record.fields.get(role)))


def _out_of_lower_roles(head: Head, named: Named, name: str) -> Iterator[Edit]:
    lower = _ROLES[_ROLES.index(str(named.keys[0])) + 1 :] if named.keys[0] in _ROLES else ()
    for role in lower:
        found = head.value.fields.get(role)
        for position, item in enumerate(found.items if found else ()):
            if found is not None and item.text == name:
                yield from _out_of_list(head, Named((role, position), item, "", (head.value, found)), found)


def _taken_away(gone: Head) -> Edit:
    """Gives the edit that takes a record out of its file, with the comments right above it and one blank line."""
    span, lines = gone.span, gone.typed.lines
    if span is None:
        raise Refused("edit-not-lines", found=gone.id)
    end = span.end
    if end[1] == 1 and end[0] <= len(lines) and not lines[end[0] - 1].strip() and end[0] < len(lines):
        end = (end[0] + 1, 1)
    return Span(span.above, end).replaced("")


def _remarks(gone: Head) -> Iterator[Left]:
    """Gives the comments of the record that goes, which nobody takes over."""
    if gone.span is None:
        return
    for line in range(gone.span.above[0], gone.span.end[0]):
        text = gone.typed.lines[line - 1].strip()
        if text.startswith("#"):
            yield Left("#", line, text)


def _clean(edits: list[Edit]) -> list[Edit]:
    """Gives edits without those that lie within another one, and what is put in at one place as one."""
    whole = [edit for edit in dict.fromkeys(edits) if not any(_lies_in(edit, other) for other in edits if other != edit)]
    together: dict[tuple[tuple[int, int], tuple[int, int]], list[str]] = defaultdict(list)
    for edit in whole:
        together[edit.start, edit.end].append(edit.text)
    return [Edit(start, end, "".join(texts)) for (start, end), texts in together.items()]


def _lies_in(edit: Edit, other: Edit) -> bool:
    """Whether what an edit changes is taken away by another; what is put in right before that stays."""
    is_put_in = edit.start == edit.end
    begins = other.start < edit.start if is_put_in else other.start <= edit.start
    ends = edit.end < other.end if is_put_in else edit.end <= other.end
    return not other.text and other.start < other.end and begins and ends
