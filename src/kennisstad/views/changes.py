"""What changed, in sentences: for pages, feeds, the newsletter and the command."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from zoneinfo import ZoneInfo

from kennisstad.i18n import display_name
from kennisstad.model import Change, Did, Form, Instant, Moment, RecordKind, Told, word_key
from kennisstad.views.components import LinkView, TextView, view
from kennisstad.views.edition import Edition
from kennisstad.views.texts import direction
from kennisstad.views.whens import short_instant

_CHOICES = {"statuses": "status", "partner_kinds": "kind", "topics": "topic"}
"""The words of each list that records choose from."""
_SOURCES = "sources"
"""The field that is told last: most readers come for what they say."""


@view
class PieceView:
    """A part of a sentence; `lang` and `dir` as of a text, `path` leads to what it names, or is ""."""

    text: str
    lang: str = ""
    dir: str = ""
    path: str = ""


@view
class SentenceView:
    """One change as a sentence, without a capital and a full stop."""

    pieces: tuple[PieceView, ...]

    @property
    def text(self) -> str:
        """The sentence as plain text."""
        return "".join(piece.text for piece in self.pieces)


def sentences(edition: Edition, changes: Iterable[Change]) -> tuple[SentenceView, ...]:
    """Gives what changed in one record, the newest first: each change that is left of them all as a sentence.

    Fields of which is only told that they were revised are said together.
    """
    found = net(changes)
    revised = [change for change in found if change.did is Did.REVISED]
    told = sorted((change for change in found if change.did is not Did.REVISED), key=lambda change: change.field == _SOURCES)
    groups: dict[tuple[object, ...], list[Change]] = {}
    for change in told:
        is_member = change.did in (Did.JOINED, Did.LEFT)
        groups.setdefault((change.did, change.field, "" if is_member else id(change)), []).append(change)
    return (*(_together(edition, group) for group in groups.values()), *_revised(edition, revised))


def _together(edition: Edition, changes: list[Change]) -> SentenceView:
    """Gives what came to a field, or went from it, in one sentence: "partner erbij: De Roeiers, De Stad"."""
    more: list[PieceView] = []
    for change in changes[1:]:
        told = change.new or change.old
        if told is not None:
            text, path = _value(edition, told), next(iter(_paths(edition, change).values()), "")
            more += (PieceView(", "), PieceView(text.text, text.lang, text.dir, path))
    return SentenceView((*sentence(edition, changes[0]).pieces, *more))


def net(changes: Iterable[Change]) -> list[Change]:
    """Gives what is left of several changes of one record, given the newest first.

    From planned to running and on to completed is from planned to completed; what came and went again is nothing; of what is new or
    gone no more is told.
    """
    left: dict[tuple[object, ...], Change] = {}
    commits = [list(found) for _, found in groupby(changes, key=lambda change: change.commit.id)]
    for change in (change for found in reversed(commits) for change in found):
        key = _matter(change)
        before = left.pop(key, None)
        if before is None or change.did in (Did.REVISED, Did.TRANSLATED, Did.MERGED):
            left[key] = change if before is None else replace(change, languages=_both(before, change))
        elif change.did is Did.CHANGED and before.old != change.new:
            left[key] = replace(change, old=before.old, languages=_both(before, change))
    whole = [change for change in left.values() if change.did in (Did.ADDED, Did.REMOVED)]
    return whole or list(left.values())


def _both(one: Change, other: Change) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one.languages, *other.languages)))


def _matter(change: Change) -> tuple[object, ...]:
    """Gives what a change is about; a later one about the same takes its place, or takes it back."""
    if change.did in (Did.JOINED, Did.LEFT):
        told = change.new or change.old
        return "member", change.field, told.plain if told else ""
    if change.did in (Did.ADDED, Did.REMOVED):
        return ("record",)
    if change.did is Did.MERGED:
        return change.did, change.old.plain if change.old else ""
    return change.did, change.field, change.languages if change.did is Did.REVISED else ()


def sentence(edition: Edition, change: Change) -> SentenceView:
    """Gives a change as a sentence: "status van Loopt naar Afgerond"."""
    if change.did is Did.REVISED or (change.did is Did.CHANGED and _is_elsewhere(edition, change)):
        return next(_revised(edition, [change]))
    parts = {"field": TextView(field_word(edition, change.field))}
    for name, told in (("old", change.old), ("new", change.new)):
        if told is not None:
            parts[name] = _value(edition, told)
    if change.did is Did.TRANSLATED:
        names = [display_name(code, edition.language) for code in change.languages]
        parts["languages"] = TextView(", ".join(names))
    return _filled(edition.locale.words[_key(change)], parts, _paths(edition, change))


def record_link(edition: Edition, kind: str, identity: str, name: Mapping[str, str]) -> LinkView:
    """Gives what a record is called today and where it stands, or what it was called and no path where it is gone."""
    known = _record_kind(edition, kind)
    record = edition.dataset.valid.get(kind, {}).get(identity)
    if record is not None and known is not None:
        has_place = known.one in edition.dataset.kinds.by_name or known.told_on
        return edition.links.record(known.one, identity) if known.one and has_place else LinkView(edition.links.name(record), "")
    if kind == "programme":
        return LinkView(edition.text(edition.dataset.programme.name), edition.links.path("programme"))
    written = edition.links.page(identity) if kind == "content" else None
    return written or LinkView(_called(edition, name) or TextView(kind_word(edition, kind)), "")


def kind_word(edition: Edition, kind: str) -> str:
    """Gives what the records of a kind are called together."""
    words = edition.locale.words
    return words.get(f"changes.kind.{kind}") or words.get(f"menu.{kind}") or words["changes.kind.other"]


def field_word(edition: Edition, field: str) -> str:
    """Gives what a field is called; of one without a word of its own only that it is of the record."""
    words = edition.locale.words
    return words.get(f"changes.field.{field}") or words["changes.field.other"]


def _record_kind(edition: Edition, kind: str) -> RecordKind | None:
    return next((one for one in edition.dataset.kinds.records if one.name == kind), None)


def _key(change: Change) -> str:
    if change.did is not Did.CHANGED:
        return f"changes.did.{change.did.value}"
    if change.old is None or change.new is None or change.new.form is Form.TRUTH:
        return "changes.did.unset" if change.new is None else "changes.did.set"
    return "changes.did.changed"


def _is_elsewhere(edition: Edition, change: Change) -> bool:
    """Whether a name changed in other languages only, and not as it reads in this one."""
    sides = [told for told in (change.old, change.new) if told is not None and edition.language in told.texts]
    return bool(sides) and bool(change.languages) and edition.language not in change.languages


def _revised(edition: Edition, changes: list[Change]) -> Iterator[SentenceView]:
    """Gives the fields that were revised: texts by the languages that they were revised in, then the others."""
    by_languages: dict[tuple[bool, tuple[str, ...]], list[str]] = {}
    for change in changes:
        elsewhere = () if edition.language in change.languages else change.languages
        by_languages.setdefault((not change.languages, elsewhere), []).append(field_word(edition, change.field))
    for (is_no_text, languages), fields in sorted(by_languages.items()):
        parts = {
            "fields": TextView(", ".join(dict.fromkeys(fields))),
            "languages": TextView(", ".join(display_name(code, edition.language) for code in languages)),
        }
        key = "changes.did.renewed" if is_no_text else "changes.did.revised_in" if languages else "changes.did.revised"
        yield _filled(edition.locale.words[key], parts, {})


def _filled(word: str, parts: Mapping[str, TextView], paths: Mapping[str, str]) -> SentenceView:
    """Gives a sentence of the locale with its places filled, each in its own language."""
    pieces = []
    for plain, place in _cut(word):
        if plain:
            pieces.append(PieceView(plain))
        if place and place in parts:
            text = parts[place]
            pieces.append(PieceView(text.text, text.lang, text.dir, paths.get(place, "")))
    return SentenceView(tuple(pieces))


@cache
def _cut(word: str) -> tuple[tuple[str, str], ...]:
    return tuple((plain, place or "") for plain, place, *_ in string.Formatter().parse(word))


def _paths(edition: Edition, change: Change) -> dict[str, str]:
    named = {"old": change.old, "new": change.new}
    return {
        place: record_link(edition, told.kind, told.plain, told.texts).path
        for place, told in named.items()
        if told is not None and told.form is Form.RECORD and _record_kind(edition, told.kind) is not None
    }


def _value(edition: Edition, told: Told) -> TextView:
    match told.form:
        case Form.CHOICE:
            key = word_key(_CHOICES.get(told.kind, ""), told.plain)
            return edition.word(key) if key in edition.locale.words else TextView(told.plain)
        case Form.MOMENT:
            return TextView(edition.locale.moment(Moment(told.plain).parts))
        case Form.INSTANT:
            zone = ZoneInfo(told.kind or edition.dataset.programme.time_zone)
            return TextView(short_instant(edition, Instant(told.plain), zone))
        case Form.TRUTH:
            return TextView(edition.locale.words[f"changes.truth.{told.plain}"])
        case Form.NUMBER:
            return TextView(edition.locale.number(Decimal(told.plain)))
        case Form.RECORD if _record_kind(edition, told.kind) is not None:
            return record_link(edition, told.kind, told.plain, told.texts).title
        case Form.RECORD if told.kind in edition.dataset.kinds.by_name:  # a goal is a page, and no record
            return edition.links.title(told.kind, told.plain)
    return _called(edition, told.texts) or TextView(told.plain)


def _called(edition: Edition, texts: Mapping[str, str]) -> TextView | None:
    """Gives a text of then in this language, else in the default one, else in any that it had."""
    for code in (edition.language, edition.default, *texts):
        if code in texts:
            turned = direction(code) if code != edition.language and direction(code) != edition.direction else ""
            return TextView(texts[code], "" if code == edition.language else code, turned)
    return None
