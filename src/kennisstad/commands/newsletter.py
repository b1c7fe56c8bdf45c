"""The command that begins a newsletter: what is new in a period, named in one file that an editor shortens."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable, Iterator

from kennisstad.checking import check
from kennisstad.history import read_history
from kennisstad.messages import Messages
from kennisstad.model import Change, Dataset, Folders
from kennisstad.problem import Problem
from kennisstad.views.changes import net

FORTNIGHT = datetime.timedelta(days=14)
"""How long a newsletter looks back where there was none before."""
_TOLD_ELSEWHERE = ("news", "events", "newsletters", "programme", "content")
"""Kinds of records that a newsletter tells by themselves, or not at all."""


def begin_newsletter(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the file of a newsletter and says where. Gives 1 where it cannot; a file that is there is never written over."""
    checked = check(folders)
    dataset = checked.dataset
    if dataset is None or checked.errors:
        print(words.tell_all(checked.errors, folders.root), file=sys.stderr)
        return 1
    until = options.until or dataset.day
    since = options.since or _since(dataset, until)
    path = folders.content / dataset.programme.default_language / "newsletters" / f"{until.isoformat()}.md"
    if path.exists() or since > until:
        rule = "newsletter-there" if path.exists() else "newsletter-backwards"
        print(words.say(rule, found=folders.name(path), since=since, until=until), file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(_lines(dataset, since, until)) + "\n", "utf-8", newline="\n")
    print(words.say("newsletter-begun", found=folders.name(path)))
    return 0


def _since(dataset: Dataset, until: datetime.date) -> datetime.date:
    """Gives the day after the last newsletter, else a fortnight before."""
    days = [issue.date.date for issue in dataset.newsletters.values() if issue.date.date < until]
    return max(days) + datetime.timedelta(days=1) if days else until - FORTNIGHT


def _lines(dataset: Dataset, since: datetime.date, until: datetime.date) -> Iterator[str]:
    zone = dataset.programme.time_zone
    news = [item for item in dataset.news.values() if since <= item.date.date <= until]
    coming = [event for event in dataset.events.values() if event.last_day(zone) >= until and not event.cancelled]
    changes = [change for change in _changes(dataset) if since <= change.commit.day <= until]
    results = [change.record for change in changes if change.kind == "projects" and change.field == "results"]
    yield from ("---", f"date: {until.isoformat()}", f"since: {since.isoformat()}")
    yield from _list("news", (item.id for item in sorted(news, key=lambda item: item.date.date, reverse=True)))
    yield from _list("events", (event.id for event in sorted(coming, key=lambda event: event.last_day(zone))))
    yield from _list("results", (name for name in results if name in dataset.projects and dataset.projects[name].results))
    yield from _list("changed", _changed(dataset, changes))
    yield from ("---", "")


def _changes(dataset: Dataset) -> Iterable[Change]:
    problems: list[Problem] = []
    return read_history(dataset, problems).changes


def _changed(dataset: Dataset, changes: Iterable[Change]) -> Iterator[str]:
    """Gives the records that changed as notes name them, but for those that are gone, or of which only results are new.

    What came and went again within the period is no change.
    """
    one = {kind.name: kind.one for kind in dataset.kinds.records}
    together: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.kind not in _TOLD_ELSEWHERE and change.field != "results":
            together.setdefault(change.of, []).append(change)
    for (kind, identity), found in together.items():
        if identity in dataset.valid.get(kind, {}) and one.get(kind) and net(found):
            yield f"{one[kind]}:{identity}"


def _list(field: str, names: Iterable[str]) -> Iterator[str]:
    found = list(dict.fromkeys(names))
    if found:
        yield f"{field}:"
        yield from (f"  - {name}" for name in found)
