"""What the programme names outside its own site, and what nobody looked at for long: for who asks whether it still holds.

Here nobody asks the network. `kennisstad outside` gives every address with each place that names it, as JSON; another program
(`.ci/ask.py`) asks them, and what they answered becomes Markdown here, in which what is theirs is no more than text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kennisstad.checking import check
from kennisstad.markdown.fields import read_field
from kennisstad.markdown.longform import read_longform
from kennisstad.messages import Messages
from kennisstad.model import Dataset, Document, Folders, Prose
from kennisstad.model.values import is_web_address
from kennisstad.problem import Location
from kennisstad.rules.standing import OLD_AFTER
from kennisstad.telling.marks import code, link, plain

ASKED = ("gone", "silent", "moved")
"""What can come of an address that somebody has to look at: it is no more, it does not answer, it stands elsewhere for good."""
MOST, MOST_PLACES, MOST_LETTERS = 100, 5, 60_000
"""Lines of one kind that are told, places of one address, and letters of all; the rest is counted."""
LONGEST_ADDRESS = 8_000
"""Letters of an address that everybody should take (RFC 9110, 4.1); a longer one is not asked."""
WHY = ("status", "no-host", "time", "connection", "certificate", "circle", "private", "port")
"""Why an address is as it is: what a program that asks may say. What a server says itself is shown nowhere."""


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A place where something is named: its file and line, and the id of the record or page."""

    file: str
    line: int
    record: str

    @property
    def place(self) -> tuple[str, int, str]:
        """Its file, line and record."""
        return self.file, self.line, self.record


def addresses(dataset: Dataset) -> dict[str, tuple[Named, ...]]:
    """Gives every web address outside the site that records and pages name, in order, with each place that names it once."""
    found: dict[str, set[Named]] = {}
    own = dataset.programme.address.rstrip("/")
    for url, where, record in (*_of_records(dataset), *_of_pages(dataset)):
        address = url.partition("#")[0]
        is_own = address == own or address.startswith(f"{own}/")
        if is_web_address(url) and not url.startswith("mailto:") and not is_own and len(address) <= LONGEST_ADDRESS:
            found.setdefault(address, set()).add(Named(where.file, where.line, record))
    return {address: tuple(sorted(places)) for address, places in sorted(found.items())}


def _of_records(dataset: Dataset) -> Iterator[tuple[str, Location, str]]:
    for record, node in dataset.written:
        yield str(node.value), node.location, record
    for kind, one, keys, text in dataset.texts:
        for language, said in text.root.items() if isinstance(text, Prose) else ():
            node = dataset.nodes[kind, one.id].at((*keys, language))
            for named in read_field(said).links:
                yield named.url, node.line_location(named.line), one.id


def _of_pages(dataset: Dataset) -> Iterator[tuple[str, Location, str]]:
    for page in (*dataset.content, *dataset.articles):
        for named in read_longform(page.markdown).links:
            yield named.url, Location(page.file, page.first_line + named.line), page.name


def unchecked(dataset: Dataset) -> list[tuple[Named, str]]:
    """Gives the projects that nobody held against their sources for a year, with the day that somebody did."""
    projects = (one for one in dataset.projects.values() if "not-checked-lately" not in one.accepted)
    old = (one for one in projects if one.checked.last_day + OLD_AFTER < dataset.day)
    return [(_named(dataset, "projects", one.id, "checked"), str(one.checked.root)) for one in old]


def unread(dataset: Dataset) -> list[tuple[Named, str]]:
    """Gives the pages on the web that facts come from and nobody read for a year, with the day that somebody did."""
    pages = ((one, one.read) for one in dataset.of(Document).values() if one.link and one.read is not None)
    old = ((one, read) for one, read in pages if read.last_day + OLD_AFTER < dataset.day)
    return [(_named(dataset, "documents", one.id, "read"), str(read.root)) for one, read in old]


def _named(dataset: Dataset, kind: str, identity: str, field: str) -> Named:
    where = dataset.place(kind, identity, (field,))
    return Named(where.file, where.line, identity)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells in the words of one language; `files` is the address under which the files of the repository are shown, or ""."""

    words: Messages
    files: str

    def place(self, named: Named) -> str:
        """Gives a place, as a link where its file can be shown."""
        shown = code(f"{named.file}:{named.line}")
        return link(shown, f"{self.files}{named.file}#L{named.line}") if self.files else shown

    def lines(self, lines: Iterable[str], title: str) -> list[str]:
        """Gives a heading with a list, cut off where it is very long; nothing where there is nothing."""
        listed = list(lines)
        more = [self.words.say("outside-more", count=len(listed) - MOST)] if len(listed) > MOST else []
        heading = f"### {self.words.say(title, count=len(listed))}"
        return ["\n".join([heading, "", *(f"- {line}" for line in (*listed[:MOST], *more))])] if listed else []

    def address(self, address: str, places: tuple[Named, ...], answer: Mapping[str, Any]) -> str:
        """Gives an address, what came of it, and where it is named."""
        why = answer.get("why")
        said = self.words.say(f"outside-why-{why if why in WHY else 'connection'}", status=_status(answer))
        at = ", ".join(map(self.place, places[:MOST_PLACES]))
        more = f" {self.words.say('outside-places', count=len(places) - MOST_PLACES)}" if len(places) > MOST_PLACES else ""
        to = f" → {code(str(answer['to']), 500)}" if answer.get("to") else ""
        return f"{code(address, 500)}{to}: {said} ({at}{more})"


def told(dataset: Dataset, answers: Mapping[str, Any], words: Messages, files: str = "") -> str:
    """Gives what somebody has to look at as Markdown, "" for nothing: addresses by what came of them, projects and pages by age."""
    teller, named = _Teller(words, files), addresses(dataset)
    parts: list[str] = []
    for outcome in ASKED:
        of = [address for address in named if _outcome(answers.get(address)) == outcome]
        parts += teller.lines((teller.address(one, named[one], answers[one]) for one in of), f"outside-{outcome}")
    for title, aged in (("outside-unchecked", unchecked(dataset)), ("outside-unread", unread(dataset))):
        parts += teller.lines((f"{plain(one.record)}: {day} ({teller.place(one)})" for one, day in aged), title)
    whole = "\n\n".join([words.say("outside-intro"), *parts, ""]) if parts else ""
    if len(whole) <= MOST_LETTERS:
        return whole
    lines = whole[:MOST_LETTERS].split("\n")[:-1]
    return "\n".join([*lines, f"- {words.say('outside-cut')}", ""])


def _outcome(answer: Any) -> str:
    return str(answer.get("outcome", "")) if isinstance(answer, dict) else ""


def _status(answer: Mapping[str, Any]) -> int:
    status = answer.get("status")
    return status if isinstance(status, int) else 0


def tell_outside(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes every address outside as JSON or, with what they answered, what to look at as Markdown. Gives 1 where it cannot."""
    checked = check(folders)
    if checked.errors or checked.dataset is None:
        print(words.tell_all(checked.errors, folders.root), file=sys.stderr)
        return 1
    if options.answers is None:
        listed = {address: [list(one.place) for one in places] for address, places in addresses(checked.dataset).items()}
        print(json.dumps(listed, ensure_ascii=False, indent=1))
        return 0
    answers = read_answers(options.answers)
    if answers is None:
        print(words.say("outside-no-answers", found=options.answers), file=sys.stderr)
        return 1
    print(told(checked.dataset, answers, words, options.files), end="")
    return 0


def read_answers(file: Path) -> Mapping[str, Any] | None:
    """Gives what addresses answered, by address; None where a file does not hold that."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
