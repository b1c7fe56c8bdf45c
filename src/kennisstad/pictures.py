"""Pictures: bytes of a photograph → its size as somebody sees it → smaller pictures without anything that a camera adds.

The only module that knows Pillow.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import PIL
from PIL import ExifTags, Image, ImageCms, ImageColor, ImageDraw

from kennisstad.model.photograph import LONGEST_SIDE, MOST_PIXELS, WIDTHS

Picture = Image.Image
PHOTOS = ("JPEG", "PNG")
"""The formats of photographs of records."""
KINDS = {".avif": "AVIF", ".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""The formats of pictures beside pages, by how their names end."""
_TURNED = (5, 6, 7, 8)
"""The EXIF orientations in which width and height change places."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings a picture upright that is stored in an EXIF orientation; any other number is none."""
_MAY_MOVE = ("AVIF", "GIF", "PNG", "WEBP")
"""A JPEG may hold a second picture too, of how far away things are; nobody shows it."""
# One thread: a picture is the same on a machine with more of them.
_SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"quality": 60, "speed": 6, "max_threads": 1},
    "gif": {},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "png": {"optimize": True},
    "webp": {"quality": 78, "method": 6},
}
_DEEP = ("I;16", "I;16B", "I;16L", "I;16N", "I")
"""Grey in 65,536 steps, of which the web has 256; Pillow by itself would make white of all but the darkest."""
_PER_STEP = 65535 / 255
_PLAIN = {"1": "L", "P": "RGB", "PA": "RGBA", "LA": "RGBA", "La": "RGBA", "RGBa": "RGBA", "RGBX": "RGB", "YCbCr": "RGB", "F": "L"}
"""Kinds of pixels that cannot be made fewer as they are, or have no profile, with those that are made of them first."""
_PAPER = "white"
"""Shows where a picture is transparent."""
_WEB_COLOURS = ImageCms.createProfile("sRGB")

# We look at the sides ourselves, before any pixel is read; Pillow would refuse without telling the size.
Image.MAX_IMAGE_PIXELS = None


def digest(data: bytes) -> str:
    """Gives a name for what is made of a photograph: other when the photograph, the settings or Pillow change."""
    recipe = f"{PIL.__version__} {sorted(_SETTINGS.items())}"
    return hashlib.sha256(recipe.encode() + data).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a picture is: its width and height turned upright (0 where it is none, or damaged), its format, whether it moves."""

    width: int = 0
    height: int = 0
    format: str = ""
    is_moving: bool = False


def look(data: bytes, formats: Sequence[str] = PHOTOS) -> Seen:
    """Gives what a picture of one of these formats is. Of one that is too large only the head is read."""
    try:
        with _opened(data, formats) as picture:
            width, height = picture.size
            kind = "JPEG" if picture.format == "MPO" else picture.format or ""
            if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS.get(kind, 0):
                return Seen(width, height, kind)
            is_moving = kind in _MAY_MOVE and bool(getattr(picture, "is_animated", False))
            picture.draft("RGB", (1, 1))  # an eighth of a JPEG tells as well that all of it is there
            picture.load()
            is_turned = _orientation(picture) in _TURNED
    except Exception:  # a decoder raises many kinds of errors for bytes that are no picture
        return Seen()
    return Seen(*((height, width) if is_turned else (width, height)), kind, is_moving)


def upright(data: bytes, formats: Sequence[str] = PHOTOS) -> Image.Image:
    """Gives the pixels of a picture as somebody sees it: turned, in the colours of the web, and no wider than the site shows.

    It is made smaller before anything else, so that it stands in memory once. Raises what a decoder raises.
    """
    with _opened(data, formats) as picture:
        size = picture.size
        picture.draft(None, (min(size[0], 2 * WIDTHS[-1]), min(size[1], 2 * WIDTHS[-1])))
        picture.load()
        orientation = _orientation(picture)
        profile = picture.info.get("icc_profile")
        smaller = _plain(picture).resize(_stored(size, orientation), Image.Resampling.LANCZOS)
    turned = smaller.transpose(_TURNS[orientation]) if orientation in _TURNS else smaller
    coloured = _in_web_colours(turned, profile)
    clean = Image.new("RGB", coloured.size, _PAPER)
    clean.paste(coloured, mask=coloured.getchannel("A") if "A" in coloured.getbands() else None)
    return clean


def _stored(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Gives the size of the largest picture that is published, as it is stored in an orientation."""
    across, down = reversed(size) if orientation in _TURNED else size
    width = min(across, WIDTHS[-1])
    height = max(1, round(down * width / across))
    return (height, width) if orientation in _TURNED else (width, height)


def _orientation(picture: Image.Image) -> int:
    """Gives how a picture is stored; upright where what a camera added cannot be read, as browsers do."""
    try:
        found = picture.getexif().get(ExifTags.Base.Orientation)
    except Exception:  # what cameras and programs add is damaged in many ways
        return 1
    return found if isinstance(found, int) else 1


def _plain(picture: Image.Image) -> Image.Image:
    """Gives a picture in kinds of pixels that can be made fewer and have profiles: grey, colours, of print, transparent."""
    if picture.mode in _DEEP:
        return picture.point(lambda value: value * (1 / _PER_STEP) + 0.5).convert("L")
    if picture.has_transparency_data and picture.mode != "RGBA":
        return picture.convert("RGBA")
    kind = _PLAIN.get(picture.mode)
    return picture.convert(kind) if kind else picture


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
def _opened(data: bytes, formats: Sequence[str]) -> Iterator[Image.Image]:
    """Opens a picture. Pillow warns of details in what cameras add, which we leave out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=tuple(formats)) as picture:
            yield picture


def _in_web_colours(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """A telephone's own colours would look dull once its profile is left out."""
    plain = "RGBA" if picture.mode == "RGBA" else "RGB"
    if not profile:
        return picture.convert(plain)
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, own, _WEB_COLOURS, outputMode=plain) or picture.convert(plain)
    except (ImageCms.PyCMSError, OSError):
        return picture.convert(plain)  # a profile that is none, or one of other colours
