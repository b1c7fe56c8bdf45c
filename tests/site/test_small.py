"""Programmes that lack most of what a programme can have: what is empty shows nothing, and nobody is told what is not so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisstad.model import Folders
from kennisstad.site import Site, make_site
from kennisstad.writing.disk import write
from tests.site.emptiness import read_page, shown_over_nothing
from tests.site.pages import dead_links, read_site
from tests.site.programmes import copy_invented
from tests.site.small import EVERYTHING_BUT_TRACKS, PROGRAMME, PROJECT, SMALL, write_small

ORCHARD = "https://orchard.example.org/"


def made(folder: Path, records: dict[str, str]) -> Site:
    return make_site(write_small(folder, records))


def text_of(site: Site, path: str) -> str:
    """Gives the words of the middle of a page."""
    (main,) = (element for element in read_page(site.files[path].decode()).all() if element.tag == "main")
    return main.text


@pytest.mark.parametrize("name", SMALL)
def test_nothing_is_shown_over_nothing_and_no_link_is_dead(name: str, tmp_path: Path) -> None:
    site = made(tmp_path, dict(SMALL[name]))
    write(site.files, tmp_path / "site", lambda folder: None)

    found = {path: shown_over_nothing(data.decode()) for path, data in site.files.items() if path.endswith(".html")}
    assert {path: lines for path, lines in found.items() if lines} == {}
    assert dead_links(site.files, read_site(tmp_path / "site"), ORCHARD) == []


def test_nothing_is_shown_over_nothing_in_a_whole_programme_either(tmp_path: Path) -> None:
    site = make_site(Folders.of(copy_invented(tmp_path)))

    found = {path: shown_over_nothing(data.decode()) for path, data in site.files.items() if path.endswith(".html")}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_page_over_nothing_is_found_out() -> None:
    bad = '<main><section aria-labelledby="a"><h2 id="a">A</h2></section><ul></ul><nav aria-labelledby="b">B</nav></main>'

    assert shown_over_nothing(bad) == [
        "empty: <ul>",
        'nothing below: <h2 id="a"> A',
        'names nothing: <nav aria-labelledby="b"> B',
    ]


@pytest.mark.parametrize(
    ("name", "menu"),
    [
        ("nothing", []),
        ("one-project", ["Projects"]),
        ("partners-only", ["Partners"]),
        ("no-tracks", ["Projects", "Partners", "Figures", "Programme"]),
    ],
)
def test_the_menu_names_what_there_is(name: str, menu: list[str], tmp_path: Path) -> None:
    page = read_page(made(tmp_path, dict(SMALL[name])).files["index.html"].decode())

    menus = [element for element in page.all() if element.attributes.get("class") == "menu"]
    assert [link.text for each in menus for link in each.all() if link.tag == "a"] == menu


def test_one_language_has_no_switch_and_tells_of_no_other(tmp_path: Path) -> None:
    site = made(tmp_path, dict(SMALL["one-project"]))

    assert not any(b"hreflang" in data for path, data in site.files.items() if path.endswith((".html", ".xml")))


def test_search_asks_for_a_kind_only_where_there_are_several(tmp_path: Path) -> None:
    few, many = made(tmp_path / "few", dict(SMALL["nothing"])), made(tmp_path / "many", dict(SMALL["no-tracks"]))

    assert '<fieldset class="kinds" hidden disabled>' in few.files["search/index.html"].decode()
    assert '<fieldset class="kinds" hidden>' in many.files["search/index.html"].decode()


def test_the_finder_offers_only_what_projects_have(tmp_path: Path) -> None:
    form = made(tmp_path, dict(SMALL["one-project"])).files["projects/index.html"].decode()

    assert re.findall('data-letter="(.)"', form) == ["s", "y"]


def test_without_tracks_nothing_is_outside_them_and_no_project_has_to_tell_why(tmp_path: Path) -> None:
    site = made(tmp_path, dict(SMALL["no-tracks"]))

    assert not any("Outside the tracks" in data.decode() for path, data in site.files.items() if path.endswith(".html"))
    assert "Projects 1 project Cider press" in text_of(site, "status/running/index.html")
    assert "chart-tracks" not in site.files["figures/index.html"].decode()


def test_without_partners_nobody_is_said_to_lead(tmp_path: Path) -> None:
    site = made(tmp_path, dict(SMALL["one-project"]))

    for path in ("projects/cider/index.html", "status/running/index.html"):
        assert "Led by" not in text_of(site, path)


def test_without_projects_none_are_counted(tmp_path: Path) -> None:
    site = made(tmp_path, dict(SMALL["partners-only"]))

    assert not any("project" in text_of(site, path).lower() for path in site.files if path.startswith("partners/"))


def test_a_chart_of_partners_has_none_without_projects(tmp_path: Path) -> None:
    site = made(tmp_path, dict(SMALL["no-tracks"]))
    for page in site.pages.all:
        page.html()  # looking a partner up leaves no trace

    assert "The Neighbour" not in site.files["figures/index.html"].decode()


def test_a_project_that_names_no_document_is_not_said_to_be_compared_with_one(tmp_path: Path) -> None:
    alone, told = made(tmp_path / "alone", dict(SMALL["one-project"])), made(tmp_path / "told", dict(SMALL["no-tracks"]))

    assert "Last checked on 4 March 2025" in text_of(alone, "projects/cider/index.html")
    assert "Compared with the sources on 4 March 2025" in text_of(told, "projects/cider/index.html")


def test_there_is_a_statement_of_accessibility_only_where_the_programme_has_one(tmp_path: Path) -> None:
    without, having = made(tmp_path / "without", dict(SMALL["nothing"])), made(tmp_path / "having", dict(SMALL["no-tracks"]))

    assert "accessibility/index.html" not in without.files
    assert "Status partially compliant" in _facts(having)
    assert "Full audit" not in text_of(having, "accessibility/index.html")


def _facts(site: Site) -> str:
    page = read_page(site.files["accessibility/index.html"].decode())
    return " ".join(element.text for element in page.all() if element.tag in ("dt", "dd"))


def test_the_words_of_every_programme_name_no_town(tmp_path: Path) -> None:
    files = made(tmp_path, dict(SMALL["no-tracks"])).files
    # The page about open data names codes that every programme may choose from; the form names the command.
    codes = re.compile(r'<span class="label">One of: [^<]*</span>|kennisstad edit')
    pages = [codes.sub("", data.decode()) for path, data in files.items() if path.endswith(".html")]

    assert not any(re.search(r"Leiden|[Kk]ennisstad|\bcity\b|universit|municipal", page) for page in pages)


def test_a_programme_says_it_in_words_of_its_own(tmp_path: Path) -> None:
    own = """
