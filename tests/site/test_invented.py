"""A small whole site of an invented programme: other tracks, three languages, below a folder of its host; the same code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.site.conftest import HARBOUR
from tests.site.pages import BuiltPage
from tests.site.programmes import ROOT, copy_invented, mkdocs_build


def test_every_page_is_there_and_no_other(harbour_pages: dict[str, BuiltPage]) -> None:
    """In each language: home, the listings, the records, what they share, the rest, and what other sites may show of them.

    News, events and newsletters each have a listing, their archives by year and a page for each; the last four are the page about
    the newsletter, that about following, that about the open data, and the form.
    """
    articles = (1 + 2 + 3) + (1 + 1 + 4) + (1 + 1) + 4
    assert len(harbour_pages) == 3 * (1 + 9 + (4 + 2 + 4) + 1 + 2 + 2 + 3 + 4 + 2 + 7 + 2 + 1 + 1 + (2 + 2 + 1) + articles)
    assert {
        "index.html",
        "nl/index.html",
        "de/index.html",
        "404.html",
        "de/404.html",
        "de/ueber/index.html",
    } <= harbour_pages.keys()
    assert {f"{path}quay-garden/index.html" for path in ("projects/", "nl/projecten/", "de/projekte/")} <= harbour_pages.keys()


def test_every_page_says_its_language_and_its_others(harbour_pages: dict[str, BuiltPage]) -> None:
    page = harbour_pages["de/projekte/quay-garden/index.html"]

    assert page.tags[0] == ("html", {"lang": "de", "dir": "ltr"})
    assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": f"{HARBOUR}de/projekte/quay-garden/"}]
    assert {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate") if "hreflang" in link} == {
        "en": f"{HARBOUR}projects/quay-garden/",
        "nl": f"{HARBOUR}nl/projecten/quay-garden/",
        "de": f"{HARBOUR}de/projekte/quay-garden/",
        "x-default": f"{HARBOUR}projects/quay-garden/",
    }
    switch = [link for link in page.all("a") if "hreflang" in link]
    assert [(link["lang"], link["href"]) for link in switch] == [
        ("en", "../../../projects/quay-garden/"),
        ("nl", "../../../nl/projecten/quay-garden/"),
        ("de", "../../../de/projekte/quay-garden/"),
    ]


def test_a_missing_translation_is_shown_with_its_language_and_a_notice(harbour: Path) -> None:
    html = (harbour / "de/projekte/swimming/index.html").read_text("utf-8")

    assert '<h1 lang="en" data-pagefind-meta="title">Swimming &lt; 3 km in the &#34;harbour&#34; &amp; more</h1>' in html
    assert '<p class="notice" role="note">Ein Teil dieser Seite liegt bisher nur auf Englisch vor.</p>' in html
    assert 'class="notice"' not in (harbour / "projects/swimming/index.html").read_text("utf-8")


def test_a_missing_hand_written_page_is_shown_in_the_default_language(harbour: Path) -> None:
    html = (harbour / "nl/contact/index.html").read_text("utf-8")

    assert '<div class="prose" lang="en">' in html
    assert "Een deel van deze pagina is er alleen in het Engels." in html


def test_hand_written_pages_link_to_records_and_to_each_other(harbour: Path) -> None:
    german = (harbour / "de/ueber/index.html").read_text("utf-8")

    assert '<a href="../../de/projekte/quay-garden/">den Garten</a>' in german
    assert '<a href="../../de/contact/">den Weg</a>' in german


def test_hand_written_pages_link_to_overviews_and_open_data(harbour: Path) -> None:
    english, dutch = ((harbour / path / "index.html").read_text("utf-8") for path in ("about", "nl/about"))

    assert '<a href="../figures/">the figures</a>' in english
    assert '<a href="../../nl/cijfers/">the figures</a>' in dutch
    assert '<a href="../api/v1/projects.json">the data</a>' in english


def test_the_accessibility_statement_is_there_in_every_language(harbour: Path) -> None:
    html = (harbour / "de/barrierefreiheit/index.html").read_text("utf-8")

    assert "<strong>B: erfüllt die Norm teilweise</strong>" in html
    assert '<li><span lang="en">The quay has no railing.</span></li>' in html
    assert html.count('<a href="mailto:desk@harbour.example.org">') == 2, "in the statement and at the foot"
    assert "Ein Teil dieser Seite liegt bisher nur auf Englisch vor." in html


def test_the_programme_page_tells_all_that_is_typed_about_a_group_and_which_document_says_so(harbour: Path) -> None:
    html = (harbour / "programme/index.html").read_text("utf-8")

    assert "<div><dt>Since</dt><dd>2019</dd></div>" in html
    assert "<div><dt>Until</dt><dd>2021</dd></div>" in html
    assert '<summary class="small">How we know this<span class="visually-hidden">: <span>Gardener</span></span></summary>' in html


def test_what_a_document_says_of_a_person_is_told_by_the_name_of_that_person(harbour: Path) -> None:
    html = (harbour / "programme/index.html").read_text("utf-8")

    assert "<div><dt>A. Gardener</dt>\n<dd><span>A. Gardner</span>" in html
    assert "lines 22, 24" in html


def test_what_was_left_out_names_the_document_that_names_it(harbour: Path) -> None:
    html = (harbour / "how-we-know/left-out/index.html").read_text("utf-8")

    assert '<span class="visually-hidden">: <span>The bridge</span></span></summary>' in html


def test_a_figure_of_a_project_on_no_track_has_the_colour_of_no_track(harbour: Path) -> None:
    html = (harbour / "figures/index.html").read_text("utf-8")

    assert "track-None" not in html
    assert html.count('<rect class="trackless"') == 1, "flowers-2019 is of the newsletter"


def test_pictures_stand_where_every_language_finds_them(harbour: Path) -> None:
    assert '<img src="../en/quay.png" alt="The quay"' in (harbour / "about/index.html").read_text("utf-8")
    assert '<img src="../../en/quay.png" alt="The quay"' in (harbour / "nl/about/index.html").read_text("utf-8")
    assert (harbour / "en/quay.png").is_file()


def test_a_picture_straight_from_a_camera_has_its_ending_in_capitals(harbour: Path) -> None:
    assert '<img src="../en/boat.PNG" alt="The boat"' in (harbour / "about/index.html").read_text("utf-8")
    assert (harbour / "en/boat.PNG").is_file()


def test_two_builds_give_the_same_files(harbour: Path, tmp_path: Path) -> None:
    """Made anew each time: the second folder has nothing kept of the first."""
    again = copy_invented(tmp_path)
    assert mkdocs_build(again, SITE_URL=HARBOUR).returncode == 0

    first, second = (
        {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()} for one in (harbour, again / "site")
    )

    assert first == second


def test_bad_data_leaves_the_old_site_standing_and_tells_what_the_check_tells(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("old", "utf-8")
    data = folder / "data" / "projects.yaml"
    data.write_text(data.read_text("utf-8").replace("status: running", "status: runing"), "utf-8")

    built = mkdocs_build(folder)
    checked = subprocess.run(
        [sys.executable, "-m", "kennisstad", "check", "--folder", str(folder)], capture_output=True, text=True, check=False
    )

    assert (built.returncode, checked.returncode) == (1, 1)
    assert checked.stdout.strip() in built.stderr
    assert "Traceback" not in built.stderr + checked.stderr
    assert (folder / "site" / "index.html").read_text("utf-8") == "old"


def test_text_from_data_is_escaped(harbour: Path) -> None:
    html = (harbour / "partners/rowers/index.html").read_text("utf-8")

    assert "Rowing Club &#34;The Oar&#34; &amp; Friends" in html
    assert '"https://garden.example.org/?a=1&amp;b=2"' in (harbour / "projects/quay-garden/index.html").read_text("utf-8")


def test_numbers_and_dates_are_in_the_language(harbour: Path) -> None:
    assert "1.250" in (harbour / "nl/projecten/quay-garden/index.html").read_text("utf-8")
    assert "1,250" in (harbour / "projects/quay-garden/index.html").read_text("utf-8")
    assert "seit März 2020" in (harbour / "de/projekte/quay-garden/index.html").read_text("utf-8")


def test_the_root_404_speaks_every_language_from_any_address(harbour: Path, harbour_pages: dict[str, BuiltPage]) -> None:
    html = (harbour / "404.html").read_text("utf-8")

    assert [word in html for word in ("Page not found", "Deze pagina is er niet", "Diese Seite gibt es nicht")] == [True] * 3
    assert all(link["href"].startswith(("/sub/", "#", "https:", "mailto:", "tel:")) for link in harbour_pages["404.html"].all("a"))
    assert harbour_pages["de/404.html"].tags[0] == ("html", {"lang": "de", "dir": "ltr"})


def test_the_record_can_be_found_where_it_is_kept(harbour: Path) -> None:
    html = (harbour / "projects/benches/index.html").read_text("utf-8")

    assert "https://git.example.org/harbour/blob/HEAD/data/projects.yaml#L27" in html


def test_what_the_programme_supplies_is_shown(harbour: Path, harbour_pages: dict[str, BuiltPage]) -> None:
    html = (harbour / "nl/index.html").read_text("utf-8")

    assert "Contact: <span>Havenloket</span>" in html
    assert '<a href="mailto:desk@harbour.example.org">desk@harbour.example.org</a>' in html
    assert [link["href"] for link in harbour_pages["index.html"].all("a", rel="license")] == ["https://licence.example.org/open"]
    assert "contactpagina" not in html


def test_only_our_own_files_are_sent_to_visitors(harbour: Path) -> None:
    assert sorted(path.name for path in (harbour / "assets").iterdir()) == [
        "icon.svg",
        "kept",
        "lexicon",
        "photos",
        "share",
        "source-serif-4.LICENSE.txt",
    ]
    kept = sorted(re.sub("-[0-9a-f]{8}", "", path.name) for path in (harbour / "assets/kept").iterdir())
    assert kept == ["embed.css", "scripts", "site.css", "source-serif-4.woff2"]
    assert sorted(path.name for path in (harbour / "assets/kept").glob("scripts-*/*")) == [
        "embed.js",
        "finder-order.js",
        "finder-take.js",
        "finder-words.js",
        "finder.js",
        "form",
        "full-text.js",
        "lexicon.js",
        "meant.js",
        "moved.js",
        "page.js",
        "search-open.js",
        "search.js",
        "slips.js",
        "stems.js",
        "text.js",
    ]


def test_a_programme_that_has_no_projects_yet_has_a_site(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    kept = ("partners", "documents", "programme")
    for file in (folder / "data").glob("*.yaml"):
        if file.stem not in kept:
            file.write_text("[]\n", "utf-8")
    programme = folder / "data" / "programme.yaml"
    programme.write_text(
        re.sub(r"^(highlights|headline_figures):.*\n", "", programme.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    for articles in (folder / "content").glob("*/*/"):
        shutil.rmtree(articles)
    for page in (folder / "content").rglob("*.md"):
        page.write_text(re.sub(r"\[([^\]]*)\]\((?:project|track|page:figures)[^)]*\)", r"\1", page.read_text("utf-8")), "utf-8")

    done = mkdocs_build(folder, SITE_URL=HARBOUR)

    assert done.returncode == 0, done.stdout + done.stderr
    assert not (folder / "site/projects").exists()
    assert "projects" not in (folder / "site/index.html").read_text("utf-8").partition("<footer")[0]


def test_style_and_scripts_come_without_their_comments_and_whole(harbour: Path) -> None:
    for path in (*(harbour / "assets/kept").glob("scripts-*/*.js"), *(harbour / "assets/kept").glob("site-*.css")):
        name = path.name if path.suffix == ".js" else "site.css"
        sent, written = path.read_text("utf-8"), (ROOT / "overrides/assets" / name).read_text("utf-8")
        lines = [line.strip() for line in written.splitlines() if not line.strip().startswith(("//", "/*"))]

        assert "/*" not in sent
        assert not [line for line in sent.splitlines() if line.strip().startswith("//")]
        if path.suffix == ".js":
            assert sent.replace("\n", "") == "".join(lines)
