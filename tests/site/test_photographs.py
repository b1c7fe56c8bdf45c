"""What becomes of a photograph: sizes, formats, words, and nothing of the camera."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.site.conftest import HARBOUR
from tests.site.pages import BuiltPage


def test_a_photograph_is_shown_in_the_sizes_and_formats_of_the_web(harbour_pages: dict[str, BuiltPage], harbour: Path) -> None:
    page = harbour_pages["nl/projecten/newsletter/index.html"]
    avif, webp = page.all("source")
    name = re.escape("../../../assets/photos/quay-at-noon-") + "[0-9a-f]{16}"

    assert [avif["type"], webp["type"]] == ["image/avif", "image/webp"]
    assert re.fullmatch(rf"{name}-480\.avif 480w, {name}-1000\.avif 1000w", avif["srcset"])
    assert re.fullmatch(rf"{name}-480\.webp 480w, {name}-1000\.webp 1000w", webp["srcset"])
    (image,) = page.all("img")
    assert re.fullmatch(rf"{name}-1000\.webp", image.pop("src"))
    assert image == {
        "width": "1000",
        "height": "700",
        "alt": "Een rood huis en een witte boot aan de kade.",
        "loading": "lazy",
        "decoding": "async",
    }
    assert "<figcaption>Foto: Rowers &amp; &lt;Friends&gt;</figcaption>" in (harbour / page.path).read_text("utf-8")


def test_a_photograph_stands_between_title_and_story(harbour: Path) -> None:
    html = (harbour / "projects/newsletter/index.html").read_text("utf-8")

    assert html.index("<h1") < html.index('<figure class="photo"') < html.index('<aside class="card brief"')
    assert '<figure class="photo"' not in (harbour / "projects/quay-garden/index.html").read_text("utf-8")


def test_what_a_photograph_shows_is_told_in_the_language_it_is_written_in(harbour_pages: dict[str, BuiltPage]) -> None:
    (image,) = harbour_pages["de/projekte/newsletter/index.html"].all("img")

    assert (image["lang"], image["alt"]) == ("en", "A red house and a white boat on the quay.")


def test_the_pictures_are_turned_upright_and_tell_nothing_of_the_camera_or_the_place(harbour: Path) -> None:
    pictures = sorted((harbour / "assets/photos").glob("quay-at-noon-*"))

    assert len(pictures) == 4
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size in {(480, 336), (1000, 700)}
            assert dict(picture.getexif()) == {}
            assert not picture.info.keys() & {"exif", "xmp", "icc_profile"}
        assert b"Harbour Camera" not in path.read_bytes()


def test_a_link_to_a_project_with_a_photograph_is_shared_with_it(harbour_pages: dict[str, BuiltPage]) -> None:
    told = {
        meta["property"]: meta["content"]
        for meta in harbour_pages["projects/newsletter/index.html"].all("meta")
        if "property" in meta
    }

    assert re.fullmatch(re.escape(f"{HARBOUR}assets/photos/quay-at-noon-") + r"[0-9a-f]{16}-1000\.webp", told["og:image"])
    assert (told["og:image:type"], told["og:image:width"], told["og:image:height"]) == ("image/webp", "1000", "700")
    assert told["og:image:alt"] == "A red house and a white boat on the quay."


@pytest.mark.parametrize(
    ("page", "picture"),
    [
        ("index.html", "programme"),
        ("partners/town/index.html", "programme"),
        ("tracks/green/index.html", "track-green"),
        ("nl/projecten/benches/index.html", "track-green"),
    ],
)
def test_a_link_to_any_other_page_is_shared_with_a_wall(
    harbour: Path, harbour_pages: dict[str, BuiltPage], page: str, picture: str
) -> None:
    told = {meta["property"]: meta["content"] for meta in harbour_pages[page].all("meta") if "property" in meta}

    assert told["og:image"] == f"{HARBOUR}assets/share/{picture}.png"
    assert told["og:image:alt"].split(",")[0] in ("A drawn wall of bricks", "Een getekende muur van bakstenen")
    with Image.open(harbour / f"assets/share/{picture}.png") as wall:
        assert wall.size == (int(told["og:image:width"]), int(told["og:image:height"])) == (1200, 630)
        assert len(wall.convert("RGB").getcolors() or []) > 4


def test_open_data_names_the_photograph_and_where_its_pictures_are(harbour: Path) -> None:
    projects = json.loads((harbour / "api/v1/projects.json").read_text("utf-8"))["projects"]
    photos = {project["id"]: project["photo"] for project in projects}
    photo = photos["newsletter"]

    assert (photo["file"], photo["credit"]) == ("Quay-at-noon.JPG", "Rowers & <Friends>")
    assert [(picture["type"], picture["width"], picture["height"]) for picture in photo["pictures"]] == [
        ("image/avif", 480, 336),
        ("image/avif", 1000, 700),
        ("image/webp", 480, 336),
        ("image/webp", 1000, 700),
    ]
    assert all((harbour / picture["url"].removeprefix(HARBOUR)).is_file() for picture in photo["pictures"])
    assert photos["quay-garden"] is None
