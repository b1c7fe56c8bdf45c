"""News and events: there in every language, at an address of their own, and at a time that is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from kennisstad.model import Article, Dataset, Event, Instant
from kennisstad.problem import Location, Problem, Severity

_YEAR = re.compile("[0-9]{4}")


def has_file(dataset: Dataset, article: Article, language: str) -> bool:
    """Whether an article has a file in a language: then its title is written there, or told to be missing."""
    return article.title is not None and language in article.title.languages  # None where the record is right only in part


def file_in(dataset: Dataset, kind: str, article: Article, language: str) -> str:
    """Gives the name of the file in which an article is written in a language, whether it is there or not."""
    return f"{_folder(dataset, kind, language)['folder']}/{article.id}.md"


def _articles(dataset: Dataset) -> Iterator[tuple[str, Article]]:
    return ((kind, record) for kind, record in dataset.records() if isinstance(record, Article) and record.title is not None)


def articles_are_translated(dataset: Dataset) -> Iterator[Problem]:
    """An article is there in the default language, and should be in all others (advice).

    Passes: `content/nl/news/kade.md` with `content/en/news/kade.md`. Fails: `content/en/news/kade.md` alone.
    """
    first, *others = dataset.programme.languages
    for kind, article in _articles(dataset):
        file, own = dataset.place(kind, article.id, ("title",)).file, file_in(dataset, kind, article, first)
        if not has_file(dataset, article, first):
            if not (dataset.folders.root / own).exists():  # one that cannot be read is told itself
                folder = _folder(dataset, kind, first)
                yield Problem(Location(file), "no-default-article", "write-default-article", article.id, folder)
            continue
        for language in others:
            if not has_file(dataset, article, language):
                values = {"field": file, **_folder(dataset, kind, language)}
                yield Problem(Location(file), "not-translated", "translate-article", article.id, values, Severity.ADVICE)


def _folder(dataset: Dataset, kind: str, language: str) -> dict[str, str]:
    folder = next(each.folder for each in dataset.kinds.records if each.name == kind)
    return {"language": language, "folder": dataset.folders.name(dataset.folders.content / language / folder)}


def articles_leave_archives_free(dataset: Dataset) -> Iterator[Problem]:
    """A file is not called after a year: at that address stands what is of that year.

    Passes: `content/nl/news/kade-2026.md`. Fails: `content/nl/news/2026.md`.
    """
    for kind, article in _articles(dataset):
        for name in (article.id, *article.formerly):
            if _YEAR.fullmatch(name):
                where = dataset.place(kind, article.id, ("id",) if name == article.id else ("formerly",))
                yield Problem(where, "named-like-a-year", "name-after-content", article.id, {"found": name})


def newsletters_have_a_period(dataset: Dataset) -> Iterator[Problem]:
    """A newsletter is about days up to its own.

    Passes: `since: 2026-11-15` with `date: 2026-11-29`. Fails: `since: 2026-12-15`.
    """
    for issue in dataset.newsletters.values():
        if issue.since.date > issue.date.date:
            values = {"found": issue.date.root, "start": issue.since.root}
            yield Problem(dataset.place("newsletters", issue.id, ("date",)), "end-before-start", "swap-dates", issue.id, values)


def news_is_of_now(dataset: Dataset) -> Iterator[Problem]:
    """News is not of a day to come (advice).

    Passes: `date: 2026-11-20`, on 29 November 2026. Fails: `date: 2062-11-20`.
    """
    for news in dataset.news.values():
        if news.date.date > dataset.day:
            where, values = dataset.place("news", news.id, ("date",)), {"found": news.date.root, "day": dataset.day.isoformat()}
            yield Problem(where, "news-of-later", "correct-date", news.id, values, Severity.ADVICE)


def events_have_a_time(dataset: Dataset) -> Iterator[Problem]:
    """An event ends after it begins, at times that the clock of its zone shows once; both are days, or both are times.

    Passes: `start: 2026-12-05 14:00` with `end: 2026-12-05 17:00`. Fails: `end: 2026-12-05 11:00`; `end: 2026-12-05`;
    `start: 2026-03-29 02:30` in Amsterdam, where the clock goes from 2 to 3.
    """
    for event in dataset.events.values():
        zone = event.zone(dataset.programme.time_zone)
        for field in ("start", "end", "moved_from"):
            instant: Instant | None = getattr(event, field)
            fault = _fault(instant, zone) if instant else None
            if instant and fault:
                values = {"found": instant.root.replace("T", " "), "zone": zone.key}
                yield Problem(dataset.place("events", event.id, (field,)), *fault, event.id, values)
        yield from _in_order(dataset, event)


def _fault(instant: Instant, zone: ZoneInfo) -> tuple[str, str] | None:
    if instant.is_skipped(zone):
        return "no-such-time", "mend-no-such-time"
    return ("time-twice", "mend-time-twice") if instant.is_twice(zone) else None


def _in_order(dataset: Dataset, event: Event) -> Iterator[Problem]:
    zone, start, end = event.zone(dataset.programme.time_zone), event.start, event.end
    if end is not None and end.has_time != start.has_time:
        where = dataset.place("events", event.id, ("end" if start.has_time else "start",))
        found = end if start.has_time else start
        yield Problem(where, "day-or-time", "write-both-alike", event.id, {"found": found.root, "field": _field(start)})
    elif end is not None and (end.at(zone) < start.at(zone) or (end.has_time and end.at(zone) == start.at(zone))):
        values = {"found": end.root.replace("T", " "), "start": start.root.replace("T", " ")}
        yield Problem(dataset.place("events", event.id, ("end",)), "end-before-start", "swap-dates", event.id, values)
    if event.moved_from is not None and event.moved_from.at(zone) == start.at(zone):
        values = {"found": event.moved_from.root.replace("T", " ")}
        yield Problem(dataset.place("events", event.id, ("moved_from",)), "moved-nowhere", "write-old-time", event.id, values)


def _field(start: Instant) -> str:
    return "end" if start.has_time else "start"
