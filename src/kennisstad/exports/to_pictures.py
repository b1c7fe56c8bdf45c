"""The photographs that records name, in every size and format: AVIF and WebP. What is made once is kept for the next build."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kennisstad.model import Dataset, Photograph
from kennisstad.model.photograph import FORMATS
from kennisstad.urls import photo_path


def to_pictures(dataset: Dataset) -> dict[str, bytes]:
    """Gives the pictures by path. A photograph that no record names is not published."""
    named = dict.fromkeys(project.photo.file for project in dataset.projects.values() if project.photo)
    files: dict[str, bytes] = {}
    for name in named:
        files |= _pictures(dataset.photographs[name], dataset.folders.cache)
    return files


def _pictures(photograph: Photograph, cache: Path) -> dict[str, bytes]:
    wanted = {
        photo_path(photograph, size[0], format_name): (size, format_name) for format_name in FORMATS for size in photograph.sizes
    }
    kept = {path: data for path in wanted if (data := _kept(cache / path))}
    if kept.keys() == wanted.keys():
        return kept
    from kennisstad.pictures import encode, upright  # noqa: PLC0415 - as in photos.py, only who needs it waits for Pillow

    picture = upright(photograph.path.read_bytes())
    made = {path: encode(picture, size, format_name) for path, (size, format_name) in wanted.items() if path not in kept}
    for path, data in made.items():
        _keep(cache / path, data)
    return {path: (kept | made)[path] for path in wanted}


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
