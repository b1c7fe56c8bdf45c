"""A live site, on this machine, held against the folder that it should be: what differs is named, and nothing else is asked."""

from __future__ import annotations

import datetime
import gzip
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kennisstad.cli import main
from kennisstad.model.origin import Origin
from kennisstad.verifying.asking import Live, address_of
from kennisstad.verifying.comparing import Difference, compare
from kennisstad.writing.manifest import MANIFEST, write_manifest

FILES = {
    "index.html": b"<h1>Quays</h1>",
    "404.html": b"<h1>Lost</h1>",
    "en/quay garden/index.html": b"<h1>Garden</h1>",
    "old/index.html": b'<meta http-equiv="refresh" content="0; url=../en/quay%20garden/">',
    "assets/site.css": b"p{}",
    "_headers": b"/*\n",
    "assets/site.css.gz": b"packed",
}
Served = dict[str, Callable[[http.server.BaseHTTPRequestHandler], None]]


def body(data: bytes, *headers: tuple[str, str], status: int = 200) -> Callable[[http.server.BaseHTTPRequestHandler], None]:
    """What answers with these bytes."""

    def answer(asked: http.server.BaseHTTPRequestHandler) -> None:
        asked.send_response(status)
        for name, value in (("Content-Length", str(len(data))), *headers):
            asked.send_header(name, value)
        asked.end_headers()
        asked.wfile.write(data)

    return answer


def slowly(asked: http.server.BaseHTTPRequestHandler) -> None:
    """Says nothing for a second."""
    time.sleep(1)


def dripping(asked: http.server.BaseHTTPRequestHandler) -> None:
    """Says a letter now and then, for two seconds."""
    asked.send_response(200)
    asked.end_headers()
    for _ in range(40):
        asked.wfile.write(b"x")
        asked.wfile.flush()
        time.sleep(0.05)


def leading(to: str) -> Callable[[http.server.BaseHTTPRequestHandler], None]:
    return body(b"", ("Location", to), status=301)


