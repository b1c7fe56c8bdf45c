"""Photographs that records name and pictures beside pages, in every size and format: AVIF and WebP. What is made is kept for the
next build, which looks whether it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING

from kennisstad.addresses.routes import photo_path
from kennisstad.exports.material import Files, Material
from kennisstad.model import Dataset, Folders, Photo, Photograph
from kennisstad.model.photograph import FORMATS, LARGEST_FILE
from kennisstad.model.walk import values_of
from kennisstad.reading.binary import Changed, read_binary

if TYPE_CHECKING:
    from pathlib import Path

    from kennisstad.pictures import Picture

_HASH = sha256().digest_size


def files(material: Material) -> Files:
    """Gives the pictures. A photograph that no record names is not published."""
    folders = material.dataset.folders
    for photograph in _shown(material.dataset):
        for format_name in FORMATS:
            for size in photograph.sizes:
                path = photo_path(photograph, size[0], format_name)
                yield path, partial(picture_of, photograph, size, format_name, folders)


def _shown(dataset: Dataset) -> Iterator[Photograph]:
    for name in dict.fromkeys(photo.file for _, record in dataset.records() for _, photo in values_of(Photo, record)):
        yield dataset.photographs[name]
    yield from (picture for picture in dataset.pictures.values() if not picture.is_document)


def picture_of(photograph: Photograph, size: tuple[int, int], format_name: str, folders: Folders) -> bytes:
    """Gives a picture made of a photograph, or what an earlier build made of the same one. Raises Changed."""
    kept = folders.cache / photo_path(photograph, size[0], format_name)
    data = _kept(kept)
    if not data:
        from kennisstad.pictures import encode  # noqa: PLC0415 - as in photos.py, only who needs it waits for Pillow

        data = encode(_upright(photograph, folders), size, format_name)
        _keep(kept, data)
    return data


@lru_cache(maxsize=1)
def _upright(photograph: Photograph, folders: Folders) -> Picture:
    """Gives the pixels of a photograph; all its sizes are made one after the other."""
    from kennisstad.pictures import digest, upright  # noqa: PLC0415

    try:
        data = read_binary(photograph.path, LARGEST_FILE)
    except OSError:
        data = b""
    if digest(data) != photograph.digest:
        raise Changed(folders.name(photograph.path))
    return upright(data, (photograph.format,))


def _kept(path: Path) -> bytes:
    """Gives what an earlier build made, or nothing; what was cut off or changed since is nothing."""
    try:
        kept = path.read_bytes()
    except OSError:
        return b""
    data = kept[_HASH:]
    return data if sha256(data).digest() == kept[:_HASH] else b""


def _keep(path: Path, data: bytes) -> None:
    """A build that is stopped leaves no half picture; one that cannot keep anything does the work again next time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(f"{path.name}.{os.getpid()}")
        half.write_bytes(sha256(data).digest() + data)
        half.replace(path)
