"""What a page, a script and a style become that are opened from a folder; and a zip that is the same each time."""

from __future__ import annotations

import datetime
import hashlib
import zipfile
from functools import partial
from pathlib import Path

import pytest

from kennisstad.archive.addresses import Ways
from kennisstad.archive.folder import FolderFiles
from kennisstad.archive.scripts import UnknownForm, classic
from kennisstad.archive.tags import with_tags
from kennisstad.archive.whole import with_manifest
from kennisstad.archive.zipped import write_zip

SITE = {
    "index.html": b"",
    "404.html": b"",
    "projects/index.html": b"",
    "projects/quay/index.html": b"",
    "projects/quay/map of quay.png": b"",
    "assets/site.css": b"",
}
DAY = datetime.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("file", "address", "led"),
    [
        ("projects/quay/index.html", "../../", "../../index.html"),
        ("projects/quay/index.html", "../../projects/?status=done#_projects", "../index.html?status=done#_projects"),
        ("projects/quay/index.html", "map%20of%20quay.png", "map%20of%20quay.png"),
        ("projects/quay/index.html", "../quay", "index.html"),
        ("projects/quay/index.html", "#top", "#top"),
        ("projects/quay/index.html", "?view=list", "?view=list"),
        ("projects/quay/index.html", "", ""),
        ("404.html", "/town/projects/quay/", "projects/quay/index.html"),
        ("index.html", "https://harbour.example.org/town/projects/", "projects/index.html"),
        ("index.html", "https://harbour.example.org/other/", "https://harbour.example.org/other/"),
        ("index.html", "https://elsewhere.example.org/town/projects/", "https://elsewhere.example.org/town/projects/"),
        ("index.html", "mailto:a@b.example", "mailto:a@b.example"),
        ("index.html", "projects/gone/", "projects/gone/"),
        ("index.html", "http://[half/", "http://[half/"),
    ],
)
def test_a_link_leads_to_the_file(file: str, address: str, led: str) -> None:
    assert Ways(SITE, "https://harbour.example.org/town/").to(file, address) == led


def test_only_the_value_that_changes_changes() -> None:
    html = (
        '<!DOCTYPE html>\n<!-- <a href="x"> --><p title="a > b &amp; c" data-x=1>Ünï &amp;\n'
        '<a class=\'k\' href="../?a=1&amp;b=2" hidden>x</a><script>if (a < b) "<a href=x>"</script>\n<br><img src=x alt="">'
    )

    def rewrite(tag: str, attributes: dict[str, str]) -> dict[str, str] | None:
        return None if tag == "br" else {name: value.replace("../?", "./i.html?") for name, value in attributes.items()}

    assert with_tags(html, rewrite) == html.replace("../?", "./i.html?").replace("<br>", "")  # type: ignore[arg-type]
    assert with_tags('<script type="module" src="a.js"></script>', lambda tag, given: {"src": "b.js", "defer": ""}) == (
        '<script defer src="b.js"></script>'
    )


def page(html: str, **files: bytes) -> str:
    """Gives a page of a site as it opens from a folder, in an archive of today."""
    others = {path.replace("__", "/").replace("_", "."): made for path, made in files.items()}
    return FolderFiles({**SITE, **others, "index.html": html.encode()}, "https://harbour.example.org/", lambda code: f"[{code}]")[
        "index.html"
    ].decode()


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            '<meta http-equiv="refresh" content="0; url=projects/quay/">',
            '<meta http-equiv="refresh" content="0; url=projects/quay/index.html">',
        ),
        ('<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">', ""),
        ('<link rel="preload" href="assets/f.woff2" as="font" crossorigin>', ""),
        (
            '<link rel="canonical" href="https://harbour.example.org/projects/">',
            '<link rel="canonical" href="https://harbour.example.org/projects/">',
        ),
        (
            '<link rel="alternate" type="application/atom+xml" href="/projects/">',
            '<link rel="alternate" type="application/atom+xml" href="projects/index.html">',
        ),
        (
            '<img srcset="/projects/ 1w, https://e.example/a.png 2w" src="x">',
            '<img srcset="projects/index.html 1w, https://e.example/a.png 2w" src="x">',
        ),
        ('<script type="module" src="./assets/finder.js"></script>', '<script defer src="assets/finder.js"></script>'),
        ('<script type="module" src="./assets/other.js"></script>', "<script></script>"),
        ('<html lang="nl"><body>\n<p>x<main>y', '<html lang="nl"><body>\n<p>x[nl]<main>y'),
        ('<html lang="nl"><body>\n<p>x', '<html lang="nl"><body>\n[nl]<p>x'),
    ],
)
def test_a_page_asks_nothing_of_a_host(html: str, kept: str) -> None:
    assert page(html, assets__finder_js=b"a();", assets__other_js=b"import x from './y.js';") == kept