class Host:
    """A host on this machine; `served` may be changed."""

    def __init__(self, site: Path) -> None:
        outer, self.asked = self, list[str]()
        self.served: Served = {
            f"/sub/{path.removesuffix('index.html') if path.endswith('index.html') else path}".replace(" ", "%20"): body(data)
            for path, data in {**FILES, MANIFEST: (site / MANIFEST).read_bytes()}.items()
            if path not in ("_headers", "assets/site.css.gz")
        }

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                outer.served.get(self.path, body(b"?", status=404))(self)

            def log_message(self, format: str, *args: object) -> None:
                """Tells of no request."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/sub/"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, data in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    write_manifest(folder, Origin(datetime.date(2026, 11, 29), "a" * 40))
    return folder


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    made = Host(site)
    yield made
    made.server.shutdown()
    made.server.server_close()


def found(site: Path, host: Host, longest: float = 5) -> list[Difference]:
    return compare(site, Live(host.address, seconds=0.5, longest=longest)).different


def test_a_site_that_is_live_as_it_was_built(site: Path, host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", host.address.removesuffix("/"), "--site", str(site), "--language", "en"]) == 0
    assert capsys.readouterr().out == f"{host.address}: all 5 files are the same as in the build.\n"
    assert sorted(host.asked) == sorted(host.served), "what only a host reads is not asked for"


def test_one_byte_that_differs_and_a_page_that_is_not_there(site: Path, host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    host.served["/sub/"] = body(b"<h1>Quayz</h1>")
    del host.served["/sub/404.html"]

    assert main(["verify", host.address, "--site", str(site), "--language", "en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "404.html: the host answers 404 instead of the file",
        "index.html: differs",
        "The same: 3 files. Not the same: 2.",
    ]


@pytest.mark.parametrize("coding", ["gzip", "x-gzip"])
def test_what_was_packed_for_the_journey_is_unpacked(site: Path, host: Host, coding: str) -> None:
    host.served["/sub/"] = body(gzip.compress(FILES["index.html"]), ("Content-Encoding", coding))

    assert found(site, host) == []


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (body(FILES["index.html"], ("Content-Encoding", "br")), "live-coding"),
        (body(gzip.compress(b" " * 20_000_000), ("Content-Encoding", "gzip")), "live-differs"),
        (body(b"not packed", ("Content-Encoding", "gzip")), "live-unreachable"),
        (body(FILES["index.html"] + b"\n"), "live-differs"),
        (body(b"", status=500), "live-status"),
        (slowly, "live-slow"),
        (leading("/sub/404.html"), "live-led-on"),
        (leading("/sub/"), "live-status"),
        (leading("http://10.0.0.1/"), "live-elsewhere"),
        (leading("http://127.0.0.1:1/sub/"), "live-elsewhere"),
        (leading("file:///etc/passwd"), "live-status"),
    ],
)
def test_what_else_a_host_may_answer(
    answer: Callable[[http.server.BaseHTTPRequestHandler], None], why: str, site: Path, host: Host
) -> None:
    host.served["/sub/"] = answer

    assert [(one.path, one.why) for one in found(site, host)] == [("index.html", why)]


def test_a_host_that_goes_on_slowly_without_end_is_left(site: Path, host: Host) -> None:
    (site / "index.html").write_bytes(b"x" * 100)
    host.served["/sub/"] = dripping

    assert [(one.path, one.why) for one in found(site, host, longest=0.3)] == [("index.html", "live-slow")]


@pytest.mark.parametrize("to", ["/sub/en/quay%20garden/", "../en/quay%20garden/"])
def test_a_host_may_lead_on_where_the_page_would(to: str, site: Path, host: Host) -> None:
    host.served["/sub/old/"] = leading(to)

    assert found(site, host) == []


def test_a_host_that_leads_on_to_elsewhere_than_the_page_would(site: Path, host: Host) -> None:
    host.served["/sub/old/"] = leading("/sub/")

    assert [(one.path, one.why) for one in found(site, host)] == [("old/index.html", "live-led-on")]


def test_a_host_that_writes_in_pages_is_seen_as_one(site: Path, host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    for path in ("", "404.html", "en/quay%20garden/", "old/"):
        host.served[f"/sub/{path}"] = body(b"<script></script>")

    assert main(["verify", host.address, "--site", str(site), "--language", "en"]) == 1
    assert "perhaps the host writes in them" in capsys.readouterr().out


def test_a_manifest_of_another_day_says_what_is_live_and_what_is_extra(
    site: Path, host: Host, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "new.html").write_bytes(b"new")
    write_manifest(site, Origin(datetime.date(2026, 12, 24), ""))
    host.served["/sub/manifest.json"] = body((site / MANIFEST).read_bytes())
    (site / "new.html").unlink()
    write_manifest(site, Origin(datetime.date(2026, 11, 29), "a" * 40))

    assert main(["verify", host.address, "--site", str(site), "--language", "en"]) == 1
    told = capsys.readouterr().out
    assert "new.html: is live, and not in the build\n" in told
    assert "is of 2026-12-24, commit unknown; the build is of 2026-11-29, commit aaaaaaaaaaaa." in told


@pytest.mark.parametrize(
    "other", [b"", b"[]", b'{"files": {"a": 1}}', b'{"files": {"a": {"sha256": "", "size": "x"}}}', b"[" * 90_000]
)
def test_a_manifest_that_is_none_is_told(other: bytes, site: Path, host: Host) -> None:
    host.served["/sub/manifest.json"] = body(other)

    assert found(site, host) == [Difference(MANIFEST, "live-no-manifest")]


def test_a_host_that_is_not_there_is_asked_once(site: Path, host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    host.server.shutdown()
    host.server.server_close()

    assert main(["verify", host.address, "--site", str(site), "--language", "en"]) == 1
    assert "5 files were not asked for: the host gave no answer." in capsys.readouterr().out


def test_where_nothing_was_built_nothing_is_asked(tmp_path: Path, host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", host.address, "--site", str(tmp_path / "none"), "--language", "en"]) == 1
    assert "Build it first: kennisstad build" in capsys.readouterr().err
    assert host.asked == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/sub/index.html", "https://example.org/sub/"),
        ("http://127.0.0.1:8000/a?b#c", "http://127.0.0.1:8000/a/"),
        ("example.org", ""),
        ("file:///etc/", ""),
        ("https://me:secret@example.org/", ""),
        ("https://example.org:99999/", ""),
        ("https://[::1", ""),
    ],
)
def test_what_is_an_address_of_a_site(typed: str, address: str) -> None:
    assert address_of(typed) == address
