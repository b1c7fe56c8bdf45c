"""The site's icon as pixels: one drawing, sharp at every size, and a programme's own pictures before it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.IcoImagePlugin import IcoFile

from kennisstad.loading.emblem import emblem
from tests.conftest import ROOT
from tests.site.programmes import copy_invented, published

PAPER, RED, PINK = (251, 249, 245), (181, 18, 43), (224, 149, 159)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'
ICON = SVG.format('<path fill="#112233" d="M0 0h8v8H0z"/><path fill="#aabbcc" d="M1 1h6v2h-6zM1 5h2.5v2H1z"/>')


def colours(data: bytes) -> set[object]:
    with Image.open(io.BytesIO(data)) as picture:
        return {colour for _, colour in picture.convert("RGB").getcolors() or []}


@pytest.mark.parametrize("size", [16, 32, 48])
def test_the_icon_is_sharp_at_every_size(tmp_path: Path, size: int) -> None:
    """Every pixel has one of the three colours of the drawing: none lies across the edge of a brick. Between bricks paper shows."""
    data = published(copy_invented(tmp_path)).files["favicon.ico"]
    icon = IcoFile(io.BytesIO(data))
    pixels = icon.getimage((size, size)).convert("RGB")

    assert icon.sizes() == {(16, 16), (32, 32), (48, 48)}
    assert pixels.size == (size, size)
    assert {colour for _, colour in pixels.getcolors() or []} == {PAPER, RED, PINK}
    first = [pixels.getpixel((x, size // 4)) for x in range(size)]
    joints = [x for x in range(1, size) if first[x] == PAPER != first[x - 1]]
    assert len(joints) == 2, "the joint in the first course, and the edge"


def test_a_phone_gets_a_picture_without_a_hole(tmp_path: Path) -> None:
    data = published(copy_invented(tmp_path)).files["apple-touch-icon.png"]

    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.size, picture.has_transparency_data) == ((180, 180), False)
    assert colours(data) == {PAPER, RED, PINK}


def test_the_pictures_are_drawn_from_the_icon_of_the_programme(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    (folder / "overrides/assets").mkdir(parents=True)
    (folder / "overrides/assets/icon.svg").write_text(ICON, "utf-8")
    files = published(folder).files

    assert colours(files["apple-touch-icon.png"]) == {(0x11, 0x22, 0x33), (0xAA, 0xBB, 0xCC)}
    assert files["assets/icon.svg"] == ICON.encode()


def test_pictures_that_a_programme_has_itself_are_used(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    (folder / "overrides/assets").mkdir(parents=True)
    (folder / "overrides/assets/favicon.ico").write_bytes(b"its own")
    files = published(folder).files

    assert files["favicon.ico"] == b"its own"
    assert "assets/favicon.ico" not in files
    assert colours(files["apple-touch-icon.png"]) == {PAPER, RED, PINK}


@pytest.mark.parametrize(
    ("drawing", "blocks"),
    [
        ((ROOT / "overrides/assets/icon.svg").read_text("utf-8"), 7),
        (ICON, 3),
        (SVG.format('<circle cx="4" cy="4" r="3"/>'), None),
        (SVG.format('<path fill="#112233" d="M1 1l6 6h-6z"/>'), None),
        (SVG.format('<path fill="red" d="M0 0h8v8H0z"/>'), None),
        (SVG.format("<script>alert(1)</script>"), None),
        (SVG.format('<path fill="#112233" d="' + "M1 1h1v1h-1z" * 5000 + 'M"/>'), None),
        ("no drawing", None),
        ("", None),
    ],
)
def test_only_upright_blocks_are_read(tmp_path: Path, drawing: str, blocks: int | None) -> None:
    path = tmp_path / "icon.svg"
    path.write_text(drawing, "utf-8")
    read = emblem(path)

    assert (len(read.blocks) if read else None) == blocks
