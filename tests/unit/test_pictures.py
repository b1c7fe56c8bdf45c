"""Photographs: what is measured of them, and the pictures that are made of them."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from kennisstad.addresses.routes import Addresses, photo_path
from kennisstad.checking import check
from kennisstad.exports.material import Material
from kennisstad.exports.to_pictures import files
from kennisstad.loading.photos import load_photographs
from kennisstad.model import Dataset, Folders, Photograph
from kennisstad.model.values import is_photo_name
from kennisstad.pages import Pages
from kennisstad.pictures import Seen, digest, encode, look, upright
from kennisstad.problem import Problem
from kennisstad.reading.binary import Changed
from kennisstad.reading.memory import Memory
from kennisstad.render import JinjaRenderer
from tests.site.programmes import copy_invented

RED, BLUE = (200, 20, 40), (15, 76, 138)


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def red_left_of_blue() -> Image.Image:
    picture = Image.new("RGB", (80, 40), BLUE)
    picture.paste(RED, (0, 0, 40, 40))
    return picture


def is_near(one: object, other: tuple[int, int, int]) -> bool:
    return isinstance(one, tuple) and all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("quay.jpg", True),
        ("IMG_0001.JPG", True),
        ("kade é, 2021.jpeg", True),
        ("quay.png", True),
        ("quay.webp", False),
        ("quay", False),
        (".jpg", False),
        ("photos/quay.jpg", False),
        ("..\\quay.jpg", False),
    ],
)
def test_a_photograph_is_a_jpg_or_png_without_a_folder(name: str, is_one: bool) -> None:
    assert is_photo_name(name) == is_one


@pytest.mark.parametrize(
    ("seen", "published"),
    [
        ((640, 480), ((480, 360), (640, 480))),
        ((960, 1280), ((480, 640), (960, 1280))),
        ((1000, 700), ((480, 336), (1000, 700))),
        ((4000, 3000), ((480, 360), (960, 720), (1440, 1080))),
        ((1440, 1), ((480, 1), (960, 1), (1440, 1))),
    ],
)
def test_a_picture_is_never_larger_than_its_photograph(seen: tuple[int, int], published: tuple[tuple[int, int], ...]) -> None:
    assert Photograph("quay.jpg", Path("quay.jpg"), 1, *seen).sizes == published


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_measured_and_shown_upright(orientation: int) -> None:
    """However the camera was held: red is left of blue."""
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # what Pillow calls the turn that undoes each orientation
    stored = red_left_of_blue()
    if orientation in back:
        stored = stored.transpose(Image.Transpose(back[orientation]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    data = saved(stored, quality=95, exif=exif)

    picture = upright(data)

    seen = look(data)
    assert (seen.width, seen.height) == picture.size == (80, 40)
    assert is_near(picture.getpixel((20, 20)), RED)
    assert is_near(picture.getpixel((60, 20)), BLUE)


@pytest.mark.parametrize("format_name", ["avif", "webp"])
def test_a_picture_holds_pixels_and_nothing_else(format_name: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Somebody"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 9.0, 30.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photograph = saved(red_left_of_blue(), exif=exif, icc_profile=profile, comment=b"Somebody", xmp=b"<x>Somebody</x>")

    data = encode(upright(photograph), (40, 20), format_name)

    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size, picture.mode) == (format_name.upper(), (40, 20), "RGB")
        assert dict(picture.getexif()) == {}
        assert not picture.info.keys() & {"exif", "xmp", "icc_profile", "comment"}
    assert b"Somebody" in photograph
    assert b"Somebody" not in data


def test_a_photograph_keeps_its_colours_without_the_profile_of_its_camera() -> None:
    """In this profile red and blue have changed places."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    data = saved(Image.new("RGB", (40, 40), (200, 20, 40)), "PNG", icc_profile=swapped)

    assert is_near(upright(data).getpixel((20, 20)), (40, 20, 200))


def test_a_profile_that_is_none_changes_nothing() -> None:
    data = saved(Image.new("RGB", (40, 40), RED), "PNG", icc_profile=b"no profile")

    assert upright(data).getpixel((20, 20)) == RED


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_a_picture(mode: str) -> None:
    data = saved(Image.new(mode, (64, 48)), "PNG")

    assert (look(data).width, look(data).height) == (64, 48)
    assert upright(data).mode == "RGB"


