"""Addresses are promises: what a site publishes, held against every address that it ever published (decisions/0015)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kennisstad.addresses.before import Before
from kennisstad.addresses.redirects import Redirect, followed, redirects
from kennisstad.addresses.routes import OPEN_DATA, Addresses, have_paths
from kennisstad.exports import (
    exports,
    to_assets,
    to_content,
    to_form,
    to_former_addresses,
    to_lexicon,
    to_pictures,
    to_social_cards,
)
from kennisstad.exports.material import Material
from kennisstad.model import Dataset, Redirected
from kennisstad.model.promised import ADDRESSES, LOST, address_of, is_address, is_kept
from kennisstad.pages import Pages
from kennisstad.problem import Location, Problem, nearest
from kennisstad.rules.redirects import is_in_file
from kennisstad.text import suggest_slug

_CHANGES = "changes"
"""The page below which stands what follows from the history, which the check does not read."""
_FEED = "/feed.xml"
_REDIRECTS = "redirects.yaml"
_FETCHED = (to_assets, to_content, to_form, to_former_addresses, to_lexicon, to_pictures, to_social_cards)
"""The exports that pages fetch for themselves and name anew each time; what stands at old addresses is listed apart."""
_LONGEST_ID = 60
Makers = Mapping[str, Callable[[], bytes]]


class _Unused:
    """A renderer where only the names of files are asked for."""

    def render(self, template: str, **context: object) -> str:
        """Never called."""
        raise AssertionError(template)


def published(dataset: Dataset) -> frozenset[str]:
    """Gives the path of all that somebody may have kept the address of, also what stands at old addresses.

    The dataset has no errors. Left out are files that pages fetch for themselves: what is named by its content, the search
    index, the data of the form, pictures beside pages.
    """
    addresses = Addresses.of(dataset)
    return _made(dataset, addresses) | {led.old for led in redirects(dataset, addresses)}


def _made(dataset: Dataset, addresses: Addresses) -> frozenset[str]:
    material = Material(dataset, addresses, Pages(dataset, addresses, _Unused()), _Unused())
    files = [page.route.file for page in material.pages.all]
    files += [path for module in exports() if module not in _FETCHED for path, _ in module.files(material)]
    paths = map(address_of, files)
    return frozenset(path for path in paths if is_kept(path) and is_address(f"/{path}"))


def files_of_before(dataset: Dataset, addresses: Addresses, makers: Makers) -> dict[str, Callable[[], bytes]]:
    """Gives the files at old addresses, the same as at the new ones: a reader of feeds follows no page that leads on."""
    moved = ((led.old, led.to or "") for led in redirects(dataset, addresses) if not led.is_page)
    return {old: makers[to] for old, to in moved if to in makers and old not in makers}


def lost_addresses(dataset: Dataset, *, is_right: bool) -> Iterator[Problem]:
    """Gives a problem for each record or page of before whose addresses are promised, and lead nowhere.

    Where the dataset has errors (`is_right` is False) only pages and open data are looked at: which feeds there are is not
    known yet.
    """
    if not (dataset.promised or dataset.of(Redirected)) or not dataset.is_whole or not have_paths(dataset):
        return
    before = Before(dataset, Addresses.of(dataset))
    led = followed(before)
    there = before.living | before.served | {one.old for one in led}
    if is_right:
        made = _made(dataset, before.addresses)
        yield from _wrong_files(dataset, led, made)
        there |= made
    lost = [path for path in before.promised if path not in there and (is_right or _is_simple(path))]
    unseen = _unseen(before)
    yield from _told(before, there, [path for path in lost if not path.startswith(unseen) and not path.endswith(unseen)])


def _is_simple(path: str) -> bool:
    """Whether an address is of a page or of open data, which the records tell without any page being made."""
    return path.endswith("/") or path == "" or path.startswith(f"{OPEN_DATA}/")


def _unseen(before: Before) -> tuple[str, ...]:
    """Gives how addresses begin or end that follow from the history, where that was not read: the build looks at these."""
    dataset = before.dataset
    if dataset.programme.history_from is None or dataset.history.changes or _CHANGES not in dataset.kinds.by_name:
        return ()
    return (*(before.addresses.page(_CHANGES, code) for code in dataset.programme.languages), _FEED)


def _wrong_files(dataset: Dataset, led: Iterable[Redirect], made: frozenset[str]) -> Iterator[Problem]:
    """Gives the redirects from or to files that only the whole list tells of: feeds, calendars, the files of the root."""
    files = {path for path in made if path and not path.endswith("/")}
    for one in led:
        if one.record and (one.old in files or is_in_file(one.old, files)):
            where = dataset.place("redirects", one.record, ("old",))
            yield Problem(where, "redirect-taken", "remove-old-address", one.record, {"found": f"/{one.old}"})
        if one.record and one.to is not None and not one.is_elsewhere and one.to not in made:
            where = dataset.place("redirects", one.record, ("to",))
            yield Problem(where, "redirect-nowhere", "write-end", one.record, {"found": f"/{one.to}"})


def _told(before: Before, there: Container[str], lost: Sequence[str]) -> Iterator[Problem]:
    """Gives one problem for all addresses of a record, or of a folder."""
    if not lost:
        return
    groups: dict[tuple[str, str], list[str]] = {}
    promised, gone = (Counter(chain.from_iterable(map(_folders, paths))) for paths in (before.promised, lost))
    ended = {folder for folder, count in gone.items() if promised[folder] == count}
    for path in lost:
        groups.setdefault(_owner(before, path, ended), []).append(path)
    data = before.dataset.folders.data
    name = before.dataset.folders.name(data / ADDRESSES)
    for (kind, owner), paths in groups.items():
        where = Location(name, min(before.promised[path] for path in paths), 2)
        rule = LOST[len(paths) > 1]
        hint, values = _of_record(before, kind, owner) if kind else _of_path(before, owner, paths, there)
        file = before.dataset.folders.name(data / _REDIRECTS)
        shown = {"found": f"/{paths[0]}", "more": str(len(paths) - 1), "file": file}
        yield Problem(where, rule, hint, values={**shown, **values})


def _folders(path: str) -> list[str]:
    """Gives the folders that an address stands in, from the outside in; a page is the last of its own."""
    parts = path.split("/")
    return [f"{'/'.join(parts[:end])}/" for end in range(1, len(parts))]


def _owner(before: Before, path: str, ended: Container[str]) -> tuple[str, str]:
    """Gives the kind and id of the record that an address was of; else "" and the first folder of which all is lost."""
    record = before.record_at(path)
    if record is not None and record[1] not in before.dataset.ids.get(record[0].name, ()):
        return record[0].name, record[1]
    return "", next((folder for folder in _folders(path) if folder in ended), path)


def _of_record(before: Before, kind: str, identity: str) -> tuple[str, dict[str, str]]:
    """Gives what to write where a record is gone, or has another id: a record that was not there at the last release may be it."""
    records = before.dataset.valid.get(kind, {})
    files = {one: before.addresses.open_data(f"{kind.replace('_', '-')}/{one}.json") for one in records}
    new = [one for one, file in files.items() if file not in before.promised]
    guess = nearest(identity, new) or (new[0] if len(new) == 1 else "")
    one = next(of.one or of.stem for of in before.dataset.kinds.records if of.name == kind)
    values = {"line": _line(before.dataset, f"{one}:{identity}"), "old": identity}
    if not guess:
        return "lead-record-on", values
    return "lead-renamed-on", {**values, "suggestion": guess, "place": str(before.dataset.place(kind, guess))}


def _of_path(before: Before, owner: str, paths: Sequence[str], there: Container[str]) -> tuple[str, dict[str, str]]:
    """Gives what to write where another page is gone, or has another address."""
    names = [f"/{owner}"] if owner in paths else []
    old = ", ".join([*names, f"/{owner}*"] if len(paths) > len(names) else names)
    known, language = {*chain.from_iterable(map(_folders, before.promised))}, before.language(owner)
    new = dict.fromkeys(folder for path in sorted(before.living) for folder in _folders(path) if folder not in known)
    alike = [folder for folder in new if folder.count("/") == owner.count("/") and before.language(folder) == language]
    guess = nearest(owner, alike) or (alike[0] if len(alike) == 1 else "")
    values = {"line": _line(before.dataset, old, f"/{guess}" if guess else "")}
    return ("lead-moved-on", {**values, "suggestion": f"/{guess}"}) if guess else ("lead-address-on", values)


def _line(dataset: Dataset, old: str, to: str = "") -> str:
    """Gives the record to write, on one line."""
    name = suggest_slug(old.partition(",")[0].replace("/", " ").replace(":", " "))[:_LONGEST_ID].strip("-") or "home"
    why = ", ".join(f'{code}: "…"' for code in dataset.programme.languages)
    return f"- {{id: {name}, old: [{old}], {f'to: {to}' if to else f'gone: {{{why}}}'}}}"
