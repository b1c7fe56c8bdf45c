"""The pictures and documents that stand beside hand-written pages, as they are."""

from __future__ import annotations

from kennisstad.exports.material import Files, Material


def files(material: Material) -> Files:
    """Gives the files by the path that they have in the content folder."""
    for path, on_disk in sorted(material.dataset.pictures.items()):
        yield path, (material.dataset.folders.content / on_disk).read_bytes
