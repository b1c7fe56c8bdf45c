"""A picture beside a hand-written page: sizes, formats, words, and nothing of the camera; its address stays what it was."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.commands.building import build_site
from kennisstad.exports import to_pictures
from kennisstad.model import Folders
from kennisstad.writing import disk
from tests.site.pages import read_page
from tests.site.programmes import published
from tests.site.small import PAGE, SMALL, write_small

TEXT = f"""{PAGE}
![Trees in a row](trees.jpg)

[![A small tree](cafe\u0301.png)](trees.jpg)

[The plan](plan.pdf)
"""


def photographed(path: Path, width: int, height: int) -> None:
    """Writes what a telephone would make."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Model] = "Orchard Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 9.0, 30.0)
    Image.new("RGB", (height, width), "green").save(path, exif=exif, comment=b"Orchard Camera")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    folders = write_small(tmp_path / "orchard", SMALL["nothing"], {"about": TEXT})
    beside = folders.content / "en"
    photographed(beside / "trees.jpg", 2000, 1000)
    Image.new("RGBA", (300, 200), "red").save(beside / unicodedata.normalize("NFD", "café.png"))
    (beside / "plan.pdf").write_bytes(b"%PDF-1.7 as it is")
    return folders


def test_it_is_published_in_sizes_and_formats_and_at_its_address(folders: Folders) -> None:
    files = published(folders.root).files

    names = sorted(path for path in files if path.startswith(("en/", "assets/photos/")))
    (digest,) = {path.split("-")[1] for path in names if path.startswith("assets/photos/trees")}
    assert [path for path in names if "trees" in path] == [
        *(f"assets/photos/trees-{digest}-{width}.{form}" for width in (1440, 480, 960) for form in ("avif", "webp")),
        "en/trees.jpg",
    ]
    assert files["en/plan.pdf"] == b"%PDF-1.7 as it is"
    for path in names:
        if path.endswith(".pdf"):
            continue
        with Image.open(io.BytesIO(files[path])) as picture:
            assert picture.width <= 1440
            assert (picture.width > picture.height, dict(picture.getexif())) == (True, {})
        assert b"Orchard Camera" not in files[path]
    with Image.open(io.BytesIO(files["en/trees.jpg"])) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1440, 720))


def test_its_page_lets_a_browser_choose(folders: Folders) -> None:
    page = read_page("about/index.html", published(folders.root).files["about/index.html"].decode())

    trees, small = page.all("img")
    avif, webp, small_avif, _ = page.all("source")
    assert (trees["src"], trees["alt"], trees["width"], trees["height"]) == ("../en/trees.jpg", "Trees in a row", "1440", "720")
    assert (trees["loading"], trees["decoding"]) == ("lazy", "async")
    assert (small["src"], small["width"], small["height"]) == ("../en/caf%C3%A9.png", "300", "200")
    assert [avif["type"], webp["type"]] == ["image/avif", "image/webp"]
    assert [size.split(" ")[1] for size in avif["srcset"].split(", ")] == ["480w", "960w", "1440w"]
    assert small_avif["srcset"].endswith(" 300w")


def test_one_that_goes_away_during_the_build_leaves_the_old_site(
    folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.write({"index.html": b"old"}, folders.root / "site")
    to_pictures._upright.cache_clear()  # what an earlier test made of the same picture
    write = disk.write

    def gone_by_then(*arguments: object) -> None:
        (folders.content / "en/trees.jpg").unlink()
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(build_site.__module__ + ".write", gone_by_then)

    assert main(["build", "--no-search", "--language", "en", "--folder", str(folders.root)]) == 1
    said = capsys.readouterr().err
    assert f"content/en/trees.jpg went away or changed while the site was built. Nothing in {folders.root}/site" in said
    assert (folders.root / "site/index.html").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("fake.png", b"<script>alert(1)</script>", "not-a-picture"),
        ("fake.jpg", b"GIF89a", "not-a-picture"),
        ("fake.pdf", b"MZ", "not-a-picture"),
        ("heavy.jpg", b"\xff\xd8" + bytes(20_000_000), "photo-too-heavy"),
    ],
)
def test_what_is_no_picture_is_told(folders: Folders, name: str, data: bytes, rule: str) -> None:
    (folders.content / "en" / name).write_bytes(data)

    assert [(problem.rule, problem.location.file) for problem in check(folders).errors] == [(rule, f"content/en/{name}")]