@pytest.mark.parametrize("orientation", [1, 6])
def test_grey_in_65536_steps_is_as_grey_as_it_was(orientation: int) -> None:
    """The picture goes from black to white; upright it does so from left to right, or from top to bottom."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    ramp = b"".join(round(65535 * across / 255).to_bytes(2, "little") for across in range(256)) * 32
    data = saved(Image.frombytes("I;16", (256, 32), ramp), "PNG", exif=exif)

    picture = upright(data)

    middle = [(at, 16) if orientation == 1 else (16, at) for at in (0, 64, 128, 192, 255)]
    assert [picture.getpixel(place) for place in middle] == [(at, at, at) for at in (0, 64, 128, 192, 255)]


@pytest.mark.parametrize("number", [0, 9, 65535])
def test_an_orientation_that_is_none_turns_nothing(number: int) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = number
    data = saved(red_left_of_blue(), quality=95, exif=exif)

    assert (look(data).width, look(data).height) == upright(data).size == (80, 40)


@pytest.mark.parametrize(
    "exif", [b"Exif\0\0MM\0*\0\0\0\x08\xff\xff", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0no such thing"]
)
def test_a_picture_with_damaged_exif_is_shown_as_browsers_do(exif: bytes) -> None:
    data = saved(red_left_of_blue(), quality=95, exif=exif)

    assert (look(data).width, look(data).height) == upright(data).size == (80, 40)


def test_a_second_picture_in_a_jpeg_moves_nothing() -> None:
    """Telephones store how far away things are beside the photograph (MPO)."""
    data = saved(red_left_of_blue(), "MPO", save_all=True, append_images=[Image.new("RGB", (80, 40))])

    assert look(data) == Seen(80, 40, "JPEG")
    assert is_near(upright(data).getpixel((20, 20)), RED)


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_is_seen_to(kind: str) -> None:
    data = saved(red_left_of_blue(), kind, save_all=True, append_images=[Image.new("RGB", (80, 40))])

    assert look(data, (kind,)).is_moving


def black_png(width: int, height: int) -> bytes:
    """A small file of as many pixels as one likes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compressobj(9)
    row = b"\0" * (1 + width * 3)
    data = b"".join(rows.compress(row) for _ in range(height)) + rows.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("width", "height"), [(20_000, 2_000), (6_000, 5_000)])
def test_of_a_picture_that_is_too_large_only_the_head_is_read(tmp_path: Path, width: int, height: int) -> None:
    (tmp_path / "large.png").write_bytes(black_png(width, height))
    asked = "import sys; from kennisstad.pictures import look; seen = look(open(sys.argv[1], 'rb').read()); "
    told = "print(seen.width, seen.height, next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    done = subprocess.run(
        [sys.executable, "-c", asked + told, str(tmp_path / "large.png")], capture_output=True, text=True, check=True
    )

    seen_width, seen_height, kilobytes = map(int, done.stdout.split())
    assert (seen_width, seen_height) == (width, height)
    assert kilobytes < 80_000, "Pillow alone takes 40,000; the pixels would take 90,000 to 120,000"


def test_the_largest_that_may_be_is_made_smaller_in_500_megabytes(tmp_path: Path) -> None:
    (tmp_path / "large.png").write_bytes(black_png(5_000, 5_000))
    asked = "import sys; from kennisstad.pictures import upright; print(*upright(open(sys.argv[1], 'rb').read()).size, "
    told = "next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    done = subprocess.run(
        [sys.executable, "-c", asked + told, str(tmp_path / "large.png")], capture_output=True, text=True, check=True
    )

    width, height, kilobytes = map(int, done.stdout.split())
    assert (width, height) == (1440, 1440)
    assert kilobytes < 400_000, "a build takes 100,000 by itself"


def test_a_link_to_what_has_no_end_is_not_read(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path)
    folders.photos.mkdir(parents=True)
    (folders.photos / "endless.jpg").symlink_to("/dev/zero")
    os.mkfifo(folders.photos / "waits.jpg")

    photographs = load_photographs(folders, [], Memory())

    assert {name: photograph.is_readable for name, photograph in photographs.items()} == {"endless.jpg": False, "waits.jpg": False}


