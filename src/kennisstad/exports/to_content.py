"""The pictures and documents that stand beside hand-written pages, at the path they have in the content folder.

A picture is made anew, as photographs are (`to_pictures`): no larger than the site shows it, and without what a camera added.
"""

from __future__ import annotations

from functools import partial
from hashlib import sha256

from kennisstad.exports.material import Files, Material
from kennisstad.exports.to_pictures import picture_of
from kennisstad.model import Folders, Photograph
from kennisstad.model.photograph import LARGEST_DOCUMENT
from kennisstad.reading.binary import Changed, read_binary


def files(material: Material) -> Files:
    """Gives the files by the path that they have in the content folder."""
    dataset = material.dataset
    for path, picture in sorted(dataset.pictures.items()):
        if picture.is_document:
            yield path, partial(_document, picture, dataset.folders)
        else:
            yield path, partial(picture_of, picture, picture.sizes[-1], picture.format.lower(), dataset.folders)


def _document(document: Photograph, folders: Folders) -> bytes:
    try:
        data = read_binary(document.path, LARGEST_DOCUMENT)
    except OSError:
        data = b""
    if sha256(data).hexdigest() != document.digest:
        raise Changed(folders.name(document.path))
    return data
