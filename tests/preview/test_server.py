"""What a preview answers, to a browser and to a stranger."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.test import Client

from kennisstad.model import Folders
from kennisstad.preview.ports import listen
from kennisstad.preview.preview import Preview
from kennisstad.preview.server import SCRIPT, Application
from tests.preview.programme import PROJECTS, TRACKS, begin, replace, serving
from tests.site.programmes import ROOT

MOST = 20_000
"""Milliseconds that a browser waits; a busy machine takes its time."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented programme, with the code that serves it beside it: a change of that is seen too."""
    folder = begin(tmp_path_factory.mktemp("served"))
    shutil.copytree(ROOT / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Client:
    """Somebody who asks, with a search index at hand."""
    index = folder / ".cache" / "index"
    index.mkdir(parents=True)
    (index / "pagefind.js").write_text("found", "utf-8")
    preview = Preview(Folders.of(folder), site_url="https://harbour.example.org/")
    preview.renew()
    return Client(Application(preview, lambda: index))


@pytest.mark.parametrize(
    ("path", "status", "content"),
    [
        ("/", 200, "text/html; charset=utf-8"),
        ("/nl/", 200, "text/html; charset=utf-8"),
        ("/nl", 302, "text/html; charset=utf-8"),
        ("/assets/icon.svg", 200, "image/svg+xml; charset=utf-8"),
        ("/pagefind/pagefind.js", 200, "text/javascript; charset=utf-8"),
        ("/pagefind/../../data/projects.yaml", 404, "text/plain; charset=utf-8"),
        ("/pagefind/%2e%2e/%2e%2e/mkdocs.yml", 404, "text/plain; charset=utf-8"),
        ("/../mkdocs.yml", 404, "text/html; charset=utf-8"),
        ("/data/projects.yaml", 404, "text/html; charset=utf-8"),
        ("/%00", 404, "text/html; charset=utf-8"),
    ],
)
def test_only_what_the_site_has_is_given(client: Client, path: str, status: int, content: str) -> None:
    response = client.get(path, buffered=True)

    assert (response.status_code, response.headers["Content-Type"]) == (status, content)


def test_the_page_for_what_is_not_there_is_in_the_language_of_the_address(client: Client) -> None:
    assert b'<html lang="nl"' in client.get("/nl/nergens/").data
    assert b'<html lang="en"' in client.get("/nowhere/").data


def test_a_folder_is_led_to_by_a_path_of_this_host(client: Client) -> None:
    assert client.get("/nl").headers["Location"] == "nl/"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(client: Client, method: str) -> None:
    assert client.open("/", method=method).status_code == 405


@pytest.mark.parametrize(
    ("host", "status"),
    [
        *(("localhost:8000", 200), ("127.0.0.1:8000", 200), ("[::1]:8000", 200), ("LOCALHOST", 200)),
        *(("evil.example", 403), ("127.0.0.1.evil.example", 403), ("localhost:8000:x", 403), ("", 403)),
    ],
)
def test_it_answers_to_the_names_of_this_machine_only(client: Client, host: str, status: int) -> None:
    assert client.get("/", headers={"Host": host}).status_code == status


def test_the_script_stands_in_pages_only(client: Client) -> None:
    assert client.get("/").data.count(SCRIPT.encode()) == 1
    assert SCRIPT.encode() not in client.get("/sitemap.xml").data
    assert client.get(SCRIPT).status_code == 200
    assert client.head("/").data == b""


def test_a_site_in_a_folder_of_its_host_stands_in_that_folder(folder: Path) -> None:
    preview = Preview(Folders.of(folder), site_url="https://example.org/sub/")
    preview.renew()
    client = Client(Application(preview, lambda: folder))

    assert client.get("/").headers["Location"] == "/sub/"
    assert client.get("/sub/nl/").status_code == 200
    assert b'href="/sub/' in client.get("/elsewhere").data


def test_a_port_that_is_taken_is_a_sentence(folder: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "kennisstad", "serve", "--language", "nl", "--port", str(port)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.startswith(f"Poort {port} is al bezet")
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_is_not_ours_is_a_sentence(folder: Path) -> None:
    command = [sys.executable, "-m", "kennisstad", "serve", "--host", "192.0.2.1", "--port", "0"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert (done.returncode, "Traceback" in done.stderr, "192.0.2.1" in done.stderr) == (1, False, True)


def test_only_this_machine_is_listened_to() -> None:
    with listen("127.0.0.1", 0) as listening, pytest.raises(OSError, match="refused"):
        socket.create_connection((_other_address(), listening.getsockname()[1]), timeout=5)


def _other_address() -> str:
    """Another address of this same machine than the one that is listened to."""
    return "127.0.0.2"


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A browser that looks at a preview while somebody works."""
    with serving(folder, PYTHONPATH=str(folder / "src")) as (_, address), browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(MOST)
        page.goto(f"{address}projects/quay-garden/")
        yield page


def test_somebody_works_and_sees_every_change(page: Page, folder: Path) -> None:
    title, cover = page.locator("h1").first, page.locator("kennisstad-fault")
    replace(folder, PROJECTS, "{en: Quay garden", "{en: Quay park")
    page.get_by_role("heading", name="Quay park", level=1).wait_for()

    replace(folder, PROJECTS, "{en: Quay park", "{en Quay park")
    cover.get_by_text("data/projects.yaml:2:").wait_for()
    assert cover.get_by_role("heading").inner_text() == "Something is not right yet"
    assert "Quay park" in title.inner_text()

    replace(folder, PROJECTS, "{en Quay park", "{en: Quay wood")
    page.get_by_role("heading", name="Quay wood", level=1).wait_for()
    assert cover.count() == 0

    replace(folder, "overrides/main.html", "</main>", "<p>Set by a template</p></main>")
    page.get_by_text("Set by a template").wait_for()

    with (folder / "overrides/assets/site.css").open("a", encoding="utf-8") as style:
        style.write("h1 { letter-spacing: 7px }\n")
    expect(page.get_by_role("heading", level=1)).to_have_css("letter-spacing", "7px", timeout=MOST)

    replace(folder, "locales/en.yaml", "  menu:\n", "  menu:\n    nonsense: x\n")
    cover.get_by_text("locales/en.yaml").wait_for()
    replace(folder, "locales/en.yaml", "    nonsense: x\n", "")
    cover.wait_for(state="detached")


def test_a_change_of_the_code_is_seen_and_so_is_a_mistake_in_it(page: Page, folder: Path) -> None:
    view, cover = "src/kennisstad/views/head.py", page.locator("kennisstad-fault")
    replace(folder, view, "title=_title(edition, route, draft.title)", "title='Set by the code'")
    expect(page).to_have_title("Set by the code", timeout=MOST)

    replace(folder, view, "title='Set by the code'", "title=('Set by the code'")
    cover.get_by_text("SyntaxError").wait_for()

    replace(folder, view, "title=('Set by the code'", "title='Set once more'")
    expect(page).to_have_title("Set once more", timeout=MOST)


def test_a_mistake_from_the_start_is_shown_and_goes_when_mended(browser: Browser, folder: Path) -> None:
    replace(folder, TRACKS, "- id: ", "- id ")
    with serving(folder) as (_, address), browser.new_context() as context:
        page = context.new_page()
        page.set_default_timeout(MOST)
        page.goto(address)
        page.locator("kennisstad-fault").get_by_text("data/tracks.yaml").wait_for()
        replace(folder, TRACKS, "- id ", "- id: ")
        page.locator("main").wait_for()


def test_search_finds_what_was_there_at_the_start(browser: Browser, folder: Path) -> None:
    with serving(folder) as (_, address), browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        until = time.monotonic() + 6 * MOST / 1000
        while not page.request.get(f"{address.rstrip('/')}/pagefind/pagefind-entry.json").ok:
            assert time.monotonic() < until, "there is no index for search"
            page.wait_for_timeout(500)
