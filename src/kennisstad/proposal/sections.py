"""The parts of the comment on a proposal about what nobody would notice: addresses that end, and numbers that change."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.model import word_key
from kennisstad.proposal.found import Found, ended, rows, statuses
from kennisstad.proposal.telling import Teller
from kennisstad.telling.marks import code, plain
from kennisstad.views.changes import kind_word
from kennisstad.views.edition import Edition

Row = tuple[str, str, str]
"""What is counted, how many there were and how many there are."""


def addresses_section(teller: Teller) -> list[str]:
    """Gives the addresses that lead elsewhere from now on, or nowhere any more."""
    told = []
    for (_, identity), end in ended(teller.found).items():
        shown = ", ".join(code(path) for path in end.paths)
        if end.now:
            told.append(f"- {teller.words.say('comment-leads', path=shown, now=code(end.now))}")
        elif end.is_explained:
            told.append(f"- {teller.words.say('comment-explained', path=shown)}")
        else:
            told.append(f"- {teller.words.say('comment-dies', path=shown, line=code(f'formerly: [{identity}]'))}")
    return [f"#### {teller.words.say('comment-addresses')}", *told] if told else []


def counts_section(teller: Teller) -> list[str]:
    """Gives a table of the numbers that change."""
    found = teller.found
    changed = [row for row in _rows(teller) if row[1] != row[2]] if found.before is not None else []
    if not changed:
        return []
    head = f"| {teller.words.say('comment-what')} |\n| --- | ---: | ---: |"
    return [f"#### {teller.words.say('comment-counts')}", head, *(f"| {' | '.join(row)} |" for row in changed)]


def _rows(teller: Teller) -> Iterator[Row]:
    found, words, edition = teller.found, teller.words, teller.edition
    for kind in edition.dataset.kinds.records:
        old, new = (side.count(kind.name) if side else 0 for side in (found.before, found.after))
        yield words.say("comment-count", name=plain(kind_word(edition, kind.name))), str(old), str(new)
    yield from _of_statuses(found, teller)
    sides = [rows(side) if side else {} for side in (found.before, found.after)]
    for agenda in edition.dataset.programme.agendas:
        shown = [
            words.say("comment-of", used=side[agenda.id][1], rows=side[agenda.id][0]) if agenda.id in side else "0"
            for side in sides
        ]
        yield words.say("comment-rows", name=plain(edition.text(agenda.title).text)), shown[0], shown[1]


def _of_statuses(found: Found, teller: Teller) -> Iterator[Row]:
    before, after = (statuses(side) if side else None for side in (found.before, found.after))
    if before is None or after is None:
        return
    for status in dict.fromkeys((*before, *after)):
        name = plain(_status(teller.edition, status))
        yield teller.words.say("comment-status", name=name), str(before[status]), str(after[status])


def _status(edition: Edition, status: str) -> str:
    key = word_key("status", status)
    return edition.word(key).text if key in edition.locale.words else status
