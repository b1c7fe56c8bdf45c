"""What search and the list of projects look words up in: one file for each language, fetched when somebody types.

It holds what each page says of itself, in columns, which pack smaller than rows. Stems, compounds and slips of the hand are the
matter of `overrides/assets/lexicon.js`, so that nothing about a language is said twice.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from kennisstad.exports.material import Files, Material
from kennisstad.model import Project, Prose, Record, Text
from kennisstad.model.walk import values_of
from kennisstad.pages import Page
from kennisstad.text import fold
from kennisstad.views.components import TextView
from kennisstad.views.edition import Edition
from kennisstad.views.finder import FACETS
from kennisstad.views.lexicon import lexicon_path, summaries_path
from kennisstad.views.page import PageKind
from kennisstad.views.standing import status_of, status_view

SHORTEST = 4
"""Letters of a word that is looked up in a text; what is shorter says little."""
RARE = 2
"""The most pages that may have a word of a longer text: what more have tells none of them from the others, and weighs much."""
TELLING = 12
"""The same for a word of a summary."""
ROOM = 13_000
"""Characters for the words of texts, about 6 KiB as sent: the longest are left out first, for few people type them."""
FINDER = "finder"
"""The script of a list that brings its own summaries."""
_SAID = ("title", "name", "short_name", "summary", "readings", "memberships")
"""Fields that are looked up by themselves, and those that tell what documents say, not what something is."""
_SAY = {"meant": "search.meant", "fit": "finder.by_fit", "some": "finder.some", "beside": "finder.beside", "whole": "finder.whole"}
"""Words for who types in the list of projects; others do not fetch them."""
_ADDRESS = re.compile(r"\]\([^)]*\)")
_LED_BY = {"lead": "partner"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as it is looked up."""

    page: Page
    title: TextView
    names: tuple[str, ...]
    summary: TextView
    facts: str
    told: frozenset[str]
    """The words of its longer texts."""
    near: tuple[tuple[str, str], ...]
    """The pages that it belongs to, by kind and id: who looks for a partner, looks for its projects."""

    @property
    def id(self) -> str:
        """The last part of its address, where its title does not tell that."""
        identity = self.page.route.id
        return "" if identity == fold(self.title.text).replace(" ", "-") else identity


Entries = Callable[[str], list[Entry]]
"""Gives the pages of a language as they are looked up."""


def files(material: Material) -> Files:
    """Gives a lexicon for each language, and the summaries apart: the list of projects has its own."""
    if material.dataset.opens_from_folder:
        return
    entries = cache(partial(_entries, material))  # both files of a language are made of them
    for language in material.dataset.programme.languages:
        yield lexicon_path(language), partial(_lexicon, material, entries, language)
        yield summaries_path(language), partial(_summaries, entries, language)


def _lexicon(material: Material, of: Entries, language: str) -> bytes:
    return _json(_columns(material.pages.edition(language), of(language)))


def _summaries(of: Entries, language: str) -> bytes:
    entries = of(language)
    facts = _few(entry.facts for entry in entries)
    return _json({"summary": [entry.summary.text for entry in entries], "facts": facts})


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _entries(material: Material, language: str) -> list[Entry]:
    edition = material.pages.edition(language)
    found = [page for page in material.pages.all if page.route.language == language and page.kind.found_as]
    return [_entry(edition, page) for page in found if not material.pages.repeats(page)]


def _columns(edition: Edition, entries: list[Entry]) -> dict[str, object]:
    """Gives a list for what each page has, by the places of pages for what few have."""
    kinds = list({entry.page.kind.name: entry.page.kind for entry in entries}.values())
    places = {(entry.page.kind.name, entry.page.route.id): place for place, entry in enumerate(entries)}
    listed = next((place for place, kind in enumerate(kinds) if _has_finder(edition, kind.above)), -1)
    return {
        **_kinds(edition, kinds),
        "listed": listed,
        "kind": [kinds.index(entry.page.kind) for entry in entries],
        "title": [entry.title.text for entry in entries],
        "id": _few(entry.id for entry in entries),
        "path": _few(_odd_path(edition, entry.page) for entry in entries),
        "names": _few("\n".join(entry.names) for entry in entries),
        "near": _few(list(dict.fromkeys(places[name] for name in entry.near if name in places)) for entry in entries),
        "foreign": _few(entry.title.lang for entry in entries),
        "words": _words(entries, kinds[listed].name if listed >= 0 else ""),
        "same": list(_same(edition, places)),
        "say": {name: edition.locale.words[key] for name, key in _SAY.items()},
        "search": edition.links.path("search"),
    }


def _kinds(edition: Edition, kinds: list[PageKind]) -> dict[str, object]:
    """Gives what results are grouped under, and for each kind of page which of these, and the address it is below."""
    labels = list(dict.fromkeys(kind.found_as for kind in kinds))
    return {
        "kinds": [edition.locale.say(label) for label in labels],
        "as": [labels.index(kind.found_as) for kind in kinds],
        "above": [_above(edition, kind) for kind in kinds],
    }


