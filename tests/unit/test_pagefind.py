"""What is told when Pagefind does not do what it was asked; a script stands in for its program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisstad.writing.pagefind import IndexFailed, index_of
from kennisstad.writing.search import FOLDER, make_index

REFUSES = """
import base64, json, sys
sys.stdin.buffer.read(1)
answer = {"message_id": 0, "payload": {"type": "Error", "message": "no such language"}}
sys.stdout.write(base64.b64encode(json.dumps(answer).encode()).decode() + ",")
sys.stdout.flush()
sys.stdin.buffer.read()
"""
STOPS = "import sys; sys.exit('disk full')"
SLEEPS = "import time; time.sleep(60)"


def page(text: str, language: str = "en") -> str:
    return f"<html lang={language}><title>{text}</title><main data-pagefind-body><h1>{text}</h1></main></html>"


@pytest.mark.parametrize(("code", "told"), [(REFUSES, "no such language"), (STOPS, "disk full"), (SLEEPS, "Pagefind: -9")])
def test_what_pagefind_says_is_told(code: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable}\n{code}", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    many = [("index.html", "x" * 100_000)] * 20

    with pytest.raises(IndexFailed, match=told):
        index_of(many, tmp_path, longest=5)


def test_a_page_that_cannot_be_read_ends_it(tmp_path: Path) -> None:
    def pages() -> Iterator[tuple[str, str]]:
        yield "index.html", page("Garden")
        raise PermissionError("page")

    with pytest.raises(PermissionError, match="page"):
        index_of(pages(), tmp_path, longest=60)


def test_the_order_in_which_pages_were_written_does_not_matter(tmp_path: Path) -> None:
    """Nor do settings of who builds, or a page that is not to be found."""
    made = []
    for name, order in (("one", (1, 2, 3)), ("other", (3, 1, 2))):
        for number in order:
            path = tmp_path / name / f"{number}" / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(page(f"Garden {number}"), "utf-8")
        (tmp_path / name / "404.html").write_text("<h1>Lost</h1>", "utf-8")
        (tmp_path / name / "pagefind.toml").write_text('force_language = "de"\n', "utf-8")
        make_index(tmp_path / name)
        folder = tmp_path / name / FOLDER
        made.append({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()})

    assert made[0] == made[1]
    assert b'"languages":{"en":{' in made[0]["pagefind-entry.json"]
    assert b'"page_count":3' in made[0]["pagefind-entry.json"]


def test_a_site_without_pages_to_be_found_has_an_index_of_none(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<h1>Nothing</h1>", "utf-8")

    make_index(tmp_path)

    assert b'"languages":{}' in (tmp_path / FOLDER / "pagefind-entry.json").read_bytes()
