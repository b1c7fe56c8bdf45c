"""The site of a proposal in which something is wrong: that is left out and told, and the rest is as it would be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisstad.cli import main
from kennisstad.model import Folders
from kennisstad.proposal.site import make_preview
from tests.site.programmes import copy_invented, published
from tests.site.repository import Files
from tests.site.small import EVERYTHING_BUT_TRACKS, write_small

PROJECTS, PARTNERS, DOCUMENTS = "data/projects.yaml", "data/partners.yaml", "data/documents.yaml"
Change = tuple[str, str, str]
"""A file, and the text in it to replace by another."""


def programme(folder: Path, *changes: Change) -> Path:
    copy_invented(folder)
    for change in changes:
        Files(folder).replace(*change)
    return folder


def left_out(folder: Path) -> list[str] | None:
    mark = json.loads(make_preview(Folders.of(folder)).files["preview.json"])
    return mark["left_out"] and sorted(f"{one['kind']}:{one['id']}" for one in mark["left_out"])


@pytest.mark.parametrize(
    ("change", "absent"),
    [
        ((PROJECTS, "status: running", "status: runing"), ["projects:quay-garden"]),
        ((PROJECTS, "status: running", "status: [running"), ["projects:quay-garden"]),
        ((PROJECTS, 'start: "2020-03"', 'start: "2020-03'), ["projects:quay-garden"]),
        ((PROJECTS, "partners: [rowers]", "partners: [rwers]"), ["projects:quay-garden"]),
        ((PROJECTS, "*together* with [the town](partner:town)", "<b>together</b>"), ["projects:quay-garden"]),
        ((PARTNERS, "- id: rowers", "- bogus: 1\n  id: rowers"), ["documents:rowers-news", "partners:rowers"]),
        (("content/en/news/swim-test.md", "title:", "titel:"), ["news:swim-test"]),
        (("content/en/about.md", "title:", "titel:"), ["content:about"]),
    ],
    ids=["value", "bracket", "quote", "reference", "markup", "partner", "news", "page"],
)
def test_what_is_wrong_is_left_out_and_nothing_else(change: Change, absent: list[str], tmp_path: Path) -> None:
    assert left_out(programme(tmp_path / "harbour", change)) == absent


def test_what_cannot_do_without_what_is_wrong_is_left_out_and_told_too(tmp_path: Path) -> None:
    """A document is where facts come from: the agenda that stands in it goes, and with that the action in that agenda."""
    absent = left_out(programme(tmp_path / "harbour", (DOCUMENTS, "title:", "titel:")))

    assert absent is not None
    assert {"documents:plan", "actions:more-trees"} <= set(absent)
    assert "projects:quay-garden" not in absent


def test_a_link_to_a_page_that_is_empty_without_what_is_wrong_keeps_its_words(tmp_path: Path) -> None:
    """Nothing is on the page of history without the one thing that happened; the page that links there stays."""
    folder = programme(tmp_path / "harbour", ("data/timeline.yaml", "- id: first-tree", "- bogus: 1\n  id: first-tree"))
    Files(folder).write("data/timeline.yaml", Files(folder).read("data/timeline.yaml").partition("\n- id:")[0])
    Files(folder).append("content/en/about.md", "It began [long ago](page:history).\n")

    preview = make_preview(Folders.of(folder))

    assert preview.absent == 1
    assert "It began long ago." in preview.files["about/index.html"].decode()


def test_a_preview_with_a_fault_says_so_on_every_page(tmp_path: Path) -> None:
    folder = programme(tmp_path / "harbour", (PARTNERS, "- id: rowers", "- bogus: 1\n  id: rowers"))

    files = make_preview(Folders.of(folder)).files
    pages = {path: files[path].decode() for path in files if path.endswith(".html")}
    framed = {path: page for path, page in pages.items() if "http-equiv" not in page and not path.endswith("mail.html")}

    assert "partners/rowers/index.html" not in pages
    assert "projects/quay-garden/index.html" in pages
    assert not [path for path, page in pages.items() if "partners/rowers/" in page]
    assert not [path for path, page in pages.items() if 'name="robots" content="noindex"' not in page]
    assert not [path for path, page in pages.items() if 'rel="canonical"' in page or "og:url" in page]
    assert not [path for path, page in framed.items() if page.count('<aside class="preview"') != 1]
    assert "2 records are left out. Something is wrong in them, or in one that they cannot do without." in pages["index.html"]
    assert f'<code dir="ltr">{PARTNERS}:' in pages["nl/index.html"]
    assert "sitemap.xml" not in files
    assert files["robots.txt"] == b"User-agent: *\nDisallow: /\n"


def test_a_preview_of_what_is_right_is_a_preview_too(tmp_path: Path) -> None:
    folder = programme(tmp_path / "harbour")

    preview, site = make_preview(Folders.of(folder), "https://look.example.org/").files, published(folder)
    home = preview["index.html"].decode()

    assert set(preview) - set(site.files) == {"preview.json"}
    assert set(site.files) - set(preview) == {"sitemap.xml", ".well-known/security.txt"}
    assert "This is not the site itself." in home
    assert site.address not in home
    assert b"preview" not in site.files["index.html"]


@pytest.mark.parametrize(
    "change",
    [
        ("data/programme.yaml", "name:", "naam:"),
        ("data/programme.yaml", "languages:", "languages: ["),
        (PROJECTS, "- id: quay-garden", "projects:\n- id: quay-garden"),
        ("locales/de.yaml", "words:", "words: ["),
    ],
    ids=["programme", "unreadable", "no-list", "words"],
)
def test_what_cannot_be_left_out_is_told_on_the_one_page_there_is(change: Change, tmp_path: Path) -> None:
    preview = make_preview(Folders.of(programme(tmp_path / "harbour", change)))

    assert not preview.is_site
    assert sorted(preview.files) == ["404.html", "index.html", "preview.json", "robots.txt"]
    page = preview.files["index.html"].decode()
    assert f"{change[0]}:" in page
    assert "noindex" in page


def test_a_preview_is_never_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = programme(tmp_path / "harbour", (PROJECTS, "status: running", "status: runing"))
    here = ("--folder", str(folder), "--language", "en")

    assert main(["build", *here, "--preview", "--no-search", "--target", str(folder / "site")]) == 1
    assert not (folder / "site").exists()
    assert main(["build", *here, "--preview", "--no-search"]) == 0
    assert "[not-in-list]" in capsys.readouterr().out
    assert main(["publishable", *here, str(folder / "preview")]) == 1
    assert "preview.json" in capsys.readouterr().err
    assert main(["publishable", *here]) == 1  # there is no site

    Files(folder).replace(PROJECTS, "status: runing", "status: running")
    assert main(["build", *here, "--no-search"]) == 0
    assert main(["publishable", *here]) == 0


def test_a_preview_opens_from_a_folder_unless_it_is_said_where_it_stands(tmp_path: Path) -> None:
    write_small(tmp_path, EVERYTHING_BUT_TRACKS)

    def built(*options: str) -> tuple[str, str]:
        assert main(["build", "--folder", str(tmp_path), "--preview", "--no-search", *options]) == 0
        home, search = (tmp_path / "preview" / file for file in ("index.html", "search/index.html"))
        return home.read_text("utf-8"), search.read_text("utf-8")

    home, search = built()
    assert 'href="projects/index.html"' in home
    assert "<h1>All pages from A to Z</h1>" in search
    assert [part for part in ('type="module"', "Archive of") if part in home + search] == []
    home, search = built("--address", "https://look.example.org/")
    assert 'href="./projects/"' in home
    assert 'id="search-panel"' in search
