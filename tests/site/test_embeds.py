"""What other sites show of a partner, a track or a theme; what holds of every embed stands in `tests/promises/embeds.py`."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from kennisstad.addresses.routes import framed_folders
from kennisstad.model import Folders
from kennisstad.site import Site, make_site
from tests.site.pages import read_page
from tests.site.programmes import copy_invented
from tests.site.small import EVERYTHING_BUT_TRACKS, SMALL, write_small

LINE = re.compile(r'<input id="embed-line"[^>]* value="([^"]*)"')


def of_invented(tmp_path: Path, *changes: tuple[str, str, str]) -> Site:
    """Gives the site of the invented programme after a change of some files."""
    folder = copy_invented(tmp_path)
    for name, old, new in changes:
        file = folder / "data" / name
        assert old in file.read_text("utf-8")
        file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    return make_site(Folders.of(folder), "https://harbour.example.org/sub/")


def test_the_line_is_html_whatever_the_partner_is_called(tmp_path: Path) -> None:
    site = of_invented(tmp_path)
    (line,) = map(unescape, LINE.findall(site.files["nl/partners/rowers/index.html"].decode()))
    ((tag, frame),) = read_page("", line).tags

    assert line.endswith("></iframe>")
    assert (tag, frame) == (
        "iframe",
        {
            "src": "https://harbour.example.org/sub/embed/partners/rowers/",
            "title": 'Projecten in Haven Samen: Roeivereniging "De Riem" & Vrienden',
            "width": "100%",
            "height": "600",
            "loading": "lazy",
        },
    )


def test_an_embed_of_a_partner_with_another_id_now_is_led_on(tmp_path: Path) -> None:
    """A line stays where somebody pasted it."""
    site = of_invented(tmp_path, ("partners.yaml", "- id: rowers\n", "- id: rowers\n  formerly: [boats]\n"))

    html = site.files["nl/insluiten/partners/boats/index.html"].decode()

    assert 'content="0; url=../../../../nl/insluiten/partners/rowers/"' in html
    assert "Roeivereniging" in html


def test_only_the_folders_of_embeds_may_be_framed(tmp_path: Path) -> None:
    site = of_invented(tmp_path)

    assert framed_folders(site.dataset, site.addresses) == ("embed/", "nl/insluiten/", "de/einbetten/")


def test_in_one_language_there_is_nothing_to_switch_or_to_lead_to(tmp_path: Path) -> None:
    site = make_site(write_small(tmp_path, EVERYTHING_BUT_TRACKS))
    html = site.files["embed/partners/growers/index.html"].decode()

    assert "<script" not in html
    assert "<nav" not in html
    assert ">This project on the site</a>" in html
    assert "embed/themes/old/index.html" in site.files
    assert "embed/partners/neighbour/index.html" not in site.files


def test_without_projects_there_are_no_embeds_and_no_line(tmp_path: Path) -> None:
    site = make_site(write_small(tmp_path, SMALL["partners-only"]))

    assert not [path for path in site.files if path.startswith("embed/")]
    assert "embed-line" not in site.files["partners/growers/index.html"].decode()


def test_a_wall_has_a_course_of_each_track_and_a_track_its_own_colour_only(tmp_path: Path) -> None:
    site = of_invented(tmp_path)
    partner, track = (site.files[f"embed/{path}/index.html"].decode() for path in ("partners/rowers", "tracks/water"))

    assert set(re.findall(r'<path class="(\S+) ', track)) == {"track-water"}
    assert len(set(re.findall(r'<path class="(\S+) ', partner))) > 1
