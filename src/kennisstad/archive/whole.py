"""A whole archive: the site of a day in a folder, with what it was made of, what to read first, and a hash of every file."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from kennisstad.addresses.kept import STYLE
from kennisstad.archive.folder import FolderFiles
from kennisstad.model import Dataset
from kennisstad.reading.folders import fault_of, files_in
from kennisstad.render import JinjaRenderer
from kennisstad.site import Site
from kennisstad.views.archive import MANIFEST, README, SITE, FrontView, bar_view, front_view
from kennisstad.views.edition import Edition

_WRITTEN = {".yaml", ".yml", ".md", ".json"}
"""How files end that editors write; pictures are in the site, without what a camera adds."""
_WIDTH = 76


def archive_name(dataset: Dataset) -> str:
    """Gives what an archive is called: the programme, and the day that its site speaks from (ISO 8601)."""
    return f"{dataset.programme.id}-{dataset.day.isoformat()}"


Makers = Mapping[str, Callable[[], bytes]]
"""Files by path, each with what makes its bytes."""


def archive_of(site: Site) -> Makers:
    """Gives every file of an archive, but for its manifest, in the order of their paths."""
    dataset, renderer = site.dataset, JinjaRenderer(site.dataset.folders.looks)
    languages = dataset.programme.languages
    editions = {language: site.pages.edition(language) for language in languages}
    folders = {"data": dataset.folders.data, "content": dataset.folders.content}
    fronts = tuple(front_view(editions[language], tuple(folders)) for language in languages)
    pages = FolderFiles(site.files, site.addresses.site_url, cache(partial(_bar, renderer, editions)))
    style = site.addresses.asset(STYLE)
    makers: dict[str, Callable[[], bytes]] = {
        "index.html": lambda: renderer.render("archive", fronts=fronts, style=f"{SITE}/{style}").encode(),
        README: lambda: _readme(fronts).encode(),
    }
    makers.update((f"{SITE}/{path}", partial(pages.__getitem__, path)) for path in pages)
    for name, folder in folders.items():
        makers.update((f"{name}/{path.relative_to(folder).as_posix()}", path.read_bytes) for path in _written(folder, dataset))
    return {path: makers[path] for path in sorted(makers)}


def manifest(hashes: Mapping[str, str]) -> bytes:
    """Gives the hash of each file as `sha256sum --check` reads it: the hash, two spaces, the path (RFC 8493, 2.1.3)."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def with_manifest(files: Makers) -> Iterator[tuple[str, bytes]]:
    """Gives each file with its bytes, and the manifest of all last; a file is made once."""
    hashes = {}
    for path, make in files.items():
        made = make()
        hashes[path] = hashlib.sha256(made).hexdigest()
        yield path, made
    yield MANIFEST, manifest(hashes)


def _bar(renderer: JinjaRenderer, editions: Mapping[str, Edition], language: str) -> str:
    """Gives the day of the archive in a language; in the first one for a page in a language that is none of the site's."""
    edition = editions.get(language) or next(iter(editions.values()))
    return renderer.render("partials/archive", bar=bar_view(edition))


def _written(folder: Path, dataset: Dataset) -> Iterator[Path]:
    """Gives what editors wrote in a folder; no link, device or file of elsewhere."""
    root = dataset.folders.root
    return (path for path in files_in(folder) if path.suffix.lower() in _WRITTEN and fault_of(path, root) is None)


def _readme(fronts: tuple[FrontView, ...]) -> str:
    """Gives what to read first, in every language, as plain text with the line ends that every editor of texts knows."""
    return ("\n\n".join(map(_read_first, fronts)) + "\n").replace("\n", "\r\n")


def _read_first(front: FrontView) -> str:
    wrap = partial(textwrap.fill, width=_WIDTH, break_long_words=False, break_on_hyphens=False)
    parts = (wrap(f"{part.path}: {part.says}", initial_indent="- ", subsequent_indent="  ") for part in front.parts)
    return "\n\n".join((f"{front.title}\n{'=' * min(len(front.title), _WIDTH)}", *map(wrap, front.lines), "\n".join(parts)))
