"""Addresses are promises: what a site publishes, held against every address that it ever published (decisions/0015)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from kennisstad.addresses.before import Before
from kennisstad.addresses.redirects import Redirect, redirects
from kennisstad.addresses.routes import OPEN_DATA, Addresses, have_paths
from kennisstad.exports import exported
from kennisstad.exports.material import Material
from kennisstad.model import Dataset
from kennisstad.model.promised import ADDRESSES, address_of, is_address, is_kept
from kennisstad.pages import Pages
from kennisstad.problem import Location, Problem, nearest
from kennisstad.rules.redirects import is_in_file
from kennisstad.text import suggest_slug
from kennisstad.views.edit import EDIT, form_folder

_CHANGES = "changes"
"""The page below which stands what follows from the history, which the check does not read."""
_FEED = "/feed.xml"
_REDIRECTS = "redirects.yaml"
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
    pages, renderer = Pages(dataset, addresses, _Unused()), _Unused()
    files = [page.route.file for page in pages.all]
    files += [path for path, _ in exported(Material(dataset, addresses, pages, renderer)) if path not in dataset.pictures]
    files += [led.old for led in redirects(dataset, addresses)]
    form = form_folder(addresses, dataset) if EDIT in dataset.kinds.by_name else None
    paths = (address_of(file) for file in files if form is None or not file.startswith(form))
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
    if dataset.promised is None or not dataset.is_whole or not have_paths(dataset):
        return
    before = Before(dataset, Addresses.of(dataset))
    led = redirects(dataset, before.addresses)
    there = before.living | before.served | {one.old for one in led}
    if is_right:
        whole = published(dataset)
        yield from _wrong_files(dataset, led, whole)
        there |= whole
    lost = [path for path in dataset.promised if path not in there and (is_right or _is_simple(path))]
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


def _wrong_files(dataset: Dataset, led: Iterable[Redirect], whole: frozenset[str]) -> Iterator[Problem]:
    """Gives the redirects from or to files that only the whole list tells of: feeds, calendars, the files of the root."""
    made = {f"{one.old}index.html" if one.is_page else one.old for one in led}
    files = {path for path in whole if not path.endswith("/") and path} - made
    for one in led:
        if one.record and (one.old in files or is_in_file(one.old, files)):
            where = dataset.place("redirects", one.record, ("old",))
            yield Problem(where, "redirect-taken", "remove-old-address", one.record, {"found": f"/{one.old}"})
        if one.record and one.to is not None and not one.is_elsewhere and one.to not in whole:
            where = dataset.place("redirects", one.record, ("to",))
            yield Problem(where, "redirect-nowhere", "write-end", one.record, {"found": f"/{one.to}"})


def _told(before: Before, there: Container[str], lost: Sequence[str]) -> Iterator[Problem]:
    """Gives one problem for all addresses of a record, or of a folder."""
    groups: dict[tuple[str, str], list[str]] = {}
    known = frozenset(lost)
    for path in lost:
        groups.setdefault(_owner(before, path, known), []).append(path)
    data = before.dataset.folders.data
    name = before.dataset.folders.name(data / ADDRESSES)
    for (kind, owner), paths in groups.items():
        where = Location(name, min(before.promised[path] for path in paths), 2)
        rule = "addresses-lost" if len(paths) > 1 else "address-lost"
        hint, values = _of_record(before, kind, owner) if kind else _of_path(before, owner, paths, there)
        file = before.dataset.folders.name(data / _REDIRECTS)
        shown = {"found": f"/{paths[0]}", "more": str(len(paths) - 1), "file": file}
        yield Problem(where, rule, hint, values={**shown, **values})


def _owner(before: Before, path: str, lost: frozenset[str]) -> tuple[str, str]:
    """Gives the kind and id of the record that an address was of; else "" and the first folder above it that is lost too."""
    record = before.record_at(path)
    if record is not None and record[1] not in before.dataset.ids.get(record[0].name, ()):
        return record[0].name, record[1]
    parts = path.split("/")
    above = (f"{'/'.join(parts[:end])}/" for end in range(1, len(parts)))
    return "", next((folder for folder in above if folder in lost), path)


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
    old = f"/{owner}, /{owner}*" if len(paths) > 1 else f"/{owner}"
    language = before.language(owner)
    pages = [path for path in before.living if path and path not in before.promised and before.language(path) == language]
    guess = nearest(owner, pages)
    values = {"line": _line(before.dataset, old, f"/{guess}" if guess else "")}
    return ("lead-moved-on", {**values, "suggestion": f"/{guess}"}) if guess else ("lead-address-on", values)


def _line(dataset: Dataset, old: str, to: str = "") -> str:
    """Gives the record to write, on one line."""
    name = suggest_slug(old.partition(",")[0].replace("/", " ").replace(":", " "))[:_LONGEST_ID].strip("-") or "home"
    why = ", ".join(f'{code}: "…"' for code in dataset.programme.languages)
    return f"- {{id: {name}, old: [{old}], {f'to: {to}' if to else f'gone: {{{why}}}'}}}"
