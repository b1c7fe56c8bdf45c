"""Addresses of before lead somewhere, or say why not: none is given away, and none leads in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from kennisstad.addresses.before import Before
from kennisstad.addresses.pagelinks import is_record_link
from kennisstad.addresses.routes import Addresses, have_paths
from kennisstad.model import Dataset, Redirected
from kennisstad.model.redirected import is_below, is_elsewhere, is_record
from kennisstad.problem import Location, Problem, nearest
from kennisstad.rules.markdown import link_problem

KIND = "redirects"


def redirects_lead_somewhere(dataset: Dataset) -> Iterator[Problem]:
    """An address of before leads to a page that is there, or says why there is none.

    Passes: `to: project:quay-garden`; `gone: {en: We stopped in 2020.}`. Fails: both, or neither; a page that is gone; the address
    itself, also by way of others.
    """
    if not have_paths(dataset) or not dataset.of(Redirected):
        return
    before = Before(dataset, Addresses.of(dataset))
    for record in dataset.of(Redirected).values():
        if (record.to is None) is (record.gone is None):
            rule = "redirect-neither" if record.to is None else "redirect-both"
            yield Problem(dataset.place(KIND, record.id), rule, "write-to-or-gone", record.id)
        elif record.to is not None:
            where = dataset.place(KIND, record.id, ("to",))
            yield from _wrong_target(before, record, record.to, where)


def _wrong_target(before: Before, record: Redirected, to: str, where: Location) -> Iterator[Problem]:
    dataset = before.dataset
    if is_elsewhere(to):
        own = urlsplit(str(dataset.programme.address)).hostname or ""
        path = urlsplit(to).path or "/"
        if _bare(urlsplit(to).hostname or "") == _bare(own):
            yield Problem(where, "redirect-own-site", "write-instead", record.id, {"found": to, "instead": path})
        return
    if not to.startswith("/"):
        scheme, _, name = to.partition(":")
        was = dataset.kinds.schemes.get(scheme)
        if was is not None and before.now(was.above, name) != name:
            return  # the record has another id now, and the address leads to it
        if not is_record_link(dataset.kinds, to):
            yield Problem(where, "leads-to", "write-leads-to", record.id, {"found": to})
        elif problem := link_problem(dataset, to, where, record.id):
            yield problem
        return
    yield from _wrong_path(before, record, to, where)


def _wrong_path(before: Before, record: Redirected, to: str, where: Location) -> Iterator[Problem]:
    path = to.removeprefix("/")
    if before.is_there(path):
        return
    if path in before.led:
        end = before.end(path)
        if end is None:
            yield Problem(where, "redirect-circle", "write-end", record.id, {"found": to})
        elif end.to is None:
            yield Problem(where, "redirect-to-gone", "write-end", record.id, {"found": to})
    elif all(map(is_below, record.old)) and any(one.startswith(path) for one in before.living):
        return  # each leads to the one of its own name
    elif path.endswith("/"):  # of a file it can be told only once all are known
        suggestion = nearest(path, before.living)
        hint = "did-you-mean" if suggestion else "write-end"
        yield Problem(where, "redirect-nowhere", hint, record.id, {"found": to, "suggestion": f"/{suggestion}"})


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def redirects_take_no_address(dataset: Dataset) -> Iterator[Problem]:
    """An address of before is no page's of now, and one record's only.

    Passes: `old: [/our-story/]`. Fails: `old: [/projects/]`, `old: [project:benches]` where there is a record `benches`; an address
    that leads on already.
    """
    if not have_paths(dataset) or not dataset.of(Redirected):
        return
    before = Before(dataset, Addresses.of(dataset))
    known = {path.casefold() for path in (*before.living, *before.served)}
    files = {path for path in before.served if not path.endswith("/")} | {"404.html"}
    given = {path.casefold(): "" for path, _ in before.of_former_ids}
    for record in dataset.of(Redirected).values():
        for position, old in enumerate(record.old):
            where = dataset.place(KIND, record.id, ("old", position))
            if is_record(old):
                yield from _wrong_record(before, record, old, where)
            if is_below(old):
                continue
            for path in dict.fromkeys(path for path, _ in before.written(record, old)):
                values = {"found": old if is_record(old) else f"/{path}"}
                if path.casefold() in known or is_in_file(path, files):
                    yield Problem(where, "redirect-taken", "remove-old-address", record.id, values)
                    break
                if given.setdefault(path.casefold(), record.id) != record.id:
                    yield Problem(where, "redirect-twice", "remove-old-address", record.id, values)
                    break


def _wrong_record(before: Before, record: Redirected, old: str, where: Location) -> Iterator[Problem]:
    name, _, identity = old.partition(":")
    kind = before.kind_named(name)
    if kind is None:
        known = [kind.one or kind.stem for kind in before.dataset.kinds.records if kind.name != KIND]
        suggestion = nearest(name, known)
        values = {"found": name, "suggestion": suggestion, "known": ", ".join(known)}
        yield Problem(where, "unknown-kind-of-record", "did-you-mean-of" if suggestion else "choose", record.id, values)
    elif identity in before.dataset.ids.get(kind.name, ()):
        yield Problem(where, "redirect-taken", "remove-old-address", record.id, {"found": old})


def is_in_file(path: str, files: set[str]) -> bool:
    """Whether a file stands where an address would need a folder."""
    parts = path.split("/")
    return any("/".join(parts[:end]) in files for end in range(1, len(parts)))
