"""From folders to a whole site in memory: check, then pages, then exports. A host only writes it down.

Nothing is written before everything is made, so that bad data never leaves half a site behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kennisstad.checking import check
from kennisstad.exports.sitemap import robots, sitemap
from kennisstad.exports.to_assets import to_assets
from kennisstad.exports.to_csv import to_csv
from kennisstad.exports.to_json import to_json
from kennisstad.exports.to_pictures import to_pictures
from kennisstad.exports.to_shared import to_shared
from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import Folders
from kennisstad.pages import Pages
from kennisstad.problem import Problem
from kennisstad.render import Renderer
from kennisstad.urls import Addresses


class BadData(Exception):
    """The data has errors; `str()` of it tells all of them as the check does."""

    def __init__(self, problems: list[Problem], language: str = LANGUAGES[0]) -> None:
        super().__init__(messages(language).tell_all(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published: pages and, by path, the bytes of the other files. `advice` is for the editor."""

    pages: Pages
    files: dict[str, bytes]
    advice: list[Problem]

    def write_files(self, target: Path) -> None:
        """Writes the files that are no pages into a folder."""
        for path, data in self.files.items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def make_site(folders: Folders, templates: Path, site_url: str) -> Site:
    """Gives the site. Raises BadData where the data has errors."""
    checked = check(folders)
    if checked.errors or checked.dataset is None:
        raise BadData(checked.problems)
    dataset = checked.dataset
    addresses = Addresses(dataset.locales, dataset.programme.default_language, site_url)
    renderer = Renderer(templates)
    pages = Pages(dataset, addresses, renderer)
    texts = {
        **to_json(dataset, addresses),
        **to_csv(dataset, addresses),
        "sitemap.xml": sitemap(pages, addresses, dataset.programme.default_language),
        "robots.txt": robots(addresses),
        **to_assets(dataset, templates.parent, renderer),
    }
    files = {path: text.encode() for path, text in texts.items()} | to_pictures(dataset) | to_shared(dataset)
    return Site(pages, files, checked.advice)
