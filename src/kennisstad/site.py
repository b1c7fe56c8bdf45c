"""From folders to a whole site: check, then pages and exports. Whoever hosts it only writes it down.

`Site.files` has every path that is published with its bytes; they are made when they are asked for, after the check of
everything they are made of. A writer puts them in place only when the last one is there, so that nothing is ever half a site.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kennisstad.addresses.kept import STYLE
from kennisstad.addresses.routes import Addresses
from kennisstad.checking import Checked, check
from kennisstad.exports import exported
from kennisstad.exports.material import Material
from kennisstad.frontend import names_by_content
from kennisstad.history import read_history
from kennisstad.kinds import KINDS
from kennisstad.loading.spoken import spoken_language
from kennisstad.messages import LANGUAGES, messages
from kennisstad.messages.sources import NOWHERE
from kennisstad.model import Dataset, Folders, Kinds
from kennisstad.model.origin import Origin
from kennisstad.pages import Pages
from kennisstad.problem import Location, Problem, Severity, in_order
from kennisstad.promised import files_of_before, lost_addresses
from kennisstad.render import JinjaRenderer, Renderer, TemplateFault

ADDRESS = "SITE_URL"
"""The variable of the environment that names another address than the programme's own."""


class BadData(Exception):
    """The data has errors; `str()` of it tells all of them as the check does."""

    def __init__(self, problems: list[Problem], language: str = LANGUAGES[0], root: Path | None = None) -> None:
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        super().__init__(messages(language).tell_all(errors, root or NOWHERE))
        self.problems, self.language = errors, language


class Files(Mapping[str, bytes]):
    """Files by path; each is made anew when it is asked for, so that a site of any size fits in memory."""

    def __init__(self, makers: Mapping[str, Callable[[], bytes]]) -> None:
        self._makers = makers

    def __getitem__(self, path: str) -> bytes:
        return self._makers[path]()

    def __contains__(self, path: object) -> bool:
        return path in self._makers  # a mapping would make the file to see whether it is there

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published but the search index, which is made of the written pages. `advice` is for the editor."""

    dataset: Dataset
    addresses: Addresses
    pages: Pages
    files: Files
    advice: list[Problem]

    @property
    def origin(self) -> Origin:
        """The day that it speaks from, and the commit it is made of."""
        return Origin(self.dataset.day, self.dataset.commit)


@dataclass(frozen=True, slots=True)
class _Telling:
    """Renders, and tells a fault in a template as a problem at its place."""

    renderer: Renderer
    folders: Folders

    def render(self, template: str, **context: object) -> str:
        """Gives the HTML of a template. Raises BadData."""
        try:
            return self.renderer.render(template, **context)
        except TemplateFault as fault:
            where = Location(self.folders.name(fault.file), fault.line)
            problem = Problem(where, fault.rule, "mend-template", values={"found": fault.found})
            raise BadData([problem], spoken_language(self.folders), self.folders.root) from fault


def make_site(folders: Folders, site_url: str = "", kinds: Kinds = KINDS, renderer: Renderer | None = None) -> Site:
    """Gives the site. Raises BadData where the data has errors; so do its files and pages where a template has."""
    checked = check(folders, kinds)
    if checked.errors or checked.dataset is None:
        raise BadData(checked.problems, spoken_language(folders), folders.root)
    problems = list(checked.problems)
    dataset = replace(checked.dataset, history=read_history(checked.dataset, problems)).without_nodes()
    if dataset.history.changes:  # only now are there the pages of what changed
        problems += lost_addresses(dataset, is_right=True)
    advice = in_order(problems)
    if any(problem.severity is Severity.ERROR for problem in advice):
        raise BadData(advice, spoken_language(folders), folders.root)
    return site_of(dataset, site_url, advice, renderer)


def site_of(dataset: Dataset, site_url: str, advice: list[Problem], renderer: Renderer | None = None) -> Site:
    """Gives the site of a dataset that was checked, at an address (the environment's, else the programme's own, where it is "")."""
    renderer = renderer or JinjaRenderer(dataset.folders.looks)
    at = site_url or os.environ.get(ADDRESS, "") or dataset.programme.address
    addresses = Addresses.of(dataset, at, names_by_content(dataset, renderer))
    made_by = _Telling(renderer, dataset.folders)
    pages = Pages(dataset, addresses, made_by)
    makers: dict[str, Callable[[], bytes]] = {page.route.file: page.bytes for page in pages.all}
    makers.update(exported(Material(dataset, addresses, pages, made_by)))
    makers |= files_of_before(dataset, addresses, makers)
    return Site(dataset, addresses, pages, Files(makers), advice)


def check_with_looks(folders: Folders, kinds: Kinds = KINDS) -> Checked:
    """Gives what the check gives, and where a programme has looks of its own, what is wrong in a page of each kind."""
    checked = check(folders, kinds)
    if checked.errors or checked.dataset is None or not folders.has_own_looks or not folders.overrides.is_dir():
        return checked
    site = site_of(checked.dataset, "", checked.advice)
    sample = {page.kind.name: page.route.file for page in reversed(site.pages.all)}
    problems = list(checked.problems)
    for file in (*sample.values(), site.addresses.asset(STYLE)):
        try:
            site.files[file]
        except BadData as bad:
            problems.extend(bad.problems)
    return Checked(checked.dataset, in_order(problems))