def test_what_only_a_host_reads_is_left_out_and_a_font_stands_in_the_style() -> None:
    files = {
        "_headers": b"",
        "index.html.gz": b"",
        "assets/form/edit.js": b"",
        "assets/kept/js-1a2b/form/edit.css": b"",
        "assets/kept/js-1a2b/search-open.js": b"",
        "assets/search-open.js": b"",
        "assets/text.js": b"export const a = 1;",
        "assets/f.woff2": b"font",
        "assets/site.css": b'@font-face{src:url(f.woff2) format("woff2")}a{background:url("x.png")}',
        "feed.xml": b"<feed/>",
    }
    kept = FolderFiles(files, "", lambda language: "")

    assert sorted(kept) == ["assets/site.css", "feed.xml"]
    assert (
        kept["assets/site.css"] == b'@font-face{src:url(data:font/woff2;base64,Zm9udA==) format("woff2")}a{background:url("x.png")}'
    )


def test_a_script_comes_with_its_modules_each_once_and_before_who_needs_it() -> None:
    modules = {
        "a/x.js": 'import { one, two as deux } from "./y.js";\nimport "../z.js";\nrun(one, () => import("./w.js"));\n',
        "a/y.js": 'import { three } from "../z.js";\nexport const one = three, _ = 0;\nexport async function two() {}\n',
        "z.js": "export class three {}\n",
    }

    assert classic("a/x.js", modules.__getitem__) == (
        '"use strict";(()=>{\n'
        "const _0=(()=>{\nclass three {}\n\nreturn {three};\n})();\n"
        "const _1=(()=>{\nconst { three }=_0;\nconst one = three, _ = 0;\nasync function two() {}\n\nreturn {one,two};\n})();\n"
        'const _2=(()=>{\nconst { one, two : deux }=_1;\n\nrun(one, () => import("./w.js"));\n\n})();\n'
        "})();\n"
    )


def test_a_module_knows_its_address_where_it_stands_beside_the_script() -> None:
    beside = {"a/x.js": 'import "./y.js";\n', "a/y.js": "tell(import.meta.url);\n"}

    assert "const _url=document.currentScript.src;\nconst _0=(()=>{\ntell(_url);\n" in classic("a/x.js", beside.__getitem__)
    with pytest.raises(UnknownForm):
        classic("a/x.js", {"a/x.js": 'import "../y.js";\n', "y.js": beside["a/y.js"]}.__getitem__)


@pytest.mark.parametrize(
    "module", ['import x from "./y.js";', "export default 1;", "export { a };", "a(import.meta.env);", 'import "./x.js";'], ids=str
)
def test_a_form_that_is_not_known_is_told(module: str) -> None:
    with pytest.raises(UnknownForm):
        classic("x.js", {"x.js": module, "y.js": ""}.__getitem__)


def test_a_zip_has_no_other_day_rights_or_order_than_those_given(tmp_path: Path) -> None:
    files = {"b/ü.txt": b"2" * 999, "a.txt": b"1"}
    makers = {path: partial(bytes, made) for path, made in files.items()}

    for name in ("one.zip", "other.zip"):
        write_zip(with_manifest(makers), tmp_path / name, "harbour-2026-11-29", DAY)

    one = (tmp_path / "one.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        entries = archive.infolist()
        manifest = archive.read("harbour-2026-11-29/manifest-sha256.txt").decode()
    assert one == (tmp_path / "other.zip").read_bytes()
    assert {(entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in entries} == {
        ((2026, 11, 29, 0, 0, 0), 0o100644, 3)
    }
    assert manifest == "".join(f"{hashlib.sha256(made).hexdigest()}  {path}\n" for path, made in sorted(files.items()))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.zip", "other.zip"]


def test_an_archive_that_fails_leaves_the_one_of_before(tmp_path: Path) -> None:
    target = tmp_path / "site.zip"
    write_zip([("a", b"1")], target, "site", datetime.date(1970, 1, 1))
    before = target.read_bytes()

    def failing() -> object:
        yield "a", b"2"
        raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_zip(failing(), target, "site", DAY)  # type: ignore[arg-type]
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site.zip"]
