"""What is made of a site's folder once all its pages stand there: the index for search, then the manifest of everything."""

from __future__ import annotations

from pathlib import Path

from kennisstad.model.origin import Origin
from kennisstad.writing.manifest import write_manifest
from kennisstad.writing.search import make_index


def finish(folder: Path, origin: Origin | None, *, search: bool) -> None:
    """Writes the search index where that is wanted, and a manifest where it is known what the site was made of.

    Raises IndexFailed and OSError.
    """
    if search:
        make_index(folder)
    if origin is not None:
        write_manifest(folder, origin)