def test_what_is_transparent_is_white() -> None:
    assert upright(saved(Image.new("RGBA", (40, 40), (*RED, 0)), "PNG")).getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("data", [b"", b"Dear all,", saved(red_left_of_blue())[:-200], saved(red_left_of_blue(), "GIF")])
def test_what_is_no_whole_jpg_or_png_has_no_size(data: bytes) -> None:
    assert look(data) == Seen()


def test_a_changed_photograph_gets_other_paths() -> None:
    one, other = (Photograph("Kade é.jpg", Path("Kade é.jpg"), digest=digest(data)) for data in (b"one", b"other"))

    assert photo_path(one, 480, "avif") == f"assets/photos/kade-e-{one.digest}-480.avif"
    assert photo_path(one, 480, "avif") != photo_path(other, 480, "avif")


def test_a_name_with_an_accent_is_found_however_a_machine_spells_it(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path)
    folders.photos.mkdir(parents=True)
    (folders.photos / unicodedata.normalize("NFD", "kadé.png")).write_bytes(saved(red_left_of_blue(), "PNG"))
    problems: list[Problem] = []

    photographs = load_photographs(folders, problems, Memory())

    assert (list(photographs), problems) == ([unicodedata.normalize("NFC", "kadé.png")], [])


def test_a_check_without_photographs_does_not_wait_for_pillow(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "kennisstad", "check", "--folder", str(tmp_path)]
    imported = subprocess.run(command, capture_output=True, text=True, check=False).stderr

    assert "kennisstad.loading.photos" in imported
    assert "PIL" not in imported


@pytest.fixture
def invented(tmp_path: Path) -> Dataset:
    dataset = check(Folders.of(copy_invented(tmp_path))).dataset
    assert dataset is not None
    return dataset


def test_a_second_build_does_not_do_the_work_again(invented: Dataset) -> None:
    """With nothing left of the photograph, its pictures can only be those that were kept."""
    first = to_pictures(invented)
    invented.photographs["Quay-at-noon.JPG"].path.unlink()

    assert to_pictures(invented) == first
    assert sorted(first) == sorted(path.relative_to(invented.folders.cache).as_posix() for path in kept(invented))


def test_a_picture_that_was_not_kept_is_made_again(invented: Dataset) -> None:
    first = to_pictures(invented)
    kept(invented)[0].unlink()

    assert to_pictures(invented) == first
    assert len(kept(invented)) == len(first)


@pytest.mark.parametrize("spoiled", [lambda data: data[:10], lambda data: data[:-1], lambda data: b"", lambda data: data + b"x"])
def test_a_kept_picture_that_was_cut_or_changed_is_made_again(invented: Dataset, spoiled: Callable[[bytes], bytes]) -> None:
    first = to_pictures(invented)
    for path in kept(invented):
        path.write_bytes(spoiled(path.read_bytes()))

    assert to_pictures(invented) == first


@pytest.mark.parametrize("become", [Path.unlink, lambda path: path.write_bytes(saved(Image.new("RGB", (900, 700))))])
def test_a_photograph_that_is_another_when_its_bytes_are_made_is_told(invented: Dataset, become: Callable[[Path], object]) -> None:
    become(invented.photographs["Quay-at-noon.JPG"].path)

    with pytest.raises(Changed, match=r"^data/photos/Quay-at-noon\.JPG$"):
        to_pictures(invented)


def test_where_nothing_can_be_kept_the_pictures_are_made_all_the_same(invented: Dataset) -> None:
    first = to_pictures(invented)
    for path in kept(invented):
        path.unlink()
        path.mkdir()

    assert to_pictures(invented) == first


def test_a_photograph_that_no_record_names_is_not_published(invented: Dataset) -> None:
    Image.new("RGB", (800, 600)).save(invented.folders.photos / "private.png")
    again = check(Folders.of(invented.folders.root)).dataset

    assert again is not None
    assert "private.png" in again.photographs
    assert [path for path in to_pictures(again) if "private" in path] == []


def to_pictures(dataset: Dataset) -> dict[str, bytes]:
    addresses, renderer = Addresses.of(dataset), JinjaRenderer(dataset.folders.looks)
    material = Material(dataset, addresses, Pages(dataset, addresses, renderer), renderer)
    return {path: make() for path, make in files(material)}


def kept(dataset: Dataset) -> list[Path]:
    return sorted(path for path in dataset.folders.cache.rglob("*") if path.is_file())
