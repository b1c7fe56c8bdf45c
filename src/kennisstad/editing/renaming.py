"""A record gets another id: it keeps the old one as what it was called before, and every place that names it says the new one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from kennisstad.editing.desk import Desk, Refused
from kennisstad.editing.fields import put_field, put_items, take_field
from kennisstad.editing.mentions import Head, heads_of, mentions
from kennisstad.editing.naming import Target
from kennisstad.editing.spelling import spelled
from kennisstad.model import PROGRAMME, Addressed, RecordKind
from kennisstad.model.values import LONGEST_SLUG
from kennisstad.problem import Edit, nearest
from kennisstad.text import suggest_slug

FORMERLY = "formerly"


def kind_named(desk: Desk, name: str) -> RecordKind:
    """Gives a kind of records by its name or by what one of them is called. Raises Refused where there is none."""
    kinds = {called: kind for kind in desk.kinds.records for called in (kind.name, kind.stem, kind.one) if called}
    if name not in kinds:
        known = ", ".join(kind.one or kind.name for kind in desk.kinds.records)
        raise Refused("edit-no-kind", found=name, known=known)
    return kinds[name]


def record_named(desk: Desk, kind: RecordKind, identity: str) -> list[Head]:
    """Gives what was typed of a record. Raises Refused where there is none of that id."""
    found = heads_of(desk, kind, identity)
    if not found:
        known = ids_of(desk, kind)
        raise Refused("edit-no-record", found=identity, kind=kind.one or kind.name, suggestion=nearest(identity, known) or "–")
    return found


def ids_of(desk: Desk, kind: RecordKind) -> frozenset[str]:
    """Gives the ids of the records of a kind."""
    return frozenset() if desk.checked.dataset is None else desk.checked.dataset.ids.get(kind.name, frozenset())


def new_id(desk: Desk, kind: RecordKind, identity: str) -> None:
    """Raises Refused where an id cannot be given to a record: it is none, or there is a record that has it."""
    if not re.fullmatch("(?=.*[a-z0-9])[a-z0-9-]+", identity) or len(identity) > LONGEST_SLUG:
        raise Refused("edit-no-id", found=identity, instead=suggest_slug(identity)[:LONGEST_SLUG].strip("-"))
    if identity in ids_of(desk, kind):
        raise Refused("edit-id-taken", found=identity, kind=kind.one or kind.name)


def rename(desk: Desk, kind: RecordKind, old: str, new: str) -> None:
    """Changes a record's id on the desk."""
    if kind is PROGRAMME:
        raise Refused("edit-no-kind", found=kind.name, known=", ".join(kind.one or kind.name for kind in desk.kinds.records))
    found = record_named(desk, kind, old)
    new_id(desk, kind, new)
    edits: dict[Path, list[Edit]] = defaultdict(list)
    for mention in mentions(desk, Target(desk.kinds, kind, old)):
        edits[mention.place.path].append(mention.saying(new))
    own = found[0]
    typed_id = own.value.fields.get("id")
    if typed_id is not None:
        edits[own.place.path].append(_in_quotes(own, new))
    if issubclass(kind.model, Addressed):
        edits[own.place.path] += formerly(own, kind, [old], without=[new])
    for path, some in edits.items():
        desk.change(path, some)
    for head in found:
        if head.place.language or (head.span is not None and not head.span.dashed):
            desk.move(head.place.path, head.place.path.with_stem(new))


def _in_quotes(head: Head, identity: str) -> Edit:
    """Gives the edit of an id that keeps the quotes around it."""
    value = head.value.fields["id"]
    typed = head.typed.at(value.span)
    is_quoted = typed != value.text and value.text in typed
    return value.span.replaced(typed.replace(value.text, identity, 1) if is_quoted else spelled(identity))


def formerly(head: Head, kind: RecordKind, old: Iterable[str], without: Collection[str] = ()) -> list[Edit]:
    """Gives the edits that let a record say which ids it had before, and no more which of these it has again."""
    items = head.value.fields.get(FORMERLY)
    there = [item.text for item in items.items] if items else []
    added = [name for name in dict.fromkeys(old) if name not in there and name not in without]
    kept = [name for name in there if name not in without]
    if items is None:
        order = list(kind.model.model_fields)
        return [put_field(head.typed, head.value, order, FORMERLY, [f"[{', '.join(map(spelled, added))}]"])] if added else []
    if kept == there and there:
        return [put_items(head.typed, items, [[spelled(name)] for name in added])] if added else []
    if not kept and not added:
        return [take_field(head.typed, head.value, FORMERLY)]
    if items.is_flow:
        return [items.span.replaced(f"[{', '.join(map(spelled, [*kept, *added]))}]")]
    indent = " " * (items.span.start[1] - 1)
    return [items.span.replaced(f"\n{indent}".join(f"- {spelled(name)}" for name in [*kept, *added]))]
