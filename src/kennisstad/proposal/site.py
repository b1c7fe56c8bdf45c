"""The site of a proposal: whatever is wrong is left out and told on every page, and nothing of it can be published by mistake."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kennisstad.checking import check
from kennisstad.history import read_history
from kennisstad.kinds import KINDS
from kennisstad.loading.spoken import spoken_language
from kennisstad.messages import messages
from kennisstad.model import Dataset, Folders, Kinds
from kennisstad.model.preview import ADDRESS, MARK
from kennisstad.preview.fault import fault_page
from kennisstad.problem import Problem
from kennisstad.proposal.left_out import leave_out
from kennisstad.site import site_of

NOTHING_TO_FIND = b"User-agent: *\nDisallow: /\n"
"""The robots.txt of a preview."""


@dataclass(frozen=True, slots=True)
class PreviewSite:
    """The files of a preview, and the errors that the check found; `is_site` tells whether it is more than a page that tells those.

    `absent` counts what is left out.
    """

    files: Mapping[str, bytes]
    errors: list[Problem]
    absent: int = 0
    is_site: bool = True


def make_preview(folders: Folders, address: str = "", kinds: Kinds = KINDS) -> PreviewSite:
    """Gives the site of a proposal, with or without faults. Raises BadData where a template has one, when its pages are made."""
    checked = check(folders, kinds)
    if checked.dataset is None:
        return _only_faults(folders, checked.errors)
    left = leave_out(checked)
    if left.serious:
        return _only_faults(folders, checked.errors)
    ignored: list[Problem] = []  # a proposal may come without the whole history: then nothing of it is told
    dataset = replace(left.dataset, history=read_history(left.dataset, ignored)).without_nodes()
    site = site_of(dataset, address or ADDRESS, checked.advice)
    absent = dataset.preview.absent if dataset.preview else ()
    return PreviewSite(_Marked(site.files, _mark(dataset)), checked.errors, len(absent))


class _Marked(Mapping[str, bytes]):
    """The files of a site with the mark of a preview; they are still made when they are asked for."""

    def __init__(self, files: Mapping[str, bytes], mark: bytes) -> None:
        self._files, self._mark = files, mark

    def __getitem__(self, path: str) -> bytes:
        return self._mark if path == MARK else self._files[path]

    def __iter__(self) -> Iterator[str]:
        yield from self._files
        yield MARK

    def __len__(self) -> int:
        return len(self._files) + 1


def _mark(dataset: Dataset) -> bytes:
    absent = dataset.preview.absent if dataset.preview else ()
    told = [{"kind": one.kind, "id": one.id, "file": one.where.file, "line": one.where.line} for one in absent]
    return _json({"preview": True, "commit": dataset.commit, "left_out": told})


def _only_faults(folders: Folders, errors: list[Problem]) -> PreviewSite:
    """Gives the one page that tells what has to be mended before there can be a preview."""
    language = spoken_language(folders)
    words = messages(language)
    page = fault_page(words.say("no-preview"), words.tell_all(errors, folders.root), language, looks_again=False)
    mark = _json({"preview": True, "commit": "", "left_out": None})
    files = {"index.html": page, "404.html": page, "robots.txt": NOTHING_TO_FIND, MARK: mark}
    return PreviewSite(files, errors, is_site=False)


def _json(told: object) -> bytes:
    return f"{json.dumps(told, indent=2)}\n".encode()
