"""What a site is told to its hosts, asked of the hosts themselves: nginx, Apache and Caddy, as Debian has them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest

from kennisstad.hosting.headers import headers_at
from kennisstad.hosting.types import COMPRESSED, TYPES, type_of
from tests.hosting.conftest import Built
from tests.hosting.hosts import Answer, Host
from tests.site.pages import asset

GZIP = {"Accept-Encoding": "gzip, deflate, br"}
GARDEN = "/projects/quay-garden/"
LOST = {"/nowhere/": "404.html", "/nl/nergens/": "nl/404.html", "/de/nirgends": "de/404.html", "/assets/": "404.html"}


def kept(built: Built) -> str:
    return f"/{asset(built.published.files, 'site.css')}"


def paths(built: Built) -> Iterator[str]:
    """One of each folder and ending, so that every rule and every type is met."""
    seen = set()
    led = {f"{led.old}index.html" for led in built.hosted.led}
    files = [path.relative_to(built.site).as_posix() for path in sorted(built.site.rglob("*")) if path.is_file()]
    files = [path for path in files if path not in led and not path.endswith((".gz", ".htaccess"))]
    for path in files:
        folders = path.split("/")[:2]
        sort = (folders[0], path.rpartition(".")[2], len(folders))
        if sort not in seen:
            seen.add(sort)
            yield f"/{path.removesuffix('index.html')}"


def wrong_headers(answer: Answer, expected: dict[str, str]) -> list[str]:
    """Each header of the list once, with its value; and none of the list that the path has not."""
    names = sorted({"Access-Control-Allow-Origin", *expected})
    right = {name: [expected[name]] if name in expected else [] for name in names}
    return [f"{name}: {answer.all(name)}" for name in names if answer.all(name) != right[name]]


def test_every_path_comes_with_its_headers_once_and_its_type(host: Host, built: Built) -> None:
    faults = []
    for path in paths(built):
        answer = host.ask(path)
        file = f"{path}index.html" if path.endswith("/") else path
        kind = answer.one("Content-Type").replace("; ", ";").lower()
        wrong = wrong_headers(answer, headers_at(built.hosted.rules, path))
        if answer.status != 200 or wrong or kind != type_of(file).replace("; ", ";"):
            faults.append(f"{path}: {answer.status} {kind} {wrong}")

    assert faults == [], "\n".join(faults)


def test_text_is_sent_as_it_was_compressed_beforehand(host: Host, built: Built) -> None:
    for path in (GARDEN, "/", kept(built), "/api/v1/projects.json", "/api/v1/projects.csv", "/sitemap.xml"):
        answer, plain = host.ask(path, GZIP), host.ask(path)
        file = built.site / f"{path}index.html".lstrip("/") if path.endswith("/") else built.site / path.lstrip("/")

        assert (answer.status, answer.all("Content-Encoding"), answer.all("Vary")) == (200, ["gzip"], ["Accept-Encoding"]), path
        assert answer.body == file.with_name(f"{file.name}.gz").read_bytes()
        assert gzip.decompress(answer.body) == plain.body == file.read_bytes()
        assert answer.one("Content-Type") == plain.one("Content-Type")
        assert wrong_headers(answer, headers_at(built.hosted.rules, path)) == []
        assert (plain.all("Content-Encoding"), plain.all("Vary")) == ([], ["Accept-Encoding"])
        assert host.ask(path, {"Accept-Encoding": "gzip;q=0"}).all("Content-Encoding") == []


def test_a_browser_that_has_a_file_is_told_that_it_is_still_the_same(host: Host, built: Built) -> None:
    for path in (GARDEN, kept(built)):
        first = host.ask(path, GZIP)
        again = host.ask(path, GZIP | {"If-None-Match": first.one("ETag"), "If-Modified-Since": first.one("Last-Modified")})

        assert (again.status, again.body) == (304, b""), path
        assert again.all("Cache-Control") in ([], [headers_at(built.hosted.rules, path)["Cache-Control"]])


def test_where_nothing_is_a_page_says_so_in_its_language_and_is_not_kept(host: Host, built: Built) -> None:
    for path, page in (LOST | {"/assets/kept/gone.css": "404.html", "/api/v1/gone.json": "404.html"}).items():
        answer = host.ask(path)

        assert (answer.status, answer.body) == (404, (built.site / page).read_bytes()), path
        assert wrong_headers(answer, headers_at(built.hosted.rules, "/404.html")) == [], path
        assert answer.one("Content-Type").replace("; ", ";").lower() == "text/html;charset=utf-8"


def test_addresses_of_before_lead_on(host: Host) -> None:
    for path, status, where in (
        ("/club/", 301, "/projects/quay-garden/"),
        ("/club", 301, "/projects/quay-garden/"),
        ("/minutes.html", 301, "/about/"),
        ("/sister/", 301, "https://sister.example.org/home"),
        ("/projects/letter/", 301, "/projects/newsletter/"),
        ("/nl/projecten/letter", 301, "/nl/projecten/newsletter/"),
    ):
        answer = host.ask(path)

        assert (answer.status, answer.one("Location").removeprefix(host.address.rstrip("/"))) == (status, where), path
        assert answer.one("Strict-Transport-Security")


def test_what_is_gone_says_so(host: Host, built: Built) -> None:
    for path in ("/nl/kermis/", "/nl/kermis"):
        answer = host.ask(path)

        assert (answer.status, answer.body) == (410, (built.site / "nl/kermis/index.html").read_bytes()), path
        assert wrong_headers(answer, headers_at(built.hosted.rules, "/nl/kermis/")) == []


def test_a_page_has_one_address(host: Host) -> None:
    """With the slash at its end; what was asked along with it stays."""
    for path, where in (
        ("/projects", "/projects/"),
        ("/projects/index.html", "/projects/"),
        ("/index.html", "/"),
        ("/projects?track=green", "/projects/?track=green"),
        ("/projects/index.html?track=green", "/projects/?track=green"),
    ):
        answer = host.ask(path)

        assert answer.status in (301, 308), path
        assert answer.one("Location").removeprefix(host.address.rstrip("/")) == where


@pytest.mark.parametrize(
    "path", ["//other.example/index.html", "/\\other.example/index.html", "//other.example/..", "//other.example"]
)
def test_nobody_is_led_to_another_host(host: Host, path: str) -> None:
    where = host.ask(path).one("Location")

    assert where.removeprefix(host.address.rstrip("/"))[:2] not in ("//", "/\\")
    assert where.startswith((host.address, "/")) or not where


def test_a_file_of_the_host_itself_is_shown_to_nobody(host: Host) -> None:
    assert host.ask("/.htaccess").status in (403, 404)
    assert host.ask("/../data/mkdocs.yml").status in (400, 404)


def test_every_kind_of_file_has_a_type(built: Built) -> None:
    endings = {path.suffix[1:].lower() for path in built.site.rglob("*") if path.is_file()}

    assert endings - {"gz", "htaccess"} <= set(TYPES)
    assert endings >= set(COMPRESSED) - {"jsonld"}
