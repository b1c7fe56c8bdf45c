"""The command that tells what changed: between two revisions, or day by day since history began."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

from kennisstad.addresses.routes import Addresses
from kennisstad.checking import check
from kennisstad.history import HINTS, GitFailed, between, read_history
from kennisstad.messages import Messages
from kennisstad.model import Change, Dataset, Folders, History
from kennisstad.pages import first_edition
from kennisstad.problem import Location, Problem
from kennisstad.views.changes import kind_word, net, record_link, sentences
from kennisstad.views.edition import Edition

_NEWEST = "HEAD"


def tell_changes(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes what changed as plain text, in the language of the messages where the programme has it. Gives 1 where it cannot."""
    checked = check(folders)
    dataset = checked.dataset
    if dataset is None:
        print(words.tell_all(checked.errors, folders.root), file=sys.stderr)
        return 1
    edition = first_edition(dataset, Addresses.of(dataset))
    if options.language in dataset.programme.languages:
        edition = edition.in_language(options.language)
    found = _differences(dataset, words, options.since, options.until or _NEWEST) if options.since else _history(dataset, words)
    if isinstance(found, str):
        print(found, file=sys.stderr)
        return 1
    lines = list(told(edition, found.changes) if options.since else told_by_day(edition, found))
    print("\n".join(lines) if lines else words.say("no-changes"))
    return 0


def _history(dataset: Dataset, words: Messages) -> History | str:
    problems: list[Problem] = []
    if dataset.programme.history_from is None:
        return words.say("no-history")
    history = read_history(dataset, problems)
    return words.tell_all(problems, dataset.folders.root) if problems else history


def _differences(dataset: Dataset, words: Messages, since: str, until: str) -> History | str:
    """Gives what is different between two revisions, or why that cannot be told."""
    try:
        step = between(dataset, since, until)
    except GitFailed as failed:
        return words.tell(Problem(Location(dataset.folders.root.name), failed.rule, HINTS[failed.rule]))
    if isinstance(step, str):
        return words.say("no-such-revision", found=step)
    return History.of(step.commit, [step])


def told_by_day(edition: Edition, history: History) -> Iterator[str]:
    """Gives the lines that tell a history, the newest day first."""
    for day, changes in groupby(history.changes, key=lambda change: change.commit.day):
        lines = [f"  {line}" for line in told(edition, changes)]
        if lines:  # else all came and went again
            yield f"{edition.locale.moment((day.year, day.month, day.day))}:"
            yield from lines


def told(edition: Edition, changes: Iterable[Change]) -> Iterator[str]:
    """Gives a line for each record: its kind, what it is called, and what changed in it."""
    together: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        together.setdefault(change.of, []).append(change)
    for (kind, identity), found in together.items():
        if not net(found):  # it came and went on one day
            continue
        title = record_link(edition, kind, identity, found[0].name).title.text
        yield f"{kind_word(edition, kind)}: {title}: {'; '.join(sentence.text for sentence in sentences(edition, found))}"
