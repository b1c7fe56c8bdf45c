"""Pictures: bytes of a photograph → its size as somebody sees it → smaller pictures without anything that a camera adds.

The only module that knows Pillow.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import PIL
from PIL import ExifTags, Image, ImageCms, ImageColor, ImageDraw, ImageOps

from kennisstad.model.photograph import LONGEST_SIDE

Picture = Image.Image
_READ = ("JPEG", "PNG")
_NAMED = {".avif": "AVIF", ".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
_PDF = b"%PDF-"
_TURNED = (5, 6, 7, 8)
"""The EXIF orientations in which width and height change places."""
# One thread: a picture is the same on a machine with more of them.
_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"quality": 60, "speed": 6, "max_threads": 1},
    "webp": {"quality": 78, "method": 6},
}
_PROFILED = ("L", "RGB", "RGBA", "CMYK")
"""The kinds of pixels that a profile can be of."""
_PAPER = "white"
"""Shows where a picture is transparent."""
_WEB_COLOURS = ImageCms.createProfile("sRGB")

# We look at the sides ourselves, before any pixel is read; Pillow would refuse without telling the size.
Image.MAX_IMAGE_PIXELS = None


def digest(data: bytes) -> str:
    """Gives a name for what is made of a photograph: other when the photograph, the settings or Pillow change."""
    recipe = f"{PIL.__version__} {sorted(_SETTINGS.items())}"
    return hashlib.sha256(recipe.encode() + data).hexdigest()[:16]


def measure(data: bytes) -> tuple[int, int]:
    """Gives the width and height of a photograph turned upright; 0 and 0 where it is none, or a damaged one."""
    try:
        with _opened(data) as picture:
            width, height = picture.size
            if max(width, height) <= LONGEST_SIDE:
                picture.draft("RGB", (1, 1))  # an eighth of a JPEG tells as well that all of it is there
                picture.load()
            is_turned = picture.getexif().get(ExifTags.Base.Orientation) in _TURNED
    except Exception:  # a decoder raises many kinds of errors for bytes that are no picture
        return 0, 0
    return (height, width) if is_turned else (width, height)


def is_what_it_says(path: Path) -> bool:
    """Whether a file is what its name says: `quay.png` a whole PNG, `plan.pdf` a PDF."""
    kind = _NAMED.get(path.suffix.lower())
    if kind is None:
        with path.open("rb") as file:
            return file.read(len(_PDF)) == _PDF
    try:
        with warnings.catch_warnings(), Image.open(path, formats=[kind]) as picture:
            warnings.simplefilter("ignore")
            picture.load()
            return True
    except Exception:  # a decoder raises many kinds of errors for bytes that are no picture
        return False


def upright(data: bytes) -> Image.Image:
    """Gives the pixels of a photograph as somebody sees it: turned, in the colours of the web, and nothing besides."""
    with _opened(data) as picture:
        turned = ImageOps.exif_transpose(picture)
        coloured = _in_web_colours(turned)
    clean = Image.new("RGB", coloured.size, _PAPER)
    clean.paste(coloured, mask=coloured.getchannel("A") if "A" in coloured.getbands() else None)
    return clean


def encode(picture: Image.Image, size: tuple[int, int], format_name: str) -> bytes:
    """Gives a smaller picture in a format of the web."""
    smaller = picture.resize(size, Image.Resampling.LANCZOS)
    target = io.BytesIO()
    smaller.save(target, format_name.upper(), **_SETTINGS[format_name])
    return target.getvalue()


def drawn(size: tuple[int, int], paper: str, pieces: Sequence[tuple[tuple[int, int, int, int], str]]) -> bytes:
    """Gives a PNG of rectangles on paper: each the pixels from its left top to its right bottom, and its colour (`#rrggbb`).

    Every colour is kept as it is; there are at most 255 of them besides the paper.
    """
    colours = {colour: number for number, colour in enumerate(dict.fromkeys([paper, *(colour for _, colour in pieces)]))}
    picture = Image.new("P", size)
    picture.putpalette([part for colour in colours for part in ImageColor.getrgb(colour)])
    canvas = ImageDraw.Draw(picture)
    for box, colour in pieces:
        canvas.rectangle(box, colours[colour])
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()


def icon_of(pictures: Sequence[bytes]) -> bytes:
    """Gives square PNGs of several sizes as one icon for browsers (ICO), each as it is."""
    opened = [Image.open(io.BytesIO(picture)) for picture in pictures]
    target = io.BytesIO()
    opened[-1].save(target, "ICO", sizes=[picture.size for picture in opened], append_images=opened[:-1])
    return target.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Opens a photograph. Pillow warns of details in what cameras add, which we leave out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=_READ) as picture:
            yield picture


def _in_web_colours(picture: Image.Image) -> Image.Image:
    """A telephone's own colours would look dull once its profile is left out."""
    plain = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if not profile:
        return picture.convert(plain)
    coloured = picture if picture.mode in _PROFILED else picture.convert(plain)
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(coloured, own, _WEB_COLOURS, outputMode=plain) or coloured.convert(plain)
    except (ImageCms.PyCMSError, OSError):
        return picture.convert(plain)  # a profile that is none, or one of other colours
