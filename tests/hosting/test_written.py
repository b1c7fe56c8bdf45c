"""What is written for hosts that cannot be run here, what the list demands, and what is compressed beforehand."""

from __future__ import annotations

import gzip
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from kennisstad.exports.to_security import PATH
from kennisstad.hosting.headers import headers_at
from kennisstad.writing.compressed import compress
from kennisstad.writing.times import keep_times
from tests.hosting.conftest import Built

YEAR = 365 * 24 * 60 * 60


def read_headers(text: str, path: str, *, joins: bool) -> Mapping[str, str]:
    """Gives the headers that a host sends with a path by its `_headers`.

    Where two rules name one, Netlify sends the later; Cloudflare joins both, unless the later rule detaches it first
    (https://developers.cloudflare.com/pages/configuration/headers/).
    """
    sent: dict[str, str] = {}
    for block in text.split("\n\n"):
        pattern, *lines = block.strip().split("\n")
        if not path.startswith(pattern.removesuffix("*")):
            continue
        for line in lines:
            if line.startswith("  ! "):
                sent.pop(line.removeprefix("  ! "))
            else:
                name, _, value = line.strip().partition(": ")
                sent[name] = f"{sent[name]}, {value}" if joins and name in sent else value
    return sent


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_hosts_that_read_files_of_rules_send_the_same_headers(built: Built, host: str) -> None:
    text = (built.deploy / host / "_headers").read_text("utf-8")
    for path in (
        "/",
        "/embed/partners/town/",
        "/nl/embed/",
        "/edit/",
        "/assets/kept/x.css",
        "/api/v1/index.json",
        "/pagefind/x.js",
    ):
        assert read_headers(text, path, joins=host == "cloudflare") == headers_at(built.hosted.rules, path), path
    assert max(map(len, text.splitlines())) < 2000, "a line of Cloudflare has at most 2,000 letters"
    assert text.count("\n\n") < 100, "and a file at most 100 rules"


def test_hosts_that_read_files_of_rules_lead_addresses_of_before_on(built: Built) -> None:
    netlify, cloudflare = ((built.deploy / host / "_redirects").read_text("utf-8") for host in ("netlify", "cloudflare"))

    assert "/club/ /projects/quay-garden/ 301!\n/club /projects/quay-garden/ 301!\n" in netlify
    assert "/club/ /projects/quay-garden/ 301\n" in cloudflare
    assert netlify.endswith("/de/* /de/404.html 404\n/nl/* /nl/404.html 404\n/* /404.html 404\n")
    assert "kermis" not in netlify + cloudflare, "what is gone has a page that says so"


def test_the_list_has_what_internet_nl_asks(built: Built) -> None:
    """Of every page but embeds, which may stand in frames: its tests of HSTS and of security options (https://internet.nl/faqs/)."""
    for path in ("/", "/projects/", "/edit/", "/api/v1/index.json", "/nowhere/"):
        sent = headers_at(built.hosted.rules, path)
        policy = dict(part.split(" ", 1) for part in sent["Content-Security-Policy"].split("; "))

        assert int(sent["Strict-Transport-Security"].removeprefix("max-age=")) >= YEAR
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert sent["Referrer-Policy"] in ("same-origin", "no-referrer")
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert policy["form-action"] in ("'self'", "'none'")
        allowed = {source for sources in policy.values() for source in sources.split()}
        assert allowed <= {"'none'", "'self'", "'wasm-unsafe-eval'", "https://api.github.com"}, "no *, http:, data: or unsafe"


def test_a_leak_is_reported_where_security_txt_says(built: Built) -> None:
    """From 15 June 2021, the day of all tests, under a year (RFC 9116)."""
    assert built.published.files[PATH].decode() == (
        "Contact: mailto:leaks@harbour.example.org\n"
        "Expires: 2022-05-11T00:00:00Z\n"
        "Preferred-Languages: en, nl, de\n"
        "Canonical: https://harbour.example.org/.well-known/security.txt\n"
    )


def test_texts_are_compressed_and_what_is_left_of_old_ones_goes(tmp_path: Path) -> None:
    text = b"<p>The quay is high.</p>\n" * 40
    for name, data in {
        "page.html": text,
        "short.txt": b"short",
        "picture.png": text,
        "gone.html.gz": b"",
        "data.tar.gz": b"",
    }.items():
        (tmp_path / name).write_bytes(data)

    first = compress(tmp_path)
    packed = (tmp_path / "page.html.gz").read_bytes()
    os.utime(tmp_path / "page.html", (1_000_000, 1_000_000))
    compress(tmp_path)

    assert first == (1, len(text), len(packed))
    assert gzip.decompress(packed) == text
    assert (tmp_path / "page.html.gz").read_bytes() == packed, "no time stands in it"
    assert (tmp_path / "page.html.gz").stat().st_mtime == 1_000_000, "and it is as old as its text"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "data.tar.gz",
        "page.html",
        "page.html.gz",
        "picture.png",
        "short.txt",
    ]


def test_a_file_that_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    for site, word, when in (("old", "high", 1_000_000), ("new", "low.", 2_000_000)):
        (tmp_path / site).mkdir()
        for name, text in {"same.html": "the same", "changed.html": word}.items():
            (tmp_path / site / name).write_text(text, "utf-8")
            os.utime(tmp_path / site / name, (when, when))
    (tmp_path / "new" / "added.html").write_text("", "utf-8")

    assert keep_times(tmp_path / "new", tmp_path / "old") == 1
    assert (tmp_path / "new/same.html").stat().st_mtime == 1_000_000
    assert (tmp_path / "new/changed.html").stat().st_mtime == 2_000_000