def _above(edition: Edition, kind: PageKind) -> str:
    return edition.links.path(kind.above or "home")


def _odd_path(edition: Edition, page: Page) -> str:
    """Gives the path of a page that its kind and id do not tell."""
    path = page.route.path
    return "" if path == f"{_above(edition, page.kind)}{page.route.id}/" else path


def _has_finder(edition: Edition, listing: str) -> bool:
    kind = edition.dataset.kinds.by_name.get(listing)
    return isinstance(kind, PageKind) and FINDER in kind.scripts


def _few(values: Iterable[object]) -> dict[int, object]:
    return {place: value for place, value in enumerate(values) if value}


def _words(entries: list[Entry], listed: str) -> str:
    """Gives the words of texts, one a line: the word, and the places that have it, each as the distance from the one before."""
    told: dict[str, set[int]] = defaultdict(set)
    short: dict[str, set[int]] = defaultdict(set)
    for place, entry in enumerate(entries):
        for word in entry.told:
            told[word].add(place)
        for word in _looked_up(entry.summary.text) if entry.page.kind.name != listed else ():
            short[word].add(place)
    kept = {word: found for word, found in told.items() if len(found) <= RARE}
    for word, found in short.items():
        if len(found) <= TELLING:
            kept[word] = kept.get(word, set()) | found
    lines = {word: f"{word} {'.'.join(_steps(sorted(found)))}" for word, found in kept.items()}
    return "\n".join(sorted(_within(ROOM, lines)))


def _within(room: int, lines: Mapping[str, str]) -> Iterator[str]:
    for word in sorted(lines, key=lambda word: (len(word), word)):
        room -= len(lines[word]) + 1
        if room < 0:
            return
        yield lines[word]


def _steps(places: list[int]) -> Iterator[str]:
    for before, place in pairwise((0, *places)):
        yield _in_base_36(place - before)


def _in_base_36(number: int) -> str:
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = f"{rest}{digits}" if rest < 10 else f"{chr(ord('a') + rest - 10)}{digits}"
    return digits


def _looked_up(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) >= SHORTEST}


def _same(edition: Edition, places: dict[tuple[str, str], int]) -> Iterator[list[object]]:
    """Gives the words that mean the same, with the pages they mean."""
    for group in edition.dataset.synonyms.values():
        words = group.words.get(edition.language, ())
        means = [places[name] for named in group.means if (name := _kind_and_id(named)) in places]
        if words:
            yield [list(dict.fromkeys(map(fold, words))), means]


def _kind_and_id(named: str) -> tuple[str, str]:
    kind, _, identity = named.partition(":")
    return kind, identity


def _entry(edition: Edition, page: Page) -> Entry:
    record = edition.dataset.valid.get(page.kind.above, {}).get(page.route.id)
    if record is None or page.kind.name not in edition.dataset.kinds.named:
        draft = page.draft
        return Entry(page, TextView(draft.title), (), TextView(draft.description), "", frozenset(), ())
    title = edition.links.name(record)
    summary = edition.maybe(getattr(record, "summary", None)) or TextView("")
    names = _names(edition, record, title.text)
    shown = _looked_up(" ".join((title.text, summary.text, *names)))
    told = frozenset(_looked_up(" ".join(_texts(edition, record))) - shown)
    return Entry(page, title, names, summary, _facts(edition, record), told, tuple(_near(edition, record)))


def _names(edition: Edition, record: Record, title: str) -> tuple[str, ...]:
    """Gives what else a record is called: its short name, its other names, and its name in the default language."""
    short: Text | None = getattr(record, "short_name", None) or getattr(record, "short_title", None)
    name: Text | None = getattr(record, "title", None) or getattr(record, "name", None)
    first = name.in_language(edition.default) if isinstance(name, Text) else None
    called = (*([edition.text(short).text] if short else []), *getattr(record, "aliases", ()), first or "")
    return tuple(each for each in dict.fromkeys(called) if each and fold(each) != fold(title))


def _texts(edition: Edition, record: Record) -> Iterator[str]:
    for keys, text in values_of(Text, record):
        if keys[0] not in _SAID:
            said = edition.text(text).text
            yield _ADDRESS.sub("]", said) if isinstance(text, Prose) else said


def _facts(edition: Edition, record: Record) -> str:
    if not isinstance(record, Project):
        return ""
    status = status_view(edition, record)
    return f"{status.word.text} {status.year}".strip()


def _near(edition: Edition, record: Record) -> Iterator[tuple[str, str]]:
    parent: str | None = getattr(record, "parent", None)
    if parent:
        yield "partner", parent
    if isinstance(record, Project):
        for facet in FACETS:
            kind = _LED_BY.get(facet.name, facet.name)
            values = facet.values(edition, record)
            yield from ((kind, status_of(value) if kind == "status" else value) for value in values)
