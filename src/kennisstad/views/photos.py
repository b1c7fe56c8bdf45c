"""A photograph as pages show it: sizes and paths, what it shows, and who made it."""

from __future__ import annotations

from kennisstad.addresses.routes import photo_path
from kennisstad.model import Photo, Photograph
from kennisstad.model.photograph import FORMATS
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition


@view
class PictureView:
    """One file of a photograph; its path is relative to the site's root."""

    path: str
    width: int


@view
class FormatView:
    """The files of a photograph in one format, the largest last."""

    type: str
    pictures: tuple[PictureView, ...]


@view
class PhotoView:
    """A photograph; `path`, `type`, `width` and `height` are those of its largest picture in the format that everybody reads."""

    description: TextView
    credit: str
    formats: tuple[FormatView, ...]
    path: str
    type: str
    width: int
    height: int


def photo_view(edition: Edition, photo: Photo | None) -> PhotoView | None:
    """Gives the photograph of a record, or None where it has none."""
    if photo is None:
        return None
    photograph = edition.dataset.photographs[photo.file]
    formats = formats_of(photograph)
    width, height = photograph.sizes[-1]
    return PhotoView(
        description=edition.text(photo.description),
        credit=edition.locale.say("project.photo_by", name=photo.credit),
        formats=formats,
        path=formats[-1].pictures[-1].path,
        type=formats[-1].type,
        width=width,
        height=height,
    )


def formats_of(photograph: Photograph) -> tuple[FormatView, ...]:
    """Gives the files that are made of a photograph, the smallest format first."""
    return tuple(
        FormatView(f"image/{name}", tuple(PictureView(photo_path(photograph, width, name), width) for width, _ in photograph.sizes))
        for name in FORMATS
    )
