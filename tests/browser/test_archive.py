"""An archive of the invented programme, unpacked somewhere: every link leads to a file, and a browser opens it without a server."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisstad.cli import main
from tests.browser.visitor import SCREENS
from tests.site.programmes import INVENTED, copy_invented

NOON = "1795953600"
"""29 November 2026, in seconds since 1970."""
LEFT = "net::ERR_ABORTED"
"""What a browser says of a file that it no longer needs, as the reader has gone on to another page before it was read."""
DAYS = {"en": "Archive of 29 November 2026", "nl": "Archief van 29 november 2026", "de": "Archiv vom 29. November 2026"}


def archive(programme: Path, target: Path, *options: str) -> Path:
    copy_invented(programme)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", NOON)
        assert main(["archive", "--folder", str(programme), "--target", str(target), *options]) == 0
    return target


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive as one file."""
    folder = tmp_path_factory.mktemp("packed")
    return archive(folder / "harbour", folder / "archive.zip")


@pytest.fixture(scope="module")
def kept(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That archive, unpacked where its name has spaces and other letters."""
    folder = tmp_path_factory.mktemp("moved") / "Oude sites # 100% één"
    with zipfile.ZipFile(packed) as opened:
        opened.extractall(folder)
    return folder / "harbour-2026-11-29"


class Links(HTMLParser):
    """What a page leads to or shows, the ids in it, and the text of what stands beside the page's own."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()
        self.language = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.language = given.get("lang", "") if tag == "html" else self.language
        self.ids.add(given.get("id", ""))
        self.found += [given[name] for name in ("href", "src", "action") if name in given]
        self.found += [one.split()[0] for one in given.get("srcset", "").split(",") if one.strip()]
        if given.get("http-equiv") == "refresh":
            self.found.append(given["content"].partition("url=")[2])


def test_every_link_of_every_page_leads_to_a_file(kept: Path) -> None:
    pages = {path: Links(path) for path in kept.rglob("*.html")}
    asked = [(page, urlsplit(address)) for page, links in pages.items() for address in links.found]
    within = [(page, link) for page, link in asked if not link.scheme]
    led = [(page, link, (page.parent / unquote(link.path)).resolve() if link.path else page) for page, link in within]

    assert len(led) > 5_000
    assert [(page, link.geturl()) for page, link, file in led if not file.is_file()] == []
    assert [(page, link.geturl()) for page, link, file in led if link.netloc or link.path.startswith("/")] == []
    assert [
        (page, link.geturl())
        for page, link, file in led
        if link.fragment and file in pages and unquote(link.fragment) not in pages[file].ids
    ] == []
    assert {link.scheme for _, link in asked if link.scheme} == {"https", "mailto", "tel"}


def test_every_page_tells_the_day_in_its_language_and_where_it_came_from(kept: Path) -> None:
    pages = {path.relative_to(kept).as_posix(): path.read_text("utf-8") for path in (kept / "site").rglob("*.html")}
    languages = {path: Links(kept / path).language for path in pages}

    assert [path for path, page in pages.items() if f"<strong>{DAYS[languages[path]]}.</strong>" not in page] == []
    assert set(languages.values()) == set(DAYS)
    assert (
        'rel="canonical" href="https://harbour.example.org/projects/quay-garden/"' in pages["site/projects/quay-garden/index.html"]
    )
    assert "does not work" in pages["site/search/index.html"]
    assert "works on the site itself only" in pages["site/edit/index.html"]
    assert [path for path, page in pages.items() if 'type="module"' in page or "index.html?project=" in page] == []


def test_it_has_what_it_was_made_of_and_tells_of_each_file_what_it_is(kept: Path) -> None:
    lines = (line.partition("  ") for line in (kept / "manifest-sha256.txt").read_text("utf-8").splitlines())
    told = {name: digest for digest, _, name in lines}
    files = {path.relative_to(kept).as_posix(): path for path in kept.rglob("*") if path.is_file()}

    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items() if name in told} == told
    assert files.keys() - told.keys() == {"manifest-sha256.txt"}
    for name in ("data/projects.yaml", "content/nl/news/first-trees.md"):
        assert files[name].read_bytes() == (INVENTED / name).read_bytes()
    assert {"site/api/v1/projects.json", "site/api/v1/documents.csv", "site/feed.xml"} & files.keys()
    assert [name for name in files if name.startswith(("site/pagefind", "site/assets/form", "site/assets/lexicon"))] == []
    assert "Double-click index.html".lower() in (kept / "README.txt").read_text("utf-8").replace("\r\n", " ").lower()


def test_the_same_day_gives_the_same_bytes_elsewhere(packed: Path, tmp_path: Path) -> None:
    assert archive(tmp_path / "another" / "folder", tmp_path / "again.zip").read_bytes() == packed.read_bytes()


def test_what_is_no_archive_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_invented(tmp_path / "harbour")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear", "utf-8")

    assert main(["archive", "--folder", str(tmp_path / "harbour"), "--target", str(tmp_path / "mine"), "--language", "en"]) == 1
    assert "something else than an archive" in capsys.readouterr().err
    assert (tmp_path / "mine" / "letter.txt").read_text("utf-8") == "Dear"


@pytest.fixture
def reader(browser: Browser, kept: Path) -> Iterator[Page]:
    """Somebody on a phone who opens files; nothing is asked from elsewhere, nothing fails and nothing is complained of."""
    context, wrong = browser.new_context(viewport=SCREENS["phone"], color_scheme="dark"), list[str]()
    page, own = context.new_page(), (kept.as_uri(), "data:")
    page.on("request", lambda request: None if request.url.startswith(own) else wrong.append(request.url))
    page.on("requestfailed", lambda request: None if request.failure == LEFT else wrong.append(f"{request.failure} {request.url}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type in ("error", "warning") else None)
    yield page
    context.close()
    assert wrong == []


def test_it_opens_by_double_click(reader: Page, kept: Path) -> None:
    """From the page in front to a list that is filtered, to the other language, to a page by its letter, and by an old address."""
    reader.goto((kept / "index.html").as_uri())
    reader.get_by_role("link", name="Open the site").click()
    expect(reader.get_by_label("Archive", exact=True)).to_contain_text(DAYS["en"])
    assert reader.evaluate("document.fonts.ready.then(() => [...document.fonts].every((font) => font.status === 'loaded'))")

    reader.get_by_role("link", name="Projects", exact=True).first.click()
    everything = reader.locator("#_projects > li:visible").count()
    reader.get_by_label("Search in projects").fill("garden")
    expect(reader.locator("#_projects > li:visible")).not_to_have_count(everything)
    expect(reader).to_have_url(re.compile(r"projects/index\.html\?q=garden$"))
    reader.get_by_role("link", name="Nederlands").click()
    expect(reader).to_have_url(re.compile(r"nl/[a-z]+/index\.html\?q=garden$"))

    reader.get_by_role("link", name="Alle pagina's van A tot Z").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Alle pagina's van A tot Z")
    reader.locator("main section a").first.click()
    expect(reader.get_by_label("Archief", exact=True)).to_contain_text(DAYS["nl"])
    reader.goto((kept / "site" / "nl" / "404.html").as_uri())
    expect(reader.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