words:
  figures.title: {en: The orchard in figures}
  method.how_read: {en: Two people read each paper.}
  results.counted.one: {en: "A paper names {count} result."}
"""
    site = made(tmp_path, {**EVERYTHING_BUT_TRACKS, "programme": EVERYTHING_BUT_TRACKS["programme"] + own})

    assert text_of(site, "figures/index.html").startswith("The orchard in figures")
    assert "How we worked" in text_of(site, "how-we-know/index.html")
    assert "A paper names 1 result." in text_of(site, "results/index.html")
    assert "How we worked" not in text_of(made(tmp_path / "plain", dict(SMALL["no-tracks"])), "how-we-know/index.html")


def test_a_word_that_is_not_said_in_a_language_stays_as_it_is(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    with (folder / "data" / "programme.yaml").open("a", encoding="utf-8") as file:
        file.write("words:\n  figures.title: {en: Harbour in figures}\n")
    site = make_site(Folders.of(folder))

    assert "<h1>Harbour in figures</h1>" in site.files["figures/index.html"].decode()
    assert "<h1>Cijfers</h1>" in site.files["nl/cijfers/index.html"].decode()


def test_only_one_project_is_no_fault(tmp_path: Path) -> None:
    assert made(tmp_path, {"programme": PROGRAMME, "projects": PROJECT}).advice == []
