"""The photographs that records name, in every size and format: AVIF and WebP. What is made once is kept for the next build."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kennisstad.addresses.routes import photo_path
from kennisstad.exports.material import Files, Material
from kennisstad.model import Photo, Photograph
from kennisstad.model.photograph import FORMATS
from kennisstad.model.walk import values_of

if TYPE_CHECKING:
    from kennisstad.pictures import Picture


def files(material: Material) -> Files:
    """Gives the pictures. A photograph that no record names is not published."""
    dataset = material.dataset
    for name in dict.fromkeys(photo.file for _, record in dataset.records() for _, photo in values_of(Photo, record)):
        photograph = dataset.photographs[name]
        for format_name in FORMATS:
            for size in photograph.sizes:
                path = photo_path(photograph, size[0], format_name)
                yield path, partial(_picture, photograph, size, format_name, dataset.folders.cache / path)


def _picture(photograph: Photograph, size: tuple[int, int], format_name: str, kept: Path) -> bytes:
    data = _kept(kept)
    if not data:
        from kennisstad.pictures import encode  # noqa: PLC0415 - as in photos.py, only who needs it waits for Pillow

        data = encode(_upright(photograph.path, photograph.digest), size, format_name)
        _keep(kept, data)
    return data


@lru_cache(maxsize=1)
def _upright(path: Path, digest: str) -> Picture:
    """Gives the pixels of a photograph; all its sizes are made one after the other."""
    from kennisstad.pictures import upright  # noqa: PLC0415

    return upright(path.read_bytes())


def _kept(path: Path) -> bytes:
    """Gives what an earlier build made, or nothing."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _keep(path: Path, data: bytes) -> None:
    """A build that is stopped leaves no half picture; one that cannot keep anything does the work again next time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.{os.getpid()}")
        half.write_bytes(data)
        half.replace(path)
