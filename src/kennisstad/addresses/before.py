"""Which addresses a site had, and what each is led to: by a record of `redirects`, by an id of before, or by itself.

Here each still leads to what was written; `redirects.py` follows it to its end.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kennisstad.addresses.open_data import known_files, record_file
from kennisstad.addresses.pagelinks import OPEN_DATA as OPEN_DATA_LINK
from kennisstad.addresses.pagelinks import PAGE
from kennisstad.addresses.routes import OPEN_DATA, Addresses, content_slugs, ids_of, routes
from kennisstad.model import Address, Addressed, Dataset, Place, RecordKind, Redirected
from kennisstad.model.content import HOME
from kennisstad.model.redirected import is_below, is_elsewhere, is_record


@dataclass(frozen=True, slots=True)
class Led:
    """What an address is led to as it is written: a path, a whole address, or None; `record` says so, "" where none does."""

    to: str | None
    record: str = ""
    is_lasting: bool = True


class Before:
    """The addresses that a site had, as far as anything leads them on."""

    def __init__(self, dataset: Dataset, addresses: Addresses) -> None:
        self.dataset, self.addresses = dataset, addresses
        self.living = frozenset(route.path for route in routes(dataset, addresses))
        self.served = frozenset(addresses.open_data(file) for file in known_files(dataset) or ())
        self.promised: Mapping[str, int] = dataset.promised or {}

    @cached_property
    def led(self) -> Mapping[str, Led]:
        """Every address that is led on, by path, and what was written of it first; also where a page stands there."""
        found = dict(self.led_by_name)
        for record, old in self._records:
            for path, to in self.written(record, old) if is_below(old) else ():
                found.setdefault(path, Led(to, record.id))
        for path in self.promised:
            if path not in found and not self.is_there(path):
                led = self._by_itself(path)
                found |= {path: led} if led is not None else {}
        return found

    @cached_property
    def _records(self) -> list[tuple[Redirected, str]]:
        return [(record, old) for record in self.dataset.of(Redirected).values() for old in record.old]

    @cached_property
    def led_by_name(self) -> Mapping[str, Led]:
        """What is led on by its own name: by a record, else by an id of before."""
        found: dict[str, Led] = {}
        for record, old in self._records:
            found.update({path: Led(to, record.id) for path, to in self.written(record, old) if not is_below(old)})
        for path, to in self.of_former_ids:
            found.setdefault(path, Led(to))
        return found

    def written(self, record: Redirected, old: str) -> Iterator[tuple[str, str | None]]:
        """Gives the paths that an address in a record stands for, each with what the record leads it to."""
        if is_record(old):
            yield from self._of_record(record, old)
            return
        path = old.removeprefix("/")
        if not is_below(old):
            yield path, self.target(record, self.language(path))
            return
        top = path[:-1]
        target = self.target(record, self.language(path))
        for one in self._promised_below(top):
            if not self.is_there(one):
                below = f"{target}{one.removeprefix(top)}" if target is not None else None
                is_same = below is not None and self.is_there(below)
                if is_same or target is None or is_elsewhere(target) or self.is_there(target) or target in self.led_by_name:
                    yield one, below if is_same else target

    def is_there(self, path: str) -> bool:
        """Whether a page, or a file of open data, stands at an address."""
        return path in self.living or path in self.served

    def end(self, old: str) -> Led | None:
        """Gives what an address leads to in the end, or None where it leads to itself."""
        led, seen, is_lasting = self.led[old], {old}, True
        while True:
            is_lasting = is_lasting and led.is_lasting
            if led.to is None or self.is_there(led.to) or led.to not in self.led:
                return replace(led, record=self.led[old].record, is_lasting=is_lasting)
            if led.to in seen:
                return None
            seen.add(led.to)
            led = self.led[led.to]

    def language(self, path: str) -> str:
        """Gives the language of an address: the one whose folder it stands in, else the default one."""
        programme = self.dataset.programme
        named = path.partition("/")[0]
        return named if named in programme.languages and path.startswith(f"{named}/") else programme.default_language

    def target(self, record: Redirected, language: str) -> str | None:
        """Gives the path, or the whole address, that a record leads to in a language; None where it leads nowhere."""
        to = record.to
        if to is None or is_elsewhere(to):
            return to
        if to.startswith("/"):
            return to.removeprefix("/")
        scheme, _, name = to.partition(":")
        if scheme == OPEN_DATA_LINK:
            return self.addresses.open_data(name)
        if scheme != PAGE:
            place = self.dataset.kinds.schemes.get(scheme)
            return self.addresses.page(place.name, language, self.now(place.above, name)) if place else None
        if name == HOME:
            return self.addresses.home(language)
        slugs = content_slugs(self.dataset, language)
        if name in slugs:
            return self.addresses.page("content", language, slugs[name])
        return self.addresses.page(name, language) if name in self.dataset.kinds.sections else None

    def kind_named(self, name: str) -> RecordKind | None:
        """Gives the kind of records that an address names one of: `project:`, or by the kind's own name where it has no other."""
        kinds = self.dataset.kinds
        return kinds.named.get(name) or next((kind for kind in kinds.records if name in (kind.stem, kind.name)), None)

    def now(self, kind: str, identity: str) -> str:
        """Gives the id that a record has now, whose id this is or was."""
        return self._former.get((kind, identity), identity)

    @cached_property
    def _former(self) -> Mapping[tuple[str, str], str]:
        return {
            (kind, old): record.id
            for kind, records in self.dataset.valid.items()
            for record in records.values()
            for old in (record.formerly if isinstance(record, Addressed) else ())
            if old not in records
        }

    @cached_property
    def of_former_ids(self) -> tuple[tuple[str, str | None], ...]:
        """Every address that a record had under an id of before, with the one that it has now."""
        kinds = {kind.name: kind for kind in self.dataset.kinds.records}
        found = ((kinds[name], old, now) for (name, old), now in self._former.items())
        return tuple(pair for kind, old, now in found for pair in self._between(kind, old, kind, now))

    def record_at(self, path: str) -> tuple[RecordKind, str] | None:
        """Gives the kind and id of the record that an address was of, or None where it was of none."""
        for kind in self.dataset.kinds.records:
            for base in self._bases[kind.name]:
                identity, mark, rest = path.removeprefix(base).partition("." if base.startswith(f"{OPEN_DATA}/") else "/")
                if path.startswith(base) and identity and mark and "/" not in f"{identity}{rest}":
                    return kind, identity
        return None

    @cached_property
    def _bases(self) -> Mapping[str, frozenset[str]]:
        """By kind, the folders in which the addresses of its records stand."""
        codes, found = self.dataset.programme.languages, {}
        for kind in self.dataset.kinds.records:
            pages = {self.addresses.page(place.name, code, "-")[:-2] for place in self._pages_of(kind) for code in codes}
            found[kind.name] = frozenset({*pages, self.addresses.open_data(f"{kind.stem}/")})
        return found

    def _of_record(self, record: Redirected, old: str) -> Iterator[tuple[str, str | None]]:
        name, _, identity = old.partition(":")
        kind = self.kind_named(name)
        if kind is None:
            return
        scheme, _, there = (record.to or "").partition(":")
        place = self.dataset.kinds.schemes.get(scheme)
        to = next((one for one in self.dataset.kinds.records if place is not None and one.name == place.above), None)
        for path, now in self._between(kind, identity, to, self.now(to.name, there) if to else ""):
            is_file = path.startswith(f"{OPEN_DATA}/")
            yield path, now if to or is_file else self.target(record, self.language(path))

    def _between(self, kind: RecordKind, old: str, to: RecordKind | None, now: str) -> Iterator[tuple[str, str | None]]:
        """Gives every address that a record had, with that of another of the same sort; None where that has none."""
        for language in self.dataset.programme.languages:
            pages = {place.name: place for place in self._pages_of(to)} if to else {}
            main = next((self.addresses.page(name, language, now) for name, place in pages.items() if not place.shows), None)
            for place in self._pages_of(kind):
                path = self.addresses.page(place.name, language, old)
                like = next(
                    (one for one in pages.values() if bool(one.shows) == bool(place.shows) and self._is_there(one, now)), None
                )
                leads = self.addresses.page(like.name, language, now) if like else main
                yield path, leads
                for beside in self._promised_below(path):
                    yield beside, f"{leads}{beside.removeprefix(path)}" if leads is not None else None
        file = self.addresses.open_data(record_file(kind, old))
        if file in self.promised:
            yield file, self.addresses.open_data(record_file(to, now)) if to is not None else None

    def _pages_of(self, kind: RecordKind) -> Iterator[Place]:
        """Gives the kinds of pages that a record of a kind has: its own, and what others show of it."""
        own = [place for place in self.dataset.kinds.below(kind.name) if place.ids is None]
        yield from own
        for place in own:
            yield from (one for one in self.dataset.kinds.places if one.address is Address.EMBED and one.shows == place.name)

    def _is_there(self, place: Place, identity: str) -> bool:
        return not place.shows or identity in self._shown.get(place.name, ())

    @cached_property
    def _shown(self) -> Mapping[str, frozenset[str]]:
        places = (place for place in self.dataset.kinds.places if place.shows)
        return {place.name: frozenset(ids_of(self.dataset, place)) for place in places}

    def _promised_below(self, path: str) -> Iterator[str]:
        """Gives what was promised below an address, without itself."""
        at = bisect.bisect_right(self._in_order, path)
        while at < len(self._in_order) and self._in_order[at].startswith(path):
            yield self._in_order[at]
            at += 1

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self.promised)

    def _by_itself(self, path: str) -> Led | None:
        """Gives what an address leads to though nobody wrote so.

        A page that is made of other records leads to the one above it, what was shown in a frame to the page it was a part of. Of a
        record without a page the file is gone with it: its kind has a list.
        """
        above = path.removesuffix("/").rpartition("/")[0] + "/"
        if path.endswith("/") and above in self._above_derived:
            return Led(above, is_lasting=False)
        if path in self._empty_embeds:
            return Led(self._empty_embeds[path], is_lasting=False)
        return Led(None) if path.rpartition("/")[0] in self._folders_of_lists else None

    @cached_property
    def _above_derived(self) -> frozenset[str]:
        """The pages below which stand only pages that are made of other records: all statuses, all goals."""
        kinds = self.dataset.kinds
        names = {place.above for place in kinds.places if place.address is Address.BELOW}
        derived = (name for name in names if all(place.ids is not None for place in kinds.below(name)))
        pages = {self.addresses.page(name, code) for name in derived for code in self.dataset.programme.languages}
        return frozenset(pages & self.living)

    @cached_property
    def _empty_embeds(self) -> Mapping[str, str]:
        found = {}
        for place in self.dataset.kinds.places:
            shown = self.dataset.kinds.by_name.get(place.shows)
            for identity in self.dataset.valid.get(shown.above, ()) if shown is not None else ():
                for code in self.dataset.programme.languages:
                    found[self.addresses.page(place.name, code, identity)] = self.addresses.page(place.shows, code, identity)
        return found

    @cached_property
    def _folders_of_lists(self) -> frozenset[str]:
        kinds = (kind for kind in self.dataset.kinds.records if not any(self._pages_of(kind)))
        return frozenset(self.addresses.open_data(kind.stem) for kind in kinds)
