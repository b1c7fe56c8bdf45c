"""Photographs can be shown, and records name them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping

from kennisstad.model import Dataset, Photo, Photograph
from kennisstad.model.photograph import LARGEST_DOCUMENT, LARGEST_FILE, LEAST_WIDTH, LONGEST_SIDE, MOST_PIXELS
from kennisstad.model.walk import models_in, values_of
from kennisstad.problem import Location, Problem, Severity, nearest

_MEGABYTE = _MEGAPIXEL = 1_000_000


def photos_can_be_shown(dataset: Dataset) -> Iterator[Problem]:
    """A photograph that a record names is there, can be read, is a picture, and is not too small or too large.

    Passes: `file: quay.jpg` where `data/photos/quay.jpg` is 1600 pixels wide. Fails: `file: kwai.jpg`; a file of 300 pixels.
    """
    for kind, record in dataset.records():
        for keys, photo in values_of(Photo, record):
            photograph = dataset.photographs.get(photo.file)
            fault = _missing(photo.file, dataset) if photograph is None else _fault(photograph) or _too_narrow(photograph)
            if fault:
                rule, hint, values = fault
                yield Problem(
                    dataset.place(kind, record.id, (*keys, "file")), rule, hint, record.id, {"found": photo.file, **values}
                )


def photos_belong_to_a_record(dataset: Dataset) -> Iterator[Problem]:
    """A photograph in the folder is named by a record (advice: who works in a browser adds the file first).

    Passes: `data/photos/quay.jpg` with a project that has `file: quay.jpg`. Fails: that file alone.
    """
    with_photos = {kind.name for kind in dataset.kinds.records if Photo in models_in(kind.model)}
    if not with_photos <= dataset.ids.keys():
        return  # who names what cannot be told
    typed = (node.at(("photo", "file")).value for (kind, _), node in dataset.nodes.items() if kind in with_photos)
    named = {unicodedata.normalize("NFC", name) for name in typed if isinstance(name, str)}
    for name, photograph in dataset.photographs.items():
        if name not in named:
            where = Location(dataset.folders.name(photograph.path))
            yield Problem(where, "photo-unused", "name-photo", values={"found": name}, severity=Severity.ADVICE)


def pictures_beside_pages_can_be_shown(dataset: Dataset) -> Iterator[Problem]:
    """A picture beside a page is what its name says, stands still, and is not too large; a document is one.

    Passes: `content/nl/kade.png`, a PNG. Fails: a text under that name; a GIF that moves; a picture of 20,000 by 20,000 pixels.
    """
    for picture in dataset.pictures.values():
        fault = None if not picture.is_readable else _document_fault(picture) if picture.is_document else _fault(picture)
        if fault:
            rule, hint, values = fault
            rule, hint = ("not-a-picture", "save-picture-again") if rule == "not-a-photo" else (rule, hint)
            yield Problem(Location(dataset.folders.name(picture.path)), rule, hint, values={"found": picture.path.name, **values})


Fault = tuple[str, str, Mapping[str, str]]
"""A rule, a hint and what to fill in."""


def _missing(found: str, dataset: Dataset) -> Fault:
    suggestion = nearest(found, dataset.photographs)
    return "photo-missing", "did-you-mean" if suggestion else "add-photo", {"suggestion": suggestion}


def _fault(photograph: Photograph) -> Fault | None:
    width, height = photograph.width, photograph.height
    if not photograph.is_readable:
        return "photo-unreadable", "make-readable", {}
    if photograph.size > LARGEST_FILE:
        megabytes = {"size": str(math.ceil(photograph.size / _MEGABYTE)), "most": str(LARGEST_FILE // _MEGABYTE)}
        return "photo-too-heavy", "make-photo-smaller", megabytes
    if not width:
        return "not-a-photo", "save-photo-again", {}
    if photograph.is_moving:
        return "photo-moves", "save-still", {}
    if max(width, height) > LONGEST_SIDE:
        return "photo-too-large", "make-photo-smaller", {"width": str(width), "height": str(height), "most": str(LONGEST_SIDE)}
    if not photograph.is_small_enough:
        most = {"size": str(math.ceil(width * height / _MEGAPIXEL)), "most": str(MOST_PIXELS[photograph.format] // _MEGAPIXEL)}
        return "photo-too-many-pixels", "make-photo-smaller", most
    return None


def _too_narrow(photograph: Photograph) -> Fault | None:
    if photograph.width < LEAST_WIDTH:
        return "photo-too-narrow", "find-larger-photo", {"width": str(photograph.width), "least": str(LEAST_WIDTH)}
    return None


def _document_fault(document: Photograph) -> Fault | None:
    if document.size > LARGEST_DOCUMENT:
        values = {"size": str(math.ceil(document.size / _MEGABYTE)), "most": str(LARGEST_DOCUMENT // _MEGABYTE)}
        return "document-too-heavy", "make-document-smaller", values
    return None if document.format else ("not-a-photo", "save-picture-again", {})
