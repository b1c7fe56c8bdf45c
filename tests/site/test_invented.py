"""A small whole site of an invented programme: other tracks, three languages, below a folder of its host; the same code."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from tests.site.pages import BuiltPage, dead_links, foreign_requests, read_site
from tests.site.programmes import copy_invented, mkdocs_build

ADDRESS = "https://harbour.example.org/sub/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_invented(tmp_path_factory.mktemp("invented"))
    done = mkdocs_build(folder, SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read_site(site)


def test_every_page_is_there_and_no_other(pages: dict[str, BuiltPage]) -> None:
    """Per language: home, 7 listings, records, 1 theme, 2 goals, 4 statuses, 2 of notes, 7 overviews, 2 written, search, 404."""
    assert len(pages) == 3 * (1 + 7 + (4 + 2 + 4) + 1 + 2 + 4 + 2 + 7 + 2 + 1 + 1)
    assert {"index.html", "nl/index.html", "de/index.html", "404.html", "de/404.html", "de/ueber/index.html"} <= pages.keys()
    assert {f"{path}quay-garden/index.html" for path in ("projects/", "nl/projecten/", "de/projekte/")} <= pages.keys()


def test_no_link_is_dead_and_nothing_is_fetched_elsewhere(site: Path, pages: dict[str, BuiltPage]) -> None:
    assert dead_links(site, pages, ADDRESS) == []
    assert foreign_requests(pages, ADDRESS) == []


def test_every_page_says_its_language_and_its_others(pages: dict[str, BuiltPage]) -> None:
    page = pages["de/projekte/quay-garden/index.html"]

    assert page.tags[0] == ("html", {"lang": "de"})
    assert page.all("link", rel="canonical") == [{"rel": "canonical", "href": f"{ADDRESS}de/projekte/quay-garden/"}]
    assert {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate")} == {
        "en": f"{ADDRESS}projects/quay-garden/",
        "nl": f"{ADDRESS}nl/projecten/quay-garden/",
        "de": f"{ADDRESS}de/projekte/quay-garden/",
        "x-default": f"{ADDRESS}projects/quay-garden/",
    }
    switch = [link for link in page.all("a") if "hreflang" in link]
    assert [(link["lang"], link["href"]) for link in switch] == [
        ("en", "../../../projects/quay-garden/"),
        ("nl", "../../../nl/projecten/quay-garden/"),
        ("de", "../../../de/projekte/quay-garden/"),
    ]


def test_alternates_are_reciprocal(pages: dict[str, BuiltPage]) -> None:
    told = {
        page.all("link", rel="canonical")[0]["href"]: {link["href"] for link in page.all("link", rel="alternate")}
        for page in pages.values()
        if page.all("link", rel="canonical")
    }

    assert all(address in others and all(told[other] == others for other in others) for address, others in told.items())


def test_a_missing_translation_is_shown_with_its_language_and_a_notice(site: Path) -> None:
    html = (site / "de/projekte/swimming/index.html").read_text("utf-8")

    assert '<h1 lang="en" data-pagefind-meta="title">Swimming &lt; 3 km in the &#34;harbour&#34; &amp; more</h1>' in html
    assert '<p class="notice" role="note">Ein Teil dieser Seite liegt bisher nur auf Englisch vor.</p>' in html
    assert 'class="notice"' not in (site / "projects/swimming/index.html").read_text("utf-8")


def test_a_missing_hand_written_page_is_shown_in_the_default_language(site: Path) -> None:
    html = (site / "nl/contact/index.html").read_text("utf-8")

    assert '<div class="prose" lang="en">' in html
    assert "Een deel van deze pagina is er alleen in het Engels." in html


def test_hand_written_pages_link_to_records_and_to_each_other(site: Path) -> None:
    german = (site / "de/ueber/index.html").read_text("utf-8")

    assert '<a href="../../de/projekte/quay-garden/">den Garten</a>' in german
    assert '<a href="../../de/contact/">den Weg</a>' in german


def test_hand_written_pages_link_to_overviews_and_open_data(site: Path) -> None:
    english, dutch = ((site / path / "index.html").read_text("utf-8") for path in ("about", "nl/about"))

    assert '<a href="../figures/">the figures</a>' in english
    assert '<a href="../../nl/cijfers/">the figures</a>' in dutch
    assert '<a href="../api/v1/projects.json">the data</a>' in english


def test_the_accessibility_statement_is_there_in_every_language(site: Path) -> None:
    html = (site / "de/barrierefreiheit/index.html").read_text("utf-8")

    assert "<strong>B: erfüllt die Norm teilweise</strong>" in html
    assert '<li lang="en">The quay has no railing.</li>' in html
    assert html.count('<a href="mailto:desk@harbour.example.org">') == 2, "in the statement and at the foot"
    assert "Ein Teil dieser Seite liegt bisher nur auf Englisch vor." in html


def test_the_programme_page_tells_all_that_is_typed_about_a_group_and_which_document_says_so(site: Path) -> None:
    html = (site / "programme/index.html").read_text("utf-8")

    assert "<div><dt>Since</dt><dd>2019</dd></div>" in html
    assert "<div><dt>Until</dt><dd>2021</dd></div>" in html
    assert '<summary class="small">How we know this<span class="visually-hidden">: Gardener</span></summary>' in html


def test_what_a_document_says_of_a_person_is_told_by_the_name_of_that_person(site: Path) -> None:
    html = (site / "programme/index.html").read_text("utf-8")

    assert "<div><dt>A. Gardener</dt>\n<dd><span>A. Gardner</span>" in html
    assert "lines 22, 24" in html


def test_what_was_left_out_names_the_document_that_names_it(site: Path) -> None:
    html = (site / "how-we-know/left-out/index.html").read_text("utf-8")

    assert '<span class="visually-hidden">: The bridge</span></summary>' in html


def test_a_figure_of_a_project_on_no_track_has_the_colour_of_no_track(site: Path) -> None:
    html = (site / "figures/index.html").read_text("utf-8")

    assert "track-None" not in html
    assert html.count('<rect class="trackless"') == 1, "flowers-2019 is of the newsletter"


def test_pictures_stand_where_every_language_finds_them(site: Path) -> None:
    assert '<img src="../en/quay.png" alt="The quay" />' in (site / "about/index.html").read_text("utf-8")
    assert '<img src="../../en/quay.png" alt="The quay" />' in (site / "nl/about/index.html").read_text("utf-8")
    assert (site / "en/quay.png").is_file()


def test_a_picture_straight_from_a_camera_has_its_ending_in_capitals(site: Path) -> None:
    assert '<img src="../en/boat.PNG" alt="The boat" />' in (site / "about/index.html").read_text("utf-8")
    assert (site / "en/boat.PNG").is_file()


def test_a_photograph_is_shown_in_the_sizes_and_formats_of_the_web(pages: dict[str, BuiltPage], site: Path) -> None:
    page = pages["nl/projecten/newsletter/index.html"]
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
    assert "<figcaption>Foto: Rowers &amp; &lt;Friends&gt;</figcaption>" in (site / page.path).read_text("utf-8")


def test_a_photograph_stands_between_title_and_story(site: Path) -> None:
    html = (site / "projects/newsletter/index.html").read_text("utf-8")

    assert html.index("<h1") < html.index('<figure class="photo"') < html.index('<aside class="card brief"')
    assert '<figure class="photo"' not in (site / "projects/quay-garden/index.html").read_text("utf-8")


def test_what_a_photograph_shows_is_told_in_the_language_it_is_written_in(pages: dict[str, BuiltPage]) -> None:
    (image,) = pages["de/projekte/newsletter/index.html"].all("img")

    assert (image["lang"], image["alt"]) == ("en", "A red house and a white boat on the quay.")


def test_the_pictures_are_turned_upright_and_tell_nothing_of_the_camera_or_the_place(site: Path) -> None:
    pictures = sorted((site / "assets/photos").iterdir())

    assert len(pictures) == 4
    for path in pictures:
        with Image.open(path) as picture:
            assert picture.size in {(480, 336), (1000, 700)}
            assert dict(picture.getexif()) == {}
            assert not picture.info.keys() & {"exif", "xmp", "icc_profile"}
        assert b"Harbour Camera" not in path.read_bytes()


def test_a_link_to_a_project_with_a_photograph_is_shared_with_it(pages: dict[str, BuiltPage]) -> None:
    told = {meta["property"]: meta["content"] for meta in pages["projects/newsletter/index.html"].all("meta") if "property" in meta}

    assert re.fullmatch(re.escape(f"{ADDRESS}assets/photos/quay-at-noon-") + r"[0-9a-f]{16}-1000\.webp", told["og:image"])
    assert (told["og:image:type"], told["og:image:width"], told["og:image:height"]) == ("image/webp", "1000", "700")
    assert told["og:image:alt"] == "A red house and a white boat on the quay."
    assert pages["index.html"].all("meta", property="og:image") == []


def test_open_data_names_the_photograph_and_where_its_pictures_are(site: Path) -> None:
    projects = json.loads((site / "api/v1/projects.json").read_text("utf-8"))["projects"]
    photos = {project["id"]: project["photo"] for project in projects}
    photo = photos["newsletter"]

    assert (photo["file"], photo["credit"]) == ("Quay-at-noon.JPG", "Rowers & <Friends>")
    assert [(picture["type"], picture["width"], picture["height"]) for picture in photo["pictures"]] == [
        ("image/avif", 480, 336),
        ("image/avif", 1000, 700),
        ("image/webp", 480, 336),
        ("image/webp", 1000, 700),
    ]
    assert all((site / picture["url"].removeprefix(ADDRESS)).is_file() for picture in photo["pictures"])
    assert photos["quay-garden"] is None


def test_two_builds_give_the_same_files(site: Path, tmp_path: Path) -> None:
    """Made anew each time: the second folder has nothing kept of the first."""
    again = copy_invented(tmp_path)
    assert mkdocs_build(again, SITE_URL=ADDRESS).returncode == 0

    first, second = (
        {path.relative_to(one): path.read_bytes() for path in one.rglob("*") if path.is_file()} for one in (site, again / "site")
    )

    assert first == second


def test_text_from_data_is_escaped(site: Path) -> None:
    html = (site / "partners/rowers/index.html").read_text("utf-8")

    assert "Rowing Club &#34;The Oar&#34; &amp; Friends" in html
    assert '"https://garden.example.org/?a=1&amp;b=2"' in (site / "projects/quay-garden/index.html").read_text("utf-8")


def test_numbers_and_dates_are_in_the_language(site: Path) -> None:
    assert "1.250" in (site / "nl/projecten/quay-garden/index.html").read_text("utf-8")
    assert "1,250" in (site / "projects/quay-garden/index.html").read_text("utf-8")
    assert "seit März 2020" in (site / "de/projekte/quay-garden/index.html").read_text("utf-8")


def test_the_root_404_speaks_every_language_from_any_address(site: Path, pages: dict[str, BuiltPage]) -> None:
    html = (site / "404.html").read_text("utf-8")

    assert [word in html for word in ("Page not found", "Deze pagina is er niet", "Diese Seite gibt es nicht")] == [True] * 3
    assert all(link["href"].startswith(("/sub/", "#", "https:", "mailto:")) for link in pages["404.html"].all("a"))
    assert pages["de/404.html"].tags[0] == ("html", {"lang": "de"})


def test_the_record_can_be_found_where_it_is_kept(site: Path) -> None:
    html = (site / "projects/benches/index.html").read_text("utf-8")

    assert "https://git.example.org/harbour/blob/HEAD/data/projects.yaml#L25" in html


def test_what_the_programme_supplies_is_shown(site: Path, pages: dict[str, BuiltPage]) -> None:
    html = (site / "nl/index.html").read_text("utf-8")

    assert "Contact: <span>Havenloket</span>" in html
    assert '<a href="mailto:desk@harbour.example.org">desk@harbour.example.org</a>' in html
    assert [link["href"] for link in pages["index.html"].all("a", rel="license")] == ["https://licence.example.org/open"]
    assert "contactpagina" not in html


def test_open_data_holds_every_language_and_whole_addresses(site: Path) -> None:
    data = json.loads((site / "api/v1/projects.json").read_text("utf-8"))
    garden = data["projects"][0]

    assert (data["count"], len(data["projects"])) == (4, 4)
    assert garden["title"] == {"en": "Quay garden", "nl": "Kadetuin", "de": "Kaigarten"}
    assert garden["url"]["de"] == f"{ADDRESS}de/projekte/quay-garden/"


def test_every_collection_is_open_data(site: Path) -> None:
    counts = {path.stem: json.loads(path.read_text("utf-8"))["count"] for path in (site / "api/v1").glob("*.json")}
    figures = json.loads((site / "api/v1/figures.json").read_text("utf-8"))["figures"]

    assert counts == {
        "programme": 1,
        "projects": 4,
        "partners": 4,
        "tracks": 2,
        "themes": 1,
        "documents": 1,
        "figures": 3,
        "charts": 1,
        "timeline": 2,
        "governance": 2,
        "people": 1,
        "actions": 1,
        "editorial-notes": 1,
        "left-out": 1,
    }
    assert [figure["value"] for figure in figures] == [1250, 12.5, 800]


def test_the_sitemap_names_every_page_that_may_be_found(site: Path, pages: dict[str, BuiltPage]) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    entries = {entry.findtext("s:loc", "", names): entry for entry in root.findall("s:url", names)}
    garden = entries[f"{ADDRESS}projects/quay-garden/"]

    assert len(entries) == len(pages) - 3 * 2, "all but search and 404"
    assert [link.get("hreflang") for link in garden.findall("x:link", names)] == ["en", "nl", "de", "x-default"]
    assert garden.findtext("s:lastmod", "", names) == "2026-11-22"
    assert entries[f"{ADDRESS}projects/benches/"].find("s:lastmod", names) is None, "only a whole day is a date to a sitemap"


def test_only_our_own_files_are_sent_to_visitors(site: Path) -> None:
    assert sorted(path.name for path in (site / "assets").iterdir()) == [
        "finder.js",
        "icon.svg",
        "page.js",
        "photos",
        "search-open.js",
        "search.js",
        "site.css",
        "source-serif-4.LICENSE.txt",
        "source-serif-4.woff2",
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
    for page in (folder / "content").rglob("*.md"):
        page.write_text(re.sub(r"\[([^\]]*)\]\((?:project|track):[^)]*\)", r"\1", page.read_text("utf-8")), "utf-8")

    done = mkdocs_build(folder, SITE_URL=ADDRESS)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 projects" in (folder / "site/projects/index.html").read_text("utf-8")
